"""No figure of law lives in the code: amounts, rates, dates and codes of corps belong in data/."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DOMAIN = Path(__file__).parents[1] / "src" / "penitcareer" / "domain"
# Where money and the law are; elsewhere (search, comparison) numbers are of the screen or of a score.
OF_LAW = [
    DOMAIN / "estimate.py",
    *(path for room in ("pay", "career", "entry") for path in sorted((DOMAIN / room).glob("*.py"))),
]
CORPS = {path.stem for path in (DOMAIN.parents[2] / "data" / "corps").glob("*.yaml")}

# Numbers of arithmetic, not of law: none, one, half, cents in a euro.
PLAIN = {-1, 0, 1, 2, 100}
# What a data file may hold is bounded where its fields are declared (domain/kinds.py).
LIMITS = {"Bounds", "Size", "Words", "Shape"}
# Every other number, and why it may stand in the code.
ALLOWED: dict[str, dict[int, str]] = {
    "career/careers.py": dict.fromkeys((5, 10, 15, 20, 30), "the years at which careers are compared"),
    "career/place.py": {1000: "thousandths"},
    "entry/eligibility.py": {3: "the years beyond which « bientôt » is no news: of the screen"},
    "pay/arithmetic.py": {3: "the third child: its parameters are named so"},
}
# A date, a rate, an amount.
LAW_IN_TEXT = re.compile(r"\d{4}-\d{2}|\b(19|20)\d{2}\b|\d\s?%|\d\s?€")


def _code(tree: ast.AST) -> Iterator[ast.Constant]:
    """The constants of a module, but its docstrings and the limits of data files."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LIMITS:
            continue
        if isinstance(node, ast.Constant):
            yield node
        yield from _code(node)


def _name(path: Path) -> str:
    return path.relative_to(DOMAIN).as_posix()


def _values(path: Path, *kinds: type) -> list[Any]:
    return [node.value for node in _code(ast.parse(path.read_text(encoding="utf-8"))) if type(node.value) in kinds]


def test_no_number_of_the_law_is_in_the_code() -> None:
    numbers = {_name(path): set(_values(path, int, float)) - PLAIN for path in OF_LAW}
    allowed = {name: set(those) for name, those in ALLOWED.items()}
    assert {name: those for name, those in numbers.items() if those} == allowed  # nor a permission left behind


def test_no_date_rate_amount_or_corps_is_in_a_text_of_the_code() -> None:
    texts = [(_name(path), text) for path in OF_LAW for text in _values(path, str)]
    assert [(name, text) for name, text in texts if LAW_IN_TEXT.search(text) or text in CORPS] == []


def test_no_rate_and_no_amount_is_told_beside_the_code() -> None:
    """It would say the law of the day on which it was written."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    trees = [(_name(path), ast.parse(path.read_text(encoding="utf-8"))) for path in OF_LAW]
    nodes = [(name, node) for name, tree in trees for node in ast.walk(tree) if isinstance(node, documented)]
    assert [name for name, node in nodes if re.search(r"\d\s?[%€]", ast.get_docstring(node) or "")] == []
