"""Write the JSON Schema of each kind of data file in schemas/, for editors: the first line of
each file names its own."""

import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "schemas"


def main() -> int:
    """Write them all."""
    from penitcareer.store.checking import json_schema
    from penitcareer.store.reading.roots import ROOTS

    FOLDER.mkdir(exist_ok=True)
    for kind in ROOTS:
        (FOLDER / f"{kind}.json").write_text(json_schema(kind), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
