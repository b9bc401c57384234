"""Acronyms and terms of the field: what each stands for."""

from collections.abc import Sequence
from datetime import date

from penitcareer.domain.dated import TextSource
from penitcareer.domain.errors import UnknownSigle
from penitcareer.domain.kinds import Annotated, Court, Says, Texte
from penitcareer.domain.names import fold, nearest
from penitcareer.domain.records import NamedTuple


class Sigle(NamedTuple):
    """An acronym, its meaning, one plain sentence, and where that comes from."""

    sigle: Court
    sens: Court
    explication: Annotated[Texte, Says("Une phrase simple")]
    autre_sens: Annotated[Court | None, Says("Un autre développement du même sigle")]
    source: TextSource
    consulte_le: Annotated[date, Says("Le jour où la source a été lue")]


class Glossary(NamedTuple):
    """The acronyms asked for."""

    sigles: tuple[Sigle, ...]


def find_sigle(asked: str, known: Sequence[Sigle]) -> Sigle:
    """The acronym with this spelling, case, accents and points ignored (`p.p.s.m.j.`).

    Raises UnknownSigle with the nearest ones.
    """
    wanted = fold(asked).replace(" ", "")
    by_name = {fold(sigle.sigle).replace(" ", ""): sigle for sigle in known}
    if wanted in by_name:
        return by_name[wanted]
    raise UnknownSigle(asked, [by_name[name].sigle for name in nearest(asked, tuple(by_name))])
