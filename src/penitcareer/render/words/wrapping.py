"""Lines of a text at a width, broken at plain spaces: a no-break space holds while its words fit.

Rich wraps too, but at no-break spaces, and at three times the cost of a whole sheet."""

# From here on signs may take two columns; French text, its dashes and its quotes come before.
_MAYBE_WIDE = "\u2e80"
_HOLDING = "\u00a0\u202f"
_HELD = "\u0378"  # a space that always holds: Unicode has not assigned it, so no text has it
STEP = " · "
_STEP_HELD = f"{_HELD}· "  # a line may end with the dot, never start with it


def columns(text: str) -> int:
    """Terminal columns that a text takes."""
    if text.isascii() or max(text) < _MAYBE_WIDE:
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int, first: int | None = None) -> list[str]:
    """The lines of a text, none wider than `width` columns, the first than `first`; only a word
    longer than a line is cut, and no sign is."""
    lines: list[str] = []
    line = ""
    room = width if first is None else first
    for word in text.replace(STEP, _STEP_HELD).split(" "):
        longer = f"{line} {word}" if line else word
        if columns(longer) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
            room = width
        line = word
        while len(line) > 1 and columns(line) > room:
            start, line = _parted(line, room)
            lines.append(start)
            room = width
    return [shown.replace(_HELD, " ") for shown in (*lines, line)]


def wrap_steps(text: str, width: int) -> list[str]:
    """The lines of commands apart by « · »: none that fits in a line is broken, and one that does
    not has its own lines."""
    room = width - len(STEP.rstrip())
    groups: list[list[str]] = [[]]
    for step in text.split(STEP):
        if columns(_call(step)) <= room:
            groups[-1].append(_held(step))
        else:
            groups += [[step], []]
    *firsts, last = [STEP.join(group) for group in groups if group]
    return [line for part in (*(f"{part}{_HELD}·" for part in firsts), last) for line in wrap(part, width)]


def _call(step: str) -> str:
    """What is to be typed, without « Plus : »."""
    return step.rpartition(": ")[2]


def _held(step: str) -> str:
    call = _call(step)
    return step.removesuffix(call) + call.replace(" ", _HELD)


def _parted(word: str, width: int) -> tuple[str, str]:
    """What fits in a width of words held together, up to a no-break space if there is one there; and the rest."""
    end = _fitting(word, width)
    if word[end : end + 1] in _HOLDING:
        return word[:end], word[end + 1 :]
    space = max(word.rfind(sign, 0, end) for sign in _HOLDING)
    return (word[:space], word[space + 1 :]) if space > 0 else (word[:end], word[end:].lstrip(_HELD))


def _fitting(word: str, width: int) -> int:
    """How many signs of a word fit in a width, at least one."""
    end = max(min(len(word), width), 1)
    while end > 1 and columns(word[:end]) > width:
        end -= 1
    return end
