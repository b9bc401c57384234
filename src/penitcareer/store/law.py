"""The law of the payslip: the files of `droit/` put together, and what is built from them."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from penitcareer.domain.checks import Fault
from penitcareer.domain.dated import Parameter
from penitcareer.domain.errors import InvalidData
from penitcareer.domain.pay.books import PayBooks
from penitcareer.domain.pay.indices import GrossScale, LetterScale, MajoreBounds, Scales
from penitcareer.domain.pay.law import LineText, PayRules, Quotite, ResidenceZone, Share, TaxGrid, TransferCap, bases_of
from penitcareer.domain.pay.primes import Prime
from penitcareer.domain.wording import Wording
from penitcareer.store.convert import record_from, records_from
from penitcareer.store.snapshot import Plain

LISTS = ("quotites", "impot", "zones", "transferts", "hypotheses")  # what several files may add to
TABLES = ("bareme_a", "hors_echelle")  # whose sources are kept apart from their rows
OTHER_BONUSES = "primes"  # the line of the bonuses that the data do not have


def law_together(files: Iterable[tuple[str, Plain]], primes: list[Plain]) -> Plain:
    """The files of the law as one, with the line of each bonus, in the order of `ordre`;
    tables shortened to what is computed with.

    Raises InvalidData for what two files define, or a line out of order.
    """
    files = list(files)
    bonuses = {prime["code"]: line_of_bonus(prime) for prime in primes}
    found: Plain = {"parametres": {}, "lignes": dict(bonuses)}
    for path, plain in files:
        given = {code: value for code, value in plain["parametres"].items() if value is not None}
        lines = {line["code"]: line for line in plain["lignes"]}
        for field, values in (("parametres", given), ("lignes", lines)):
            _refuse_twice(path, field, found[field], values)
            found[field] |= values
    order = _order(*_alone(files, "ordre"), found["lignes"], bonuses)
    (_, first_day), (_, indices) = _alone(files, "premier_jour"), _alone(files, "majores")
    return {
        "premier_jour": first_day,
        "majores": indices,
        "parametres": found["parametres"],
        "lignes": [found["lignes"][code] for code in order],
        "bareme_a": [_gross_scale(scale) for _, plain in files for scale in plain["bareme_a"]],
        "hors_echelle": [_letter_scale(scale) for _, plain in files for scale in plain["hors_echelle"]],
        "tables": [
            {"code": code, "source": item["source"]} for _, plain in files for code in TABLES for item in plain[code]
        ],
        **{field: [item for _, plain in files for item in plain[field]] for field in LISTS},
    }


def line_of_bonus(prime: Plain) -> Plain:
    """The line of the payslip that a bonus is."""
    told = ("code", "libelle", "explication", "source", "assiettes")
    return {"sens": "gain"} | {field: prime[field] for field in told}


def _order(path: str, order: list[str], lines: Mapping[str, Plain], bonuses: Mapping[str, Plain]) -> list[str]:
    """The codes of all the lines: the bonuses that `ordre` does not name stand before the
    others, as their file has them."""
    place = order.index(OTHER_BONUSES) if OTHER_BONUSES in order else 0
    order = order[:place] + [code for code in bonuses if code not in order] + order[place:]
    if sorted(order) != sorted(lines):
        odd = ", ".join(sorted(set(order) ^ set(lines)))
        raise InvalidData([Fault(path, None, "ordre", f"nommer chaque ligne une fois : {odd}")])
    return order


def _alone(files: list[tuple[str, Plain]], field: str) -> tuple[str, Any]:
    """What one file alone gives, and that file."""
    given = [(path, plain[field]) for path, plain in files if plain[field]]
    if len(given) != 1:
        path = given[-1][0] if given else files[0][0]
        raise InvalidData([Fault(path, None, field, "à donner dans un fichier du droit, et un seul")])
    return given[0]


def _refuse_twice(path: str, field: str, known: Mapping[str, Any], more: Mapping[str, Any]) -> None:
    twice = sorted(set(known) & set(more))
    if twice:
        raise InvalidData([Fault(path, None, field, f"déjà dans un autre fichier : {', '.join(twice)}")])


def _gross_scale(plain: Plain) -> Plain:
    rows = [[row["ib"], row["im"]] for row in plain["couples"]]
    return {"depuis": plain["depuis"], "couples": rows, "decale": plain["decale"]}


def _letter_scale(plain: Plain) -> Plain:
    return {"depuis": plain["depuis"], "lettres": [[row["lettre"], row["chevrons"]] for row in plain["lettres"]]}


def bareme_of(law: Plain) -> dict[int, int]:
    """Barème A in force, gross index to majoré."""
    return dict(law["bareme_a"][-1]["couples"])


def letters_of(law: Plain) -> dict[str, list[int]]:
    """Hors échelle in force, letter to the indice majoré of each chevron."""
    return dict(law["hors_echelle"][-1]["lettres"])


def rules_from(law: Plain, smic: Plain) -> PayRules:
    """Every dated rule of the payslip. The SMIC, which estimates need too, joins here."""
    lines = {line.code: line for line in records_from(LineText, law["lignes"])}
    parameters = {"smic": smic, **law["parametres"]}
    quotites = records_from(Quotite, law["quotites"])
    return PayRules(
        premier_jour=date.fromisoformat(law["premier_jour"]),
        parametres={code: record_from(Parameter, plain) for code, plain in parameters.items()},
        lignes=lines,
        assiettes=bases_of(lines),
        quotites={item.quotite: Share(item.numerateur, item.denominateur) for item in quotites},
        impot=records_from(TaxGrid, law["impot"]),
        zones=records_from(ResidenceZone, law["zones"]),
        transferts={cap.categorie: cap.parametre for cap in records_from(TransferCap, law["transferts"])},
    )


def _scales_from(law: Plain) -> Scales:
    """Barème A and hors échelle, oldest first."""
    own = {scale["depuis"]: dict(scale["couples"]) for scale in law["bareme_a"]}
    gross = (
        GrossScale(date.fromisoformat(scale["depuis"]), _moved(own, scale["decale"]) or own[scale["depuis"]])
        for scale in law["bareme_a"]
    )
    letters = (
        LetterScale(date.fromisoformat(scale["depuis"]), {name: tuple(indices) for name, indices in scale["lettres"]})
        for scale in law["hors_echelle"]
    )
    return Scales(tuple(gross), tuple(letters), record_from(MajoreBounds, law["majores"]))


def _moved(own: Mapping[str, Mapping[int, int]], moved: Plain | None) -> dict[int, int]:
    """The rows of another scale, from a gross index on if one is said, moved by so many points."""
    if moved is None:
        return {}
    return {ib: im + moved["points"] for ib, im in own[moved["depuis"]].items() if ib >= (moved["de"] or 0)}


def books_from(rules: PayRules, law: Plain, primes: list[Plain]) -> PayBooks:
    """What computations of pay read beside the law of their day."""
    return PayBooks(rules.lignes, _scales_from(law), records_from(Prime, primes), wordings_from(law["hypotheses"]))


def wordings_from(plains: list[Plain]) -> Mapping[str, Wording]:
    """The sentence of each doubt, by code, in the order in which they are said."""
    return {wording.code: wording for wording in records_from(Wording, plains)}
