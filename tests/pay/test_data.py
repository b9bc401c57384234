"""The data of the payslip: sources, order, and agreement with what is known."""

from datetime import date
from typing import Any

from penitcareer.store.catalogue import Catalogue
from tests.pay import derive
from tests.support import DATA, plain_yaml


def loaded(name: str) -> Any:
    return plain_yaml(DATA / name)


def gathered(folder: str) -> dict[str, Any]:
    """The files of the law as one: each part whole."""
    parts: dict[str, Any] = {"parametres": {}}
    for path in sorted((DATA / folder).glob("*.yaml")):
        for name, value in loaded(f"{folder}/{path.name}").items():
            parts[name] = parts[name] | value if name == "parametres" else [*parts.get(name, []), *value]
    return parts


DROIT = gathered("droit")
PRIMES = loaded("primes.yaml")["primes"]
CORPS = {path.stem: loaded(f"corps/{path.name}")["corps"] for path in sorted((DATA / "corps").glob("*.yaml"))}
DATED: list[tuple[str, list[dict[str, Any]]]] = [
    *((code, item["valeurs"]) for code, item in DROIT["parametres"].items()),
    *((name, DROIT[name]) for name in ("bareme_a", "hors_echelle", "impot")),
    *(
        (f"{prime['code']} {rate.get('corps')} {rate.get('grade')}", rate["valeurs"])
        for prime in PRIMES
        for rate in (*prime.get("taux", ()), *prime.get("montants", ()))
    ),
]
# Known couples of barème A (échelons of AAE and DSP, reference grids).
COUPLES = {
    444: 395, 469: 415, 499: 435, 525: 455, 567: 485, 611: 518, 653: 550, 693: 580, 732: 610, 778: 645, 821: 678,
    593: 505, 639: 540, 791: 655, 843: 695, 896: 735, 946: 773, 995: 811, 1015: 826, 797: 660, 850: 700, 1027: 835,
    410: 376, 456: 404, 542: 466, 600: 510, 660: 556, 711: 595, 750: 624, 810: 669, 857: 705, 890: 730, 945: 772,
    994: 810, 820: 677, 862: 710, 912: 748, 977: 797, 367: 366, 524: 454, 879: 722,
}  # fmt: skip


def named(source: dict[str, str]) -> str:
    """The title of a source, or its id in sources.yaml."""
    return (source.get("titre") or source["de"]).strip()


def test_each_value_has_a_source_and_its_date_in_order() -> None:
    for name, values in DATED:
        since = [value["depuis"] for value in values]
        assert since == sorted(set(since)), name
        for value in values:
            date.fromisoformat(value["depuis"])
            assert named(value["source"]), name


def test_each_line_corps_and_bonus_has_a_source() -> None:
    assert all(named(line["source"]) for line in (*DROIT["lignes"], *PRIMES))
    assert all(corps["sources"] and corps["verifie_le"] for corps in CORPS.values())
    assert all(item["verifie_le"] for item in DROIT["parametres"].values())
    assert all(prime["verifie_le"] for prime in PRIMES)


def test_bareme_a_never_decreases_and_has_no_double() -> None:
    couples = [(row["ib"], row["im"]) for row in DROIT["bareme_a"][-1]["couples"]]
    assert [ib for ib, _ in couples] == sorted({ib for ib, _ in couples})
    assert [im for _, im in couples] == sorted(im for _, im in couples)


def test_the_baremes_of_2023_are_that_of_2024_less_five_points(catalogue: Catalogue) -> None:
    """Rows under 419 followed another table before July 2023 (bareme_a_complements.yaml: 389, 356)."""
    early, late, after = (scale.couples for scale in catalogue.pay_books.baremes.bareme_a)
    assert late == {ib: im - 5 for ib, im in after.items()}
    assert early == {ib: im for ib, im in late.items() if ib >= 419}
    assert (early[522], early[1015], early[1027], min(early), 389 in early) == (448, 821, 830, 419, False)


def test_bareme_a_has_the_known_couples(catalogue: Catalogue) -> None:
    scale = catalogue.pay_books.baremes.bareme_a[-1]
    assert scale.depuis == date(2024, 1, 1)
    assert {ib: scale.couples.get(ib) for ib in COUPLES} == COUPLES


def test_the_grids_follow_the_bareme(catalogue: Catalogue) -> None:
    couples = catalogue.pay_books.baremes.bareme_a[-1].couples
    for corps in catalogue.corps:
        for grade in corps.grades:
            for echelon in grade.echelons:
                if echelon.ib is not None and echelon.im is not None:
                    assert (corps.code, grade.code, echelon.ib, couples[echelon.ib]) == (
                        corps.code, grade.code, echelon.ib, echelon.im,
                    )  # fmt: skip


