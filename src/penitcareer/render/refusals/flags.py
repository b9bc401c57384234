"""The options by which a command takes what the domain knows as fields, and how it was typed."""

import re
from collections.abc import Mapping, Sequence

from penitcareer.render.words.quoting import quoted_path

LONGEST = 60  # of a call worth typing again


class Flags(dict[str, str]):
    """The option of each field: the command's own, as it declares it, else the field's name
    with dashes. A sentence names fields, `{ic_csg}`, and is formatted with this."""

    def __init__(self, options: Mapping[str, str], typed: Sequence[str] = (), **parts: str | None) -> None:
        super().__init__(options, **parts)
        self._command, self._words = typed[0] if typed else "show", typed[1:]

    def __missing__(self, field: str) -> str:
        return f"--{field.replace('_', '-')}"

    def again(self, asked: str, code: str) -> str:
        """The call to type again, with a code where these words were; its command and that
        code alone when they are not found there, or when the call is long."""
        words = " ".join(map(quoted_path, self._words))
        again, found = re.subn(rf"(?<!\w){re.escape(asked)}(?!\w)", code, words, count=1)
        return f"penit {self._command} {again if found and len(again) <= LONGEST else code}"
