"""The longer answers, `--tout` above all, and what the screens of each command leave out: kept as plain text."""

from collections.abc import Callable

import pytest

from tests.support import ROOT, screen_of

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
    "place_brut": ("place", "2600", "dsp", "--tout"),
    "eligible": ("eligible", "cpip", "dsp", "--diplome", "licence", "--dispense-age", "--services", "4"),
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_whole_answer_is_the_one_kept(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"entier_{name}", screen_of("plain", *SCREENS[name]))
