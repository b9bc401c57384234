"""What a staff adds up to, and what a reform does to one, as screens, JSON and CSV say it: staffs
added up by hand, without Polars."""

from datetime import date
from typing import Any

import pytest

from penitcareer.domain.money import Span
from penitcareer.domain.staff import Quartiles, StaffGroup, Synthese
from penitcareer.domain.staff_effects import LineTotal, StaffEffect, StaffEffects
from penitcareer.render.document import Document, Gains, Heading, Note, Table
from penitcareer.render.formats.csv_rows import to_csv
from penitcareer.render.formats.plain import to_plain
from penitcareer.render.views import staff, staff_effects
from tests.support import same_spaces

JOUR = date(2027, 1, 1)


def group(par: Any = "ensemble", corps: str | None = None, **fields: Any) -> StaffGroup:
    pays = (4, 0, Span(1040000, 1040000), Span(840000, 840000), Quartiles(190000, 210050, 250000))
    return StaffGroup(par, corps, None, None, *pays)._replace(**fields)


def effect(par: Any = "ensemble", corps: str | None = None, **fields: Any) -> StaffEffect:
    adds = (4, 2, 1, 1, 0, Span(10000, 10000), Span(8000, 8000))
    return StaffEffect(par, corps, None, None, None, None, *adds)._replace(**fields)


def synthese(*groups: StaffGroup, anomalies: int = 0) -> Synthese:
    return Synthese(JOUR, 9, anomalies, groups)


def effects(*groups: StaffEffect, **fields: Any) -> StaffEffects:
    return StaffEffects(JOUR, 9, 0, 0, 0, 4, groups, ())._replace(**fields)


def text(document: Document) -> str:
    return same_spaces(to_plain(document))


def notes(document: Document) -> list[str]:
    return [same_spaces(block) for block in document.blocks if isinstance(block, Note)]


def csv_of(view: Any, result: Any) -> list[list[str]]:
    return [line.split(";") for line in to_csv(view.rows(result)).splitlines()]


def block_under(document: Document, title: str) -> list[Any]:
    """What stands between a heading and the next."""
    blocks = list(document.blocks)
    start = blocks.index(Heading(title)) + 1
    return blocks[start : next((at for at in range(start, len(blocks)) if type(blocks[at]) is Heading), len(blocks))]


def test_a_synthesis_says_the_whole_then_a_table_a_dimension() -> None:
    named = group("grade", "cea", grade="brigadier", effectif=1, quartiles=None)
    zone = group("zone", zone=3, effectif=1200, brut=Span(240000, None), net=Span(196400, 240300))
    assert text(staff.document(synthese(group(), group("corps", "cea"), named, group("grade"), zone))) == (
        """\
4 agents payés, janvier 2027

Par mois : 10 400 € de brut, 8 400 € de net à payer avant impôt.

Par corps
Corps  Agents      Brut  Net avant impôt  1er quart  médiane  3e quart
cea         4  10 400 €          8 400 €    1 900 €  2 101 €   2 500 €

Par grade
Grade              Agents      Brut  Net avant impôt  1er quart  médiane  3e quart
cea, brigadier          1  10 400 €          8 400 €          —        —         —
sans corps décrit       4  10 400 €          8 400 €    1 900 €  2 101 €   2 500 €

Par zone de résidence
Zone de résidence  Agents              Brut  Net avant impôt  1er quart  médiane  3e quart
3                   1 200  au moins 2 400 €  1 964 à 2 403 €    1 900 €  2 101 €   2 500 €

Quartiles du net : un quart, la moitié, trois quarts des agents ont ce net ou moins.
"""
    )


def test_a_synthesis_says_how_many_it_leaves_out() -> None:
    one = notes(staff.document(synthese(group(encadres=1), anomalies=1)))
    assert one[1:] == [
        "1 agent a un indice connu par des bornes : totaux encadrés, hors des quartiles.",
        "1 ligne sans bulletin, comptée nulle part.",
    ]
    two = notes(staff.document(synthese(group(encadres=2), anomalies=2)))
    assert two[1:] == [
        "2 agents ont un indice connu par des bornes : totaux encadrés, hors des quartiles.",
        "2 lignes sans bulletin, comptées nulle part.",
    ]
    nobody = staff.document(synthese(anomalies=1))
    assert (nobody.titre.split(",")[0], len(nobody.blocks)) == ("0 agent payé", 2)


