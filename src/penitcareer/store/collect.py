"""Read and validate every data file into a snapshot: the slow path, on a cold cache."""

import os
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from penitcareer.domain.checks import Fault, Faults
from penitcareer.domain.errors import InvalidData
from penitcareer.domain.metiers.listing import entry_of
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.neighbourhood import Seen, neighbourhood, seen
from penitcareer.domain.metiers.search import searchable
from penitcareer.domain.names import Named, named
from penitcareer.domain.pay.corps import Corps
from penitcareer.store.convert import plain_of, record_from, records_from
from penitcareer.store.folders import data_folder, yaml_files
from penitcareer.store.law import bareme_of, books_from, law_together, rules_from
from penitcareer.store.official import official_plain, official_ranges
from penitcareer.store.reading.faults import validate, validate_value
from penitcareer.store.reading.roots import (
    FichierCarriere,
    FichierCorps,
    FichierDroit,
    FichierMetiers,
    FichierParametres,
    FichierPrimes,
    FichierSigles,
)
from penitcareer.store.reading.yaml_loader import load_yaml
from penitcareer.store.snapshot import Key, Plain, encode, sealed

Bareme = dict[int, int]
Content = Plain  # the root of a file, validated: `metiers` or `corps`


def collect(data: str, own: Iterable[str], extra: Iterable[str], key: Key) -> list[bytes]:
    """The lines of the snapshot of the built-in `data` folder, overlaid by the user's `own` files, then
    by those of `--data`.

    A faulty file of the user's is left out with a warning; a faulty `--data` raises
    InvalidData with all its faults.
    """
    parameters = validate(FichierParametres, os.path.join(data, "parametres.yaml"))
    primes = read_primes(data)
    law = read_law(data, primes)
    bareme = bareme_of(law)
    known = Known()
    for path in builtin_records(data):
        known.add(read_file(path, bareme), None)
    for path in own:
        try:
            known.add(read_file(path, bareme), path)
        except InvalidData as error:
            known.warnings.append(ignored(path, error))
    found = Faults()
    for path in extra:
        try:
            known.add(read_file(path, bareme), path)
        except InvalidData as error:
            found.add(error.faults, error.omitted)
    if found.kept:
        raise InvalidData(found.kept, found.omitted)
    metiers = list(known.metiers.values())
    shared = {
        "tete": {
            "parametres": parameters,
            "donnees_du": max([*(metier.consulte_le for metier in metiers), parameters["smic"]["verifie_le"]]),
            "avertissements": known.warnings,
        },
        "noms": [metier.nom for metier in metiers],
        "sigles": validate(FichierSigles, os.path.join(data, "sigles.yaml"))["sigles"],
        "paie": {"droit": law, "primes": primes},
        "corps": list(known.corps.values()),
        "carrieres": validate(FichierCarriere, os.path.join(data, "carriere.yaml"))["hypotheses"],
        "officiel": _official(law, primes, parameters["smic"], known),
    }
    each = {
        "entrees": [metier.entree for metier in metiers],
        "recherche": [metier.recherche for metier in metiers],
        "fiches": [metier.fiche for metier in metiers],
        "voisins": [sealed(beside) for beside in neighbourhood([metier.vu for metier in metiers])],
    }
    return encode(key, {name: [sealed(value)] for name, value in shared.items()} | each)


def read_primes(data: str) -> list[Plain]:
    """Every bonus."""
    primes: list[Plain] = validate(FichierPrimes, os.path.join(data, "primes.yaml"))["primes"]
    return primes


def read_law(data: str, primes: list[Plain]) -> Plain:
    """The law of the payslip, all its files together."""
    files = yaml_files(os.path.join(data, "droit"))
    return law_together(((path, validate(FichierDroit, path)) for path in files), primes)


def _official(law: Plain, primes: list[Plain], smic: Plain, known: "Known") -> list[Any]:
    rules = rules_from(law, smic)
    books = books_from(rules, law, primes)
    corps = records_from(Corps, known.corps.values())
    return [official_plain(item) for item in official_ranges(rules, books, corps)]


class _Kept(NamedTuple):
    """A métier as the snapshot keeps it: its lines, and what the lines about all are made of.
    Twenty thousand records would not fit in memory as values."""

    nom: Named
    vu: Seen
    consulte_le: str
    entree: bytes
    recherche: bytes
    fiche: bytes


def _kept(plain: Plain) -> _Kept:
    metier = record_from(Metier, plain)
    read_on = max(source.consulte_le for source in metier.sources).isoformat()
    lines = (sealed(plain_of(entry_of(metier))), sealed(searchable(metier)), sealed(plain))
    return _Kept(named(metier), seen(metier), read_on, *lines)


class Known:
    """Records by code, each file added or replacing those before it."""

    def __init__(self) -> None:
        self.metiers: dict[str, _Kept] = {}
        self.corps: dict[str, Plain] = {}
        self.warnings: list[str] = []

    def add(self, content: Content, path: str | None) -> None:
        """Take the records of a file, shown as coming from `path`."""
        for corps in [content["corps"]] if "corps" in content else []:
            self.corps[corps["code"]] = {**corps, "fichier": path}
        for metier in content.get("metiers", []):
            self.metiers[metier["code"]] = _kept({**metier, "fichier": path})


def builtin_records(data: str) -> list[str]:
    """Our own files of métiers and corps."""
    return [path for kind in ("metiers", "corps") for path in yaml_files(os.path.join(data, kind))]


@cache
def _our_bareme() -> Bareme:
    return bareme_of(read_law(data_folder(), read_primes(data_folder())))


def read_file(path: str, bareme: Bareme | None = None) -> Content:
    """One file of métiers, or of a corps, validated. A code met twice in it is a fault.
    `bareme`: ours is read again when it is not given."""
    value = load_yaml(path)
    if isinstance(value, dict) and "corps" in value and "metiers" not in value:
        known = _our_bareme() if bareme is None else bareme
        return validate_value(FichierCorps, path, value, known)
    content = validate_value(FichierMetiers, path, value)
    seen: set[str] = set()
    faults = []
    for position, metier in enumerate(content["metiers"]):
        code = metier["code"]
        if code in seen:
            faults.append(Fault(path, None, f"metiers[{position}].code", f"le code {code} est en double"))
        seen.add(code)
    if faults:
        raise InvalidData(faults)
    return content


def codes_in(content: Content) -> list[tuple[str, str]]:
    """The field and code of each record of a file."""
    if "corps" in content:
        return [("corps.code", content["corps"]["code"])]
    return [(f"metiers[{position}].code", metier["code"]) for position, metier in enumerate(content["metiers"])]


def ignored(path: str, error: InvalidData) -> str:
    """The warning for a file of the user's that is left out."""
    count = len(error.faults) + error.omitted
    faults = "une faute" if count == 1 else f"{count} fautes"
    return f"Fichier ignoré ({faults}) : {path}. Détail : penit check"
