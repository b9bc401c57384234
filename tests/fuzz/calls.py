"""Hostile calls of `penit`, made from a seed: arguments, environment, and a data file."""

import json
from functools import cache
from random import Random
from typing import Any, NamedTuple

from penitcareer.cli.main import build_app
from penitcareer.cli.tree import COMMANDS
from tests.fuzz.records import STRAYS, mutated
from tests.support import as_yaml

FILE = "f.yaml"


class Case(NamedTuple):
    """A call, what the environment has more than usual, and the text of `f.yaml`."""

    arguments: list[str]
    environment: dict[str, str]
    fichier: str | None = None
    terminal: bool = False


# No path here leads out of the folder of the case: a fuzzer must not write elsewhere.
PATHS = [
    FILE, "", "-", ".", "rien.yaml", "rien/x.json", "x.json", "x.csv", "é à.md", "x.pdf", "x" * 300, "\udcff.csv",
    "a\nb.json", "\x1b[31m.md", "~", "*.yaml", "$(x).json",
]  # fmt: skip
METIERS = ["cpip", "dspip", "dsp", "CPIP", "surveillant", "directeur", "chef services", "drsp", "cpi", "éducateur"]
CORPS = ["cpip", "aae", "dsp", "cea", "dpip", "cdc", "csip", "attaché", "disp"]
NUMBERS = ["0", "1", "2", "3", "5", "8", "12", "30", "50", "60", "100", "400", "1515"]
AMOUNTS = ["3500", "3 500,50 €", "42k", "2700", "1800,00", "250", "0", "1\u202f000 €", "1000000", "100000"]
ODD_NUMBERS = [
    "-1", "1e9", "9" * 25, "9" * 5000, "²", "٣", "1_0", "0x10", "3500.001", "٣٥٠٠", "nan", "inf", "½", "+5", "00",
    "1.5.5", "0,001", "1'000", "0" * 5000, "1,", ",5",
]  # fmt: skip
# What an option, or an argument, takes by its metavar: most values are right for it.
PLAUSIBLE: dict[str, list[str]] = {
    "METIER": METIERS, "CORPS": CORPS, "MONTANT": AMOUNTS, "MONTANT|auto": [*AMOUNTS, "auto"], "N": NUMBERS,
    "ANS": ["18", "38", "55"], "ANNEES": ["0", "4", "12"], "POINTS": ["10", "40", "120"], "1|2|3": ["1", "2", "3"],
    "Q": ["50", "80", "90", "100"], "Q@DE-A": ["80@5-8", "50@1-2", "80@5-8", "90@3-60", "50@²-3"],
    "@ANNEE": ["@1", "@4", "@12", "@²", "4"],
    "GRADE@ANNEE": ["hors_classe@15", "principal@9", "classe_normale@2", "x@²"],
    "CORPS@ANNEE": ["dpip@9", "dspip@4", "aae@2", "cdc@1", "drsp@9"], "RYTHME": ["sans", "au_plus_tot", "median"],
    "GRADE": ["hors_classe", "principal", "eleve", "classe_normale", "attache", "surveillant_brigadier", "—"],
    "HEA": ["HEA", "heb", "HEBbis", "HEG"], "CODE": ["pss", "ifse", "ifo", "x"], "LIEU": ["centrale", "deconcentre"],
    "CODE[=N]": ["nuit=4", "dimanche=2", "icp", "ifse", "cti", "nuit=31", "nuit=²", "nuit=" + "9" * 4301, "pss=1"],
    "A|B|C": ["A", "b", "C"], "CAT": ["A+", "A", "b", "C", "A,B"], "STATUT": ["titulaire", "contractuel"],
    "FILIERE": ["insertion", "surveillance", "direction", "administ"], "CLE": ["titre", "net", "brut", "categorie"],
    "DIPLOME": ["bac", "bac+3", "aucun", "cap", "master"], "DOMAINE": ["social", "psychologie", "service_social"],
    "NATIONALITE": ["francaise", "europeenne", "autre"], "PARTIE": ["salaire", "acces", "missions", "notes"],
    "FORMAT": ["json", "csv", "md", "table", "plain", "html"], "POURCENT": ["0", "5", "12,5", "43", "4.25 %", "100"],
    "AAAA-MM[-JJ]": ["2026-11", "2023-01-15", "2024-01", "1989", "2100-12-31", "0000-00", "2026-02-30", "9999-99-99"],
    "'OPTIONS'": ["--echelon 6", "--echelon '", "--help", "--contre '--im 3'", "--im 450 --quotite 80", "--json", ""],
    "SIGLE": ["PPSMJ", "spip", "IM", "p.p.s.m.j.", "logement"],
    "MOTS": ["juge", "prison", "logement social", "mineurs"],
    "FICHIER": PATHS, "CHEMIN": PATHS,
}  # fmt: skip
HOSTILE = [
    "", " ", "\t", "\n", "\r\n", "\x00", "\x07", "\x1b[31m", "\x1b]0;x\x07", "\x9b31m", "\u202e", "\u200b", "\udcff",
    "\ufeff", "a\u0300" * 50, "é" * 300, "x" * 5000, "{0}", "{x.y}", "%s%n", "[red]x[/red]", "[/]", "`x`", "$(x)",
    "|a|b|", "=1+1", "<b>", "&amp;", "--", "-", "---", "--x", "-x", "--format", "--format=", "--json=1", "-h",
    "--help", "--version", "@", "=", "'", '"', "\\", ";", "😀", "👨‍👩‍👧", "中文", "ابجد", "–5", "—", "…", "’",
    "/", "..", "*", "?",
]  # fmt: skip
VARIABLES: dict[str, list[str]] = {
    "COLUMNS": ["", "0", "1", "5", "40", "200", "-1", "x", "²", "9" * 30, "1e3"],
    "LINES": ["", "0", "1", "-1", "x", "²", "9" * 30],
    "NO_COLOR": ["", "0", "1"],
    "FORCE_COLOR": ["", "0", "1", "x"],
    "TERM": ["", "dumb", "xterm", "x" * 500, "\x1b[31m"],
    "COLORTERM": ["truecolor", "24bit", "²"],
    "LANG": ["C", "", "fr_FR.ISO-8859-1", "x"],
    "LC_ALL": ["C", "POSIX", "tr_TR.UTF-8"],
    "PENIT_FORMAT": ["", "json", "csv", "md", "html", "table", "x", "\x1b[31m"],
    "PENIT_DATE": ["", "2026-11", "2020-01-01", "x", "²", "0000-00-00"],
    "PENIT_DATA": PATHS,
    "TTY_COMPATIBLE": ["0", "1", "x"],
    "TTY_INTERACTIVE": ["0", "1", "x"],
    "UNICODE_VERSION": ["latest", "5.0.0", "x", "²", ""],
    "JUPYTER_COLUMNS": ["x", "²"],
    "JUPYTER_LINES": ["x", "-1"],
    "TYPER_USE_RICH": ["0", "1"],
    "_TYPER_STANDARD_TRACEBACK": ["1"],
    "PYTHONIOENCODING": ["ascii", "x"],
}