def test_a_synthesis_in_json_and_csv_has_a_line_a_group() -> None:
    found = synthese(group(), group("grade", "cea", grade="b", encadres=4, quartiles=None, net=Span(100, None)))
    answer = staff.payload(found)
    assert (answer["date"], answer["lignes"], answer["anomalies"]) == ("2027-01-01", 9, 0)
    assert answer["groupes"][0]["quartiles_net"] == {"premier": 1900.0, "mediane": 2100.5, "troisieme": 2500.0}
    assert answer["groupes"][1] == {
        "par": "grade", "corps": "cea", "grade": "b", "zone": None, "effectif": 4, "encadres": 4,
        "brut": {"min": 10400.0, "max": 10400.0}, "net": {"min": 1.0, "max": None}, "quartiles_net": None,
    }  # fmt: skip
    header, whole, grade = csv_of(staff, found)
    assert dict(zip(header, whole, strict=True)) == {
        "par": "ensemble", "corps": "", "grade": "", "zone": "", "effectif": "4", "encadres": "0",
        "brut_min": "10400,00", "brut_max": "10400,00", "net_min": "8400,00", "net_max": "8400,00",
        "net_premier_quartile": "1900,00", "net_mediane": "2100,50", "net_troisieme_quartile": "2500,00",
    }  # fmt: skip
    assert grade[-5:] == ["1,00", "", "", "", ""]


def test_a_reform_says_its_cost_who_gains_and_where() -> None:
    alike = effect("corps", "cpip", gagnants=0, perdants=0, inchanges=4)
    first = effect("decile", decile=1, jusqu_a=180000, effectif=1, perdants=0, inchanges=0)
    last = effect("decile", decile=2, jusqu_a=190049, effectif=2, net=Span(-1000, None))
    found = effects(effect(), effect("corps", "cea"), alike, first, last)
    assert text(staff_effects.document(found)) == (
        """\
Coût en brut : +100 € par mois, +1 200 € par an

Sur 4 agents : 2 gagnent, 1 perd, 1 sans changement.

Net à payer avant impôt : +20,00 € par mois en moyenne, +80 € par mois en tout, en janvier 2027.

Par corps
Corps  Agents  Gagnent  Perdent  Inchangés  Net moyen  Brut par mois
cea         4        2        1          1   +20,00 €         +100 €
1 ligne inchangée.

Par décile de net
Décile, jusqu’à  Agents  Gagnent  Perdent  Inchangés  Net moyen  Brut par mois
1er, 1 800 €          1        2        0          0   +80,00 €         +100 €
2e, 1 900 €           2        2        1          1     ≥ −5 €         +100 €

Coût en brut, sans les cotisations de l’employeur. Un an compte douze mois comme celui-ci.
Décile : un dixième des agents, du net le plus bas au plus haut sous le droit, compté à l’euro.
1 agent dont le droit ne donne l’indice que par des bornes : dans aucun décile.
"""
    )
    (bars,) = (block for block in staff_effects.document(found).blocks if isinstance(block, Gains))
    assert bars == (("1er", 0, 8000, False), ("2e", -500, 0, True))


def test_a_loss_a_certain_loser_and_who_may_lose_are_said() -> None:
    both = effect(gagnants=1, perdants=2, inchanges=0, incertains=1, net=Span(-4004, -4004), brut=Span(-4004, 2000))
    shown = text(staff_effects.document(effects(both)))
    assert shown.startswith("Coût en brut : −40 € à +20 € par mois, −480 € à +240 € par an\n")
    assert "Sur 4 agents : 1 gagne, 2 perdent, 0 sans changement, 1 incertain.\n" in shown
    assert "−10,01 € par mois en moyenne, −40 € par mois en tout" in shown
    assert "Incertains : selon leur indice, connu par des bornes, ils gagnent ou perdent." in shown
    assert "Incertains" not in text(staff_effects.document(effects(effect())))
    ends = effect("grade", "cea", grade="b", net=Span(-1200, 4000), gagnants=0, perdants=0, inchanges=3, incertains=1)
    table = block_under(staff_effects.full(effects(effect(), ends)), "Par grade")[0]
    assert [column.titre for column in table.columns][-4:] == ["Inchangés", "Incertains", "Net moyen", "Brut par mois"]
    assert same_spaces(" ; ".join(table.rows[0])) == "cea, b ; 4 ; 0 ; 3 ; 1 ; −3 € à +10 € ; +100 €"


