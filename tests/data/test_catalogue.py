"""The catalogue holds every fact of the five documents and of their complements (inventory, I1–I25)."""

import re
from typing import Any

import pytest

from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.names import fold
from penitcareer.store.catalogue import Catalogue
from penitcareer.store.reading.yaml_loader import load_yaml
from tests.support import DATA, METIERS, SRC, same_spaces

# The métiers of the five documents; the others come from public pages.
CODES = ["cpip", "dspip", "dsp", "drsp", "redacteur"]
TEXT = {str(path.relative_to(DATA)): path.read_text(encoding="utf-8") for path in sorted(DATA.rglob("*.yaml"))}
# Gross brackets of the documents, in euros: junior, confirmé, senior.
BRACKETS = {
    "drsp": [(2800, 3500), (3500, 5000), (5000, 7000)],
    "dspip": [(2700, 3400), (3400, 4600), (4600, 7000)],
    "cpip": [(1823, 1823), (1823, 2340), (2340, 3280)],
}
WITH_PAGE = sorted(BRACKETS)
WITHOUT_PAY = ["dsp", "redacteur"]


@pytest.fixture(scope="module")
def by_code(catalogue: Catalogue) -> dict[str, Metier]:
    return {one.code: one for one in catalogue.metiers}


def every_text(value: Any) -> str:
    """All the words of a record, in one text, lower case."""
    if isinstance(value, str):
        return same_spaces(value).lower()
    if isinstance(value, tuple):
        return " \n".join(every_text(item) for item in value)
    return ""


def test_the_catalogue_is_in_the_order_of_its_map(by_code: dict[str, Metier]) -> None:
    assert list(by_code) == METIERS


@pytest.mark.parametrize("code", WITH_PAGE)
def test_each_bracket_is_that_of_the_document(by_code: dict[str, Metier], code: str) -> None:
    pay = by_code[code].remuneration
    assert pay is not None
    assert [(t.brut.min, t.brut.max) for t in pay.tranches] == [(a * 100, b * 100) for a, b in BRACKETS[code]]
    assert [t.niveau for t in pay.tranches] == ["junior", "confirme", "senior"]
    assert [t.libelle for t in pay.tranches] == ["0-2 ans", "3-5 ans", "5 ans et plus"]
    assert pay.base == "brut mensuel"
    assert pay.source == "fiche"


@pytest.mark.parametrize("code", WITH_PAGE)
def test_seniority_bands_leave_no_hole_and_no_overlap_i13(by_code: dict[str, Metier], code: str) -> None:
    pay = by_code[code].remuneration
    assert pay is not None
    assert [(t.anciennete_min, t.anciennete_max) for t in pay.tranches] == [(0, 3), (3, 5), (5, None)]
    assert "vide entre 2 et 3 ans" in every_text(by_code[code].notes)


@pytest.mark.parametrize("code", WITH_PAGE)
def test_the_displayed_range_repeats_confirme_and_is_not_called_a_mean_i12(
    by_code: dict[str, Metier], code: str
) -> None:
    one = by_code[code]
    assert one.remuneration is not None
    assert one.remuneration.affichee == one.remuneration.tranches[1].brut
    assert "pas une moyenne calculée" in (one.precision("remuneration") or "")


@pytest.mark.parametrize("code", WITH_PAGE)
def test_the_reserve_of_a_document_stays_with_its_figures(by_code: dict[str, Metier], code: str) -> None:
    pay = by_code[code].remuneration
    assert pay is not None
    assert pay.reserve is not None
    assert len(pay.reserve) > 80


@pytest.mark.parametrize("code", WITHOUT_PAY)
def test_two_documents_say_nothing_about_pay_telework_and_evolution_i5_i6(
    by_code: dict[str, Metier], code: str
) -> None:
    one = by_code[code]
    assert (one.remuneration, one.teletravail, one.evolution) == (None, None, None)
    assert one.tendances == ()


@pytest.mark.parametrize("code", WITH_PAGE)
def test_the_three_others_say_very_rare_and_medium_i16(by_code: dict[str, Metier], code: str) -> None:
    one = by_code[code]
    # A union saw two days a week in a SPIP: what was seen goes before a mention common to three sheets.
    assert (one.teletravail == "Très rare") == (code != "cpip")
    assert one.evolution == "Moyenne"
    assert "trois fiches" in (one.precision("teletravail") or "")
    assert "trois fiches" in (one.precision("evolution") or "")
    assert len(one.tendances) == 3


def test_the_missions_of_the_section_are_not_those_of_the_agent(by_code: dict[str, Metier]) -> None:
    frames = [mission.cadre for mission in by_code["redacteur"].missions]
    assert frames == [None] * 7 + ["La section"] * 8


@pytest.mark.parametrize("code", CODES)
def test_official_titles_are_in_both_genders_i23(by_code: dict[str, Metier], code: str) -> None:
    one = by_code[code]
    assert one.titre_feminin
    assert one.titre_feminin != one.titre
    assert "·" not in one.titre
    assert "/" not in one.titre


@pytest.mark.parametrize("code", CODES)
def test_plain_words_say_tu_and_summaries_do_not_i23(by_code: dict[str, Metier], code: str) -> None:
    one = by_code[code]
    assert one.en_clair
    assert re.search(r"\b(tu|ton|toi)\b", one.en_clair.lower())
    assert not re.search(r"\b(tu|ton|ta)\b", " ".join(one.resume).lower())


