"""What must hold between the fields of a record: one table, one function a rule.

A rule takes the validated model (its fields are those of the record, amounts in cents) and
the context of the reading; it raises ValueError with the French of the fault.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from penitcareer.domain.amounts import is_digits
from penitcareer.domain.dated import Parameter
from penitcareer.domain.metiers.metier import Competence, Exigences, Metier
from penitcareer.domain.metiers.remuneration import Remuneration, RemunerationPubliee, Tranche
from penitcareer.domain.money import Range
from penitcareer.domain.names import fold, name_key
from penitcareer.domain.pay.advancement import PromotionRoute
from penitcareer.domain.pay.bounds import Interval, intervals_of, majore_interval
from penitcareer.domain.pay.corps import TRAINING, Corps, Echelon, Grade
from penitcareer.domain.pay.law import ResidenceZone, TaxGrid, TransferCap
from penitcareer.domain.pay.law_values import LawValues
from penitcareer.domain.pay.primes import Prime, PrimeAmount, PrimeRate

Context = Mapping[str, Any] | None
Agreement = Callable[[Any, Context], None]


def _bounds_in_order(item: Any, _: Context) -> None:
    if item.min is not None and item.max is not None and item.min > item.max:
        raise ValueError("la borne min dépasse la borne max")


def _bracket_lasts(tranche: Any, _: Context) -> None:
    if tranche.anciennete_max is not None and tranche.anciennete_max <= tranche.anciennete_min:
        raise ValueError("anciennete_max dépasse anciennete_min (ou vaut null : sans limite)")


def _brackets_follow(pay: Any, _: Context) -> None:
    starts = [tranche.anciennete_min for tranche in pay.tranches]
    if starts != sorted(set(starts)) or len({tranche.niveau for tranche in pay.tranches}) < len(starts):
        raise ValueError("les tranches vont de la moins à la plus ancienne, un niveau n'y vient qu'une fois")


def _amount_or_range(pay: Any, _: Context) -> None:
    pair = (pay.min is not None, pay.max is not None)
    if (pay.montant is None) != (pair == (True, True)) or pair in ((True, False), (False, True)):
        raise ValueError("donner soit montant, soit min et max")


def _rated_on_a_scale(skill: Any, _: Context) -> None:
    if (skill.niveau is None) != (skill.sur is None) or (skill.niveau or 0) > (skill.sur or 0):
        raise ValueError("niveau et sur vont ensemble, et niveau ne dépasse pas sur")


def _ages_in_order(demand: Any, _: Context) -> None:
    ages = [age for age in (demand.age_min, demand.age_max, demand.age_report) if age is not None]
    if ages != sorted(ages) or (demand.age_report is not None and demand.age_max is None):
        raise ValueError("age_min, age_max et age_report vont en croissant, et age_report suppose age_max")


def _seniority_in_a_corps(demand: Any, _: Context) -> None:
    if demand.anciennete is not None and not demand.corps:
        raise ValueError("anciennete compte des années dans un corps : nommez-le dans corps")


def _sources_declared(metier: Any, _: Context) -> None:
    declared = [source.id for source in metier.sources]
    if len(declared) != len(set(declared)):
        raise ValueError("deux sources ont le même id")
    unknown = sorted({*metier.origines.values(), *_source_ids(metier)} - set(declared))
    if unknown:
        raise ValueError(f"source non déclarée dans sources : {', '.join(unknown)}")


def _source_ids(model: Any) -> Iterable[str]:
    """Every source id that a model and the models it holds refer to."""
    fields = vars(model)
    if fields.get("source") is not None:
        yield fields["source"]
    for value in fields.values():
        for item in value if isinstance(value, list) else (value,):
            if hasattr(item, "model_fields_set"):
                yield from _source_ids(item)


def _fields_named(metier: Any, _: Context) -> None:
    strangers = sorted({*metier.precisions, *metier.origines} - set(type(metier).model_fields))
    if strangers:
        raise ValueError(f"precisions et origines nomment des champs inconnus : {', '.join(strangers)}")


def _title_has_letters(metier: Any, _: Context) -> None:
    if not fold(metier.titre):
        raise ValueError("le titre n'a ni lettre ni chiffre")


def _indices_agree(echelon: Any, context: Context) -> None:
    """`bareme`: barème A in force, gross index to majoré."""
    known = (context or {}).get("bareme", {}).get(echelon.ib)
    if known is not None and echelon.im not in (None, known):
        raise ValueError(
            f"à l’indice brut {echelon.ib} le barème A donne l’indice majoré {known}, pas {echelon.im} :"
            " gardez l’un des deux"
        )


def _index_of_one_kind(echelon: Any, _: Context) -> None:
    exact = any(index is not None for index in (echelon.ib, echelon.lettre, echelon.im))
    bounded = echelon.im_min is not None or echelon.im_max is not None
    if exact + bounded + (echelon.im_suppose is not None) > 1:
        raise ValueError(
            "l’indice est exact (ib, im ou lettre), encadré (im_min, im_max) ou supposé (im_suppose) : un seul"
        )
    if Interval(echelon.im_min, echelon.im_max).crossed:
        raise ValueError("im_min dépasse im_max")


def _bounds_explained(grade: Any, _: Context) -> None:
    """Bounds and suppositions have a reason, and a reason has bounds or suppositions."""
    supposed = any(echelon.im_suppose is not None for echelon in grade.echelons)
    bounded = any(echelon.im_min is not None or echelon.im_max is not None for echelon in grade.echelons)
    if grade.encadrement is None:
        if supposed or bounded:
            raise ValueError(
                f"le grade {grade.code} a des indices encadrés ou supposés : dites pourquoi dans encadrement"
            )
    elif (grade.encadrement.nature == "supposition") != supposed:
        raise ValueError("nature vaut supposition si un échelon a im_suppose, bornes sinon")


def _bounds_agree(grade: Any, context: Context) -> None:
    """No échelon is bounded, or supposed, against its neighbours."""
    couples = (context or {}).get("bareme", {})
    known = intervals_of(grade.echelons, lambda ib: majore_interval(couples, ib))
    for echelon, interval in zip(grade.echelons, known, strict=True):
        if interval.crossed:
            raise ValueError(
                f"à l’échelon {echelon.echelon} du grade {grade.code}, l’indice serait d’au moins {interval.low}"
                f" et d’au plus {interval.high} : les indices ne baissent pas d’un échelon au suivant"
            )
        if echelon.im_suppose is not None and not interval.holds(echelon.im_suppose):
            raise ValueError(
                f"à l’échelon {echelon.echelon} du grade {grade.code}, im_suppose contredit les échelons voisins"
            )


def _echelons_follow(grade: Any, _: Context) -> None:
    names = [echelon.echelon for echelon in grade.echelons]
    if len(names) != len({name_key(name) for name in names}):
        raise ValueError(f"un échelon est en double dans le grade {grade.code}")
    numbers = [int(name) for name in names if is_digits(name)]
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"il manque un échelon dans le grade {grade.code}")


def _indices_grow(grade: Any, _: Context) -> None:
    for field, words in (("im", "majorés"), ("ib", "bruts"), ("im_suppose", "supposés")):
        known = [index for echelon in grade.echelons if (index := getattr(echelon, field)) is not None]
        if known != sorted(known):
            raise ValueError(f"les indices {words} du grade {grade.code} ne croissent pas")


def _own_grades(corps: Any, _: Context) -> None:
    known = {grade.code for grade in corps.grades}
    named = {code for step in corps.carriere.promotions for code in (step.depuis, step.vers)}
    named |= {phase.grade for phase in corps.carriere.ecole}
    named |= {code for fusion in corps.fusions for code in (*fusion.depuis, fusion.vers)}
    if named - known:
        raise ValueError(f"grade inconnu dans carriere ou fusions : {', '.join(sorted(named - known))}")


def _own_echelons(corps: Any, _: Context) -> None:
    steps = {grade.code: {echelon.echelon for echelon in grade.echelons} for grade in corps.grades}
    asked = {(step.depuis, way.echelon_min) for step in corps.carriere.promotions for way in step.voies}
    strangers = {name for code, name in asked if name is not None and name not in steps[code]}
    if (first := corps.carriere.echelon_entree) is not None and not any(first in names for names in steps.values()):
        strangers.add(first)
    if strangers:
        raise ValueError(f"échelon inconnu dans carriere : {', '.join(sorted(strangers))}")


def _grades_differ(corps: Any, _: Context) -> None:
    codes = [grade.code for grade in corps.grades]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice is not None:
        raise ValueError(f"le grade {twice} est en double")


def _mergers_leave_grades(corps: Any, _: Context) -> None:
    """Grades merge once, into an heir born then, so that each day has its grades: none of
    them a school grade, and no heir that ends before it starts."""
    ends = [(code, fusion.le) for fusion in corps.fusions for code in fusion.depuis]
    births = {fusion.vers: fusion.le for fusion in corps.fusions}
    gone = [code for code, _ in ends]
    for code in sorted({*gone, *births} & {*TRAINING}):
        raise ValueError(f"le grade d’école {code} ne peut pas fusionner")
    for code in sorted({code for code in gone if gone.count(code) > 1}):
        raise ValueError(f"le grade {code} disparaît deux fois dans fusions")
    if len(births) < len(corps.fusions):
        raise ValueError("un grade ne peut naître que d’une fusion : réunissez celles qui ont le même vers")
    for code, day in ends:
        if code in births and day <= births[code]:
            raise ValueError(f"le grade {code} disparaît dans une fusion le jour où une fusion le crée, ou avant")


def _days_in_order(route: Any, _: Context) -> None:
    if route.depuis and route.jusqu_au and route.depuis > route.jusqu_au:
        raise ValueError("jusqu_au précède depuis")


def _tax_brackets_follow(grid: Any, _: Context) -> None:
    starts = [bracket.de for bracket in grid.tranches]
    if starts != sorted({0, *starts}):
        raise ValueError("les tranches de l’impôt vont de 0 à la plus haute, chacune une fois")


def _values_in_order(item: Any, _: Context) -> None:
    days = [value.depuis for value in item.valeurs]
    if days != sorted(set(days)):
        raise ValueError("les valeurs se suivent par date d'effet, sans doublon")


def _parameter_exists(item: Any, _: Context) -> None:
    """A record that names a parameter of the law names one that there is."""
    name = getattr(item, "parametre", None) or getattr(item, "points", None)
    if name is not None and name not in LawValues.__annotations__:
        raise ValueError(f"paramètre du droit inconnu : {name}")


def _counted_by_unit(prime: Any, _: Context) -> None:
    if (prime.mode in ("unite", "heures")) != (prime.nombre_max is not None):
        raise ValueError("nombre_max va avec les modes unite et heures, et eux seuls")


RULES: dict[Any, tuple[Agreement, ...]] = {
    Range: (_bounds_in_order,),
    Tranche: (_bracket_lasts,),
    Remuneration: (_brackets_follow,),
    RemunerationPubliee: (_amount_or_range, _bounds_in_order),
    Competence: (_rated_on_a_scale,),
    Exigences: (_ages_in_order, _seniority_in_a_corps),
    Metier: (_sources_declared, _fields_named, _title_has_letters),
    Echelon: (_indices_agree, _index_of_one_kind),
    Grade: (_echelons_follow, _indices_grow, _bounds_explained, _bounds_agree),
    Corps: (_grades_differ, _own_grades, _own_echelons, _mergers_leave_grades),
    PromotionRoute: (_days_in_order,),
    TaxGrid: (_tax_brackets_follow,),
    Prime: (_parameter_exists, _counted_by_unit),
    **dict.fromkeys((ResidenceZone, TransferCap), (_parameter_exists,)),
    **dict.fromkeys((Parameter, PrimeRate, PrimeAmount), (_values_in_order,)),
}
