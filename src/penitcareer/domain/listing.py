"""The catalogue as a list: one line a métier, filtered and sorted."""

from collections.abc import Iterable
from typing import NamedTuple

from penitcareer.domain.brackets import Bracket, brackets, net_of_bracket
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metier import Metier, Remuneration
from penitcareer.domain.money import Cents, Range
from penitcareer.domain.names import fold
from penitcareer.domain.parameters import ValueAtDate


class Entry(NamedTuple):
    """What the list and the lookup of names need of a métier."""

    code: str
    titre: str
    titre_feminin: str | None
    sigle: str | None
    categorie: str | None
    filiere: str | None
    teletravail: str | None
    evolution: str | None
    remuneration: Remuneration | None
    noms: tuple[str, ...]
    fichier: str | None


class Pay(NamedTuple):
    """A remuneration with its net: the displayed range and every bracket."""

    remuneration: Remuneration
    affichee: Range
    affichee_nette: Range
    tranches: tuple[Bracket, ...]

    @property
    def senior_net(self) -> Range:
        """Net of the most senior bracket."""
        return self.tranches[-1].net


class Line(NamedTuple):
    """One métier of the list; `paie` is None when no pay is known."""

    entry: Entry
    paie: Pay | None


class Listing(NamedTuple):
    """The lines kept, in order, and how many there were before the filters."""

    lignes: tuple[Line, ...]
    total: int
    regle: Rule
    smic: ValueAtDate | None
    tri: str
    categorie: str | None
    min_net: Cents | None


def entry_of(metier: Metier) -> Entry:
    """The entry of a métier, with every name it answers to, folded."""
    names = (
        metier.code,
        metier.sigle,
        metier.titre,
        metier.titre_feminin,
        *metier.alias,
        *metier.corps,
    )
    return Entry(
        code=metier.code,
        titre=metier.titre,
        titre_feminin=metier.titre_feminin,
        sigle=metier.sigle,
        categorie=metier.categorie,
        filiere=metier.filiere,
        teletravail=metier.teletravail,
        evolution=metier.evolution,
        remuneration=metier.remuneration,
        noms=tuple(dict.fromkeys(fold(name) for name in names if name)),
        fichier=metier.fichier,
    )


def pay_of(remuneration: Remuneration | None, rule: Rule, smic: ValueAtDate | None) -> Pay | None:
    """A remuneration with its net, None when it is unknown."""
    if remuneration is None:
        return None
    displayed = remuneration.displayed
    return Pay(remuneration, displayed, net_of_bracket(displayed, rule), brackets(remuneration, rule, smic))


def build_listing(
    entries: Iterable[Entry],
    rule: Rule,
    smic: ValueAtDate | None,
    sort: str = "code",
    category: str | None = None,
    min_net: Cents | None = None,
) -> Listing:
    """Keep and order entries. Category `A` keeps A and A+. `min_net` (cents a month) keeps
    a métier whose senior net range reaches it; an unknown pay is dropped by that filter
    and comes last when sorting by pay."""
    lines = [Line(entry, pay_of(entry.remuneration, rule, smic)) for entry in entries]
    kept = [line for line in lines if _in_category(line.entry, category) and _reaches(line.paie, min_net)]
    kept.sort(key=_SORT_KEYS[sort])
    return Listing(tuple(kept), len(lines), rule, smic, sort, category, min_net)


def _in_category(entry: Entry, category: str | None) -> bool:
    if category is None:
        return True
    return entry.categorie == category or (category == "A" and entry.categorie == "A+")


def _reaches(pay: Pay | None, min_net: Cents | None) -> bool:
    if min_net is None:
        return True
    return pay is not None and pay.senior_net.max >= min_net


def _by_pay(line: Line) -> tuple[bool, int, str]:
    middle = line.paie.affichee.min + line.paie.affichee.max if line.paie else 0
    return (line.paie is None, middle, line.entry.code)


_SORT_KEYS = {
    "code": lambda line: line.entry.code,
    "titre": lambda line: (fold(line.entry.titre), line.entry.code),
    "salaire": _by_pay,
}
