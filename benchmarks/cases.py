"""What is measured, and the most it may cost: ratios of instructions to bare Typer."""

import sys
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent
SOURCE = FOLDER.parent / "src"
REFORM = str(FOLDER.parent / "docs" / "reformes" / "point.yaml")
PYTHON = sys.executable
PENIT = str(Path(PYTHON).with_name("penit"))  # not resolved: the script beside this interpreter

YARDSTICK = "typer"
PIPE, TERMINAL = "redirigée", "terminal"
OUTPUTS = (PIPE, TERMINAL)


class Case(NamedTuple):
    """A command, its target towards each output (None: not set), and the variables it needs."""

    label: str
    command: tuple[str, ...]
    piped: float | None = None
    shown: float | None = None
    variables: tuple[tuple[str, str], ...] = ()
    silent: bool = False

    def target(self, output: str) -> float | None:
        """The most this case may cost towards an output, as a ratio to bare Typer."""
        return self.piped if output == PIPE else self.shown


def penit(*arguments: str) -> tuple[str, ...]:
    """A call of the installed `penit`, by the interpreter that runs the benchmark."""
    return (PYTHON, PENIT, *arguments)


COMPLETION = (("_PENIT_COMPLETE", "complete_bash"), ("COMP_WORDS", "penit show cp"), ("COMP_CWORD", "2"))

CASES = {
    "python": Case("python -c pass", (PYTHON, "-c", "pass"), silent=True),
    YARDSTICK: Case("Typer nu", (PYTHON, str(FOLDER / "bare_typer.py")), silent=True),
    "net": Case("penit net 3500", penit("net", "3500"), piped=1.18, shown=1.75),
    "show": Case("penit show cpip", penit("show", "cpip"), piped=1.42, shown=2.10),
    "compare": Case("penit compare cpip dspip", penit("compare", "cpip", "dspip"), piped=1.42, shown=2.30),
    "list": Case("penit list", penit("list"), piped=1.42),
    "paie": Case("penit paie cpip --im 450", penit("paie", "cpip", "--im", "450"), piped=1.60, shown=2.40),
    "carriere": Case(
        "penit carriere cpip dspip dsp --annees 42",
        penit("carriere", "cpip", "dspip", "dsp", "--annees", "42"),
        piped=2.20,
    ),
    "reforme": Case("penit paie cpip --im 450 --reforme …", penit("paie", "cpip", "--im", "450", "--reforme", REFORM)),
    "find": Case("penit find juge", penit("find", "juge")),
    "help": Case("penit --help", penit("--help"), piped=1.25),
    "completion": Case("complétion (show cp…)", penit(), piped=1.25, shown=1.25, variables=COMPLETION),
}
