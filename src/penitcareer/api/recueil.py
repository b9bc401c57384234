"""Every answer about every métier, for one page: nothing here that the library does not answer."""

from penitcareer.api import Penit
from penitcareer.domain.career.careers import Careers
from penitcareer.domain.errors import PenitError
from penitcareer.domain.metiers.choices import DIPLOMES
from penitcareer.domain.recueil import Recueil


def gather(penit: Penit) -> Recueil:
    """The catalogue of a day."""
    listing = penit.metiers().valeur
    codes = [line.entry.code for line in listing.lignes]
    words = {level: word for word, level in DIPLOMES.items()}
    return Recueil(
        jour=penit.le,
        liste=listing,
        fiches=tuple(penit.metier(code).valeur for code in codes),
        carrieres=tuple(_career(penit, code) for code in codes),
        sigles=penit.sigle().valeur,
        ouverts=tuple((level, _open_with(penit, words[level])) for level in sorted(words)),
    )


def _open_with(penit: Penit, diploma: str) -> frozenset[str]:
    return frozenset(line.entry.code for line in penit.metiers(diplome=diploma).valeur.lignes)


def _career(penit: Penit, code: str) -> Careers | None:
    """The usual career, None where no stage of it is known."""
    try:
        return penit.carriere(code).valeur
    except PenitError:
        return None