@pytest.mark.parametrize("code", CODES)
def test_every_record_has_what_a_reader_looks_for(by_code: dict[str, Metier], code: str) -> None:
    one = by_code[code]
    for field in ("accroche", "resume", "en_clair", "missions", "employeurs", "partenaires", "competences", "acces"):
        assert getattr(one, field), field
    assert one.acces is not None
    assert one.acces.voies


def test_the_three_conflicting_figures_of_a_beginner_stand_side_by_side_i2(by_code: dict[str, Metier]) -> None:
    beginners = [
        (pay.montant, pay.base, pay.source)
        for pay in by_code["cpip"].remunerations_publiees
        if pay.situation == "Débutant"
    ]
    assert beginners == [(2270_00, "net", "s6"), (2318_00, "non_precise", "s4"), (2550_00, "brut", "s5")]


def test_a_published_amount_without_date_says_why(by_code: dict[str, Metier]) -> None:
    for one in by_code.values():
        for pay in one.remunerations_publiees:
            assert pay.date or pay.precision, (one.code, pay.situation)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("cpip", ["smic brut mensuel du 1er janvier 2026", "12,02 €", "1 823,03 €"]),  # I2
        ("cpip", ["deux métiers mélangés", "association"]),  # I3
        ("cpip", ["sans « pénitentiaire »"]),
        ("cpip", ["smic et plus", "salaire négociable"]),
        ("drsp", ["directeur interrégional", "10 directions interrégionales"]),  # I9
        ("drsp", ["pas un premier emploi", "4 171 €", "3 950 €"]),  # I10
        ("drsp", ["rff", "demandeurs d’emploi"]),  # I11
        ("drsp", ["plafond indicatif"]),  # I14
        ("dspip", ["plafond indicatif"]),
        ("dspip", ["dspip, dpip ou dfspip"]),  # I17
        ("dspip", ["avec ton équipe"]),  # I18
        ("dsp", ["a+", "catégorie de la fiche d’orientation est conservée"]),  # I20
        ("dsp", ["capitaines"]),  # I21
        ("redacteur", ["cases cochées"]),  # I7
        ("redacteur", ["appi", "genesis", "pack office", "dacg"]),
    ],
)
def test_each_trap_of_the_documents_is_told_to_the_reader(
    by_code: dict[str, Metier], code: str, words: list[str]
) -> None:
    text = every_text(by_code[code])
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("word", ["@", "handicapées", "toilette", "Découvre les formations", "Tendance :", "Souvent :"])
def test_what_must_not_be_published_appears_nowhere_i4_i8_i19_i22(word: str) -> None:
    assert [name for name, text in TEXT.items() if word.lower() in text.lower()] == []


@pytest.mark.parametrize("code", METIERS)
def test_every_source_has_its_day_of_reading_and_a_title(by_code: dict[str, Metier], code: str) -> None:
    for source in by_code[code].sources:
        assert source.consulte_le.year >= 2026
        assert len(source.titre) > 10
        assert source.url is None or source.url.startswith("http")


def test_a_source_without_address_is_a_document_or_says_nothing_personal(by_code: dict[str, Metier]) -> None:
    silent = [(one.code, s.id) for one in by_code.values() for s in one.sources if s.url is None and s.id != "fiche"]
    assert silent == [
        ("cpip", "s8"),
        ("assistant_social", "s2"),
        ("psychologue", "s5"),
        ("coordinateur_culturel", "s2"),
        ("coordinateur_culturel", "s3"),
        ("surveillant_adjoint", "code"),
    ]


@pytest.mark.parametrize(
    "sigle",
    ["SPIP", "CPIP", "DPIP", "DSPIP", "DFSPIP", "DSP", "DISP", "DAP", "ENAP", "PPSMJ", "JAP", "APPI", "Genesis",
     "DACG", "SMIC", "IFSE", "PSS", "RIFSEEP", "RFF"],
)  # fmt: skip
def test_each_asked_acronym_has_a_meaning_and_one_plain_sentence(catalogue: Catalogue, sigle: str) -> None:
    (found,) = [one for one in catalogue.sigles() if one.sigle == sigle]
    assert found.sens
    assert found.explication.endswith(".")
    assert found.source.titre


def test_acronyms_are_in_order_and_unique(catalogue: Catalogue) -> None:
    names = [fold(one.sigle) for one in catalogue.sigles()]
    assert names == sorted(set(names))


@pytest.mark.parametrize("name", [name for name in TEXT if name == "sigles.yaml" or name.startswith("metiers")])
def test_apostrophes_are_french_i24(name: str) -> None:
    def texts(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [text for item in value.values() for text in texts(item)]
        if isinstance(value, list):
            return [text for item in value for text in texts(item)]
        return [value] if isinstance(value, str) else []

    found = texts(load_yaml(str(DATA / name)))
    assert [text for text in found if re.search(r"[a-zé]'[a-zéA-Z]", text)] == []
    assert [text for text in found if re.search(r"\d€", text)] == []
    assert [text for text in found if text != text.strip() or "  " in text] == []


def test_no_figure_of_the_data_lives_in_the_code() -> None:
    """Amounts and rates of the catalogue belong in data/; docstrings may give them as examples."""
    figures = re.compile(r"\b(0\.21|0\.25|0\.75|0\.79|21_00|2500|1823|2340|3280|1867|12\.02|3400|4600|7000)\b")
    found = []
    for path in SRC.rglob("*.py"):
        if "pay" in path.relative_to(SRC).parts:
            continue
        code = re.sub(r'"""[\s\S]*?"""', "", path.read_text(encoding="utf-8"))
        code = re.sub(r'"[^"\n]*"', '""', re.sub(r"#.*", "", code))
        found += [f"{path.name}: {match}" for match in figures.findall(code)]
    assert found == []
