"""Read and validate every data file into a snapshot: the slow path, on a cold cache."""

import os
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from penitcareer.domain.checks import Fault, IgnoredFile
from penitcareer.domain.errors import InvalidData
from penitcareer.domain.metiers.listing import entry_of, named
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.neighbourhood import Seen, neighbourhood, seen
from penitcareer.domain.metiers.search import searchable
from penitcareer.domain.names import Named
from penitcareer.domain.pay.corps import Corps, names_of
from penitcareer.domain.records import NamedTuple
from penitcareer.store.convert import plain_of, record_from, records_from
from penitcareer.store.folders import data_folder, yaml_files
from penitcareer.store.law import books_from, rules_from
from penitcareer.store.mapped import filieres_of, our_metiers, read_map
from penitcareer.store.official import corps_stages, official_plain, official_ranges
from penitcareer.store.ours import read_ours
from penitcareer.store.progress import followed
from penitcareer.store.reading.faults import Faults, validate, validate_value
from penitcareer.store.reading.roots import (
    FichierCarriere,
    FichierCorps,
    FichierMetiers,
    FichierParametres,
    FichierSigles,
)
from penitcareer.store.reading.rules import Context
from penitcareer.store.reading.yaml_loader import load_yaml
from penitcareer.store.snapshot import Key, Plain, encode, sealed

Content = Plain  # the root of a file, validated: `metiers` or `corps`


def collect(data: str, own: Collection[str], extra: Collection[str], key: Key) -> list[bytes]:
    """The lines of the snapshot of the built-in `data` folder, overlaid by the user's `own` files, then
    by those of `--data`.

    A faulty file of the user's is left out with a warning; a faulty `--data` raises
    InvalidData with all its faults.
    """
    primes, law, context = read_ours(data)
    parameters = validate(FichierParametres, os.path.join(data, "parametres.yaml"), context)
    carte = read_map(data, context)
    overlay = Overlay(filieres_of(carte))
    for content in _builtin(data, carte, context):
        overlay.add(content, None)
    for path in followed(own):
        try:
            overlay.add(read_file(path, context), path)
        except InvalidData as error:
            overlay.ignored.append(IgnoredFile(path, len(error.faults) + error.omitted))
    found = Faults()
    for path in followed(extra):
        try:
            overlay.add(read_file(path, context), path)
        except InvalidData as error:
            found.add(error.faults, error.omitted)
    if found.kept:
        raise InvalidData(found.kept, found.omitted)
    metiers = list(overlay.metiers.values())
    shared = {
        "tete": {
            "regle_estimation": carte["regle_estimation"],
            "dispenses": carte["dispenses"],
            "smic": parameters["smic"],
            "donnees_du": max([*(metier.consulte_le for metier in metiers), parameters["smic"]["verifie_le"]]),
            "ignores": [plain_of(file) for file in overlay.ignored],
        },
        "noms": [metier.nom for metier in metiers],
        "sigles": validate(FichierSigles, os.path.join(data, "sigles.yaml"), context)["sigles"],
        "paie": {"droit": law, "primes": primes},
        "carrieres": validate(FichierCarriere, os.path.join(data, "carriere.yaml"))["hypotheses"],
        **_of_corps(law, primes, parameters["smic"], overlay),
    }
    each = {
        "corps": [sealed(corps) for corps in overlay.corps.values()],
        "entrees": [metier.entree for metier in metiers],
        "recherche": [metier.recherche for metier in metiers],
        "fiches": [metier.fiche for metier in metiers],
        "voisins": [sealed(beside) for beside in neighbourhood([metier.vu for metier in metiers])],
    }
    return encode(key, {name: [sealed(value)] for name, value in shared.items()} | each)


def _of_corps(law: Plain, primes: list[Plain], smic: Plain, overlay: "Overlay") -> dict[str, list[Any]]:
    rules = rules_from(law, smic)
    books = books_from(rules, law, primes)
    corps = records_from(Corps, overlay.corps.values())
    return {
        "noms_corps": [names_of(item) for item in corps],
        "officiel": [official_plain(item) for item in official_ranges(rules, books, corps)],
        "etapes": [plain_of(item) for item in corps_stages(rules, books, corps)],
    }


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


class Overlay:
    """Records by code, each file added or replacing those before it."""

    def __init__(self, filieres: Mapping[str, str]) -> None:
        self._filieres = filieres
        self.metiers: dict[str, _Kept] = {}
        self.corps: dict[str, Plain] = {}
        self.ignored: list[IgnoredFile] = []

    def add(self, content: Content, path: str | None) -> None:
        """Take the records of a file, shown as coming from `path`. One that replaces ours and
        says no filière keeps its place in the map."""
        for corps in [content["corps"]] if "corps" in content else []:
            self.corps[corps["code"]] = {**corps, "fichier": path}
        for metier in content.get("metiers", []):
            code = metier["code"]
            told = {
                "filiere": metier["filiere"] or self._filieres.get(code),
                "niveau_diplome": _lowest_diploma(metier),
                "fichier": path,
            }
            self.metiers[code] = _kept({**metier, **told})


def _lowest_diploma(metier: Plain) -> int | None:
    """The level that a record gives, else the lowest that its routes ask for."""
    if metier["niveau_diplome"] is not None or metier["acces"] is None:
        level: int | None = metier["niveau_diplome"]
        return level
    demands = [voie["exige"] for voie in metier["acces"]["voies"] if voie["exige"] is not None]
    return min((demand["niveau"] for demand in demands if demand["niveau"] is not None), default=None)


def _builtin(data: str, carte: Plain, context: Context) -> list[Content]:
    """Our own métiers, in the order of the map, then our corps."""
    metiers, corps = (
        [(path, read_file(path, context)) for path in yaml_files(os.path.join(data, kind))]
        for kind in ("metiers", "corps")
    )
    return [{"metiers": our_metiers(data, carte, metiers)}, *(content for _, content in corps)]


@cache
def _our_context() -> Context:
    return read_ours(data_folder()).context


def read_file(path: str, context: Context = None) -> Content:
    """One file of métiers, or of a corps, validated. A code met twice in it is a fault.
    `context`: what it may cite of ours, read again when it is not given."""
    return content_of(path, load_yaml(path), context)


def content_of(path: str, value: Any, context: Context = None) -> Content:
    """The same of a file already loaded."""
    if is_reform(value):
        raise InvalidData([Fault(path, None, "reforme", "une réforme n’est pas une fiche : donnez-la à --reforme")])
    if isinstance(value, dict) and "corps" in value and "metiers" not in value:
        return validate_value(FichierCorps, path, value, context or _our_context())
    content = validate_value(FichierMetiers, path, value, context or _our_context())
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


def is_reform(value: Any) -> bool:
    """Whether a loaded file is a reform."""
    return isinstance(value, dict) and "reforme" in value


def codes_in(content: Content) -> list[tuple[str, str, str]]:
    """The kind, the field and the code of each record of a file."""
    if "corps" in content:
        return [("corps", "corps.code", content["corps"]["code"])]
    return [("metiers", f"metiers[{place}].code", metier["code"]) for place, metier in enumerate(content["metiers"])]
