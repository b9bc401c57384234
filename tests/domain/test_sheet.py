"""One métier, whole or one part."""

from penitcareer.domain.choices import SECTIONS
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.sheet import build_sheet
from penitcareer.domain.money import Range
from tests.support import DAY, RULE, metier, pay, smic

PAID = metier(remuneration=pay(("junior", 1000, 1200), ("senior", 1300, 1500), affichee={"min": 1100, "max": 1400}))


def test_a_sheet_has_every_part_in_reading_order() -> None:
    assert build_sheet(PAID, RULE, None, DAY).sections == tuple(SECTIONS)


def test_one_part_can_be_asked() -> None:
    assert build_sheet(PAID, RULE, None, DAY, sections=("acces",)).sections == ("acces",)


def test_the_parts_show_every_field_of_a_record() -> None:
    shown = {field for fields in SECTIONS.values() for field in fields}
    identity = {"code", "titre", "titre_feminin", "titre_court", "sigle", "alias", "corps", "filiere", "categorie"}
    identity |= {"statuts", "niveau_diplome", "recrutement", "remplace_par"}
    beside = {"precisions", "origines", "fichier", "mots_cles"}
    assert shown | identity | beside == set(Metier._fields)


def test_a_month_and_a_year_are_of_the_same_pay() -> None:
    month, year = (build_sheet(PAID, RULE, smic(), DAY, per_year) for per_year in (False, True))
    assert (month.mois, year.mois) == (1, 12)
    assert month.affichee == Range(1100_00, 1400_00)
    assert month.affichee_nette == Range(825_00, 1106_00)
    assert year.affichee == Range(13_200_00, 16_800_00)
    assert year.affichee_nette == Range(9900_00, 13_272_00)
    assert [bracket.brut for bracket in year.tranches] == [
        Range(12_000_00, 14_400_00),
        Range(15_600_00, 18_000_00),
    ]


def test_an_unknown_pay_stays_unknown() -> None:
    sheet = build_sheet(metier(), RULE, smic(), DAY)
    assert (sheet.tranches, sheet.affichee, sheet.affichee_nette) == ((), None, None)
