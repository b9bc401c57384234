"""Hand-worked careers, read from their file, and what the command says of them."""

from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from tests.pay import derive
from tests.support import penit_json, plain_yaml

CASES = Path(__file__).parent / "cases" / "parcours.yaml"
LAW = "2026-11"  # derive.py knows the bonuses of 2026 only


class Step(NamedTuple):
    """A change of a career: when, what one becomes, and the monthly net, in cents, from
    its lowest to its highest (None: unknown, no highest for a floor)."""

    mois: str
    etape: str
    grade: str | None
    echelon: str | None
    quotite: int
    enfants: int
    net: tuple[int, int | None] | None


def cases() -> list[dict[str, Any]]:
    """Every case of the file."""
    known: list[dict[str, Any]] = plain_yaml(CASES)
    return known


def worked(case: dict[str, Any]) -> list[Step]:
    """The changes of a case, each with a net worked out apart from the program."""
    return [_step(case, item) for item in case["etapes"]]


def _step(case: dict[str, Any], item: Any) -> Step:
    if isinstance(item, list):
        item = {"le": item[0], "etape": item[1:]}
    phase, grade, echelon, pay = item["etape"]
    share, children = item.get("foyer", [100, 0])
    month = str(item["le"])[:7]
    corps = item.get("corps", case.get("corps"))
    return Step(month, phase, grade, echelon, share, children, _net(case, corps, phase, pay, share, children))


def _net(case: dict[str, Any], corps: str | None, phase: str, pay: Any, share: int, children: int) -> Any:
    if pay is None:
        return None
    if isinstance(pay, dict):  # the least index
        return (_net(case, corps, phase, pay["im_min"], share, children)[0], None)
    if corps is None:
        low, high = pay
        return (cents(Fraction(low) * Fraction("0.75")), cents(Fraction(high) * Fraction("0.79")))
    if isinstance(pay, list) and all(isinstance(end, int) for end in pay):  # the ends of a bounded index
        (low, _), (_, high) = (_net(case, corps, phase, end, share, children) for end in pay)
        return (low, high)
    index = {"lettre": pay[0], "chevron": pay[1]} if isinstance(pay, list) else {"im": pay}
    agent = {"corps": corps, "zone": case.get("zone", 3), "quotite": share, "enfants": children, **index}
    if phase != "titulaire":
        agent |= {"sans_prime": ["pss"]}
    net = cents(derive.net_before_tax(LAW, agent))
    return (net, net)


def cents(euros: Fraction) -> int:
    """Cents of an exact amount in euros."""
    exact = euros * 100
    assert exact.denominator == 1, euros
    return int(exact)


def told(case: dict[str, Any]) -> list[Step]:
    """The changes that `penit carriere --json` tells."""
    steps: list[Step] = []
    for year in command(case)["annees"]:
        first = int(case_start(case)[:4]) + year["annee"] - 1
        rows = [(f"{first}{case_start(case)[4:]}", year), *((row["mois"], row) for row in year["changements"])]
        for month, row in rows:
            step = Step(
                month, row["etape"], row["grade"], row["echelon"], row["quotite"], row["enfants"], pay(row["net"])
            )
            if not steps or steps[-1][1:] != step[1:]:
                steps.append(step)
    return steps


def command(case: dict[str, Any]) -> dict[str, Any]:
    """The career of a case, in JSON."""
    path: dict[str, Any] = penit_json("carriere", *case["commande"].split())["parcours"][0]
    return path


def case_start(case: dict[str, Any]) -> str:
    """The first month of a case."""
    words = case["commande"].split()
    start: str = words[words.index("--date") + 1]
    return start


def pay(net: Any) -> tuple[int, int | None] | None:
    """An amount or a band of the JSON, in cents."""
    if net is None:
        return None
    low, high = (net["min"], net["max"]) if isinstance(net, dict) else (net, net)
    return (round(low * 100), None if high is None else round(high * 100))


def months(first: str, last: str) -> int:
    """Months from one to another."""
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:]) - int(first[5:])


def cumulated(steps: list[Step], start: str, year: int) -> tuple[int, int | None] | None:
    """The net of the first years, month after month."""
    low = 0
    high: int | None = 0
    known = False
    for month in range(12 * year):
        step = [item for item in steps if months(start, item.mois) <= month][-1]
        if step.net is not None:
            known = True
            low += step.net[0]
            high = None if high is None or step.net[1] is None else high + step.net[1]
    return (low, high) if known else None
