"""What several commands read from their arguments."""

from typing import TYPE_CHECKING, Annotated

import typer

from penitcareer.cli.completion import metiers
from penitcareer.domain.errors import UsageProblem

if TYPE_CHECKING:
    from penitcareer.api import Penit

OneMetier = Annotated[
    list[str], typer.Argument(metavar="METIER", help="Code, sigle, titre ou autre nom", autocompletion=metiers)
]
Annuel = Annotated[bool, typer.Option("--annuel", help="Compter à l’année")]
ANNUAL = "Ce montant ressemble à une année"
ANNUAL_HINT = f"{ANNUAL} : ajoutez --annuel si c’en est une."


def joined(words: list[str]) -> str:
    """Arguments as one text: `3 500` and `directeur de prison` need no quotes."""
    return " ".join(words)


def one_metier(penit: "Penit", words: list[str]) -> str:
    """The words of one métier's name. Raises UsageProblem when each names one by itself."""
    if len(words) > 1 and not penit.codes(joined(words)):
        codes = [codes[0] for word in words if (codes := penit.codes(word))]
        if len(codes) == len(words):
            raise UsageProblem(f"Un seul métier à la fois ; pour plusieurs : penit compare {' '.join(codes)}")
    return joined(words)


def names_a_metier(text: str) -> bool:
    """Whether a text starts with a letter, and so names a métier and is no amount."""
    return text.strip()[:1].isalpha() and text.strip().lower() not in ("nan", "inf", "infinity")
