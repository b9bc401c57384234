"""The door of the payslip: legal parameters and bonuses, as pydantic models.

As in `schema`, amounts leave in cents and rates in ten-thousandths.
"""

from typing import Annotated, Literal

from pydantic import Field

from penitcareer.store.base_schema import Model
from penitcareer.store.fields import Code, Court, DateComplete, Euros, Taux, Texte
from penitcareer.store.parameters_schema import HypotheseTexte, SourceTexte

Confiance = Literal["haute", "moyenne", "basse"]
Indice = Annotated[int, Field(ge=100, le=1515)]
IndiceBrut = Annotated[int, Field(ge=100, le=1100)]
Lettre = Literal["HEA", "HEB", "HEBbis", "HEC", "HED", "HEE", "HEF", "HEG"]
Assiette = Literal[
    "pension", "majoration_pss", "ir", "sft", "pss", "rafp", "plafond_rafp", "csg", "transfert", "imposable"
]
Mois = Annotated[int, Field(ge=0, le=120)]


class ValeurEuros(Model):
    """An amount; null when it is not known from `depuis` on."""

    depuis: DateComplete
    valeur: Euros | None
    source: SourceTexte
    confiance: Confiance | None = None


class ValeurTaux(Model):
    depuis: DateComplete
    valeur: Taux | None
    source: SourceTexte
    confiance: Confiance | None = None


class ValeurEntiere(Model):
    """An index, or a number of points or of ceilings."""

    depuis: DateComplete
    valeur: Annotated[int, Field(ge=0, le=10_000)] | None
    source: SourceTexte
    confiance: Confiance | None = None


class Parametre(Model):
    """What the three kinds of dated parameters share."""

    code: Code
    libelle: Court
    confiance: Confiance
    verifie_le: DateComplete
    note: Texte | None = None


class ParametreEuros(Parametre):
    unite: Literal["EUR par mois", "EUR par an"]
    valeurs: Annotated[list[ValeurEuros], Field(min_length=1)]


class ParametreTaux(Parametre):
    unite: Literal["fraction"]
    valeurs: Annotated[list[ValeurTaux], Field(min_length=1)]


class ParametreEntier(Parametre):
    unite: Literal["indice majoré", "points", "plafonds"]
    valeurs: Annotated[list[ValeurEntiere], Field(min_length=1)]


class Quotite(Model):
    """What a part-time share pays, as a fraction: 80 % pays 6/7."""

    quotite: Annotated[int, Field(ge=50, le=100)]
    numerateur: Annotated[int, Field(ge=1, le=100)]
    denominateur: Annotated[int, Field(ge=1, le=100)]


class CoupleIndices(Model):
    """A line of barème A: the gross index and its majoré."""

    ib: IndiceBrut
    im: Indice


class BaremeA(Model):
    depuis: DateComplete
    confiance: Confiance
    verifie_le: DateComplete
    source: SourceTexte
    couples: Annotated[list[CoupleIndices], Field(min_length=1)]


class HorsEchelle(Model):
    lettre: Lettre
    chevrons: Annotated[list[Indice], Field(min_length=1, max_length=5)]


class BaremeHorsEchelle(Model):
    depuis: DateComplete
    confiance: Confiance
    verifie_le: DateComplete
    source: SourceTexte
    lettres: Annotated[list[HorsEchelle], Field(min_length=1)]


class TrancheImpot(Model):
    """From this net taxable amount a month (included), this rate."""

    de: Annotated[int, Field(ge=0, description="Borne basse incluse, en euros par mois")]
    taux: Taux


class GrilleImpot(Model):
    depuis: DateComplete
    confiance: Confiance
    verifie_le: DateComplete
    source: SourceTexte
    tranches: Annotated[list[TrancheImpot], Field(min_length=2)]


class Ligne(Model):
    """A line of the payslip: what it is, the law behind it, and the bases it enters."""

    code: Code
    libelle: Court
    sens: Literal["gain", "retenue", "information"]
    explication: Texte
    source: SourceTexte
    assiettes: Annotated[
        list[
            Literal[
                "pension", "majoration_pss", "ir", "sft", "pss", "rafp", "plafond_rafp", "csg", "transfert", "imposable"
            ]
        ],
        Field(description="Bases dans lesquelles la ligne entre (tableau des bulletins types)"),
    ] = []


class FichierPaie(Model):
    """Root of `paie.yaml`: the law of the payslip."""

    euros: list[ParametreEuros]
    taux: list[ParametreTaux]
    entiers: list[ParametreEntier]
    quotites: list[Quotite]
    bareme_a: list[BaremeA]
    hors_echelle: list[BaremeHorsEchelle]
    impot: list[GrilleImpot]
    lignes: list[Ligne]
    hypotheses: list[HypotheseTexte]


class TauxPrime(Model):
    """The rate of a bonus for a corps, or for one of its grades."""

    corps: Code
    grade: Code | None = None
    affectation: Literal["deconcentre", "centrale"] | None = None
    valeurs: Annotated[list[ValeurTaux], Field(min_length=1)]


class MontantPrime(Model):
    """The amount of a bonus for a corps or a grade (null: all)."""

    corps: Code | None = None
    grade: Code | None = None
    par_defaut: Annotated[bool, Field(description="Versée sans être demandée à ce corps")] = False
    valeurs: Annotated[list[ValeurEuros], Field(min_length=1)]


class Prime(Model):
    """A bonus: a rate of the traitement, a monthly or yearly amount, an amount a unit
    (`--prime nuit=4`), or points added to the index (`--prime cti`)."""

    code: Code
    libelle: Court
    sigle: Court | None = None
    mode: Literal["taux_du_traitement", "mensuel", "annuel", "unite", "points"]
    unite: Annotated[Court | None, Field(description="Ce que compte N : nuit, dimanche, semaine")] = None
    explication: Texte
    conditions: list[Texte] = []
    taux: list[TauxPrime] = []
    montants: list[MontantPrime] = []
    points: Annotated[Code | None, Field(description="Paramètre de paie.yaml qui donne les points")] = None
    beneficiaires: Annotated[list[Code], Field(description="Seuls corps à qui les points sont ouverts")] = []
    note: Texte | None = None
    verifie_le: DateComplete


class FichierPrimes(Model):
    """Root of `primes.yaml`."""

    primes: Annotated[list[Prime], Field(min_length=1)]
