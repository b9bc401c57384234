"""What a person typed, quoted in a sentence, and the nearest names that they may have meant."""

import os
import re
from collections.abc import Sequence


def quoted(text: str) -> str:
    """A user's text between French quotes, shortened so that a message stays one line."""
    return f"« {shortened(text)} »"


def shortened(text: str) -> str:
    """A user's text, or its start when it is long."""
    return text if len(text) <= 60 else text[:57] + "…"


def quoted_path(path: str) -> str:
    """A path as it can be pasted in a shell, where none of its signs does anything."""
    if re.search(r"""["'`$!;&|<>(){}*?#\\]|^[~-]""", path) and os.name != "nt":
        from shlex import quote

        return quote(path)
    return path if path and " " not in path else f'"{path}"'


def suggestion(names: Sequence[str]) -> str:
    """« Vouliez-vous dire … ? » for the nearest names, or nothing."""
    if not names:
        return ""
    return f" Vouliez-vous dire {' ou '.join(names)} ?"
