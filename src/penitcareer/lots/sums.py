"""The lines and the totals of many rows: those of one form are summed together, by the very
functions that sum one payslip."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from penitcareer.domain.errors import PenitError
from penitcareer.domain.pay.arithmetic import percent_of
from penitcareer.domain.pay.bulletin import Agent, ledger_of, totals_of
from penitcareer.domain.pay.errors import UnknownLegalValue
from penitcareer.domain.pay.ledger import AUTO
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.lots.facts import Linear, Mask, Numbers, alone
from penitcareer.lots.header import TOTALS
from penitcareer.lots.posts import Parted, Posts

ColumnSums = dict[str, Numbers]  # by code of line or name of total, in cents, a number a row


class Summed(NamedTuple):
    """The amounts of the rows of a table, and their totals, 0 where none was asked; `refus`: why
    some have none, by row."""

    lignes: ColumnSums
    totaux: ColumnSums
    refus: dict[int, PenitError]


def summed(
    posts: Posts, entries: Sequence[Parted], which: Numbers, given: Mapping[str, Linear], where: Mask, lines_too: bool
) -> Summed:
    """Every total of some rows of a table, and every line of these. `which`: the entry of each."""
    law, lines = posts.law, posts.books.lignes
    size, asked = len(where), np.nonzero(where)[0]
    found = Summed({}, {name: np.zeros(size, np.int64) for name in TOTALS}, {})
    for form, places in _by_form(entries, which):
        rows = asked[places]
        facts = {fact: column.valeurs[rows] for fact, column in given.items()}
        agent = _agents(posts, form, entries, which[places], facts)
        try:
            amounts = ledger_of(law, agent).montants
            totals = totals_of(law, lines, amounts, agent, None)
        except UnknownLegalValue as problem:
            found.refus.update(dict.fromkeys(rows.tolist(), alone(problem)))
            continue
        if "psc_employeur" in facts:
            amounts["psc_employeur"] = facts["psc_employeur"]  # type: ignore[assignment]
        for code, column in amounts.items() if lines_too else ():
            found.lignes.setdefault(code, np.zeros(size, np.int64))[rows] = column
        for name in TOTALS:
            found.totaux[name][rows] = getattr(totals, name)
    _tax_at_own_rate(found.totaux, given)
    return found


def _tax_at_own_rate(totals: ColumnSums, given: Mapping[str, Linear]) -> None:
    """The tax of who gives a rate; the sums took the default one."""
    if "taux_impot" not in given:
        return
    own = given["taux_impot"]
    tax = percent_of(totals["net_imposable"], own.valeurs)  # type: ignore[arg-type]
    totals["impot"] = np.where(own.dits, tax, totals["impot"])
    totals["net_paye"] = totals["net_a_payer_avant_impot"] - totals["impot"]


def _by_form(entries: Sequence[Parted], which: Numbers) -> Iterator[tuple[Agent, Numbers]]:
    """The rows of each form."""
    forms: dict[Agent, int] = {}
    ranks = np.array([forms.setdefault(entry.forme, len(forms)) for entry in entries], np.int64)[which]
    order = np.argsort(ranks, kind="stable")
    starts = np.searchsorted(ranks[order], np.arange(len(forms) + 1))
    for rank, form in enumerate(forms):
        rows = order[starts[rank] : starts[rank + 1]]
        if len(rows):
            yield form, rows


def _agents(posts: Posts, form: Agent, entries: Sequence[Parted], which: Numbers, facts: dict[str, Numbers]) -> Agent:
    """An agent whose numbers are columns."""
    used, place = np.unique(which, return_inverse=True)
    own = [entries[one] for one in used]

    def column(numbers: Sequence[int]) -> Numbers:
        return np.array(numbers, np.int64)[place]

    def lines(codes: tuple[tuple[str, int], ...], amounts: Sequence[tuple[int, ...]], more: str) -> Any:
        columns = [(code, column([one[rank] for one in amounts])) for rank, (code, _) in enumerate(codes)]
        return (*columns, *(((more, facts[more]),) if more in facts else ()))

    changed: dict[str, Any] = {
        "taux_residence": column([one.residence for one in own]),
        "primes": lines(form.primes, [one.primes for one in own], "primes"),
        "unites": lines(form.unites, [one.unites for one in own], "prime_unique"),
    }
    changed |= {fact: facts[fact] for fact in ("enfants", "psc_agent", "psc_employeur") if fact in facts}
    if "ic_csg" in facts and form.ic_csg != AUTO:
        changed["ic_csg"] = facts["ic_csg"]
    if not isinstance(form, Titulaire):
        return form._replace(brut=facts["brut"], **changed)  # type: ignore[arg-type]
    index = column([one.indice for one in own])
    if "im" in facts:
        index = np.where(facts["im"] > 0, np.maximum(facts["im"], posts.least_index), index)
    if "nbi" in facts:
        changed["nbi"] = facts["nbi"]
    return form._replace(indice_majore=index, **changed)  # type: ignore[arg-type]
