"""Whether the terminal is still there, and how to leave without it."""

import os
import sys
import time
from threading import Thread

INTERRUPTED = 130
LOOK = 1.0  # seconds between two looks
GRACE = 3.0  # seconds in which the application leaves by itself, all kept


def on_a_terminal() -> bool:
    """Whether keys come from a terminal, and it still answers."""
    keys = sys.__stdin__
    return keys is not None and keys.isatty()


def leave_with_it() -> None:
    """End the process after its terminal. Textual waits for ever to write on one that is gone: only another
    thread may leave then."""
    if on_a_terminal():
        Thread(target=_look, daemon=True).start()


def _look() -> None:
    while on_a_terminal():
        time.sleep(LOOK)
    time.sleep(GRACE)
    os._exit(INTERRUPTED)
