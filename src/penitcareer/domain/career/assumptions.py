"""What a career assumes, with the euros a month at stake when they can be told."""

from collections.abc import Iterator, Mapping

from penitcareer.domain.career.doubts import BOUNDED
from penitcareer.domain.career.path import Path, Segment
from penitcareer.domain.career.payroll import BRACKETS, GRID, STAGES, MonthPay, Payroll
from penitcareer.domain.money import Cents
from penitcareer.domain.pay.hypotheses import Detail, Hypothese
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.residence import dearest_zone
from penitcareer.domain.wording import Wording

_Found = tuple[str, Detail, Cents | None]  # code, detail, stake


def assumptions_of(path: Path, payroll: Payroll, law: Law, wordings: Mapping[str, Wording]) -> tuple[Hypothese, ...]:
    """Every assumption of a career, in the order of their sentences; those of one kind are
    one, with every detail."""
    details: dict[str, dict[Detail, None]] = {}
    stakes: dict[str, Cents | None] = {}
    for code, detail, stake in (*_of_path(path, payroll, law), *_of_walk(path, payroll)):
        details.setdefault(code, {})[detail] = None
        stakes[code] = stakes.get(code) or stake
    return tuple(
        Hypothese(code, wording.texte, tuple(filter(None, details[code])), stakes[code], wording.source)
        for code, wording in wordings.items()
        if code in details and wording.in_force(law.jour)
    )


def _of_path(path: Path, payroll: Payroll, law: Law) -> Iterator[_Found]:
    yield "droit_constant", (f"{law.jour:%Y-%m}",), None
    if path.base == BRACKETS:
        yield "fourchettes", (), None
    if path.base == STAGES:
        yield "etapes", (), None
    elif path.mois_inconnus:
        yield "paie_inconnue", (path.mois_inconnus,), None
    exact = next((segment for segment in path.segments if _is_payslip(segment)), None)
    if exact is not None:
        yield "bulletin", (), None
    for bonus in path.manque:
        yield "prime_inconnue", (bonus,), None
    if path.plan.zone is None and exact is not None:
        elsewhere = payroll.in_zone(dearest_zone(law)).payslip(exact.etape, exact.foyer)
        yield "zone_par_defaut", (), _gap(exact.paie, elsewhere)
    if path.plan.temps_partiels:
        yield "temps_partiel", (), None
    yield from _of_children(path, payroll)


def _of_children(path: Path, payroll: Payroll) -> Iterator[_Found]:
    last = path.segments[-1]
    if not last.foyer.enfants:
        return
    if path.base == BRACKETS:
        yield "enfants_fourchettes", (), None
    if _is_payslip(last):
        fewer = last.foyer._replace(enfants=last.foyer.enfants - 1)
        yield "enfants", (), _gap(last.paie, payroll.payslip(last.etape, fewer))


def _of_walk(path: Path, payroll: Payroll) -> Iterator[_Found]:
    """The doubts met on the way; one that changes no amount and no stage is not said."""
    for doubt in path.doutes:
        if doubt.code == "stages_ecole_inconnus":
            stake = _placement_stake(path, payroll)
            if path.base == GRID and stake:
                yield doubt.code, (), stake
        elif path.base == GRID or doubt.code not in BOUNDED.values():
            yield doubt.code, doubt.detail, None


def _placement_stake(path: Path, payroll: Payroll) -> Cents | None:
    """What a school month in placement would add to the net."""
    for segment in path.segments:
        if segment.etape.service is None:
            gap = _gap(segment.paie, payroll.payslip(segment.etape._replace(pratique=True), segment.foyer))
            if gap is not None:
                return gap
    return None


def _is_payslip(segment: Segment) -> bool:
    in_service = segment.etape.service is not None
    return in_service and segment.paie is not None and segment.paie.niveau is None


def _gap(paid: MonthPay | None, other: MonthPay | None) -> Cents | None:
    """The net between two pays, None when one is unknown, or a floor."""
    if paid is None or other is None or paid.net.max is None:
        return None
    return abs(other.net.min - paid.net.min)
