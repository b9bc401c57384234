"""The catalogue as a list: one line a métier, filtered and sorted."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from penitcareer.domain.errors import InvalidChoice
from penitcareer.domain.estimate import Rule
from penitcareer.domain.metiers.brackets import Bracket, brackets, net_of_bracket
from penitcareer.domain.metiers.remuneration import Remuneration
from penitcareer.domain.metiers.reperes import NO_STAGES, Repere, Stages, at, highest_net, published, reperes_of
from penitcareer.domain.money import Cents, Range
from penitcareer.domain.names import Named, fold, name_key, nearest
from penitcareer.domain.parameters import ValueAtDate
from penitcareer.domain.records import NamedTuple

if TYPE_CHECKING:  # a list is made of entries, and a Metier is long to define
    from penitcareer.domain.metiers.metier import Metier


class Entry(NamedTuple):
    """What the list needs of a métier."""

    code: str
    titre: str
    titre_feminin: str | None
    titre_court: str | None
    sigle: str | None
    categorie: str | None
    filiere: str | None
    teletravail: str | None
    evolution: str | None
    remuneration: Remuneration | None
    statuts: tuple[str, ...]
    niveau_diplome: int | None
    recrutement: bool | None
    remplace_par: str | None
    fichier: str | None
    corps: tuple[str, ...] = ()
    publies: tuple[Repere, ...] = ()


class MetierPay(NamedTuple):
    """A remuneration with its net: the displayed range and every bracket."""

    remuneration: Remuneration
    affichee: Range
    affichee_nette: Range
    tranches: tuple[Bracket, ...]


class ListLine(NamedTuple):
    """One métier of the list; `paie` is None when no bracket is known. `reperes`: the best
    proof of each stage."""

    entree: Entry
    paie: MetierPay | None
    reperes: tuple[Repere, ...] = ()


class Filters(NamedTuple):
    """What a line must satisfy to be kept, None for no such demand.

    `categorie`: `A` keeps A and A+. `filiere`, `statut`: as the records write them.
    `min_net` (cents a month): the best net known reaches it. `niveau`: one may enter with
    a diploma of this level.
    """

    categorie: str | None = None
    filiere: str | None = None
    statut: str | None = None
    min_net: Cents | None = None
    niveau: int | None = None


NO_FILTER = Filters()


class Listing(NamedTuple):
    """The lines kept, in order, and how many there were before the filters. Codes left out
    by the level of diploma alone: those whose level is unknown, those where nobody enters
    any more. `net_inconnu`: those that `min_net` leaves out without knowing. `par_filiere`:
    in the order of the catalogue, a filière after another. `laisses`: the entries left out."""

    lignes: tuple[ListLine, ...]
    total: int
    regle: Rule
    smic: ValueAtDate | None
    filtres: Filters
    niveau_inconnu: tuple[str, ...]
    fermes: tuple[str, ...]
    net_inconnu: tuple[str, ...] = ()
    par_filiere: bool = True
    laisses: tuple[Entry, ...] = ()


def named(metier: "Metier") -> Named:
    """The names of a métier."""
    names = (metier.code, metier.sigle, metier.titre, metier.titre_feminin, metier.titre_court, *metier.alias)
    return Named(metier.code, metier.titre, _folded(names), _folded(metier.corps))


def _folded(names: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name_key(name) for name in names if name))


def entry_of(metier: "Metier") -> Entry:
    """The entry of a métier."""
    return Entry(
        code=metier.code,
        titre=metier.titre,
        titre_feminin=metier.titre_feminin,
        titre_court=metier.titre_court,
        sigle=metier.sigle,
        categorie=metier.categorie,
        filiere=metier.filiere,
        teletravail=metier.teletravail,
        evolution=metier.evolution,
        remuneration=metier.remuneration,
        statuts=metier.statuts,
        niveau_diplome=metier.niveau_diplome,
        recrutement=metier.recrutement,
        remplace_par=metier.remplace_par,
        fichier=metier.fichier,
        corps=metier.corps,
        publies=published(metier),
    )


def pay_of(remuneration: Remuneration | None, rule: Rule, smic: ValueAtDate | None) -> MetierPay | None:
    """A remuneration with its net, None when it is unknown."""
    if remuneration is None:
        return None
    displayed = remuneration.displayed
    return MetierPay(remuneration, displayed, net_of_bracket(displayed, rule), brackets(remuneration, rule, smic))


def build_listing(
    entries: Iterable[Entry],
    rule: Rule,
    smic: ValueAtDate | None,
    sort: str = "filiere",
    filters: Filters = NO_FILTER,
    stages: Stages = NO_STAGES,
) -> Listing:
    """Keep and order entries. An unknown pay, level, filière or statut is never taken to
    satisfy a filter; an unknown pay comes last when sorting by pay."""
    every = tuple(entries)
    asked = [_line(entry, rule, smic, stages) for entry in every if _satisfies(entry, filters)]
    kept = sorted((line for line in asked if _reaches(line, filters.min_net)), key=_SORT_KEYS[sort])
    netless = [line.entree.code for line in asked if filters.min_net is not None and highest_net(line.reperes) is None]
    closed: list[str] = []
    unknown: list[str] = []
    if filters.niveau is not None:
        closed = [line.entree.code for line in kept if line.entree.recrutement is False]
        kept = [line for line in kept if line.entree.recrutement is not False]
        unknown = [line.entree.code for line in kept if line.entree.niveau_diplome is None]
        kept = [line for line in kept if _open_with(line.entree, filters.niveau)]
    codes = {line.entree.code for line in kept}
    return Listing(
        lignes=tuple(kept),
        total=len(every),
        regle=rule,
        smic=smic,
        filtres=filters,
        niveau_inconnu=tuple(unknown),
        fermes=tuple(closed),
        net_inconnu=tuple(netless),
        par_filiere=sort == "filiere",
        laisses=tuple(entry for entry in every if entry.code not in codes),
    )


def filiere_named(asked: str, entries: Iterable[Entry]) -> str:
    """The filière that a name stands for, or the only one that starts so. Raises
    InvalidChoice with those of the catalogue and the nearest."""
    filieres = {name_key(entry.filiere): entry.filiere for entry in entries if entry.filiere}
    wanted = name_key(asked)
    named = [name for name in filieres if name == wanted] or [
        name for name in filieres if wanted and name.startswith(wanted)
    ]
    if len(named) != 1:
        near = nearest(asked, tuple(filieres))
        raise InvalidChoice("filiere", asked, sorted(filieres.values()), [filieres[name] for name in near])
    return filieres[named[0]]


def kept_by(entry: Entry, filters: Filters) -> bool:
    """Whether filters that ask for no pay keep a métier."""
    recruits = entry.recrutement is not False
    opened = filters.niveau is None or (recruits and _open_with(entry, filters.niveau))
    return opened and _satisfies(entry, filters)


def _satisfies(entry: Entry, filters: Filters) -> bool:
    return (
        _in_category(entry, filters.categorie)
        and filters.filiere in (None, entry.filiere)
        and (filters.statut is None or filters.statut in entry.statuts)
    )


def _open_with(entry: Entry, level: int) -> bool:
    return entry.niveau_diplome is not None and entry.niveau_diplome <= level


def _in_category(entry: Entry, category: str | None) -> bool:
    if category is None:
        return True
    return entry.categorie == category or (category == "A" and entry.categorie == "A+")


def _line(entry: Entry, rule: Rule, smic: ValueAtDate | None, stages: Stages) -> ListLine:
    reperes = reperes_of(entry.corps, entry.remuneration, entry.publies, stages, rule)
    return ListLine(entry, pay_of(entry.remuneration, rule, smic), reperes)


def _reaches(line: ListLine, min_net: Cents | None) -> bool:
    if min_net is None:
        return True
    net = highest_net(line.reperes)
    return net is not None and net >= min_net


def _by_pay(line: ListLine) -> tuple[bool, int, str]:
    """By the net of the start, the least of a range."""
    start = at(line.reperes, "debut")
    known = start is not None and start.net is not None
    return (not known, start.net.min if start and start.net else 0, line.entree.code)


_SORT_KEYS = {
    "filiere": lambda _: 0,  # as the catalogue has them
    "code": lambda line: line.entree.code,
    "titre": lambda line: (fold(line.entree.titre), line.entree.code),
    "salaire": _by_pay,
}
