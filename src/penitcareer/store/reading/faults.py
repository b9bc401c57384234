"""pydantic's errors as French faults, each with file, line and field."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from json import JSONDecoder
from typing import Any

from pydantic import BaseModel, ValidationError

from penitcareer.domain.checks import Fault
from penitcareer.domain.errors import MOST_FAULTS, InvalidData
from penitcareer.store.reading.door import EXPECTED, model_of
from penitcareer.store.reading.rules import Context
from penitcareer.store.reading.yaml_loader import Location, load_yaml

MESSAGES = {
    "missing": "champ obligatoire absent",
    "string_type": "texte attendu",
    "string_unicode": "texte illisible",
    "string_too_short": "texte vide",
    "string_too_long": "texte de plus de {max_length} caractères",
    "string_pattern_mismatch": "écriture refusée, attendu : {pattern}",
    "int_type": "nombre entier attendu",
    "bool_type": "true ou false attendu",
    "list_type": "liste attendue",
    "too_short": "liste vide",
    "too_long": "plus de {max_length} éléments",
    "dict_type": "bloc de champs attendu",
    "model_type": "bloc de champs attendu",
    "literal_error": "valeur inconnue, attendu : {expected}",
    "greater_than": "doit dépasser {gt}",
    "greater_than_equal": "au moins {ge}",
    "less_than": "moins de {lt}",
    "less_than_equal": "au plus {le}",
    "value_error": "{error}",
}
LONGEST_MESSAGE = 400
LONGEST_KEY = 60
_DECODER = JSONDecoder()


def validate(root: Any, path: str, context: Context = None) -> dict[str, Any]:
    """A data file, whose root is this record, as plain values; `context` is what it may cite.
    Raises InvalidData with every fault found."""
    return validate_value(root, path, load_yaml(path), context)


def validate_value(root: Any, path: str, value: Any, context: Context = None) -> dict[str, Any]:
    """The loaded value of a file, validated, as plain values; rules may read the `context`.
    The file is read again only to give each fault its line."""
    model = model_of(root)
    try:
        return model.model_validate(value, context=context).model_dump()
    except ValidationError as error:
        details = list(_first_details(error))
        omitted = error.error_count() - len(details)
    lines: dict[Location, int] = {}
    load_yaml(path, lines)
    faults = [_fault(path, lines, detail, model, value) for detail in details]
    raise InvalidData(sorted(faults, key=lambda fault: fault.ligne or 0), omitted)


class Faults:
    """The faults of several files: the first ones kept, the `omitted` counted."""

    def __init__(self) -> None:
        self.kept: list[Fault] = []
        self.omitted = 0

    def add(self, faults: Sequence[Fault], omitted: int = 0) -> None:
        """Take the faults of one more file."""
        room = MOST_FAULTS - len(self.kept)
        self.kept += faults[:room]
        self.omitted += omitted + max(0, len(faults) - room)


def fault_at(path: str, location: Location, message: str) -> Fault:
    """A fault of the value that stands at this path of a file."""
    lines: dict[Location, int] = {}
    load_yaml(path, lines)
    return Fault(path, line_of(lines, location), field_name(location), message)


def _first_details(error: ValidationError) -> Iterator[Any]:
    """The first faults that pydantic found, decoded one by one: `error.errors()` makes
    them all, which takes 200 MB where everything is wrong."""
    text = error.json(include_url=False, include_input=False)
    end = 0
    for _ in range(min(error.error_count(), MOST_FAULTS)):
        detail, end = _DECODER.raw_decode(text, end + 1)
        yield detail


def line_of(lines: Mapping[Location, int], location: Location) -> int | None:
    """Line of a value, else of the nearest block that holds it."""
    for end in range(len(location), 0, -1):
        if location[:end] in lines:
            return lines[location[:end]]
    return None


def field_name(location: Location) -> str:
    """A path as people write it.

    >>> field_name(("metiers", 0, "sources", 2, "url"))
    'metiers[0].sources[2].url'
    """
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part[:LONGEST_KEY]}" for part in location)
    return name.lstrip(".")


def _fault(path: str, lines: Mapping[Location, int], detail: Any, model: type[BaseModel], value: Any) -> Fault:
    location = _in_file(detail, value)
    message = _message(detail, model, location)
    return Fault(path, line_of(lines, location), field_name(location), message[:LONGEST_MESSAGE])


def _in_file(detail: Any, value: Any) -> Location:
    """The path of a fault as the file writes it, without what pydantic adds (the kind of a
    union, « [key] »)."""
    location: list[str | int] = []
    for part in detail["loc"]:
        if (isinstance(value, dict) and part in value) or (isinstance(value, list) and isinstance(part, int)):
            value = value[part]
        elif detail["type"] != "missing":
            continue
        location.append(part)
    return tuple(location)


def _message(detail: Any, model: type[BaseModel], location: Location) -> str:
    if detail["type"] == "extra_forbidden":
        known = _fields_at(model, location[:-1])
        near = get_close_matches(str(location[-1])[:LONGEST_KEY], known, n=1)
        return f"champ inconnu ; vouliez-vous dire {near[0]} ?" if near else "champ inconnu"
    template = MESSAGES.get(detail["type"], "valeur refusée")
    context = {key: _french(key, value) for key, value in detail.get("ctx", {}).items()}
    return template.format_map(context)


def _french(key: str, value: Any) -> str:
    text = EXPECTED.get(str(value), str(value))
    return text.replace(" or ", " ou ").replace("'", "") if key == "expected" else text


def _fields_at(model: type[BaseModel], location: Location) -> Sequence[str]:
    """Field names of the model that stands at a path."""
    current: Any = model
    for part in location:
        if isinstance(part, str) and part in current.model_fields:
            current = _model_in(current.model_fields[part].annotation)
        if current is None:
            return ()
    return tuple(current.model_fields)


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        found = _model_in(argument)
        if found:
            return found
    return None
