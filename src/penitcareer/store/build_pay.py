"""Plain validated pay data (as the snapshot keeps them) to domain values."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from penitcareer.domain.parameters import TextSource
from penitcareer.domain.pay.corps import Corps, Echelon, FormerIndices, Fusion, Grade
from penitcareer.domain.pay.hypotheses import Wording
from penitcareer.domain.pay.indices import LetterScale, Scale, Scales
from penitcareer.domain.pay.law import LegalParameter, LegalValue, LineText, PayRules, Share, TaxBracket, TaxGrid
from penitcareer.domain.pay.primes import Prime, PrimeAmount, PrimeRate
from penitcareer.store.snapshot import Plain

EURO = 100


def rules_from(plain: Plain, smic: Plain) -> PayRules:
    """Every dated rule of the payslip. The SMIC keeps its own file: it joins here."""
    parameters = [*plain["euros"], *plain["taux"], *plain["entiers"], {"code": "smic", **smic}]
    lines = {line["code"]: line for line in plain["lignes"]}
    bases: dict[str, set[str]] = {}
    for code, line in lines.items():
        for base in line["assiettes"]:
            bases.setdefault(base, set()).add(code)
    return PayRules(
        parametres={parameter["code"]: _parameter(parameter) for parameter in parameters},
        lignes={code: _line(line) for code, line in lines.items()},
        assiettes={base: frozenset(members) for base, members in bases.items()},
        quotites={q["quotite"]: Share(q["numerateur"], q["denominateur"]) for q in plain["quotites"]},
        impot=tuple(_grid(grid) for grid in plain["impot"]),
    )


def scales_from(plain: Plain) -> Scales:
    """Barème A and hors échelle, oldest first."""
    return Scales(
        tuple(
            Scale(_day(scale["depuis"]), {couple["ib"]: couple["im"] for couple in scale["couples"]})
            for scale in sorted(plain["bareme_a"], key=_since)
        ),
        tuple(
            LetterScale(_day(scale["depuis"]), {item["lettre"]: tuple(item["chevrons"]) for item in scale["lettres"]})
            for scale in sorted(plain["hors_echelle"], key=_since)
        ),
    )


def wordings_from(plain: Plain) -> Mapping[str, Wording]:
    """The sentence of each doubt."""
    return {item["code"]: Wording(item["texte"], item["source"]) for item in plain["hypotheses"]}


def primes_from(plains: list[Plain]) -> tuple[Prime, ...]:
    """Every bonus."""
    return tuple(
        Prime(
            **{
                **plain,
                "conditions": tuple(plain["conditions"]),
                "taux": tuple(PrimeRate(**{**rate, "valeurs": _values(rate["valeurs"])}) for rate in plain["taux"]),
                "montants": tuple(
                    PrimeAmount(**{**amount, "valeurs": _values(amount["valeurs"])}) for amount in plain["montants"]
                ),
                "beneficiaires": tuple(plain["beneficiaires"]),
                "verifie_le": _day(plain["verifie_le"]),
            }
        )
        for plain in plains
    )


def corps_from(plain: Plain) -> Corps:
    """A corps; `fichier` is the user's file it comes from, None for ours."""
    kept = {name: value for name, value in plain.items() if name != "carriere"}
    return Corps(
        **{
            **kept,
            "alias": tuple(plain["alias"]),
            "grades": tuple(_grade(grade) for grade in plain["grades"]),
            "fusions": tuple(_fusion(item) for item in plain["fusions"]),
            "anciens_indices": tuple(_former(item) for item in plain["anciens_indices"]),
            "notes": tuple(plain["notes"]),
            "verifie_le": _day(plain["verifie_le"]),
            "sources": tuple(TextSource(**source) for source in plain["sources"]),
        }
    )


def _grade(plain: Plain) -> Grade:
    return Grade(
        **{
            **plain,
            "alias": tuple(plain["alias"]),
            "depuis": _day(plain["depuis"]),
            "jusqu_au": _day(plain["jusqu_au"]),
            "echelons": tuple(Echelon(**echelon) for echelon in plain["echelons"]),
        }
    )


def _fusion(plain: Plain) -> Fusion:
    source = TextSource(**plain["source"])
    return Fusion(date.fromisoformat(plain["le"]), tuple(plain["depuis"]), plain["vers"], source)


def _former(plain: Plain) -> FormerIndices:
    source = TextSource(**plain["source"])
    return FormerIndices(**{**plain, "indices_bruts": tuple(plain["indices_bruts"]), "source": source})


def _parameter(plain: Plain) -> LegalParameter:
    checked = date.fromisoformat(plain["verifie_le"])
    return LegalParameter(plain["code"], plain["libelle"], plain["confiance"], checked, _values(plain["valeurs"]))


def _values(plains: list[Plain]) -> tuple[LegalValue, ...]:
    ordered = sorted(plains, key=_since)
    return tuple(
        LegalValue(
            date.fromisoformat(plain["depuis"]), plain["valeur"], TextSource(**plain["source"]), plain.get("confiance")
        )
        for plain in ordered
    )


def _line(plain: Plain) -> LineText:
    source = TextSource(**plain["source"])
    return LineText(plain["code"], plain["libelle"], plain["sens"], plain["explication"], source)


def _grid(plain: Plain) -> TaxGrid:
    brackets = tuple(TaxBracket(bracket["de"] * EURO, bracket["taux"]) for bracket in plain["tranches"])
    return TaxGrid(
        date.fromisoformat(plain["depuis"]),
        plain["confiance"],
        date.fromisoformat(plain["verifie_le"]),
        TextSource(**plain["source"]),
        brackets,
    )


def _day(iso: str | None) -> Any:
    return date.fromisoformat(iso) if iso else None


def _since(plain: Plain) -> str:
    since: str = plain["depuis"]
    return since
