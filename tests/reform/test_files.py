"""What a reform may change, what it may not, and how each fault is said."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from penitcareer import Penit
from penitcareer.domain.errors import InvalidData, MissingPath
from penitcareer.domain.kinds import LATEST
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.store.folders import cache_folder
from penitcareer.store.reading.yaml_loader import MAX_ITEMS
from penitcareer.store.reform.values import LAST
from tests.support import penit, same_spaces

DAY = date(2027, 1, 1)


def written(folder: Path, text: str, since: str = "2027-01-01") -> str:
    path = folder / "r.yaml"
    path.write_text(f'reforme:\n  nom: "Essai"\n  depuis: "{since}"\n{text}', encoding="utf-8")
    return str(path)


def slip(folder: Path, text: str, le: date = DAY, **asked: Any) -> Payslip:
    found = Penit(le=le, reforme=written(folder, text)).paie(**asked).valeur
    assert isinstance(found, Payslip)
    return found


def paid(folder: Path, text: str, le: date = DAY, **asked: Any) -> dict[str, int]:
    return {line.code: line.montant for line in slip(folder, text, le, **asked).bulletin.lignes}


LAW: dict[str, Any] = {"corps": "cpip", "im": 450}


def test_any_parameter_changes_the_smic_among_them(tmp_path: Path) -> None:
    found = paid(tmp_path, "  parametres: {pension: 0.12, smic: 2000}\n", **LAW)
    assert found["pension_civile"] == 26583  # 12 % of 2215.25
    reform = Penit(le=DAY, reforme=written(tmp_path, "  parametres: {smic: 2000}\n"))
    assert reform.net(1900).to_dict()["sous_smic"] is True
    assert reform.sans_reforme.net(1900).to_dict()["sous_smic"] is False


def test_a_value_holds_from_its_day_whatever_the_law_has_for_later(tmp_path: Path) -> None:
    """3180 / 12 by the law of 2025, then the reform's, though the law has 3835 in 2026."""
    path = written(tmp_path, "  primes: [{code: icp, corps: cea, montant: 1200}]\n", since="2025-06-01")
    days = (date(2025, 5, 1), date(2025, 7, 1), date(2026, 2, 1))
    slips = [Penit(le=le, reforme=path).paie("cea", im=420).to_dict() for le in days]
    icp = [next(line["montant"] for line in found["lignes"] if line["code"] == "icp") for found in slips]
    assert icp == [265.0, 100.0, 100.0]


def test_without_a_day_it_is_the_reforms_when_that_is_later(tmp_path: Path) -> None:
    assert Penit(reforme=written(tmp_path, "", since="2099-01-01")).le == date(2099, 1, 1)
    assert Penit(reforme=written(tmp_path, "", since="2024-01-01")).le == date.today()


def test_the_brackets_of_the_tax_and_the_scales_change(tmp_path: Path) -> None:
    assert (
        slip(tmp_path, "  impot: [{de: 0, taux: 0}, {de: 2000, taux: 0.5}]\n", **LAW).bulletin.totaux.taux_impot == 5000
    )
    assert paid(tmp_path, "  bareme_a: [{ib: 600, im: 700}]\n", ib=600)["traitement"] == 344594
    assert (
        paid(tmp_path, "  hors_echelle: [{lettre: HEA, chevrons: [900, 950, 1000]}]\n", lettre="HEA", chevron=3)[
            "traitement"
        ]
        == 492278
    )


def test_a_bonus_goes_to_who_has_it_or_to_a_corps_that_did_not(tmp_path: Path) -> None:
    everyone = "  primes: [{code: ifse, corps: cpip, montant: 1200}]\n"
    for grade in ("classe_normale", "classe_exceptionnelle"):
        assert paid(tmp_path, everyone, grade=grade, **LAW)["ifse"] == 10000
    one = "  primes: [{code: ifse, corps: cpip, grade: classe_exceptionnelle, montant: 1200}]\n"
    assert paid(tmp_path, one, grade="classe_normale", **LAW)["ifse"] == 51367
    assert paid(tmp_path, one, grade="classe_exceptionnelle", **LAW)["ifse"] == 10000
    assert (
        paid(tmp_path, "  primes: [{code: icp, corps: technicien, montant: 1200}]\n", corps="technicien", im=420)["icp"]
        == 10000
    )
    assert "ifse" not in paid(tmp_path, "  primes: [{code: ifse, corps: cpip, montant: 0}]\n", **LAW)
    assert paid(tmp_path, "  primes: [{code: pss, corps: cpip, taux: 0.3}]\n", **LAW)["pss"] == 66458


