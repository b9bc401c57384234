"""Why something is refused, in French, for who has no command line: a fact is named as the
argument that gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from penitcareer.api.demande import Demande

if TYPE_CHECKING:
    from penitcareer.domain.errors import PenitError


def sentence(problem: PenitError) -> str:
    """The sentence of a command, its options named as arguments."""
    from penitcareer.render.refusals import sentence as say

    return say(problem, {fact: fact for fact in Demande.__annotations__})
