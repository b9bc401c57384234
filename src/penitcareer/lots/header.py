"""The columns of a staff: which fact of a payslip each says, and the columns of results."""

from collections.abc import Iterable, Sequence
from itertools import chain, count
from typing import NamedTuple

from penitcareer.api.demande import Demande
from penitcareer.domain.names import FEW, name_key, nearest
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import ledger_of
from penitcareer.domain.pay.contractuel import Contractuel
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.domain.staff import BadHeader

FACTS = tuple(Demande.__annotations__)
# Other headers than the name of a fact: those of options that have another, of payslips, of people.
ALIASES = {
    "prime": "primes_nommees",
    "sans prime": "sans_primes_nommees",
    "metier": "corps",
    "indice majore": "im",
    "indice brut": "ib",
}
KEYS = {name_key(fact): fact for fact in FACTS} | ALIASES
WHO = {"corps", "im", "ib", "lettre", "brut"}  # one of them at least says who is paid
TOTALS = {
    "brut": "total_brut",
    "retenues": "total_retenues",
    "net_a_payer_avant_impot": "total_net_a_payer_avant_impot",
    "net_imposable": "total_net_imposable",
    "impot": "total_impot",
    "net_paye": "total_net_paye",
}
ENDS = ("brut_min", "brut_max", "net_min", "net_max")
REMARKS = ("preuve", "manque", "anomalie")
# Lines that are an option's amount: no column for them where the staff has none.
GIVEN_LINES = ("nbi", "primes", "prime_unique", "ic_csg", "psc_agent", "psc_employeur")


class Header(NamedTuple):
    """The column of each fact that a staff says, and the codes of the lines that it may have."""

    faits: dict[str, str]
    gardees: tuple[str, ...]
    lignes: tuple[str, ...]

    @property
    def proches(self) -> dict[str, str]:
        """The kept columns whose name is nearly that of a fact which no column says."""
        said = {*self.faits, "sur_indice"}  # who writes « indice » means an index
        unsaid = [key for key, fact in KEYS.items() if fact not in said]
        near = {name: nearest(name, unsaid)[:1] for name in self.gardees if len(name) > FEW}
        return {name: KEYS[found[0]] for name, found in near.items() if found}

    @property
    def resultats(self) -> tuple[str, ...]:
        """The columns that are added, in order."""
        return (*TOTALS.values(), *(f"ligne_{code}" for code in self.lignes), *ENDS, *REMARKS)


def facts_among(names: Iterable[str]) -> dict[str, str]:
    """The columns that say a fact, and which."""
    return {name: KEYS[key] for name in names if (key := name_key(name)) in KEYS}


def column_names(cells: Iterable[str | None]) -> tuple[str, ...]:
    """Names for the columns under a header, each its own: one without a name has its place, a name
    met again its rank. Raises BadHeader for a fact said twice, of which none could be chosen."""
    names: dict[str, None] = {}
    for place, cell in enumerate(cells, 1):
        name = cell or f"colonne_{place}"
        if name in names and name_key(name) in KEYS:
            raise BadHeader("deux_fois", (name, name))
        names[next(one for one in chain((name,), (f"{name}_{n}" for n in count(2))) if one not in names)] = None
    return tuple(names)


def header_of(names: Sequence[str], law: Law, books: PayBooks) -> Header:
    """What the columns of a table say. Raises BadHeader."""
    facts: dict[str, str] = {}
    for name in names:
        fact = KEYS.get(name_key(name))
        if fact in facts:
            raise BadHeader("deux_fois", (facts[fact], name))
        if fact is not None:
            facts[fact] = name
    if not WHO & set(facts):
        raise BadHeader("aucune", ())
    kept = tuple(name for name in names if name not in facts.values())
    header = Header(facts, kept, _lines(facts, law, books))
    taken = set(names) & set(header.resultats)
    if taken:
        raise BadHeader("resultat", sorted(taken))
    return header


def _lines(facts: dict[str, str], law: Law, books: PayBooks) -> tuple[str, ...]:
    """The lines that some row may have, in the order of a payslip."""
    absent = {"impot"} | {code for code in GIVEN_LINES if code not in facts}
    if "primes_nommees" not in facts:
        absent |= {prime.code for prime in books.primes if prime.by_unit or prime.points}
    if "statut" not in facts:
        contract = Contractuel(0, sur_indice=True, alsace_moselle=True)
        index = Titulaire(0, pss=1, transfert=1, enfants=1, taux_residence=1)
        absent |= set(ledger_of(law, contract).montants) - set(ledger_of(law, index).montants)
    return tuple(code for code in books.lignes if code not in absent)
