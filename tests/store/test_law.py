"""The files of the law put together: a bonus is written once, a value has one file."""

import re
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from penitcareer.domain.errors import InvalidData
from penitcareer.domain.pay.bulletin import bulletin_of
from penitcareer.domain.pay.law import law_at
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.situation import situation_of
from penitcareer.store.folders import data_folder
from penitcareer.store.law import books_from, law_together, rules_from
from penitcareer.store.ours import read_law, read_ours
from penitcareer.store.reading.door import model_of
from penitcareer.store.reading.faults import validate
from penitcareer.store.reading.roots import FichierDroit, FichierParametres, FichierPrimes

SOURCE = {"titre": "Arrêté du jour", "url": None, "date": None}
BONUS: dict[str, Any] = {
    "code": "casque", "libelle": "Indemnité de casque", "mode": "mensuel", "explication": "Le casque.",
    "source": SOURCE, "assiettes": ["csg", "imposable"], "verifie_le": "2026-11-21",
    "montants": [{"valeurs": [{"depuis": "2024-01-01", "valeur": 12, "source": SOURCE}]}],
}  # fmt: skip
FIRST = {"ordre": ["traitement", "primes", "impot"], "premier_jour": "2023-01-01"}
MAJORES = {"majores": {"depuis": "2024-01-01", "min": 100, "max": 1515}}


def line(code: str) -> dict[str, Any]:
    return {
        "code": code, "libelle": code, "sens": "gain", "explication": code, "source": SOURCE, "assiettes": [],
    }  # fmt: skip


def checked(root: Any, content: dict[str, Any]) -> dict[str, Any]:
    """What a file holds, as its door lets it in."""
    return model_of(root).model_validate(content).model_dump()


def law(*files: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(f"{rank}.yaml", checked(FichierDroit, content)) for rank, content in enumerate(files)]


def bonus(**changes: Any) -> dict[str, Any]:
    (prime,) = checked(FichierPrimes, {"primes": [{**BONUS, **changes}]})["primes"]
    return dict(prime)


def test_a_new_bonus_is_written_in_one_place() -> None:
    ours = read_ours(data_folder())
    primes = [*ours.primes, bonus()]
    plain = read_law(data_folder(), primes, ours.context)
    smic = validate(FichierParametres, f"{data_folder()}/parametres.yaml", ours.context)["smic"]
    rules = rules_from(plain, smic)
    books = books_from(rules, plain, primes)
    on_day = law_at(rules, date(2026, 11, 1))
    agent = situation_of(on_day, books, PayRequest(im=450, primes_nommees=("casque",))).agent
    (paid,) = [item for item in bulletin_of(on_day, rules.lignes, agent).lignes if item.code == "casque"]
    assert (paid.libelle, paid.sens, paid.montant, paid.explication) == (
        "Indemnité de casque", "gain", 12_00, "Le casque.",
    )  # fmt: skip
    codes = list(rules.lignes)
    assert codes[codes.index("casque") - 1 : codes.index("casque") + 2] == ["heures_sup", "casque", "primes"]
    assert "casque" in rules.assiettes["csg"]


def test_a_bonus_that_the_order_names_stands_there() -> None:
    first = FIRST | {"lignes": [line("traitement"), line("primes"), line("impot")]}
    assert [item["code"] for item in law_together(law(first, MAJORES), [bonus()])["lignes"]] == [
        "traitement", "casque", "primes", "impot",
    ]  # fmt: skip
    named = first | {"ordre": ["casque", "traitement", "primes", "impot"]}
    assert [item["code"] for item in law_together(law(named, MAJORES), [bonus()])["lignes"]] == named["ordre"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            [FIRST | {"lignes": [line("traitement"), line("impot")]}, MAJORES],
            "ordre : nommer chaque ligne une fois : primes",
        ),
        ([{"lignes": [line("casque")]}, FIRST, MAJORES], "lignes : déjà dans un autre fichier : casque"),
        ([FIRST | {"lignes": [line("traitement"), line("primes"), line("impot")]}], "majores : à donner"),
        ([FIRST, {"ordre": ["traitement"]}, MAJORES], "ordre : à donner dans un fichier du droit, et un seul"),
        ([FIRST | {"zones": [{"zone": 1, "parametre": "ir_zone_9"}]}], "paramètre du droit inconnu : ir_zone_9"),
    ],
)
def test_a_fault_of_the_law_is_said(files: list[dict[str, Any]], said: str) -> None:
    with pytest.raises((InvalidData, ValidationError), match=re.escape(said)):
        law_together(law(*files), [bonus()])


@pytest.mark.parametrize("changes", [{"mode": "unite", "unite": "nuit"}, {"nombre_max": 31}])
def test_a_bonus_by_unit_says_how_many_a_month_has(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="nombre_max"):
        bonus(**changes)