def test_where_nothing_changes_no_table_stands() -> None:
    same: Any = {"gagnants": 0, "perdants": 0, "inchanges": 4}
    whole = staff_effects.full(
        effects(effect(**same), effect("corps", "cea", **same), bulletin=(LineTotal("a", "A", 1, 1),))
    )
    assert block_under(whole, "Par corps") == [Note("Rien ne change.")]
    assert Heading("Par grade") not in whole.blocks
    nothing, among, *_ = map(same_spaces, block_under(whole, "Ligne par ligne"))
    assert (nothing, among) == ("Aucune ligne ne change.", "Sur 4 agents dont les deux lois donnent l’indice exact.")
    assert not [block for block in whole.blocks if isinstance(block, Table)]


def test_lines_that_change_are_asked_for_or_come_with_the_whole() -> None:
    lines = (LineTotal("ifse", "IFSE", 51367, 0), LineTotal("t", "Traitement", 100, 100), LineTotal("x", "Part", 0, 1))
    found = effects(effect(), bulletin=lines)
    assert Heading("Ligne par ligne") not in staff_effects.document(found).blocks
    for shown in (staff_effects.full(found), staff_effects.document(found._replace(par_ligne=True))):
        table = block_under(shown, "Ligne par ligne")[0]
        assert [same_spaces(" ; ".join(row)) for row in table.rows] == [
            "IFSE ; 513,67 € ; 0,00 € ; −513,67 €",
            "Part ; 0,00 € ; 0,01 € ; +0,01 €",
        ]
    assert Heading("Ligne par ligne") not in staff_effects.full(effects(effect())).blocks
    assert csv_of(staff_effects, found._replace(par_ligne=True)) == [
        ["code", "libelle", "montant_droit", "montant_reforme", "ecart"],
        ["ifse", "IFSE", "513,67", "0,00", "-513,67"],
        ["t", "Traitement", "1,00", "1,00", "0,00"],
        ["x", "Part", "0,00", "0,01", "0,01"],
    ]


@pytest.mark.parametrize("groups", [(), (effect(),)])
def test_who_is_in_no_figure_is_said_even_of_an_empty_staff(groups: tuple[StaffEffect, ...]) -> None:
    said = notes(staff_effects.document(effects(*groups, incomparables=1, anomalies=1, une_loi=1)))
    assert said[-2:] == [
        "1 agent comparé nulle part : une loi seule donne le montant d’une prime, ou le droit ne donne qu’un plancher.",
        "1 ligne sans bulletin, comptée nulle part, dont 1 sous une seule des deux lois.",
    ]
    agents, lines = notes(staff_effects.document(effects(*groups, incomparables=2, anomalies=2)))[-2:]
    assert agents.startswith("2 agents comparés nulle part : ")
    assert lines == "2 lignes sans bulletin, comptées nulle part."
    if not groups:
        assert staff_effects.document(effects()) == ("Aucun agent comparé", "", (), False)


def test_effects_in_json_and_csv_have_a_line_a_group() -> None:
    decile = effect("decile", decile=2, jusqu_a=190049, net=Span(-2000, None), incertains=1)
    found = effects(effect(), decile, bulletin=(LineTotal("ifse", "IFSE", 51367, 0),), anomalies=2, une_loi=1)
    answer = staff_effects.payload(found)
    assert {name: value for name, value in answer.items() if name not in ("groupes", "bulletin")} == {
        "jour": "2027-01-01", "lignes": 9, "anomalies": 2, "une_loi": 1, "incomparables": 0, "exacts": 4,
        "cout": "brut",
    }  # fmt: skip
    assert answer["bulletin"] == [{"code": "ifse", "libelle": "IFSE", "droit": 513.67, "reforme": 0, "ecart": -513.67}]
    assert answer["groupes"][1] == {
        "par": "decile", "corps": None, "grade": None, "zone": None, "decile": 2, "jusqu_a": 1900.49,
        "effectif": 4, "gagnants": 2, "perdants": 1, "inchanges": 1, "incertains": 1,
        "ecart_brut": {"min": 100.0, "max": 100.0}, "ecart_brut_an": {"min": 1200.0, "max": 1200.0},
        "ecart_net": {"min": -20.0, "max": None}, "ecart_net_moyen": {"min": -5.0, "max": None},
    }  # fmt: skip
    header, _, line = csv_of(staff_effects, found)
    assert {name: cell for name, cell in zip(header, line, strict=True) if cell} == {
        "par": "decile", "decile": "2", "jusqu_a": "1900,49", "effectif": "4", "gagnants": "2", "perdants": "1",
        "inchanges": "1", "incertains": "1", "ecart_brut_min": "100,00", "ecart_brut_max": "100,00",
        "ecart_brut_an_min": "1200,00", "ecart_brut_an_max": "1200,00", "ecart_net_min": "-20,00",
        "ecart_net_moyen_min": "-5,00",
    }  # fmt: skip
