"""Our own métiers in the order of the catalogue's map. What the map lacks, or names in vain,
is a fault: nothing is listed last for having been forgotten."""

import os
from collections.abc import Iterable, Iterator
from typing import Any

from penitcareer.domain.checks import Fault
from penitcareer.domain.errors import InvalidData
from penitcareer.store.reading.faults import fault_at, validate
from penitcareer.store.reading.roots import FichierCarte
from penitcareer.store.reading.rules import Context
from penitcareer.store.reading.yaml_loader import Location
from penitcareer.store.snapshot import Plain

MAP = "metiers.yaml"
FOLDER = "metiers"


def read_map(data: str, context: Context = None) -> Plain:
    """The map of a folder of built-in data; `context` is what it may cite."""
    return validate(FichierCarte, os.path.join(data, MAP), context)


def filieres_of(carte: Plain) -> dict[str, str]:
    """The filière of each code of a map, in reading order."""
    return {code: filiere["nom"] for filiere in carte["filieres"] for code in filiere["metiers"]}


def our_metiers(data: str, carte: Plain, files: Iterable[tuple[str, Plain]]) -> list[Plain]:
    """The records of these files, each with its path, in the order of the map of a folder of
    built-in data. Raises InvalidData."""
    mapped = filieres_of(carte)
    known: dict[str, Plain] = {}
    faults: list[Fault] = []
    for path, content in files:
        for position, metier in enumerate(content["metiers"]):
            known[metier["code"]] = metier
            place = ("metiers", position)
            faults += [fault_at(path, (*place, field), why) for field, why in _strays(path, metier, mapped)]
    path = os.path.join(data, MAP)
    faults += [fault_at(path, place, why) for place, why in _vain(carte, known)]
    if faults:
        raise InvalidData(faults)
    return [known[code] for code in mapped]


def _strays(path: str, metier: Plain, mapped: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What a record of ours must leave to the map, or share with it: a field and a fault."""
    code = metier["code"]
    if code not in mapped:
        yield "code", f"le code {code} manque à {MAP}"
    if os.path.basename(path) != f"{code}.yaml":
        yield "code", f"une fiche du catalogue porte le nom de son code : {code}.yaml"
    if metier["filiere"] is not None:
        yield "filiere", f"la filière d’une fiche du catalogue s’écrit dans {MAP}"


def _vain(carte: Plain, known: dict[str, Any]) -> Iterator[tuple[Location, str]]:
    """The codes of a map that no record has, or that come again."""
    seen: set[str] = set()
    for rank, filiere in enumerate(carte["filieres"]):
        for position, code in enumerate(filiere["metiers"]):
            place = ("filieres", rank, "metiers", position)
            if code in seen:
                yield place, f"le code {code} est en double"
            elif code not in known:
                yield place, f"aucune fiche : {FOLDER}/{code}.yaml n’existe pas"
            seen.add(code)
