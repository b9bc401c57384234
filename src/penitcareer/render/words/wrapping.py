"""Lines of a text at a width, broken at plain spaces only: a no-break space holds.

Rich wraps too, but at no-break spaces, and at three times the cost of a whole sheet."""

from penitcareer.render.words.french import FIXED

# From here on signs may take two columns; French text, its dashes and its quotes come before.
_MAYBE_WIDE = "\u2e80"
_HELD = "\u0378"  # a space that holds: Unicode has not assigned it, so no text has it
STEP = " · "


def columns(text: str) -> int:
    """Terminal columns that a text takes."""
    if text.isascii() or max(text) < _MAYBE_WIDE:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, none wider than `width` columns; words held together part when a line
    lacks room for them, a longer word is cut."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if columns(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        rest = word
        while columns(rest) > width:
            cut = _fitting(rest, width)
            lines.append(rest[:cut])
            rest = rest[cut:]
        line = rest
    return [*lines, line]


def wrap_steps(text: str, width: int) -> list[str]:
    """The lines of commands apart by « · »: none that fits in a line is broken."""
    room = width - len(STEP.rstrip())
    held = (_held(step) if columns(_call(step)) <= room else step for step in text.split(STEP))
    return [line.replace(_HELD, " ") for line in wrap(f"{_HELD}{STEP.lstrip()}".join(held), width)]


def _call(step: str) -> str:
    """What is to be typed, without « Plus : »."""
    return step.rpartition(": ")[2]


def _held(step: str) -> str:
    call = _call(step)
    return step.removesuffix(call) + call.replace(" ", _HELD)


def _fitting(word: str, width: int) -> int:
    """How many signs of a word fit in a width, at least one; of words held together, whole ones."""
    end = min(len(word), width)
    while end > 1 and columns(word[:end]) > width:
        end -= 1
    return word.rfind(FIXED, 0, end) + 1 or max(end, 1)
