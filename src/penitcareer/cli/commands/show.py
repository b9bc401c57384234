"""`penit show`."""

from typing import Annotated

from penitcareer.cli import types
from penitcareer.cli.call import Call, reading
from penitcareer.cli.words import Annuel, OneMetier, one_metier
from penitcareer.domain.choices import SECTIONS
from penitcareer.domain.errors import UnknownMetier

HELP = (
    "La fiche d’un métier : ce qu’il est, son salaire, comment y entrer, ses missions. Avec --tout, les sources aussi."
)
EXAMPLES = ("penit show cpip", "penit show dspip -s salaire -s acces --annuel")


@reading
def run(
    call: Call,
    metier: OneMetier,
    section: Annotated[
        list[str] | None,
        types.choice(
            "--section",
            "PARTIE",
            tuple(SECTIONS),
            f"Cette partie seule, entière ; répétable : {', '.join(SECTIONS)}",
            "-s",
        ),
    ] = None,
    annuel: Annuel = False,
) -> None:
    """The sheet of a métier."""
    try:
        call.emit(call.penit.metier(one_metier(call.penit, metier), section=section, annuel=annuel))
    except UnknownMetier as unknown:
        from penitcareer.cli.commands.find import search_instead

        search_instead(call, unknown)
