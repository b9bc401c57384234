"""What of our data other files rest on: the sources they cite, the bonuses, the law."""

import os

from penitcareer.domain.errors import InvalidData
from penitcareer.domain.records import NamedTuple
from penitcareer.store.folders import yaml_files
from penitcareer.store.law import bareme_of, law_together
from penitcareer.store.reading.faults import fault_at, validate
from penitcareer.store.reading.roots import FichierDroit, FichierPrimes, FichierSources
from penitcareer.store.reading.rules import Context
from penitcareer.store.snapshot import Plain


class Ours(NamedTuple):
    """The bonuses, the law, and what any file may cite of ours: `sources` and `bareme`."""

    primes: list[Plain]
    law: Plain
    context: Context


def read_ours(data: str) -> Ours:
    """What a folder of built-in data says before any métier or corps is read."""
    sources = read_sources(data)
    cited = {"sources": sources}
    primes = validate(FichierPrimes, os.path.join(data, "primes.yaml"), cited)["primes"]
    law = read_law(data, primes, cited)
    return Ours(primes, law, {"sources": sources, "bareme": bareme_of(law)})


def read_law(data: str, primes: list[Plain], context: Context) -> Plain:
    """The law of the payslip, all its files together, with a line for each of these bonuses."""
    files = yaml_files(os.path.join(data, "droit"))
    return law_together(((path, validate(FichierDroit, path, context)) for path in files), primes)


def read_sources(data: str) -> Plain:
    """The sources and texts that files cite, by id, as a record writes them."""
    path = os.path.join(data, "sources.yaml")
    cited: Plain = {}
    for field, sources in validate(FichierSources, path).items():
        for place, source in enumerate(sources):
            if source["id"] in cited:
                raise InvalidData([fault_at(path, (field, place, "id"), "id en double")])
            cited[source["id"]] = source
    return cited
