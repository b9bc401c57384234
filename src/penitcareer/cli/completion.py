"""The words that completion offers, each with what it means. All of them, every time: what was
typed so far is compared in `shells`, where what no shell may read is dropped too."""

import os
from collections.abc import Collection


def metiers() -> list[tuple[str, str]]:
    """Codes, each with its title."""
    from penitcareer.store.opening import open_catalogue

    return list(open_catalogue(os.environ.get("PENIT_DATA")).titles)


def filieres() -> list[tuple[str, str]]:
    """Filières: the shortest name that `--filiere` takes for this one alone, and the whole name."""
    from penitcareer.domain.names import fold
    from penitcareer.store.opening import open_catalogue

    entries = open_catalogue(os.environ.get("PENIT_DATA")).entries
    known = {fold(entry.filiere): entry.filiere for entry in entries if entry.filiere}
    return [(_shortest(name, known), known[name]) for name in sorted(known)]


def sigles() -> list[tuple[str, str]]:
    """Acronyms and terms, each with its meaning; a term in the letters that no shell reads,
    which `sigle` understands: `droit-constant`."""
    from penitcareer.domain.names import fold
    from penitcareer.store.opening import open_catalogue

    known = open_catalogue().sigles()
    names = [one.sigle if one.sigle.isascii() else fold(one.sigle) for one in known]
    return [(name.replace(" ", "-"), one.sens) for name, one in zip(names, known, strict=True)]


def corps() -> list[tuple[str, str]]:
    """Codes of corps, each with its title."""
    from penitcareer.store.opening import open_catalogue

    return [(item.code, item.titre) for item in open_catalogue(os.environ.get("PENIT_DATA")).corps]


def _shortest(name: str, known: Collection[str]) -> str:
    """The first word of a folded name where no other starts so, else all its words as one."""
    start = name.partition(" ")[0]
    alone = sum(other.startswith(start) for other in known) == 1
    return start if alone else name.replace(" ", "-")