def test_a_new_bonus_is_a_line_of_the_payslip(tmp_path: Path) -> None:
    text = (
        "  primes_nouvelles: [{code: nouvelle, libelle: Prime nouvelle, mode: mensuel}]\n"
        "  primes: [{code: nouvelle, corps: cpip, montant: 100}]\n"
    )
    found = slip(tmp_path, text, **LAW)
    (line,) = (line for line in found.bulletin.lignes if line.code == "nouvelle")
    assert (line.libelle, line.montant, line.source.titre) == ("Prime nouvelle", 10000, "Réforme : Essai")
    assert found.bulletin.totaux.brut == 335785  # 3257.85 and 100
    assert "nouvelle" not in paid(tmp_path, text, corps="dsp", im=600)


def test_an_echelon_changes_alone_or_is_added(tmp_path: Path) -> None:
    text = (
        "  corps: [{code: cpip, grades: [{code: classe_normale,"
        ' echelons: [{echelon: "3", im: 440}, {echelon: "14", duree_mois: 36}, {echelon: "15", im: 680}]}]}]\n'
    )
    reform = Penit(le=DAY, reforme=written(tmp_path, text))
    law, changed = (one.grille("cpip", grade="classe_normale").valeur for one in (reform.sans_reforme, reform))
    before, after = (grid.grades[0].echelons for grid in (law, changed))
    assert [step.indice_majore for step in after if step.echelon.echelon in ("1", "3", "14", "15")] == [
        399,
        440,
        643,
        680,
    ]
    assert [step.echelon.duree_mois for step in after[13:]] == [36, None]
    assert after[1].indice is not None
    assert before[1].indice is not None
    assert (after[1].indice.max, before[1].indice.max) == (440, 488)  # bounded by its new neighbour


def test_what_the_snapshot_keeps_computed_follows(tmp_path: Path) -> None:
    reform = Penit(le=DAY, reforme=written(tmp_path, "  parametres: {point_100: 11814.68}\n"))
    old, new = (one.metier("dsp").valeur.officiel[0].premier for one in (reform.sans_reforme, reform))
    assert old is not None
    assert new is not None
    assert new.brut == 2 * old.brut  # as the point: a traitement, and a share of it
    net = [one.comparer("dsp", "cpip").valeur.reperes[0][1].net for one in (reform.sans_reforme, reform)]
    assert net[0] is not None
    assert net[1] is not None
    assert net[1].min > net[0].min


FAULTS = [
    ("  parametres: {point_10: 12}\n", 4, "reforme.parametres.point_10", "vouliez-vous dire point_100 ?"),
    ("  parametres:\n    pension: 11\n", 5, "reforme.parametres.pension", "un taux est une fraction de 1"),
    ("  primes: [{code: ipc, montant: 1}]\n", 4, "reforme.primes[0].code", "inconnue : ipc ; vouliez-vous dire icp ?"),
    ("  primes: [{code: icp, montant: 1, taux: 0.1}]\n", 4, "reforme.primes[0]", "donner montant, et lui seul"),
    ("  primes: [{code: cti, montant: 1}]\n", 4, "reforme.primes[0].code", "changez cti_points dans parametres"),
    ("  primes: [{code: icp, corps: cae, montant: 1}]\n", 4, "reforme.primes[0].corps", "vouliez-vous dire cea ?"),
    (
        "  primes:\n    - {code: icp, montant: 1}\n    - {code: icp, montant: 2}\n",
        6, "reforme.primes[1]", "déjà dit plus haut",
    ),
    (
        "  primes: [{code: icp, corps: cea, grade: classe_normale, montant: 1}]\n",
        4, "reforme.primes[0].grade", "grade inconnu dans cea",
    ),
    (
        "  primes_nouvelles: [{code: icp, libelle: a, mode: annuel}]\n",
        4, "reforme.primes_nouvelles[0].code", "le bulletin a déjà une ligne icp",
    ),
    ("  corps: [{code: cpipe, grades: [{code: x}]}]\n", 4, "reforme.corps[0].code", "vouliez-vous dire cpip ?"),
    (
        "  corps:\n    - code: cpip\n      grades: [{code: classe_normal}]\n",
        6, "reforme.corps[0].grades[0].code", "vouliez-vous dire classe_normale ?",
    ),
    (
        "  corps:\n    - code: cpip\n      grades: [{code: classe_normale}]\n",
        6, "reforme.corps[0].grades[0]", "donner soit grille, soit echelons",
    ),
    ("  impot: [{de: 2000, taux: 0.1}, {de: 0, taux: 0}]\n", 4, "reforme.impot", "vont de 0 à la plus haute"),
    ("  impot: [{de: 500, taux: 0.1}]\n", 4, "reforme.impot", "vont de 0 à la plus haute"),
    (
        '  corps: [{code: cpip, grades: [{code: classe_normale, echelons: [{echelon: "3", im: 650}]}]}]\n',
        4, "reforme.corps[0].grades[0]", "les indices majorés du grade classe_normale ne croissent pas",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "field", "words"), FAULTS, ids=[fault[2] for fault in FAULTS])
