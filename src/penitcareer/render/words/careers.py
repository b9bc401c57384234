"""Stages and amounts of careers as French texts, shared by their formats."""

from collections.abc import Mapping

from penitcareer.domain.career.crossing import Lead
from penitcareer.domain.career.path import Path, Segment, Year
from penitcareer.domain.career.payroll import MonthPay
from penitcareer.domain.career.plan import Plan, Subject
from penitcareer.domain.career.walk import Stage
from penitcareer.domain.money import Span
from penitcareer.render.words import corps, french, grades
from penitcareer.render.words.metiers import short_name

PHASES = {"eleve": "élève", "stagiaire": "stagiaire", "en_poste": "en poste"}
BASES = {
    "grille": "grille indiciaire",
    "fourchettes": "fourchettes indicatives",
    "etapes": "étapes sans montant",
}
ADVANCES = {
    "sans": "sans promotion",
    "au_plus_tot": "promotions au plus tôt",
    "median": "promotions à l’âge médian",
}


def stage(segment: Segment) -> str:
    """« classe normale, échelon 3 », « élève », « en poste (junior) »."""
    held = segment.etape
    name = PHASES.get(held.phase) or _post(held, segment.paie)
    if held.pratique:
        name = f"{name}, stage pratique"
    details = [french.LEVELS[segment.paie.niveau].lower()] if segment.paie and segment.paie.niveau else []
    if segment.foyer.quotite < 100:
        details.append(f"{segment.foyer.quotite}{french.FIXED}%")
    if segment.foyer.enfants:
        details.append(french.count(segment.foyer.enfants, "enfant"))
    return f"{name} ({', '.join(details)})" if details else name


def echelon_of(held: Stage, paid: MonthPay | None) -> str | None:
    """The échelon, None when time may have changed it: its length is unsourced and no
    payslip rests on it, but perhaps as a floor."""
    exact = paid is not None and paid.niveau is None and paid.net.max is not None
    return held.echelon.echelon if held.echelon is not None and (held.lasting or exact) else None


def month(iso: str) -> str:
    """« nov. 2026 »."""
    year, number = iso.split("-")
    return f"{SHORT_MONTHS[int(number) - 1]}{french.FIXED}{year}"


def first_day(path: Path, year: Year) -> str:
    """The first month of a year, in ISO."""
    start = path.plan.debut
    return f"{start.year + year.annee - 1}-{start:%m}"


def grade_held(held: Stage) -> str:
    """What a grade's title adds to its corps': « hors classe »."""
    return grades.short_grade(held.grade, held.sujet.corps) if held.grade else ""


def net(paid: MonthPay | None) -> str:
    """« 2 178,45 », « 1 367–1 440 » for a band, « ≥ 1 985 » for a floor, « — »: the unit is in
    the header."""
    return amounts(paid.net, paid) if paid else UNSOURCED


def gross(paid: MonthPay | None) -> str:
    """The same of the gross."""
    return amounts(paid.brut, paid) if paid else UNSOURCED


def amounts(shown: Span, paid: MonthPay) -> str:
    """A payslip's amount to the cent; to the euro when indicative, or between two payslips."""
    exact = paid.niveau is None and shown.min == shown.max
    text = french.euros(shown.min, True) if exact else french.amount_range(shown, LEAST)
    return text.removesuffix(EURO)


def amount(paid: MonthPay) -> str:
    """« 2 178 € », « 2 340–2 673 € », « ≥ 1 985 € »: to the euro."""
    return french.amount_range(paid.net, LEAST)


def amount_or_nothing(paid: MonthPay | None) -> str:
    """The same without its unit, « — » when it is unknown."""
    return amount(paid).removesuffix(EURO) if paid else french.NOTHING


def who(path: Path) -> str:
    """« DSP », « Surveillant », « CPIP puis DPIP »: as people say it."""
    return " puis ".join(_called(one) for one in _legs(path))


def who_in_full(path: Path) -> str:
    """« DSP », « Surveillant (corps CEA) », « CPIP puis DPIP »."""
    return " puis ".join(_in_full(one) for one in _legs(path))


def _legs(path: Path) -> tuple[Subject, ...]:
    return (path.sujet, *(move.sujet for move in path.plan.passages))


def _called(subject: Subject) -> str:
    """A métier whose acronym is that of its corps is called as its members are."""
    one = subject.corps
    if one is not None and (subject.code == one.code or subject.sigle == one.sigle):
        return corps.called(one)
    return subject.sigle or short_name(subject.titre, None)


def _in_full(subject: Subject) -> str:
    name, one = _called(subject), subject.corps
    return f"{name} ({one.nature} {one.sigle})" if one and one.sigle.isupper() and one.sigle != name else name


def total(cumulated: Span | None) -> str:
    """A cumulated net to the euro, its unit in the header."""
    return french.amount_range(cumulated, LEAST).removesuffix(EURO) if cumulated else UNSOURCED


def lead(found: Lead, names: Mapping[str, str]) -> str:
    """« DSP, puis DPIP l’année 6 », « toujours DPIP »."""
    if found.devant is None:
        return "rien à comparer"
    if not found.passages:
        return f"toujours {names[found.devant]}"
    after = ", ".join(f"{names[passing.devant]} l’année {passing.annee}" for passing in found.passages)
    return f"{names[found.devant]} d’abord, puis {after}"


def course(path: Path) -> str:
    """« sans promotion », « principal l’année 12 », « au plus tôt »: how it rises, and moves."""
    plan: Plan = path.plan
    asked = [f"{wish.grade.replace('_', ' ')} l’année {wish.annee}" for wish in plan.promotions]
    asked += [f"puis {_called(move.sujet)} l’année {move.annee}" for move in plan.passages]
    if plan.avancement != "sans" or not plan.promotions:
        asked.insert(0, ADVANCES[plan.avancement])
    return ", ".join(asked)


def _post(held: Stage, paid: MonthPay | None) -> str:
    name = echelon_of(held, paid)
    if name in (None, ONLY):
        return grade_held(held)
    chevron = f", chevron {held.chevron}" if held.chevron > 1 else ""
    return f"{grade_held(held)}, échelon {french.echelon(name or ONLY)}{chevron}"


SHORT_MONTHS = [
    *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
    *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
]
EURO = f"{french.FIXED}€"
LEAST = f"≥{french.FIXED}"  # before the amount of a floor, in a table
ONLY = "unique"  # the name that a grade without échelons gives to its one step
UNSOURCED = french.NOTHING
