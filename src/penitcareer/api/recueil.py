"""Every answer about every métier, for one page: nothing here that the library does not answer."""

from collections.abc import Iterable, Iterator

from penitcareer.api import Penit
from penitcareer.api.careers import MOST_CAREERS
from penitcareer.domain.across.recueil import Recueil
from penitcareer.domain.career.careers import Careers
from penitcareer.domain.choices import DIPLOMES
from penitcareer.domain.errors import PenitError
from penitcareer.domain.metiers.listing import Entry


def gather(penit: Penit) -> Recueil:
    """The catalogue of a day."""
    listing = penit.metiers().valeur
    codes = [line.entree.code for line in listing.lignes]
    careers = {code: _career(penit, code) for code in codes}
    told = [line.entree for line in listing.lignes if careers[line.entree.code] is not None]
    words = {level: word for word, level in DIPLOMES.items()}
    return Recueil(
        jour=penit.le,
        liste=listing,
        fiches=tuple(penit.metier(code).valeur for code in codes),
        carrieres=tuple(careers.values()),
        sigles=penit.sigle().valeur,
        ouverts=tuple((level, _open_with(penit, words[level])) for level in sorted(words)),
        parcours=tuple(_together(penit, told)),
    )


def _open_with(penit: Penit, diploma: str) -> frozenset[str]:
    return frozenset(line.entree.code for line in penit.metiers(diplome=diploma).valeur.lignes)


def _together(penit: Penit, entries: Iterable[Entry]) -> Iterator[tuple[str, Careers]]:
    """The careers of each filière, as many as one answer holds."""
    by_filiere: dict[str, list[str]] = {}
    for entry in entries:
        if entry.filiere and entry.recrutement is not False:
            by_filiere.setdefault(entry.filiere, []).append(entry.code)
    for filiere, codes in by_filiere.items():
        if len(codes) > 1:
            yield filiere, penit.carriere(*codes[:MOST_CAREERS]).valeur


def _career(penit: Penit, code: str) -> Careers | None:
    """The usual career, None where no stage of it is known."""
    try:
        return penit.carriere(code).valeur
    except PenitError:
        return None
