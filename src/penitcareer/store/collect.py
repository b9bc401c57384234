"""Read and validate every data file into a snapshot: the slow path, on a cold cache."""

import os
from collections.abc import Iterable
from functools import cache
from typing import Any

from penitcareer.domain.career.neighbourhood import neighbourhood
from penitcareer.domain.checks import Fault, Faults
from penitcareer.domain.errors import InvalidData
from penitcareer.domain.listing import entry_of
from penitcareer.domain.pay.grid import PayBooks
from penitcareer.domain.search import searchable
from penitcareer.store import career_schema, corps_schema, parameters_schema, pay_schema, schema
from penitcareer.store.build import metier_from
from penitcareer.store.build_pay import corps_from, primes_from, rules_from, scales_from
from penitcareer.store.faults import validate, validate_value
from penitcareer.store.folders import data_folder, yaml_files
from penitcareer.store.official import official_plain, official_ranges
from penitcareer.store.snapshot import Key, Plain, encode
from penitcareer.store.yaml_loader import load_yaml

Bareme = dict[int, int]
Content = schema.FichierMetiers | corps_schema.FichierCorps


def collect(data: str, own: Iterable[str], extra: Iterable[str], key: Key) -> bytes:
    """The snapshot of the built-in `data` folder, overlaid by the user's `own` files, then
    by those of `--data`.

    A faulty file of the user's is left out with a warning; a faulty `--data` raises
    InvalidData with all its faults.
    """
    parameters = validate(parameters_schema.FichierParametres, os.path.join(data, "parametres.yaml"))
    sigles = validate(parameters_schema.FichierSigles, os.path.join(data, "sigles.yaml"))
    pay = validate(pay_schema.FichierPaie, os.path.join(data, "paie.yaml"))
    primes = validate(pay_schema.FichierPrimes, os.path.join(data, "primes.yaml"))
    careers = validate(career_schema.FichierCarriere, os.path.join(data, "carriere.yaml"))
    bareme = bareme_of(pay.model_dump())
    known = Known()
    for path in builtin_records(data):
        known.add(read_file(path, bareme), None)
    for path in own:
        try:
            known.add(read_file(path, bareme), path)
        except InvalidData as error:
            known.warnings.append(ignored(path, error))
    for path, content in read_all(extra, bareme):
        known.add(content, path)
    metiers = [metier_from(plain) for plain in known.metiers.values()]
    read_on = [source.consulte_le.isoformat() for metier in metiers for source in metier.sources]
    head = {
        "cle": key,
        "parametres": parameters.model_dump(),
        "donnees_du": max([*read_on, parameters.smic.verifie_le]),
        "avertissements": known.warnings,
    }
    shared = (
        [_entry(entry_of(metier)) for metier in metiers],
        [searchable(metier) for metier in metiers],
        [sigle.model_dump() for sigle in sigles.sigles],
        {"paie": pay.model_dump(), "primes": [prime.model_dump() for prime in primes.primes]},
        list(known.corps.values()),
        careers.model_dump()["hypotheses"],
        _official(pay.model_dump(), primes.model_dump()["primes"], parameters.model_dump()["smic"], known),
    )
    return encode(head, shared, list(known.metiers.values()), list(neighbourhood(metiers).values()))


def _official(pay: Plain, primes: list[Plain], smic: Plain, known: "Known") -> list[Any]:
    rules = rules_from(pay, smic)
    books = PayBooks(rules.lignes, scales_from(pay), primes_from(primes))
    corps = tuple(corps_from(plain) for plain in known.corps.values())
    return [official_plain(item) for item in official_ranges(rules, books, corps)]


class Known:
    """Records by code, each file added or replacing those before it."""

    def __init__(self) -> None:
        self.metiers: dict[str, Plain] = {}
        self.corps: dict[str, Plain] = {}
        self.warnings: list[str] = []

    def add(self, content: Content, path: str | None) -> None:
        """Take the records of a file, shown as coming from `path`."""
        if isinstance(content, corps_schema.FichierCorps):
            self.corps[content.corps.code] = {**content.corps.model_dump(), "fichier": path}
            return
        for metier in content.metiers:
            self.metiers[metier.code] = {**metier.model_dump(), "fichier": path}


def builtin_records(data: str) -> list[str]:
    """Our own files of métiers and corps."""
    return [path for kind in ("metiers", "corps") for path in yaml_files(os.path.join(data, kind))]


def bareme_of(pay: Plain) -> Bareme:
    """Barème A in force, gross index to majoré, of the content of `paie.yaml`."""
    last = max(pay["bareme_a"], key=lambda scale: str(scale["depuis"]))
    return {couple["ib"]: couple["im"] for couple in last["couples"]}


@cache
def _our_bareme() -> Bareme:
    return bareme_of(load_yaml(os.path.join(data_folder(), "paie.yaml")))


def read_file(path: str, bareme: Bareme | None = None) -> Content:
    """One file of métiers, or of a corps, validated. A code met twice in it is a fault.
    `bareme`: ours is read again when it is not given."""
    value = load_yaml(path)
    if isinstance(value, dict) and "corps" in value and "metiers" not in value:
        known = _our_bareme() if bareme is None else bareme
        corps: corps_schema.FichierCorps = validate_value(corps_schema.FichierCorps, path, value, known)
        return corps
    content: schema.FichierMetiers = validate_value(schema.FichierMetiers, path, value)
    seen: set[str] = set()
    faults = []
    for position, metier in enumerate(content.metiers):
        if metier.code in seen:
            faults.append(Fault(path, None, f"metiers[{position}].code", f"le code {metier.code} est en double"))
        seen.add(metier.code)
    if faults:
        raise InvalidData(faults)
    return content


def codes_in(content: Content) -> list[tuple[str, str]]:
    """The field and code of each record of a file."""
    if isinstance(content, corps_schema.FichierCorps):
        return [("corps.code", content.corps.code)]
    return [(f"metiers[{position}].code", metier.code) for position, metier in enumerate(content.metiers)]


def read_all(paths: Iterable[str], bareme: Bareme) -> list[tuple[str, Content]]:
    """Several files; raises InvalidData with the faults of all of them."""
    read = []
    found = Faults()
    for path in paths:
        try:
            read.append((path, read_file(path, bareme)))
        except InvalidData as error:
            found.add(error.faults, error.omitted)
    if found.kept:
        raise InvalidData(found.kept, found.omitted)
    return read


def ignored(path: str, error: InvalidData) -> str:
    """The warning for a file of the user's that is left out."""
    count = len(error.faults) + error.omitted
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
