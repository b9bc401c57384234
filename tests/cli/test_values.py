"""What options take: read, or refused in one French sentence, for every option there is."""

import shlex
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from penitcareer.cli.commands.paie import FORMER, OF_THE_CALL, OPTIONS
from penitcareer.cli.group import MOST_WORDS
from penitcareer.cli.main import build_app
from penitcareer.cli.tree import COMMANDS
from penitcareer.domain.pay.request import PayRequest
from tests.support import penit, penit_json, refusal, same_spaces


def call_of(name: str) -> list[str]:
    """A call of a command that succeeds: its first example, without what it starts with."""
    module: Any = import_module(f"penitcareer.cli.commands.{COMMANDS[name][0]}")
    return shlex.split(module.EXAMPLES[0])[1:]


def valued_options() -> list[tuple[str, str]]:
    """Every option of every command that takes a value, from the tree that Typer has."""
    app = build_app()
    params = [(name, param) for name in COMMANDS for param in app.get_command(None, name).params]
    return [(name, param.opts[0]) for name, param in params if param.opts[0].startswith("--") and not param.is_flag]


VALUED = valued_options()


def test_the_walk_sees_the_options() -> None:
    assert {("list", "--filiere"), ("paie", "--contre"), ("carriere", "--svg"), ("check", "--data")} <= set(VALUED)
    assert len(VALUED) > 4 * len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_an_empty_value_is_refused_with_the_name_of_its_option(command: str) -> None:
    for option in (option for name, option in VALUED if name == command):
        words = {"--date": "Date refusée"}.get(option, option)
        for empty in ("", " "):
            said = refusal(*call_of(command), option, empty, code=2, words=words)
            assert said == penit(*call_of(command), f"{option}={empty}").err


HOSTILE = [
    "²",
    "１",
    "9" * 4301,
    "-1",
    "nan",
    "1e9",
    "0x1",
    "1_0",
    "paris",
    "\u202e",
    "a" * 5000,
    "@",
    "=",
    "@²",
    "80@²",
]


def met_by(value: str) -> list[tuple[str, str]]:
    """The options that a hostile value is given to: all, on one of the commands that take each, in
    turn. An option is read in one place: each value meets it, and each command has it met."""
    turn = HOSTILE.index(value)
    takers: dict[str, list[str]] = {}
    for command, option in VALUED:
        takers.setdefault(option, []).append(command)
    return [
        (command, option)
        for option, commands in takers.items()
        for place, command in enumerate(commands)
        if place % len(HOSTILE) == turn % min(len(commands), len(HOSTILE))
    ]


def test_each_option_meets_a_hostile_value() -> None:
    assert {pair for value in HOSTILE for pair in met_by(value)} == set(VALUED)
    assert all({option for _, option in met_by(value)} == {option for _, option in VALUED} for value in HOSTILE)


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: ascii(value)[:12])
def test_no_value_of_any_option_is_a_bug(value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # --sortie and --svg write there
    for command, option in met_by(value):
        result = penit(*call_of(command), f"{option}={value}")
        assert result.code in (0, 1, 2), (command, option)
        assert "Traceback" not in result.err, (command, option)
        assert result.code == 0 or len(result.err) < 500, (command, option)


@pytest.mark.parametrize("value", ["²", "9" * 4301, "１", "3.5", "deux"])
@pytest.mark.parametrize(
    ("command", "option"),
    [
        ("paie cpip --im 450", "--enfants"),
        ("paie cpip", "--im"),
        ("paie cpip --im 450", "--zone"),
        ("paie cpip --im 450", "--nbi"),
        ("grille cpip", "--zone"),
        ("place 2600 cpip", "--zone"),
        ("carriere cpip", "--annees"),
        ("carriere cpip", "--enfants"),
        ("eligible", "--age"),
        ("eligible", "--services"),
    ],
)
def test_what_is_no_whole_number_is_refused_by_name(command: str, option: str, value: str) -> None:
    shown = value if len(value) < 60 else "9" * 57 + "…"
    said = same_spaces(refusal(*command.split(), option, value, code=2, words=f"{option} attend un nombre entier"))
    assert f"pas « {shown} »" in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("paie cpip --im 450 --quotite 80%", "paie cpip --im 450 --quotite 80"),
        ("paie cpip --im 450 --quotite '80 %'", "paie cpip --im 450 --quotite 80"),
        ("paie cpip --im 450 --enfants '2 enfants'", "paie cpip --im 450 --enfants 2"),
        ("paie cpip --im 450 --nbi '20 points'", "paie cpip --im 450 --nbi 20"),
        ("paie cpip --im 450 --taux-impot '4,2 %'", "paie cpip --im 450 --taux-impot 4.2"),
        ("paie cpip --im 450 --taux-impot 5%", "paie cpip --im 450 --taux-impot 5"),
        ("paie cpip --im 450 --ic-csg AUTO", "paie cpip --im 450 --ic-csg auto"),
        ("paie cpip --im 450 --affectation Centrale", "paie cpip --im 450 --affectation centrale"),
        ("paie cpip --im 450 --affectation déconcentré", "paie cpip --im 450 --affectation deconcentre"),
        ("paie cpip --im 450 --sans-prime IFSE", "paie cpip --im 450 --sans-prime ifse"),
        ("eligible --services '3 ans'", "eligible --services 3"),
        ("eligible --services 3ans --age '38 ans'", "eligible --services 3 --age 38"),
        ("eligible --activite '1 an'", "eligible --activite 1"),
        ("carriere dsp --annees '12 ans'", "carriere dsp --annees 12"),
        ("carriere dsp --quotite 80%@5-8", "carriere dsp --quotite 80@5-8"),
        ("carriere dsp --avancement 'au plus tôt'", "carriere dsp --avancement au_plus_tot"),
        ("list --diplome 'Bac + 3'", "list --diplome bac+3"),
        ("list --min-net '2 000 €'", "list --min-net 2000"),
    ],
)
def test_a_value_written_as_people_write_is_understood(typed: str, meant: str) -> None:
    result = penit(*shlex.split(typed))
    assert result.code == 0
    assert result == penit(*shlex.split(meant))


