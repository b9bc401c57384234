"""The door of corps: grades, échelons, indices and careers, as pydantic models."""

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, model_validator

from penitcareer.domain.amounts import is_digits
from penitcareer.domain.names import name_key
from penitcareer.store.base_schema import Model
from penitcareer.store.career_schema import Carriere, Fusion
from penitcareer.store.corps_rules import grades_differ, mergers_leave_grades
from penitcareer.store.fields import Code, Court, DateComplete, DatePartielle, Texte
from penitcareer.store.parameters_schema import SourceTexte
from penitcareer.store.pay_schema import Indice, IndiceBrut, Lettre, Mois


class Echelon(Model):
    """One échelon. Either indices, or a letter, or neither (unsourced)."""

    echelon: Court
    ib: IndiceBrut | None = None
    lettre: Lettre | None = None
    im: Indice | None = None
    duree_mois: Mois | None = None

    @model_validator(mode="after")
    def indices_agree(self, info: ValidationInfo) -> "Echelon":
        """`context`: barème A in force, gross index to majoré."""
        known = (info.context or {}).get(self.ib)
        if known is not None and self.im not in (None, known):
            raise ValueError(
                f"à l’indice brut {self.ib} le barème A donne l’indice majoré {known}, pas {self.im} :"
                " gardez l’un des deux"
            )
        return self


class Grade(Model):
    code: Code
    titre: Court
    alias: list[Court] = []
    statut: Annotated[
        Literal["en_vigueur", "version_anterieure", "inconnu"], Field(description="Des indices, pas des durées")
    ]
    statut_durees: Literal["en_vigueur", "version_anterieure", "inconnu"]
    depuis: DateComplete | None = None
    jusqu_au: DateComplete | None = None
    raison: Annotated[Texte | None, Field(description="Pourquoi un indice ou une durée manque")] = None
    echelons: Annotated[list[Echelon], Field(min_length=1, max_length=50)]

    @model_validator(mode="after")
    def no_double(self) -> "Grade":
        names = [name_key(echelon.echelon) for echelon in self.echelons]
        if len(names) != len(set(names)):
            raise ValueError(f"un échelon est en double dans le grade {self.code}")
        return self

    @model_validator(mode="after")
    def no_hole(self) -> "Grade":
        numbers = [int(echelon.echelon) for echelon in self.echelons if is_digits(echelon.echelon)]
        if numbers != list(range(1, len(numbers) + 1)) and numbers:
            raise ValueError(f"il manque un échelon dans le grade {self.code}")
        return self

    @model_validator(mode="after")
    def indices_grow(self) -> "Grade":
        majores = [echelon.im for echelon in self.echelons if echelon.im is not None]
        if majores != sorted(majores):
            raise ValueError(f"les indices majorés du grade {self.code} ne croissent pas")
        bruts = [echelon.ib for echelon in self.echelons if echelon.ib is not None]
        if bruts != sorted(bruts):
            raise ValueError(f"les indices bruts du grade {self.code} ne croissent pas")
        return self


class IndicesAnciens(Model):
    """Indices that are not in force: never used to compute, only shown as history."""

    grade: Code
    nature: Literal["historique", "hypothese"]
    depuis: DatePartielle | None = None
    motif: Texte
    indices_bruts: Annotated[list[IndiceBrut | Lettre], Field(min_length=1)]
    source: SourceTexte


class Corps(Model):
    """A corps, its grades and échelons."""

    code: Code
    titre: Court
    sigle: Court
    alias: list[Court] = []
    categorie: Literal["A", "B", "C"]
    nature: Literal["corps", "emploi"]
    categorie_reserve: Annotated[
        Court | None, Field(description="Pourquoi le plafond du transfert de la catégorie n’est pas sûr")
    ] = None
    affectation: Literal["deconcentre", "centrale"] = "deconcentre"
    en_extinction: bool = False
    statut_particulier: Court | None = None
    texte_indiciaire: Court | None = None
    grades: Annotated[list[Grade], Field(min_length=1, max_length=30)]
    fusions: list[Fusion] = []
    carriere: Carriere = Carriere()
    anciens_indices: list[IndicesAnciens] = []
    notes: list[Texte] = []
    verifie_le: DateComplete
    sources: Annotated[list[SourceTexte], Field(min_length=1)]

    @model_validator(mode="after")
    def names_its_own_grades(self) -> "Corps":
        known = {grade.code for grade in self.grades}
        named = {code for step in self.carriere.promotions for code in (step.depuis, step.vers)}
        named |= {phase.grade for phase in self.carriere.ecole}
        named |= {code for fusion in self.fusions for code in (*fusion.depuis, fusion.vers)}
        if named - known:
            raise ValueError(f"grade inconnu dans carriere ou fusions : {', '.join(sorted(named - known))}")
        steps = {grade.code: {echelon.echelon for echelon in grade.echelons} for grade in self.grades}
        asked = {(step.depuis, way.echelon_min) for step in self.carriere.promotions for way in step.voies}
        strangers = {name for code, name in asked if name is not None and name not in steps[code]}
        first = self.carriere.echelon_entree
        if first is not None and not any(first in names for names in steps.values()):
            strangers.add(first)
        if strangers:
            raise ValueError(f"échelon inconnu dans carriere : {', '.join(sorted(strangers))}")
        return self

    @model_validator(mode="after")
    def mergers_hold(self) -> "Corps":
        grades_differ(self)
        mergers_leave_grades(self)
        return self


class FichierCorps(Model):
    """Root of a file of `corps/`."""

    corps: Corps
