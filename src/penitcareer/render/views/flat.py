"""A record as JSON values, and as lines of a path and a value."""

from typing import Any

from penitcareer.render.formats.csv_rows import Cell, Figure

UNSEEN = ("sources", "mots_cles")  # shown elsewhere, or nowhere


def plain(value: Any) -> Any:
    """Records as dicts, tuples as lists."""
    if hasattr(value, "_fields"):
        return {name: plain(item) for name, item in zip(value._fields, value, strict=True) if name not in UNSEEN}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def flat(path: str, value: Any) -> list[tuple[str, Cell]]:
    """Every value inside a value of JSON, under its path: `acces.voies[0].voie`."""
    if isinstance(value, dict):
        return [row for key, item in value.items() for row in flat(f"{path}.{key}" if path else key, item)]
    if isinstance(value, list):
        return [row for index, item in enumerate(value) for row in flat(f"{path}[{index}]", item)]
    if isinstance(value, float):
        return [(path, Figure(f"{value:.2f}".replace(".", ",")))]
    return [(path, value)]
