"""What several commands read from their arguments."""

from typing import TYPE_CHECKING, Annotated

import typer

from penitcareer.cli.completion import metiers
from penitcareer.domain.errors import UsageProblem
from penitcareer.domain.money import Cents

if TYPE_CHECKING:
    from penitcareer.store.catalogue import Catalogue

OneMetier = Annotated[
    list[str], typer.Argument(metavar="METIER", help="Code, sigle, titre ou autre nom", autocompletion=metiers)
]
Annuel = Annotated[bool, typer.Option("--annuel", help="Compter à l’année")]
ANNUAL_HINT = "Ce montant ressemble à une année : ajoutez --annuel si c’en est une."


def joined(words: list[str]) -> str:
    """Arguments as one text: `3 500` and `directeur de prison` need no quotes."""
    return " ".join(words)


def one_metier(catalogue: "Catalogue", words: list[str]) -> str:
    """The words of one métier's name. Raises UsageProblem when each names one by itself."""
    if len(words) > 1 and not catalogue.codes_of(joined(words)):
        codes = [codes[0] for word in words if (codes := catalogue.codes_of(word))]
        if len(codes) == len(words):
            raise UsageProblem(f"Un seul métier à la fois ; pour plusieurs : penit compare {' '.join(codes)}")
    return joined(words)


def amount_or_none(text: str) -> Cents | None:
    """Cents of an amount; None for a text that starts with a letter, which names a métier.

    Raises InvalidAmount for anything else.
    """
    from penitcareer.domain.amounts import parse_amount

    start = text.strip()[:1]
    not_a_number = text.strip().lower() in ("nan", "inf", "infinity")
    return None if start.isalpha() and not not_a_number else parse_amount(text)