def test_a_fault_is_said_with_its_line_its_field_and_the_nearest_name(
    tmp_path: Path, text: str, line: int, field: str, words: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InvalidData) as caught:
        Penit(le=DAY, reforme=path).paie("cpip", im=450)
    fault = next(fault for fault in caught.value.faults if words in fault.message)
    assert (fault.fichier, fault.ligne, fault.champ) == (path, line, field)
    checked = penit("check", path)
    assert checked.code == 1
    assert same_spaces(str(fault)) in same_spaces(checked.out)
    assert "?." not in same_spaces(penit("paie", "cpip", "--im", "450", "--reforme", path).err)


def test_a_reform_starts_when_grids_do(tmp_path: Path) -> None:
    path = written(tmp_path, "  parametres: {pension: 0.2}\n", since="2023-06-01")
    assert "au plus tôt le 2024-01-01" in penit("check", path).out


def test_a_reform_starts_on_a_day_that_answers_have(tmp_path: Path) -> None:
    assert f"{LATEST}-12-31" == LAST
    for since, code in (("2100-12-31", 0), ("2101-01-01", 1), ("9999-12-31", 1)):
        path = written(tmp_path, "  parametres: {pension: 0.2}\n", since=since)
        checked = penit("check", path)
        assert (checked.code, "commence au plus tard le 2100-12-31" in checked.out) == (code, code == 1)
        assert penit("carriere", "cpip", "--reforme", path).code == code


def test_a_hostile_file_meets_the_bounds_of_the_others(tmp_path: Path) -> None:
    many = "".join(f"    - {{code: p{rank}, corps: c{rank}, montant: 1}}\n" for rank in range(MAX_ITEMS + 1))
    assert f"plus de {MAX_ITEMS:,}".replace(",", " ") in same_spaces(
        penit("check", written(tmp_path, f"  primes:\n{many}")).out
    )
    strangers = "".join(f"    - {{code: p{rank}, corps: c{rank}, montant: 1}}\n" for rank in range(MAX_ITEMS))
    assert "1 000 erreurs" in same_spaces(penit("check", written(tmp_path, f"  primes:\n{strangers}")).out)


def test_a_reform_is_no_record_and_a_record_no_reform(tmp_path: Path, own_folder: Path) -> None:
    path = written(tmp_path, "  parametres: {pension: 0.2}\n")
    refused = penit("list", "--data", path)
    assert (refused.code, "donnez-la à --reforme" in refused.err) == (1, True)
    (tmp_path / "m.yaml").write_text("metiers: []\n", encoding="utf-8")
    with pytest.raises(InvalidData, match="reforme : champ obligatoire absent"):
        Penit(reforme=str(tmp_path / "m.yaml")).paie("cpip", im=450)
    with pytest.raises(MissingPath):
        Penit(reforme=str(tmp_path / "absent.yaml")).paie("cpip", im=450)


def test_nothing_of_a_reform_is_kept(tmp_path: Path, own_folder: Path) -> None:
    reform = Penit(le=DAY, reforme=written(tmp_path, "  parametres: {point_100: 9999.99}\n"))
    assert reform.paie("cpip", im=450).to_dict()["totaux"] != Penit(le=DAY).paie("cpip", im=450).to_dict()["totaux"]
    kept = [path for path in Path(cache_folder() or "").glob("*") if b"999999" in path.read_bytes()]
    assert kept == []
    assert Penit(le=DAY).paie("cpip", im=450).to_dict()["reforme"] is None
