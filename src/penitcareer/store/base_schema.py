"""What every model of a data file is made of."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from penitcareer.store.fields import SourceId, Texte


def _without_docstring(schema: dict[str, Any]) -> None:
    """Docstrings are for us; what an editor shows is the French of the fields."""
    schema.pop("description", None)


class Model(BaseModel):
    """Unknown keys are refused, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra=_without_docstring)


class Fait(Model):
    texte: Texte
    source: SourceId | None = None
