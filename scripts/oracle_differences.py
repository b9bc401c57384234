"""Every gap between our payslip and OpenFisca's, and the cause that explains it to the cent.

A cause is believed only when its rule, worked from what OpenFisca itself found, gives the
amount OpenFisca gave; a line that only follows from others, when OpenFisca agrees once
those others are imposed. Anything else is unexplained.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator
from typing import NamedTuple

from oracle_cases import Case

from penitcareer.domain.pay.arithmetic import traitement

Amounts = dict[str, float]

LINE_TOLERANCE, TOTAL_TOLERANCE = 0.02, 0.05
FLOAT_NOISE = 0.003  # OpenFisca computes in single precision
TOTALS = ("net_a_payer_avant_impot", "net_imposable")
FOLLOWS = "suite_d_un_ecart"
UNEXPLAINED = "inexplique"

# Our line -> OpenFisca's variable and its sign; None: a line that OpenFisca does not have.
VARIABLES: dict[str, tuple[str, int] | None] = {
    "traitement": ("traitement_indiciaire_brut", 1),
    "nbi": ("nouvelle_bonification_indiciaire", 1),
    "indemnite_differentielle": None,
    "indemnite_residence": ("indemnite_residence", 1),
    "sft": ("supplement_familial_traitement", 1),
    "ic_csg": ("indemnite_compensatrice_csg", 1),
    "transfert_primes_points": None,
    "pension_civile": ("pension_salarie", -1),
    "pension_pss": None,
    "rafp": ("rafp_salarie", -1),
    "vieillesse_plafonnee": ("vieillesse_plafonnee_salarie", -1),
    "vieillesse_deplafonnee": ("vieillesse_deplafonnee_salarie", -1),
    "ircantec": ("ircantec_salarie", -1),
    "maladie_alsace_moselle": ("mmid_salarie", -1),
    "csg_deductible": ("csg_deductible_salaire", -1),
    "csg_non_deductible": ("csg_imposable_salaire", -1),
    "crds": ("crds_salaire", -1),
    "net_a_payer_avant_impot": ("salaire_net", 1),
    "net_imposable": ("salaire_imposable", 1),
}
FEBRUARY = 2
FAMILY_SPLIT = 2  # from two children on, the supplément familial follows the traitement


class Gap(NamedTuple):
    """A line over tolerance, in euros: theirs less ours."""

    case: Case
    ligne: str
    ecart: float
    cause: str


class Deviation(NamedTuple):
    """A rule of OpenFisca's that is not the law's: where it shows, and what it gives."""

    code: str
    ligne: str
    concerne: Callable[[Case], bool]
    valeur: Callable[[Case, Amounts], float]


def gaps_of(case: Case, alone: Amounts, again: Amounts) -> Iterator[Gap]:
    """The lines of a case over tolerance, each with its cause."""
    ours = _ours(case)
    for line, amount in ours.items():
        allowed = TOTAL_TOLERANCE if line in TOTALS else LINE_TOLERANCE
        theirs = _theirs(line, alone)
        if abs(theirs - amount) > allowed + FLOAT_NOISE:
            yield Gap(case, line, theirs - amount, _cause(case, line, alone) or _following(line, amount, again))
        elif not _agrees(line, amount, again) and line in FOLLOWING:
            yield Gap(case, line, _theirs(line, again) - amount, UNEXPLAINED)


def compared(case: Case) -> int:
    """How many lines and totals of a case are compared."""
    return len(_ours(case))


def _ours(case: Case) -> Amounts:
    """Our amounts in euros: the lines that are due, or that OpenFisca may find due."""
    totals = case.bulletin.totaux
    amounts = {line: case.lignes.get(line, 0) / 100 for line in VARIABLES}
    amounts["net_a_payer_avant_impot"] = totals.net_a_payer_avant_impot / 100
    amounts["net_imposable"] = totals.net_imposable / 100
    return amounts


def _theirs(line: str, found: Amounts) -> float:
    variable = VARIABLES[line]
    return 0.0 if variable is None else found[variable[0]] * variable[1]


def _cause(case: Case, line: str, found: Amounts) -> str | None:
    theirs = _theirs(line, found)
    for deviation in DEVIATIONS:
        if deviation.ligne == line and deviation.concerne(case):
            predicted = deviation.valeur(case, found)
            if abs(theirs - predicted) <= LINE_TOLERANCE:
                return deviation.code
    return None


def _following(line: str, amount: float, again: Amounts) -> str:
    return FOLLOWS if line in FOLLOWING and _agrees(line, amount, again) else UNEXPLAINED


def _agrees(line: str, amount: float, again: Amounts) -> bool:
    allowed = TOTAL_TOLERANCE if line in TOTALS else LINE_TOLERANCE
    return abs(_theirs(line, again) - amount) <= allowed + FLOAT_NOISE


# Lines never imposed: what they say once the others are ours is OpenFisca's own word.
FOLLOWING = frozenset(
    {"rafp", "ircantec", "csg_deductible", "csg_non_deductible", "crds", "net_a_payer_avant_impot", "net_imposable"}
)


def _rate(case: Case, code: str) -> float:
    return case.law.valeurs.named(code) / 10_000


def _held_traitement(case: Case, found: Amounts) -> float:
    """The traitement that OpenFisca holds between the two indices: no NBI, as paid."""
    values = case.law.valeurs
    floor, ceiling = (traitement(case.law, index) / 100 for index in (values.sft_plancher, values.sft_plafond))
    return min(max(found["traitement_indiciaire_brut"], floor), ceiling)


def _family(case: Case, found: Amounts) -> float:
    """Its supplément familial: the scale of the law on the traitement that it holds."""
    values, children = case.law.valeurs, case.request.enfants
    more = max(children - 3, 0)
    held = _held_traitement(case, found)
    if children == FAMILY_SPLIT:
        return values.sft_fixe_2 / 100 + _rate(case, "sft_taux_2") * held
    fixed = (values.sft_fixe_3 + more * values.sft_fixe_sup) / 100
    return fixed + (_rate(case, "sft_taux_3") + more * _rate(case, "sft_taux_sup")) * held


def _residence(case: Case, found: Amounts) -> float:
    return _rate(case, f"ir_zone_{case.request.zone}") * found["traitement_indiciaire_brut"]


def _compensation(case: Case, found: Amounts) -> float:
    paid = found["traitement_indiciaire_brut"] + found["nouvelle_bonification_indiciaire"]
    return _rate(case, "ic_csg") * paid


def _additional(case: Case, found: Amounts) -> float:
    """Its RAFP: the PSS counted as a bonus, the indemnité compensatrice left out."""
    eligible = sum(
        found[name] for name in ("primes_fonction_publique", "indemnite_residence", "supplement_familial_traitement")
    )
    return _rate(case, "rafp") * min(eligible, _rate(case, "rafp_plafond") * found["traitement_indiciaire_brut"])


def _contract_base(case: Case) -> float:
    """Its base of a contractuel's contributions: the gross without the supplément familial."""
    return (case.bulletin.totaux.brut - case.lignes.get("sft", 0)) / 100


