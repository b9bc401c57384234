"""Read and validate every data file into a snapshot: the slow path, on a cold cache."""

import os
from collections.abc import Iterable
from typing import Any

from penitcareer.domain.checks import Fault
from penitcareer.domain.errors import InvalidData
from penitcareer.domain.listing import entry_of
from penitcareer.domain.search import searchable
from penitcareer.store import schema
from penitcareer.store.build import metier_from
from penitcareer.store.faults import validate
from penitcareer.store.snapshot import Key, Plain, encode


def collect(data: str, own: Iterable[str], extra: Iterable[str], key: Key) -> bytes:
    """The snapshot of the built-in `data` folder, overlaid by the user's `own` files, then
    by those of `--data`.

    A faulty file of the user's is left out with a warning; a faulty `--data` raises
    InvalidData with all its faults.
    """
    parameters = validate(schema.FichierParametres, os.path.join(data, "parametres.yaml"))
    sigles = validate(schema.FichierSigles, os.path.join(data, "sigles.yaml"))
    records = {plain["code"]: plain for plain in read_metiers(os.path.join(data, "metiers.yaml"), None)}
    warnings = []
    for path in own:
        try:
            records.update({plain["code"]: plain for plain in read_metiers(path, path)})
        except InvalidData as error:
            warnings.append(ignored(path, error))
    for path, plains in read_all(extra):
        records.update({plain["code"]: {**plain, "fichier": path} for plain in plains})
    metiers = [metier_from(plain) for plain in records.values()]
    read_on = [source.consulte_le.isoformat() for metier in metiers for source in metier.sources]
    head = {
        "cle": key,
        "parametres": parameters.model_dump(),
        "donnees_du": max([*read_on, parameters.smic.verifie_le]),
        "avertissements": warnings,
    }
    return encode(
        head,
        [_entry(entry_of(metier)) for metier in metiers],
        [searchable(metier) for metier in metiers],
        [sigle.model_dump() for sigle in sigles.sigles],
        list(records.values()),
    )


def read_metiers(path: str, shown: str | None) -> list[Plain]:
    """The records of one file, validated, `shown` as the file they come from."""
    return [{**metier.model_dump(), "fichier": shown} for metier in read_file(path).metiers]


def read_file(path: str) -> schema.FichierMetiers:
    """One file of métiers, validated. A code met twice in it is a fault."""
    content: schema.FichierMetiers = validate(schema.FichierMetiers, path)
    seen: set[str] = set()
    faults = []
    for position, metier in enumerate(content.metiers):
        if metier.code in seen:
            faults.append(Fault(path, None, f"metiers[{position}].code", f"le code {metier.code} est en double"))
        seen.add(metier.code)
    if faults:
        raise InvalidData(faults)
    return content


def read_all(paths: Iterable[str]) -> list[tuple[str, list[Plain]]]:
    """The records of several files; raises InvalidData with the faults of all of them."""
    read = []
    faults: list[Fault] = []
    for path in paths:
        try:
            read.append((path, read_metiers(path, path)))
        except InvalidData as error:
            faults += error.faults
    if faults:
        raise InvalidData(faults)
    return read


def ignored(path: str, error: InvalidData) -> str:
    """The warning for a file of the user's that is left out."""
    count = len(error.faults)
    faults = "une faute" if count == 1 else f"{count} fautes"
    return f"Fichier ignoré ({faults}) : {path}. Détail : penit check"


def _entry(entry: Any) -> Plain:
    plain: Plain = entry._asdict()
    pay = entry.remuneration
    if pay is not None:
        tranches = [{**tranche._asdict(), "brut": tranche.brut._asdict()} for tranche in pay.tranches]
        displayed = pay.affichee._asdict() if pay.affichee else None
        plain["remuneration"] = {**pay._asdict(), "tranches": tranches, "affichee": displayed}
    return plain