REFUSED = [
    ("paie cpip --im 450 --primes douze", "Montant refusé pour --primes : « douze »"),
    ("paie cpip --im 450 --ic-csg beaucoup", "Montant refusé pour --ic-csg : « beaucoup »"),
    ("paie --statut contractuel --brut 3,500", "Montant refusé pour --brut"),
    ("list --min-net 0", "Montant refusé pour --min-net"),
    ("net 3500 --primes x", "Montant refusé pour --primes"),
    ("net 3500 --statut agent", "--statut : valeur inconnue « agent »"),
    ("paie cpip --im 450 --taux-impot 100,01", "un pourcentage, pas « 100,01 »"),
    ("paie cpip --im 450 --taux-impot 4.255", "--taux-impot attend un pourcentage"),
    ("paie cpip --im 450 --taux-impot 4.2.1", "--taux-impot attend un pourcentage"),
    ("paie cpip --im 450 --taux-impot %", "--taux-impot attend un pourcentage"),
    ("paie cpip --im 450 --quotite 49", "--quotite attend un nombre entier de 50 à 100"),
    ("paie cpip --im 450 --prime ''", "--prime est vide : donnez CODE[=N], ou retirez l’option"),
    ("carriere dsp --quotite abc@5", "« abc@5 » : écrivez la quotité, @ et les années"),
    ("carriere dsp --quotite 80@1000", "« 80@1000 »"),
    ("net -1", "Un montant est positif"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "words"), REFUSED)
def test_a_value_that_is_refused_is_named(typed: str, words: str) -> None:
    refusal(*shlex.split(typed), code=2, words=words)


def test_the_bounds_of_a_percentage_are_percentages() -> None:
    for rate in ("0", "50", "96,00"):
        assert penit("paie", "cpip", "--im", "450", "--taux-impot", rate).code == 0
    taxed = penit_json("paie", "cpip", "--im", "450", "--taux-impot", "50")["totaux"]
    assert taxed["impot"] == round(taxed["net_imposable"] / 2, 2)
    assert penit("paie", "cpip", "--im", "450", "--taux-impot", "100").code == 2  # more than the pay


# -- paie and its request


def test_the_options_of_paie_are_the_fields_of_a_request() -> None:
    of_the_engine = {"poste"}
    assert set(OPTIONS) - {*OF_THE_CALL, *FORMER} == set(PayRequest._fields) - of_the_engine


@pytest.mark.parametrize("words", ["--help", "-h", "-hh", "--im 450 --help"])
def test_contre_does_not_ask_for_help(words: str) -> None:
    refusal("paie", "cpip", "--im", "450", "--contre", words, code=2, words="Option inconnue")


def test_contre_can_ask_for_zero() -> None:
    """Zero is a value: `--enfants 0` takes the children away."""
    childless = penit_json("paie", "cpip", "--im", "450")
    gap = penit_json("paie", "cpip", "--im", "450", "--enfants", "2", "--contre", "--enfants 0")
    assert gap["avant"]["entree"]["enfants"] == 2
    assert gap["apres"]["totaux"] == childless["totaux"]


# -- `--enfant@4`, and what only looks like it


def test_two_dashes_end_the_reading_of_years() -> None:
    refusal("carriere", "--", "--enfant@4", code=1, words="Métier inconnu : « --enfant@4 »")


def test_an_at_sign_in_another_value_is_left_alone() -> None:
    paie = ("paie", "cpip", "--im", "450", "--contre")
    refusal(*paie, "--prime x@y", code=1, words="Prime « x@y »")
    refusal(*paie, "--grade@2", code=2, words="Option inconnue : « --grade@2 »")


def test_an_option_that_takes_no_year_keeps_its_at_sign() -> None:
    refusal("carriere", "dsp", "--zone@1", code=2, words="Option inconnue : « --zone@1 »")
    assert penit("carriere", "dsp", "--quotite@5").code == 2


# -- how much is read


@pytest.mark.parametrize("command", ["find", "carriere", "show", "compare", "eligible", "net", "sigle", "acces"])
def test_a_pasted_page_is_refused(command: str) -> None:
    many = ["cpip"] * (MOST_WORDS + 1)
    words = f"{command} lit {MOST_WORDS} mots au plus et en a reçu {MOST_WORDS + 1}"
    refusal(command, *many, code=2, words=words)
    refusal(command, " ".join(many), code=2, words=words)


def test_as_many_words_as_the_limit_are_read() -> None:
    assert penit("find", *["prison"] * MOST_WORDS).code == 0


def test_check_takes_as_many_files_as_a_shell_lists(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("metiers: []\n", encoding="utf-8")
    assert "mots au plus" not in penit("check", *[str(path)] * (MOST_WORDS + 1)).err
