"""The way into a métier: ages, pay at school, sources, heir."""

from penitcareer.domain.entry.access import AgeRule, Heir, SchoolPay, build_access, training_grids
from penitcareer.domain.metiers.reperes import Repere
from penitcareer.domain.money import Span
from penitcareer.domain.pay.law import law_at
from penitcareer.render.formats.plain import to_plain
from penitcareer.render.views import access
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import BASE, grade, subject
from tests.support import DAY, metier, same_spaces


def source(name: str) -> dict[str, str]:
    return {"id": name, "titre": name, "consulte_le": "2026-01-01", "nature": "presse"}


def test_routes_of_the_same_ages_stand_together() -> None:
    voies = [
        {"voie": "A", "exige": {"age_max": 45}},
        {"voie": "B", "exige": {"age_min": 18, "age_max": 45}},
        {"voie": "C", "exige": {"age_max": 45}},
        {"voie": "D", "exige": {"age_min": 18}},
        {"voie": "E", "exige": {}},
    ]
    found = build_access(metier(acces={"voies": voies}), {}, (), DAY, DAY)
    assert found.ages == (
        AgeRule(None, 45, None, ("A", "C")), AgeRule(18, 45, None, ("B",)), AgeRule(18, None, None, ("D",)),
    )  # fmt: skip
    assert found.ages_connus
    assert not build_access(metier(acces={"voies": [*voies, {"voie": "F"}]}), {}, (), DAY, DAY).ages_connus


def test_a_record_without_access_knows_nothing() -> None:
    for record in (metier(), metier(acces={"diplome": "Bac"})):
        found = build_access(record, {}, (), DAY, DAY)
        assert (found.ages, found.ages_connus, found.heritier, found.paie_ecole) == ((), False, None, ())


def test_the_heir_has_a_title_when_it_has_a_record() -> None:
    closed = metier(recrutement=False, remplace_par="autre")
    assert build_access(closed, {"autre": "Autre"}, (), DAY, DAY).heritier == Heir("autre", "Autre")
    assert build_access(closed, {}, (), DAY, DAY).heritier == Heir("autre", None)


def test_a_step_names_a_metier_only_when_it_has_a_record() -> None:
    record = metier(suites=[{"titre": "A", "metier": "a"}, {"titre": "B", "metier": "b"}, {"titre": "C"}])
    assert [step.metier for step in build_access(record, {"a": "A"}, (), DAY, DAY).suites] == ["a", None, None]


def test_published_pay_is_of_the_training_only_and_its_source_is_kept() -> None:
    published = [
        {"situation": name, "montant": 1, "base": "net", "source": f"s{i}"}
        for i, name in enumerate(("Élève à l’ENAP", "Débutant", "Stagiaire", "Relève"))
    ]
    record = metier(
        remunerations_publiees=published,
        suites=[{"titre": "A", "source": "suite"}],
        origines={"niveau_diplome": "niveau", "titre": "s3"},
        sources=[source(name) for name in ("s0", "s1", "s2", "s3", "suite", "niveau")],
    )
    found = build_access(record, {}, (), DAY, DAY)
    assert [pay.situation for pay in found.paie_publiee] == ["Élève à l’ENAP", "Stagiaire"]
    assert [use.source.id for use in found.sources] == ["s0", "s2", "suite", "niveau"]


def test_the_grid_of_each_corps_pays_the_school_or_says_it_does_not_know(catalogue: Catalogue) -> None:
    law = law_at(catalogue.pay_rules, DAY)
    books = catalogue.pay_books
    corps = [catalogue.corps_of(code) for code in ("dsp", "cpip", "disp")]
    grids = training_grids(law, books, corps)
    assert {grade.grade.code for grid in grids for grade in grid.grades} == {"eleve", "stagiaire"}
    found = build_access(metier(corps=["CPIP", "XYZ", "DSP", "DISP"]), {}, grids, DAY, DAY)
    assert found.paie_ecole is not None
    assert [(pay.sigle, pay.corps, pay.brut is None) for pay in found.paie_ecole] == [
        ("CPIP", "cpip", True),
        ("CPIP", "cpip", True),
        ("XYZ", None, True),
        ("DSP", "dsp", False),
        ("DSP", "dsp", False),
    ]
    assert found.paie_ecole[2] == SchoolPay("XYZ", None, None, None, None, None, None)
    assert build_access(metier(), {}, None, DAY, DAY).paie_ecole is None
    assert found.droit_constant_depuis == law.droit_constant_depuis


def test_a_school_grade_pays_its_first_echelon(catalogue: Catalogue) -> None:
    corps = subject(grade("eleve", (370, 6), (380, 8)), BASE).corps
    assert corps is not None
    books = catalogue.pay_books
    law = law_at(catalogue.pay_rules, DAY)
    found = build_access(metier(corps=[corps.sigle]), {}, training_grids(law, books, [corps]), DAY, DAY)
    assert found.paie_ecole is not None
    assert [(pay.grade, pay.duree_mois) for pay in found.paie_ecole] == [("Grade eleve", 6)]
    assert found.droit_constant_depuis == law.droit_constant_depuis


def test_what_a_school_pay_lacks_goes_with_it_to_every_view(catalogue: Catalogue) -> None:
    """No bonus is due at school today; were one of unknown amount, the pay would not stand alone."""
    law = law_at(catalogue.pay_rules, DAY)
    (grid,) = training_grids(law, catalogue.pay_books, [catalogue.corps_of("dsp")])
    pupil, stagiaire = grid.grades
    (step,) = pupil.echelons
    assert step.bas is not None
    lacking = step._replace(bas=step.bas._replace(manque=("Prime d’essai",)))
    grid = grid._replace(grades=(pupil._replace(echelons=(lacking,)), stagiaire))
    known = Repere("ecole", "grille", None, Span(1_482_83, 1_482_83), None, "unique", manque=("Prime d’essai",))
    found = build_access(catalogue.metier("dsp"), {}, (grid,), DAY, DAY, (known,))
    assert found.paie_ecole is not None
    assert [pay.manque for pay in found.paie_ecole] == [("Prime d’essai",), ()]
    shown = access.payload(found)
    assert [pay["manque"] for pay in shown["paie_ecole"]] == [["Prime d’essai"], []]
    assert shown["reperes"][0]["manque"] == ["Prime d’essai"]
    short, whole = (same_spaces(to_plain(view(found))) for view in (access.document, access.full))
    assert "1 483 € net par mois ●, sans prime d’essai, de montant inconnu" in short
    assert whole.count("Non compté : prime d’essai, de montant inconnu") == 1