def _ceiling(case: Case) -> float:
    """Its ceiling of the Social Security: so many thirtieths as the month has days, at most 30."""
    days = monthrange(case.jour.year, case.jour.month)[1]
    return case.law.valeurs.plafond_ss / 100 * min(days, 30) / 30


def _capped(case: Case, _found: Amounts) -> float:
    return _rate(case, "vieillesse_plafonnee") * min(_contract_base(case), _ceiling(case))


def _complementary(case: Case, _found: Amounts) -> float:
    """Its Ircantec: the law's two rates on either side of its ceiling, up to eight."""
    base, ceiling = _contract_base(case), _ceiling(case)
    above = max(min(base, case.law.valeurs.ircantec_plafonds * ceiling) - ceiling, 0)
    return _rate(case, "ircantec_a") * min(base, ceiling) + _rate(case, "ircantec_b") * above


def _uncapped(case: Case, _found: Amounts) -> float:
    return _rate(case, "vieillesse_deplafonnee") * _contract_base(case)


def _local_scheme(case: Case, _found: Amounts) -> float:
    return 0.015 * _contract_base(case)


def _nothing(_case: Case, _found: Amounts) -> float:
    return 0.0


def _always(_case: Case) -> bool:
    return True


def _has(line: str) -> Callable[[Case], bool]:
    return lambda case: line in case.lignes


def _in_february(case: Case) -> bool:
    return case.jour.month == FEBRUARY


def _scaled(case: Case) -> bool:
    """Whether the supplément familial of a titulaire follows the traitement."""
    return not case.contractuel and case.request.enfants >= FAMILY_SPLIT


DEVIATIONS = (
    Deviation("pas_de_differentielle", "indemnite_differentielle", _always, _nothing),
    Deviation("pas_de_transfert", "transfert_primes_points", _always, _nothing),
    Deviation("pas_de_pension_sur_pss", "pension_pss", _always, _nothing),
    Deviation("ir_sans_nbi", "indemnite_residence", _has("nbi"), _residence),
    Deviation("sft_temps_partiel", "sft", lambda case: _scaled(case) and case.part < 1, _family),
    Deviation("sft_sans_nbi", "sft", lambda case: _scaled(case) and "nbi" in case.lignes, _family),
    Deviation(
        "sft_contractuel_au_plancher",
        "sft",
        lambda case: case.contractuel and case.request.enfants >= FAMILY_SPLIT,
        _family,
    ),
    Deviation("compensatrice_hors_primes", "ic_csg", _has("ic_csg"), _compensation),
    Deviation("rafp_sur_pss", "rafp", _has("pss"), _additional),
    Deviation("rafp_sans_compensatrice", "rafp", _has("ic_csg"), _additional),
    Deviation("plafond_de_fevrier", "vieillesse_plafonnee", _in_february, _capped),
    Deviation("plafond_de_fevrier", "ircantec", _in_february, _complementary),
    Deviation("vieillesse_sans_sft", "vieillesse_plafonnee", _has("sft"), _capped),
    Deviation("vieillesse_sans_sft", "vieillesse_deplafonnee", _has("sft"), _uncapped),
    Deviation("alsace_moselle_1_5", "maladie_alsace_moselle", _has("maladie_alsace_moselle"), _local_scheme),
)
