"""What each kind of data file holds at its root, and the shapes that only files have."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from penitcareer.domain.dated import Confiance, Parameter, TextSource
from penitcareer.domain.entry.waivers import Waivers
from penitcareer.domain.estimate import Rule
from penitcareer.domain.kinds import (
    REQUIRED,
    Bounds,
    Code,
    Court,
    DatePartielle,
    Euros,
    FieldsOf,
    Says,
    Size,
    SourceId,
    Url,
)
from penitcareer.domain.metiers.metier import Metier, Source
from penitcareer.domain.metiers.sigles import Sigle
from penitcareer.domain.pay.corps import Corps, IndiceBrut
from penitcareer.domain.pay.indices import MajoreBounds
from penitcareer.domain.pay.law import LineText, Quotite, ResidenceZone, TaxGrid, TransferCap
from penitcareer.domain.pay.law_values import LawValues
from penitcareer.domain.pay.primes import Prime
from penitcareer.domain.records import NamedTuple
from penitcareer.domain.wording import Wording
from penitcareer.store.reading.reforms import CoupleIndices, FichierReforme, HorsEchelle

MOST_METIERS = 100_000


class FichierMetiers(NamedTuple):
    """Root of each file of `metiers/` and of the user's own files."""

    metiers: Annotated[tuple[Metier, ...], REQUIRED, Size(0, MOST_METIERS)]


class Filiere(NamedTuple):
    """A filière, and its métiers in reading order."""

    nom: Annotated[Court, Says("Nom de la filière")]
    metiers: Annotated[tuple[Code, ...], Size(1, 1_000), Says("Codes, dans l’ordre de lecture")]


class FichierCarte(NamedTuple):
    """Root of `metiers.yaml`: the map of the catalogue, the net rule, and what lifts a limit."""

    filieres: Annotated[tuple[Filiere, ...], Size(1, 100)]
    regle_estimation: Rule
    dispenses: Waivers


class CitedText(NamedTuple):
    """A text that corps, bonuses, parameters or acronyms cite, under its id."""

    id: Annotated[SourceId, Says("Unique dans le fichier")]
    titre: Court
    url: Url | None
    date: Annotated[DatePartielle | None, Says("Date de publication ; null : inconnue")]


class FichierSources(NamedTuple):
    """Root of `sources.yaml`: what more than one place cites, once. `sources` say when they
    were read and of what nature they are, as métiers show; `textes`, what proves the law."""

    sources: Annotated[tuple[Source, ...], Size(1, 10_000)]
    textes: Annotated[tuple[CitedText, ...], Size(0, 10_000)]


class FichierCorps(NamedTuple):
    """Root of a file of `corps/`."""

    corps: Corps


class FichierParametres(NamedTuple):
    """Root of `parametres.yaml`."""

    smic: Parameter[Euros]


class FichierSigles(NamedTuple):
    """Root of `sigles.yaml`."""

    sigles: Annotated[tuple[Sigle, ...], Size(1, 10_000)]


class FichierCarriere(NamedTuple):
    """Root of `carriere.yaml`."""

    hypotheses: Annotated[tuple[Wording, ...], Size(1, 1_000)]


class FichierPrimes(NamedTuple):
    """Root of `primes.yaml`."""

    primes: Annotated[tuple[Prime, ...], Size(1, 1_000)]


class BaremeDecale(NamedTuple):
    """Rows of the barème of another day, from the gross index `de` on, moved by so many points."""

    depuis: date
    points: Annotated[int, Bounds(-100, 100)]
    de: IndiceBrut | None


class BaremeA(NamedTuple):
    """Barème A in force from a day on: its rows, or those of another day moved."""

    depuis: date
    confiance: Confiance
    verifie_le: date
    source: TextSource
    couples: tuple[CoupleIndices, ...]
    decale: BaremeDecale | None


class BaremeHorsEchelle(NamedTuple):
    """The letters in force from a day on."""

    depuis: date
    confiance: Confiance
    verifie_le: date
    source: TextSource
    lettres: Annotated[tuple[HorsEchelle, ...], Size(1, 100)]


class FichierDroit(NamedTuple):
    """Root of each file of `droit/`: one subject of the law of the payslip. What is not a
    list is in one of them; `ordre` gives the order of all the lines."""

    parametres: Annotated[Mapping[str, Any], FieldsOf(LawValues, Parameter)]
    premier_jour: Annotated[date | None, Says("Premier jour dont les bulletins se calculent")]
    quotites: tuple[Quotite, ...]
    zones: tuple[ResidenceZone, ...]
    transferts: tuple[TransferCap, ...]
    majores: Annotated[MajoreBounds | None, Says("Indices majorés qui existent")]
    bareme_a: tuple[BaremeA, ...]
    hors_echelle: tuple[BaremeHorsEchelle, ...]
    impot: tuple[TaxGrid, ...]
    lignes: tuple[LineText, ...]
    ordre: Annotated[tuple[Code, ...], Says("Les lignes, dans l'ordre du bulletin")]
    hypotheses: tuple[Wording, ...]


# The root of each kind of data file, by the name of its JSON Schema.
ROOTS: Mapping[str, Any] = {
    "carriere": FichierCarriere,
    "carte": FichierCarte,
    "corps": FichierCorps,
    "droit": FichierDroit,
    "metiers": FichierMetiers,
    "parametres": FichierParametres,
    "primes": FichierPrimes,
    "reforme": FichierReforme,
    "sigles": FichierSigles,
    "sources": FichierSources,
}
