"""What must hold between the grades of a corps and their mergers. Each rule takes a corps,
as any object with the fields of its record, and raises ValueError with a French sentence."""

from typing import Any

from penitcareer.domain.pay.corps import TRAINING


def grades_differ(corps: Any) -> None:
    """Two grades of one code could not be told apart."""
    codes = [grade.code for grade in corps.grades]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise ValueError(f"le grade {twice} est en double")


def mergers_leave_grades(corps: Any) -> None:
    """Grades merge once, into an heir born then, so that each day has its grades: none of
    them a school grade, and no heir that ends before it starts."""
    ends = [(code, fusion.le) for fusion in corps.fusions for code in fusion.depuis]
    births = {fusion.vers: fusion.le for fusion in corps.fusions}
    gone = [code for code, _ in ends]
    merged = {*gone, *births}
    for code in sorted(merged & {*TRAINING}):
        raise ValueError(f"le grade d’école {code} ne peut pas fusionner")
    for code in sorted({code for code in gone if gone.count(code) > 1}):
        raise ValueError(f"le grade {code} disparaît deux fois dans fusions")
    if len(births) < len(corps.fusions):
        raise ValueError("un grade ne peut naître que d’une fusion : réunissez celles qui ont le même vers")
    for code, day in ends:
        if code in births and day <= births[code]:
            raise ValueError(f"le grade {code} disparaît dans une fusion le jour où une fusion le crée, ou avant")
