"""What the explorer remembers from one day to the next: a small JSON file of the user's."""

import contextlib
import json
import os
from collections.abc import Mapping
from typing import Any

from penitcareer.store.folders import state_folder
from penitcareer.store.replacing import replace_file

NAME = "explorer.json"
LARGEST = 1_000_000  # bytes: a file of ours is a thousand times smaller
PRIVATE = 0o600


def remembered() -> dict[str, Any]:
    """What was kept, nothing when there is no file or when it is not one of ours."""
    folder = state_folder()
    if folder is None:
        return {}
    try:
        with open(os.path.join(folder, NAME), "rb") as file:
            known = json.loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}


def remember(values: Mapping[str, Any]) -> None:
    """Keep these values beside those that are already there under other names. What cannot
    be written is lost: nothing else depends on it."""
    folder = state_folder()
    if folder is None:
        return
    text = json.dumps({**remembered(), **values}, ensure_ascii=True, indent=1, sort_keys=True)
    with contextlib.suppress(OSError):
        os.makedirs(folder, exist_ok=True)
        replace_file(os.path.join(folder, NAME), [text.encode(), b"\n"], PRIVATE)
