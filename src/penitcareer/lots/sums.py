"""The lines and the totals of many rows: those of one form are summed together, by the very
functions that sum one payslip."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from penitcareer.domain.errors import PenitError
from penitcareer.domain.pay.arithmetic import percent_of, tax_rate
from penitcareer.domain.pay.bulletin import Agent, ledger_of, totals_of
from penitcareer.domain.pay.errors import UnknownLegalValue
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.ledger import AUTO
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.lots.codes import Mask, Numbers
from penitcareer.lots.facts import Linear, alone
from penitcareer.lots.forms import Parts
from penitcareer.lots.header import TOTALS
from penitcareer.lots.posts import Posts

UNTAXED = tuple(name for name in TOTALS if name not in ("impot", "net_paye"))

ColumnSums = dict[str, Numbers]  # by code of line or name of total, in cents, a number a row
_Part = tuple[Numbers, Mapping[str, Any]]  # some rows, and columns of their own


class Summed(NamedTuple):
    """The amounts of the rows of a table, and their totals, 0 where none was asked; `refus`: why
    some have none, by row."""

    lignes: ColumnSums
    totaux: ColumnSums
    refus: dict[int, PenitError]


def summed(
    posts: Posts, agents: Parts, which: Numbers, given: Mapping[str, Linear], where: Mask, lines_too: bool
) -> Summed:
    """Every total of some rows of a table but their tax, and every line of these. `which`: the agent of each."""
    law, texts = posts.law, posts.books.lignes
    asked, refused = np.flatnonzero(where), dict[int, PenitError]()
    lines, totals = list[_Part](), list[_Part]()
    for form, places in _by_form(agents, which):
        rows = asked[places]
        facts = {fact: column.valeurs[rows] for fact, column in given.items()}
        agent = _agents(posts, form, agents, which[places], facts)
        try:
            amounts = ledger_of(law, agent).montants
            found = totals_of(law, texts, amounts, agent, 0)
        except UnknownLegalValue as problem:
            refused.update(dict.fromkeys(rows.tolist(), alone(problem)))
            continue
        if "psc_employeur" in facts:
            amounts["psc_employeur"] = facts["psc_employeur"]  # type: ignore[assignment]
        if lines_too:
            lines.append((rows, amounts))
        totals.append((rows, {name: getattr(found, name) for name in UNTAXED}))
    codes = dict.fromkeys(code for _, amounts in lines for code in amounts)
    return Summed(_placed(codes, lines, len(where)), _placed(UNTAXED, totals, len(where)), refused)


def _placed(names: Collection[str], parts: Sequence[_Part], size: int) -> ColumnSums:
    """Columns of some rows as columns of all, 0 for the others."""
    # The system gives one large piece of memory much sooner than as much in small ones.
    placed = dict(zip(names, np.zeros((len(names), size), np.int64), strict=True))
    for rows, columns in parts:
        for name, column in columns.items():
            placed[name][rows] = column
    return placed


def add_tax(law: Law, totals: ColumnSums, own: Linear | None) -> None:
    """Add the tax of every row, at its own rate or at the default one, and the net paid."""
    taxable: Any = totals["net_imposable"]
    rate: Any = tax_rate(law, taxable)
    if own is not None:
        rate = np.where(own.dits, own.valeurs, rate)
    totals["impot"] = percent_of(taxable, rate)  # type: ignore[assignment]
    totals["net_paye"] = totals["net_a_payer_avant_impot"] - totals["impot"]


def _by_form(agents: Parts, which: Numbers) -> Iterator[tuple[Agent, Numbers]]:
    """The rows of each form."""
    forms = agents.forme[which]
    order = np.argsort(forms, kind="stable")
    ends = np.cumsum(np.bincount(forms, minlength=len(agents.formes)))
    start = 0
    for form, end in zip(agents.formes, ends.tolist(), strict=True):
        if end > start:
            yield form, order[start:end]
        start = end


def _agents(posts: Posts, form: Agent, agents: Parts, which: Numbers, facts: dict[str, Numbers]) -> Agent:
    """An agent whose numbers are columns."""

    def lines(codes: tuple[tuple[str, int], ...], start: int, more: str) -> Any:
        columns = [(code, agents.montants[start + rank][which]) for rank, (code, _) in enumerate(codes)]
        return (*columns, *(((more, facts[more]),) if more in facts else ()))

    changed: dict[str, Any] = {
        "taux_residence": agents.residence[which],
        "primes": lines(form.primes, 0, "primes"),
        "unites": lines(form.unites, len(form.primes), "prime_unique"),
    }
    changed |= {fact: facts[fact] for fact in ("enfants", "psc_agent", "psc_employeur") if fact in facts}
    if "ic_csg" in facts and form.ic_csg != AUTO:
        changed["ic_csg"] = facts["ic_csg"]
    if not isinstance(form, Titulaire):
        return form._replace(brut=facts["brut"], **changed)  # type: ignore[arg-type]
    index = agents.indice[which]
    if "im" in facts:
        index = np.where(facts["im"] > 0, np.maximum(facts["im"], posts.least_index), index)
    if "nbi" in facts:
        changed["nbi"] = facts["nbi"]
    return form._replace(indice_majore=index, **changed)  # type: ignore[arg-type]