@cache
def parameters_of(command: str) -> tuple[list[str], list[tuple[str, str | None]]]:
    """The metavars of the arguments of a command, and its options, each with its metavar,
    None for a flag."""
    parameters = build_app().get_command(None, command).params
    arguments = [item.metavar for item in parameters if item.param_type_name == "argument"]
    options = [
        (name, None if item.is_flag else item.metavar)
        for item in parameters
        if item.param_type_name == "option"
        for name in item.opts
    ]
    return [word.strip("[]…") for metavar in arguments for word in metavar.split()], options


def case(chance: Random) -> Case:
    """A hostile call: most of them of arguments, the others of a file."""
    made = chance.choices((_call, _check, _text), (8, 2, 2))[0]
    return made(chance)._replace(environment=_environment(chance), terminal=chance.random() < 0.2)


def _environment(chance: Random) -> dict[str, str]:
    if chance.random() < 0.6:
        return {}
    return {name: chance.choice(VARIABLES[name]) for name in chance.sample(list(VARIABLES), chance.randint(1, 3))}


# The page of the catalogue is a hundred answers, and its options are those of all.
QUICK = [name for name in COMMANDS if name != "page"]


def _call(chance: Random) -> Case:
    command = chance.choice(QUICK) if chance.random() < 0.95 else _hostile(chance)
    arguments, options = parameters_of(command) if command in COMMANDS else ([], [("--format", "FORMAT")])
    given = [command, *(_value(chance, metavar) for metavar in arguments)]
    for name, metavar in chance.sample(options, min(len(options), chance.choice((0, 0, 1, 1, 2, 3, 5)))):
        value = [] if metavar is None else [_value(chance, metavar)]
        given += [f"{name}={value[0]}"] if value and chance.random() < 0.3 else [name, *value]
    if chance.random() < 0.1:
        given.insert(chance.randrange(len(given) + 1), _hostile(chance))
    if chance.random() < 0.05:
        given.pop(chance.randrange(len(given)))
    return Case(given, {})


def _value(chance: Random, metavar: str) -> str:
    """A value for a metavar: right nine times in ten."""
    value = chance.choice(PLAUSIBLE.get(metavar, NUMBERS))
    if metavar in ("FICHIER", "CHEMIN") or chance.random() < 0.9:
        return value
    return value + _hostile(chance) if chance.random() < 0.2 else _hostile(chance)


def _hostile(chance: Random) -> str:
    return chance.choice(chance.choice((HOSTILE, HOSTILE, ODD_NUMBERS, METIERS)))


def _check(chance: Random) -> Case:
    """A file near a right one."""
    kind = chance.choice(("metiers", "corps"))
    records = [mutated(kind, chance, "essai", most=8)]
    content: Any = {"metiers": records} if kind == "metiers" else {"corps": records[0]}
    if chance.random() < 0.1:
        content[chance.choice(("metiers", "corps", "x", "\x1b"))] = chance.choice(STRAYS)
    return Case(_reading(chance), {}, as_yaml(content))


def _text(chance: Random) -> Case:
    """A file whose very writing is wrong."""
    text = as_yaml({"metiers": [{"code": "essai", "titre": "x", "sources": []}]})
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(SIGNS) + text[at + chance.choice((0, 0, 1, 5)) :]
    return Case(_reading(chance), {}, text)


SIGNS = [
    "&a ", "*a", "!!x ", "%TAG !a! x\n", "---\n", "...\n", "\t", "\x00", "\x1b", "\udcff", "\ufeff", "\u2028", "? ",
    "- ", ": ", "{", "[", "}", "]", "'", '"', "|\n", ">\n", "#", "<<: *a\n", "9" * 400, "a" * 2000, "\n",
    "1.5e3", "~", "\\ud800",
]  # fmt: skip


def _reading(chance: Random) -> list[str]:
    return ["check", FILE, *chance.choice(((), (), ("--json",), ("--format", "csv"), ("--format", "md")))]


def shown(one: Case) -> str:
    """A case as a line of `cases.jsonl`."""
    return json.dumps(one._asdict())
