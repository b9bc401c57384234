"""Text for XML and HTML."""

import re

from penitcareer.render.words.safe import clean

# Halves of signs, and the code points that are none: `clean` keeps them, XML and HTML forbid them.
_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
_FORBIDDEN = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")


def markup_safe(text: str) -> str:
    """A text on one line, of signs that a page may hold; it is still to escape."""
    return _FORBIDDEN.sub("\ufffd", clean(text))
