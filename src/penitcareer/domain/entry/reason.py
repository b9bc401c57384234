"""Why an answer is not « oui »."""

from penitcareer.domain.records import NamedTuple


class Reason(NamedTuple):
    """A condition that fails (`echec`), or that cannot be told.

    `code` names the condition, `demande` its figure, `limite` a second one, `donne` the
    figure of the profile, `noms` its words; `manque` are the facts of the profile that may
    tell, none when no fact would.
    """

    code: str
    echec: bool
    demande: int | None = None
    limite: int | None = None
    donne: int | None = None
    noms: tuple[str, ...] = ()
    manque: tuple[str, ...] = ()
