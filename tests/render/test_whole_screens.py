"""The longer answers, `--tout` above all, and what the screens of each command leave out: kept as plain text."""

from collections.abc import Callable

import pytest

from penitcareer.render.views.provenance import MOST_SOURCES
from tests.support import ROOT, penit_json, same_spaces, screen_of

REFORMS = ROOT / "docs" / "reformes"
POINT, GRID = ("--reforme", str(REFORMS / "point.yaml")), ("--reforme", str(REFORMS / "grille_cpip.yaml"))
BOUNDED = ("paie", "cpip", "--grade", "classe_normale", "--echelon", "3")
SCREENS: dict[str, tuple[str, ...]] = {
    "carriere_une": ("carriere", "cpip", "--annees", "6", "--enfant", "@4", "--tout"),
    "carriere_plusieurs": ("carriere", "cpip", "dsp", "chef_services", "--annees", "12", "--tout"),
    "carriere_promue": ("carriere", "cpip", "dsp", "--promotion", "hors_classe@14", "--annees", "15", "--tout"),
    "carriere_contre_droit": ("carriere", "cpip", *POINT, "--contre-droit"),
    "compare_deux": ("compare", "cpip", "dspip", "--tout"),
    "compare_trois": ("compare", "dsp", "surveillant", "redacteur", "--tout"),
    "compare_quatre": ("compare", "dsp", "surveillant", "drsp", "chef_services", "--tout"),
    "list": ("list", "--tout"),
    "list_filtree": ("list", "--filiere", "surveillance", "--tout"),
    "show_surveillant": ("show", "surveillant"),
    "show_educateur": ("show", "educateur", "--tout"),
    "show_chef_services": ("show", "chef_services", "--tout"),
    "grille_aae": ("grille", "aae", "--tout"),
    "grille_dsp": ("grille", "dsp", "--tout"),
    "grille_contre_droit": ("grille", "cpip", *GRID, "--contre-droit"),
    "paie_contre_droit": ("paie", "cpip", "--im", "450", *POINT, "--contre-droit", "--tout"),
    "paie_bornes": BOUNDED,
    "paie_bornes_tout": (*BOUNDED, "--tout"),
    "paie_bornes_contre": (*BOUNDED[:-1], "1", "--contre", "--echelon 14"),
    "paie_plancher": ("paie", "dpip", "--echelon", "1"),
    "paie_lue": ("paie", "cpip", "--im", "450", "--lu", "traitement=2300", "--lu", "net=2700", "--tout"),
    "paie_ecole": ("paie", "dsp", "--grade", "eleve", "--periode", "stage"),
    "acces_surveillant": ("acces", "surveillant"),
    "acces_dpip": ("acces", "dspip"),
    "acces_dsp": ("acces", "dsp"),
    "grille_liste": ("grille",),
    "place_net": ("place", "2600", "dsp", "--net", "--tout"),
    "place_brut": ("place", "2600", "dsp", "--tout"),
    "eligible": ("eligible", "cpip", "dsp", "--diplome", "licence", "--dispense-age", "--services", "4"),
}
IN_CSV = ("paie_bornes", "paie_plancher")
KEPT = [*((f"entier_{name}",) for name in SCREENS), *((f"entier_{name}_csv",) for name in IN_CSV)]


@pytest.mark.parametrize("name", SCREENS)
def test_a_whole_answer_is_the_one_kept(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"entier_{name}", screen_of("plain", *SCREENS[name]))


@pytest.mark.parametrize("name", IN_CSV)
def test_a_range_in_csv_is_the_one_kept(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"entier_{name}_csv", screen_of("csv", *SCREENS[name]))


def test_a_printed_sheet_says_how_many_sources_it_leaves_out() -> None:
    known = len(penit_json("sources", "surveillant")["metiers"][0]["sources"])
    assert known > MOST_SOURCES
    assert f"{known - MOST_SOURCES} autres</p>" in same_spaces(screen_of("html", "show", "surveillant"))
