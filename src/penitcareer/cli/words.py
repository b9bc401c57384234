"""What several commands read from their arguments."""

from typing import Annotated

import typer

from penitcareer.domain.money import Cents

Annuel = Annotated[bool, typer.Option("--annuel", help="Compter à l’année")]
ANNUAL_HINT = "Ce montant ressemble à une année : ajoutez --annuel si c’en est une."


def joined(words: list[str]) -> str:
    """Arguments as one text: `3 500` and `directeur de prison` need no quotes."""
    return " ".join(words)


def amount_or_none(text: str) -> Cents | None:
    """Cents of an amount; None for a text that starts with a letter, which names a métier.

    Raises InvalidAmount for anything else.
    """
    from penitcareer.domain.amounts import parse_amount

    start = text.strip()[:1]
    not_a_number = text.strip().lower() in ("nan", "inf", "infinity")
    return None if start.isalpha() and not not_a_number else parse_amount(text)