def test_the_grid_of_the_attaches_is_the_published_one() -> None:
    indices = {
        grade["code"]: [(step.get("ib") or step.get("lettre"), step.get("im")) for step in grade["echelons"]]
        for grade in CORPS["aae"]["grades"]
    }
    assert [im for _, im in indices["attache"]] == [395, 415, 435, 455, 485, 518, 550, 580, 610, 645, 678]
    assert [im for _, im in indices["principal"]] == [505, 540, 580, 610, 655, 695, 735, 773, 811, 826]
    assert indices["hors_classe"] == [
        (797, 660), (850, 700), (896, 735), (946, 773), (995, 811), (1027, 835), ("HEA", None),
    ]  # fmt: skip
    for steps in indices.values():
        assert all(COUPLES[ib] == im for ib, im in steps if isinstance(ib, int))


def test_what_is_bounded_or_supposed_is_what_the_references_give(catalogue: Catalogue) -> None:
    def of(code: str, grade: str, field: str) -> list[int | None]:
        steps = next(item for item in CORPS[code]["grades"] if item["code"] == grade)["echelons"]
        return [step.get(field) for step in steps]

    assert of("cpip", "classe_normale", "im") == [399, *[None] * 12, 643]
    assert of("cpip", "classe_normale", "im_max") == [*[None] * 4, 488, *[None] * 9]
    assert of("cpip", "classe_normale", "im_min") == [*[None] * 5, 489, *[None] * 8]
    assert of("cpip", "classe_exceptionnelle", "im") == [*[None] * 8, 673]
    assert (of("cpip", "classe_exceptionnelle", "im_min")[0], of("cpip", "classe_exceptionnelle", "im_max")[0]) == (
        502,
        508,
    )
    couples = catalogue.pay_books.baremes.bareme_a[-1].couples
    for item in CORPS["dpip"]["anciens_indices"]:
        if item["grade"] != "eleve":
            floors = [couples[ib] for ib in item["indices_bruts"] if ib != "HEA"]
            assert of("dpip", item["grade"], "im_min")[: len(floors)] == floors
    assert of("dpip", "classe_exceptionnelle", "im_min")[-1] == derive.CHEVRONS["HEA"][0]
    (police,) = CORPS["cea"]["anciens_indices"]
    supposed, exact = (of("cea", "surveillant_brigadier", field) for field in ("im_suppose", "im"))
    assert supposed[0] == couples[397]  # the row of IB 399 is unknown: at least that of 397
    kept = [one if one is not None else other for one, other in zip(supposed, exact, strict=True)]
    assert kept[1:] == [couples[ib] for ib in police["indices_bruts"][1:]]


def test_what_is_not_sourced_is_null_with_a_reason() -> None:
    for corps in CORPS.values():
        for grade in corps["grades"]:
            bare = [step for step in grade["echelons"] if not {"ib", "lettre"} & set(step) and step.get("im") is None]
            if bare:
                assert grade["statut"] != "en_vigueur"
                assert grade["raison"].strip()


def test_former_indices_are_never_those_used() -> None:
    for corps in CORPS.values():
        assert all(item["motif"].strip() for item in corps.get("anciens_indices", ()))


def test_the_chevrons_and_the_tax_grids_are_those_of_the_reference(catalogue: Catalogue) -> None:
    assert dict(catalogue.pay_books.baremes.hors_echelle[-1].lettres) == derive.CHEVRONS
    before = catalogue.pay_books.baremes.hors_echelle[0].lettres
    assert {name: tuple(im - 5 for im in row) for name, row in derive.CHEVRONS.items()} == dict(before)
    grids = [(f"{grid.depuis:%Y-%m}", [step.de // 100 for step in grid.tranches]) for grid in catalogue.pay_rules.impot]
    assert grids == [(since, [int(step) for step in steps.split()]) for since, steps in derive.TAX_STEPS]


def test_each_element_enters_the_bases_of_the_rule_book() -> None:
    bases = {line["code"]: set(line["assiettes"]) for line in (*DROIT["lignes"], *PRIMES)}
    assert bases["traitement"] == {
        "pension", "majoration_pss", "ir", "sft", "pss", "plafond_rafp", "csg", "imposable",
    }  # fmt: skip
    assert bases["nbi"] == {"pension", "ir", "sft", "csg", "imposable"}
    assert bases["cti"] == {"pension", "csg", "imposable"}
    assert bases["pss"] == {"pension", "majoration_pss", "csg", "imposable"}
    for code in ("indemnite_residence", "sft", "ic_csg", "indemnite_differentielle", "astreinte"):
        assert bases[code] == {"rafp", "csg", "imposable"}
    for code in ("ifse", "icp", "ifo", "nuit", "dimanche", "primes"):
        assert bases[code] == {"rafp", "csg", "transfert", "imposable"}
    assert bases["transfert_primes_points"] == {"csg", "imposable"}
    assert bases["psc_employeur"] == {"csg", "imposable"}


def test_a_bonus_names_corps_and_grades_that_exist() -> None:
    grades = {code: {grade["code"] for grade in corps["grades"]} for code, corps in CORPS.items()}
    for prime in PRIMES:
        for rate in (*prime.get("taux", ()), *prime.get("montants", ())):
            assert rate.get("corps") is None or rate["corps"] in grades
            assert rate.get("grade") is None or rate["grade"] in grades[rate["corps"]]
