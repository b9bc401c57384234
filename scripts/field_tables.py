"""Tables of fields in the docs, made from the records of the domain: their kinds and what they say.

A page marks the place of a table, by the name of a record, and the fields to show when not all:

    <!-- champs Metier: code titre @cadre -->
    <!-- fin -->

`@cadre` stands for the fields of that part of a sheet, `@identite` for those of its head: a new field
is in the page as soon as it is in its part.
`<!-- parties -->` marks that of the parts of a sheet.
"""

import re
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from penitcareer.domain import kinds
from penitcareer.domain.choices import IDENTITY, SECTIONS
from penitcareer.domain.dated import Dated, Parameter, TextSource
from penitcareer.domain.estimate import Rule
from penitcareer.domain.hints import hints_of
from penitcareer.domain.kinds import Bounds, Default, Says, Shape, Size, Words
from penitcareer.domain.metiers import metier, remuneration
from penitcareer.domain.metiers.sigles import Sigle
from penitcareer.render.views.sheet_data import COMPUTED
from penitcareer.store.reading import reforms, roots
from penitcareer.store.reading.door import is_record, model_of

MODULES = (metier, remuneration, reforms, roots)
RECORDS = {one.__name__: one for module in MODULES for one in vars(module).values() if is_record(one)}
RECORDS |= {one.__name__: one for one in (Dated, Parameter, TextSource, Rule, Sigle)}
PLACE = re.compile(r"^<!-- (champs (\w+)(?:: ([@\w ]+))?|parties) -->\n.*?^<!-- fin -->$", re.MULTILINE | re.DOTALL)
# A type, alone and in a list.
SCALARS: dict[Any, tuple[str, str]] = {
    bool: ("booléen", "booléens"),
    date: ("date", "dates"),
    str: ("texte", "textes"),
    int: ("entier", "entiers"),
}
NAMED: dict[Any, tuple[str, str]] = {
    kinds.CODE: ("code", "codes"),
    kinds.SOURCE_ID: ("id de source", "ids de sources"),
    kinds.URL: ("adresse", "adresses"),
    kinds.PARTIAL_DATE: ("date, peut-être partielle", "dates"),
    kinds.IN_EUROS: ("montant", "montants"),
    kinds.IN_EUROS_OR_ZERO: ("montant, ou 0", "montants"),
    kinds.IN_FRACTION: ("taux", "taux"),
}
SHORT = 200
PARTS = {"@identite": IDENTITY, **{f"@{part}": fields for part, fields in SECTIONS.items()}}


def with_tables(page: str) -> str:
    """A page whose tables of fields are those of the records."""
    return PLACE.sub(lambda place: f"<!-- {place[1]} -->\n{_table(place)}\n<!-- fin -->", page)


def _table(place: re.Match[str]) -> str:
    if place[1] == "parties":
        lines = [f"| `{part}` | {_coded([*fields, *COMPUTED.get(part, ())])} |" for part, fields in SECTIONS.items()]
        return "\n".join(["", "| `--section` | champs |", "|---|---|", *lines, ""])
    record = RECORDS[place[2]]
    hints = hints_of(record)
    asked = [name for word in place[3].split() for name in PARTS.get(word, (word,))] if place[3] else hints
    names = [name for name in asked if not _marked(hints[name], kinds.NOT_IN_FILE)]
    lines = [f"| `{name}` | {_type(record, name, hints[name])} | {_meaning(hints[name])} |" for name in names]
    return "\n".join(["", "| champ | type | sens |", "|---|---|---|", *lines, ""])


def _type(record: Any, name: str, hint: Any) -> str:
    said = words_of(hint)
    default = next((mark.value for mark in _marks(hint) if isinstance(mark, Default)), None)
    if default is not None:
        return f"{said} ; `{default}` par défaut"
    field = model_of(record).model_fields.get(name)
    return f"{said} ; **obligatoire**" if field is not None and field.is_required() else said


def words_of(hint: Any, marks: tuple[Any, ...] = (), many: bool = False) -> str:
    """A type in French.

    >>> words_of(Annotated[int, Bounds(0, 60)] | None)
    'entier, 0 à 60, ou null'
    """
    if get_origin(hint) is Annotated:
        kind, *more = get_args(hint)
        return words_of(kind, (*more, *marks), many)
    if get_origin(hint) in (Union, UnionType):
        said = [words_of(part, marks, many) for part in get_args(hint) if part is not type(None)]
        return f"{' ou '.join(said)}{', ou' if ',' in said[0] else ' ou'} null"
    if kinds.IN_PAIRS in marks:
        return f"champ → {words_of(get_args(get_args(hint)[0])[1])}"
    if get_origin(hint) is tuple:
        size = next((f", {mark.fewest} à {_number(mark.most)}" for mark in marks if isinstance(mark, Size)), "")
        return f"liste de {words_of(get_args(hint)[0], (), True)}{size}"
    if get_origin(hint) is Literal:
        return _coded(get_args(hint))
    if is_record(get_origin(hint) or hint):
        return f"`{{{', '.join((get_origin(hint) or hint)._fields)}}}`"
    return _scalar(hint, marks, many)


def _scalar(hint: Any, marks: tuple[Any, ...], many: bool) -> str:
    for mark in marks:
        if isinstance(mark, Words):
            one, several = ("texte court", "textes courts") if mark.longest <= SHORT else ("texte", "textes")
            return several if many else one
        if isinstance(mark, Bounds):
            return f"{SCALARS[int][many]}, {mark.low} à {_number(mark.high)}"
        if mark in NAMED:
            return NAMED[mark][many]
        if isinstance(mark, Shape):
            return f"`{mark.attendu}`"
    return SCALARS.get(hint, ("valeur", "valeurs"))[many]


def _meaning(hint: Any) -> str:
    """What the field says, else what its kind does."""
    return next((mark.texte for mark in reversed(_marks(hint)) if isinstance(mark, Says)), "")


def _marks(hint: Any) -> list[Any]:
    """Every mark of a type, the nearest to it first."""
    inner = [mark for part in get_args(hint) if not is_record(part) for mark in _marks(part)]
    return [*inner, *getattr(hint, "__metadata__", ())]


def _marked(hint: Any, mark: Any) -> bool:
    return mark in getattr(hint, "__metadata__", ())


def _coded(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _number(value: int) -> str:
    """A year as it is, a larger number by thousands."""
    return f"{value:,}".replace(",", "\u202f") if value >= 10_000 else str(value)
