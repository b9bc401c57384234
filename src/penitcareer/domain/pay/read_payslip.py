"""One's own payslip beside the computed one: what differs, and which doubts could explain it."""

from collections.abc import Callable, Iterator, Mapping

from penitcareer.domain.money import Cents
from penitcareer.domain.names import nearest
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.bulletin import Agent, Totals, ledger_of, totals_of
from penitcareer.domain.pay.errors import UnknownLine
from penitcareer.domain.pay.grants import without_code
from penitcareer.domain.pay.hypotheses import Hypothese, PayDoubt, doubts_of, said
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.domain.records import NamedTuple

NET = "net_a_payer_avant_impot"
SHORT = {"net": NET}
*TOTALS, _RATE = Totals._fields  # amounts, then the rate of the tax


class ReadLine(NamedTuple):
    """A line or a total as computed and as read, in cents."""

    code: str
    calcule: Cents
    lu: Cents

    @property
    def ecart(self) -> Cents:
        """What the payslip has more."""
        return self.lu - self.calcule


class Clue(NamedTuple):
    """A doubt that could explain a gap: with which value if there is one (a zone, cents of a
    bonus), the cents of net before tax that it changes, and those that it leaves to explain
    in all that was read."""

    hypothese: Hypothese
    valeur: int | None
    effet: Cents
    reste: Cents


class ReadPayslip(NamedTuple):
    """A payslip, what was read on one's own, and what could explain the gap, best first.
    `libelles`: what each line read is called, by its code; totals are not lines."""

    bulletin: Payslip
    lignes: tuple[ReadLine, ...]
    pistes: tuple[Clue, ...]
    libelles: Mapping[str, str]

    @property
    def loi(self) -> Law:
        """The law of the payslip."""
        return self.bulletin.loi


def read_of(books: PayBooks, slip: Payslip, read: Mapping[str, Cents]) -> ReadPayslip:
    """Compare a payslip with what was read, by code of line or of total (`net`: before tax).
    Raises UnknownLine."""
    law, situation = slip.loi, slip.situation
    codes = [_code(books, name) for name in read]
    wanted = dict(zip(codes, read.values(), strict=True))

    def seen(agent: Agent) -> dict[str, Cents]:
        amounts = ledger_of(law, agent).montants
        totals = totals_of(law, books.lignes, amounts, agent, situation.demande.taux_impot)
        return {code: getattr(totals, code) if code in TOTALS else amounts.get(code, 0) for code in (NET, *codes)}

    now = seen(situation.agent)
    gap = _left(wanted, now)
    leads = []
    for doubt in doubts_of(law, books, situation, ledger_of(law, situation.agent).montants) if gap else ():
        for value, other in _others(doubt, slip, seen, wanted):
            then = seen(other)
            left = _left(wanted, then)
            if left < gap:
                effect = then[NET] - now[NET]
                leads.append(Clue(said(doubt, books, abs(effect)), value, effect, left))
    lines = tuple(ReadLine(code, now[code], amount) for code, amount in wanted.items())
    names = {code: books.lignes[code].libelle for code in codes if code in books.lignes}
    return ReadPayslip(slip, lines, tuple(sorted(leads, key=lambda lead: (lead.reste, abs(lead.effet)))), names)


def _code(books: PayBooks, name: str) -> str:
    code = SHORT.get(name, name)
    if code not in books.lignes and code not in TOTALS:
        known = (*SHORT, *TOTALS, *books.lignes)
        raise UnknownLine(name, nearest(name, known))
    return code


def _left(wanted: Mapping[str, Cents], seen: Mapping[str, Cents]) -> Cents:
    """What is left to explain, over all that was read."""
    return sum(abs(amount - seen[code]) for code, amount in wanted.items())


def _others(
    doubt: PayDoubt, slip: Payslip, seen: Callable[[Agent], dict[str, Cents]], wanted: Mapping[str, Cents]
) -> Iterator[tuple[int | None, Agent]]:
    """The agent as the doubt says that it may be; a bonus or a contribution of any amount is
    given the one that leads to the net that was read."""
    yield from doubt.autres
    agent, situation = slip.situation.agent, slip.situation
    if NET not in wanted:
        return
    if doubt.code == "psc_absente" and (held := seen(agent)[NET] - wanted[NET]) > 0:
        yield held, agent._replace(psc_agent=held)
    if not isinstance(agent, Titulaire):
        return
    bonuses = {item.prime.libelle: item.prime.code for item in (*situation.primes, *situation.primes_inconnues)}
    code = bonuses.get(str(doubt.detail[0])) if doubt.detail else None
    if code is None:
        return
    others = without_code(agent.primes, code)

    def paid(amount: Cents) -> Titulaire:
        return agent._replace(primes=(*others, (code, amount)))

    amount = _reaching(wanted[NET], lambda amount: seen(paid(amount))[NET])
    if amount is not None:
        yield amount, paid(amount)


def _reaching(net: Cents, of: Callable[[Cents], Cents]) -> Cents | None:
    """The amount that gives a net, which grows with it; None when none does, but the whole net."""
    low, high = 1, net
    if not of(low) <= net <= of(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if of(middle) < net:
            low = middle + 1
        else:
            high = middle
    return low
