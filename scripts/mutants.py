"""The mutants of a module: the small changes that Cosmic Ray makes, drawn, and where each stands."""

import ast
import random
from collections.abc import Iterator
from typing import NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast  # type: ignore[import-untyped]
from cosmic_ray.mutating import mutate_code  # type: ignore[import-untyped]
from cosmic_ray.plugins import get_operator, operator_names  # type: ignore[import-untyped]

SEED = 2026
# `|` stands in annotations and between dicts or sets here: nearly every mutant of it dies at import,
# which would flatter the score without saying anything of the tests. `is` in place of `==`, or the
# reverse, changes nothing: a word of ours is one object, and so is None.
UNION = "core/ReplaceBinaryOperator_BitOr_"
SAME = {f"core/ReplaceComparisonOperator_{pair}" for pair in ("Eq_Is", "NotEq_IsNot", "Is_Eq", "IsNot_NotEq")}


class Mutant(NamedTuple):
    """A change: where, of which kind, and which one of that kind in the module."""

    start: tuple[int, int]
    end: tuple[int, int]
    operator: str
    occurrence: int


class Place(NamedTuple):
    """Where a change acts: the function that must be replaced, none when it acts at import, and the
    lines one of which a test must run to see it."""

    function: str | None
    lines: range


def mutants_of(source: str, most: int) -> tuple[list[Mutant], int]:
    """The mutants of a source, as many as `most`, drawn the same each time; how many there are."""
    nodes = list(ast_nodes(get_ast(source)))
    whole: list[Mutant] = []
    for name in operator_names():
        operator = get_operator(name)
        if not (name.startswith(UNION) or name in SAME or operator.arguments()):
            places = (place for node in nodes for place in operator().mutation_positions(node))
            whole += [Mutant(start, end, name, rank) for rank, (start, end) in enumerate(places)]
    whole.sort()
    left_out = set(random.Random(SEED).sample(whole, max(len(whole) - most, 0)))
    return [mutant for mutant in whole if mutant not in left_out], len(whole)


def mutated(source: str, mutant: Mutant) -> str:
    """A source with its change."""
    return str(mutate_code(source, get_operator(mutant.operator)(), mutant.occurrence))


def place_of(tree: ast.Module, line: int) -> Place:
    """Where a change on a line acts."""
    body, names, function, lines = tree.body, "", None, range(line, line + 1)
    while found := next((one for one in body if line in _lines(one)), None):
        inner = list(_inner(found))
        first_inner = min((_lines(one).start for one in inner), default=_lines(found).stop)
        lines = range(_lines(found).start, max(first_inner, line + 1))
        if any(line in _lines(one) for one in inner) and isinstance(found, ast.FunctionDef | ast.ClassDef):
            names += ("." if names else "") + found.name
            if function is None and isinstance(found, ast.FunctionDef):
                function = names
        body = inner
    return Place(function, lines)


def _lines(statement: ast.stmt) -> range:
    decorators = getattr(statement, "decorator_list", [])
    return range(min(one.lineno for one in (statement, *decorators)), (statement.end_lineno or 0) + 1)


def _inner(statement: ast.stmt) -> Iterator[ast.stmt]:
    """The statements that stand in another, but not deeper."""
    for field in ("body", "orelse", "finalbody"):
        yield from getattr(statement, field, [])
    for part in (*getattr(statement, "handlers", []), *getattr(statement, "cases", [])):
        yield from part.body
