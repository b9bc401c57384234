"""Text from a file or a command line is data: it commands nothing. Control characters,
direction overrides and line breaks are neutralised here, once, for every text format."""

import codecs

_BREAKS = "\t\n\v\f\r\x85\u2028\u2029"
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C]
_NEUTRAL = dict.fromkeys(_CONTROLS, "\ufffd") | {ord(sign): " " for sign in _BREAKS}

# What an encoding that lacks a sign writes instead, when dropping the accent is not enough.
_SUBSTITUTES = {
    "€": "EUR", "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "...", "–": "-", "—": "-",
    "−": "-", "•": "-", "·": "-", "œ": "oe", "Œ": "OE", "æ": "ae", "→": "->", "↑": "^", "≥": ">=", "≈": "~",
    "█": "#", "░": ".", "●": "#", "◐": "+", "◑": "*", "◔": "-", "○": "o",
    "\u202f": " ", "\u00a0": " ", "\u2009": " ", "\ufffd": "?", "─": "-", "│": "|", "°": "o", "×": "x",
}  # fmt: skip


def clean(text: str) -> str:
    """A text on one line, without control characters or direction overrides."""
    if text.isprintable() and text.isascii():
        return text
    return text.translate(_NEUTRAL)


def is_utf_8(encoding: str) -> bool:
    """Whether an encoding writes every sign, and so needs no substitute."""
    return encoding.lower().replace("_", "-") in ("utf-8", "utf8")


def fit(text: str, encoding: str) -> str:
    """A text that an encoding can write: signs it lacks are written with ones it has."""
    try:
        text.encode(encoding)
        return text
    except UnicodeEncodeError:
        return "".join(sign if _writable(sign, encoding) else _substitute(sign, encoding) for sign in text)


def substitute(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: the same substitutes, for what is written without layout."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_substitute(sign, error.encoding) for sign in lacking), error.end


HANDLER = "penitcareer"
codecs.register_error(HANDLER, substitute)


def _substitute(sign: str, encoding: str) -> str:
    if sign in _SUBSTITUTES:
        return _SUBSTITUTES[sign]
    import unicodedata

    base = unicodedata.normalize("NFKD", sign)[0]
    return base if _writable(base, encoding) else "?"


def _writable(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
