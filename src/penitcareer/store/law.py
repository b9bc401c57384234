"""The law of the payslip: the files of `droit/` put together, and what is built from them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from penitcareer.domain.checks import Fault
from penitcareer.domain.dated import Parameter, Wording
from penitcareer.domain.errors import InvalidData
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.indices import LetterScale, Scale, Scales
from penitcareer.domain.pay.law import LineText, PayRules, Quotite, Share, TaxGrid, bases_of
from penitcareer.domain.pay.primes import Prime
from penitcareer.store.convert import record_from, records_from

Plain = dict[str, Any]


def law_together(files: Iterable[tuple[str, Plain]]) -> Plain:
    """The files of the law as one, lines in the order of `ordre`; tables shortened to what
    is computed with. Raises InvalidData for what two files define, or a line out of order."""
    found: Plain = {"parametres": {}, "lignes": {}, "quotites": [], "impot": [], "hypotheses": []}
    scales: dict[str, list[Any]] = {"bareme_a": [], "hors_echelle": []}
    order: list[str] = []
    ordered_in = ""
    for path, plain in files:
        given = {code: value for code, value in plain["parametres"].items() if value is not None}
        lines = {line["code"]: line for line in plain["lignes"]}
        for field, values in (("parametres", given), ("lignes", lines)):
            _refuse_twice(path, field, found[field], values)
            found[field] |= values
        for field in ("quotites", "impot", "hypotheses"):
            found[field] += plain[field]
        scales["bareme_a"] += [_gross_scale(scale) for scale in plain["bareme_a"]]
        scales["hors_echelle"] += [_letter_scale(scale) for scale in plain["hors_echelle"]]
        if plain["ordre"]:
            order, ordered_in = plain["ordre"], path
    if sorted(order) != sorted(found["lignes"]):
        odd = ", ".join(sorted(set(order) ^ set(found["lignes"])))
        raise InvalidData([Fault(ordered_in, None, "ordre", f"nommer chaque ligne une fois : {odd}")])
    return {**found, **scales, "lignes": [found["lignes"][code] for code in order]}


def _refuse_twice(path: str, field: str, known: Mapping[str, Any], more: Mapping[str, Any]) -> None:
    twice = sorted(set(known) & set(more))
    if twice:
        raise InvalidData([Fault(path, None, field, f"déjà dans un autre fichier : {', '.join(twice)}")])


def _gross_scale(plain: Plain) -> list[Any]:
    return [plain["depuis"], [[row["ib"], row["im"]] for row in plain["couples"]]]


def _letter_scale(plain: Plain) -> list[Any]:
    return [plain["depuis"], [[row["lettre"], row["chevrons"]] for row in plain["lettres"]]]


def bareme_of(law: Plain) -> dict[int, int]:
    """Barème A in force, gross index to majoré."""
    return dict(law["bareme_a"][-1][1])


def rules_from(law: Plain, smic: Plain) -> PayRules:
    """Every dated rule of the payslip. The SMIC, which estimates need too, joins here."""
    lines = {line.code: line for line in records_from(LineText, law["lignes"])}
    parameters = {"smic": smic, **law["parametres"]}
    quotites = records_from(Quotite, law["quotites"])
    return PayRules(
        parametres={code: record_from(Parameter, plain) for code, plain in parameters.items()},
        lignes=lines,
        assiettes=bases_of(lines),
        quotites={item.quotite: Share(item.numerateur, item.denominateur) for item in quotites},
        impot=records_from(TaxGrid, law["impot"]),
    )


def _scales_from(law: Plain) -> Scales:
    """Barème A and hors échelle, oldest first."""
    gross = (Scale(date.fromisoformat(since), dict(rows)) for since, rows in law["bareme_a"])
    letters = law["hors_echelle"]
    return Scales(
        tuple(gross),
        tuple(
            LetterScale(date.fromisoformat(since), {letter: tuple(chevrons) for letter, chevrons in rows})
            for since, rows in letters
        ),
    )


def books_from(rules: PayRules, law: Plain, primes: list[Plain]) -> PayBooks:
    """What computations of pay read beside the law of their day."""
    return PayBooks(rules.lignes, _scales_from(law), records_from(Prime, primes), wordings_from(law["hypotheses"]))


def wordings_from(plains: list[Plain]) -> Mapping[str, Wording]:
    """The sentence of each doubt, by code, in the order in which they are said."""
    return {wording.code: wording for wording in records_from(Wording, plains)}
