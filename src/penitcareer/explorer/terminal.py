"""Whether the terminal is still there, and how to leave without it."""

import os
import sys
import time
from threading import Thread

LOOK = 1.0  # seconds between two looks
GRACE = 3.0  # seconds in which the application leaves by itself, all kept


def is_there() -> bool:
    """Whether keys come from a terminal, and it still answers."""
    keys = sys.__stdin__
    return keys is not None and keys.isatty()


def leave_with_it(code: int) -> None:
    """End the process after its terminal, with this exit code. Textual waits for ever to write on one that is
    gone: only another thread may leave then."""
    if is_there():
        Thread(target=_look, args=(code,), daemon=True).start()


def _look(code: int) -> None:
    while is_there():
        time.sleep(LOOK)
    time.sleep(GRACE)
    os._exit(code)
