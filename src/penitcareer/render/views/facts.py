"""Facts of a record as short French texts, each with the id of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from penitcareer.domain.money import Range
from penitcareer.domain.records import NamedTuple
from penitcareer.render.words import french

if TYPE_CHECKING:  # `list`, which reads no record, words its pays here
    from penitcareer.domain.metiers.metier import Competence, Engagement, Fait, Formation, Metier, Postes, Voie
    from penitcareer.domain.metiers.remuneration import RemunerationPubliee


SIDE_BY_SIDE = 3  # métiers in columns of a readable width


def by_value(label: str, values: Sequence[str | None], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """For more métiers than that: « Diplôme », « CPIP, DPIP : bac+3 », then a line each for the other values."""
    unknown = french.unknown(label)
    for value in dict.fromkeys(values):
        having = ", ".join(name for name, own in zip(names, values, strict=True) if own == value)
        yield label, f"{having}{french.THIN}: {value or unknown}"
        label = ""


def cited(text: str, source: str | None) -> str:
    """A text followed by the id of its source: « … [s1] »."""
    return f"{text} [{source}]" if source else text


def joined(*parts: str | None) -> str:
    """The parts that are known, in one phrase."""
    return ", ".join(part for part in parts if part)


def sentences(*parts: str | None) -> str:
    """The parts that are known, one sentence after the other."""
    known = [part for part in parts if part]
    return " ".join(part if part[-1] in ".!?…" or part is known[-1] else f"{part}." for part in known)


def fact_item(fact: Fait) -> tuple[str, str]:
    """A sourced sentence as a list item."""
    return ("", cited(fact.texte, fact.source))


class DiplomaAsked(NamedTuple):
    """What diploma opens a métier, and the field that says it."""

    texte: str
    champ: str


def diploma_asked(metier: Metier) -> DiplomaAsked | None:
    """The diploma asked, in the words of the record, else by its level."""
    if metier.acces is not None and metier.acces.diplome:
        return DiplomaAsked(metier.acces.diplome, "acces")
    if metier.niveau_diplome is None:
        return None
    from penitcareer.render.views.demands import diploma

    return DiplomaAsked(diploma(metier.niveau_diplome), "niveau_diplome")


def route(voie: Voie) -> tuple[str, str]:
    """A way in: its name, then its condition, else what can be checked of it."""
    condition = voie.condition
    if condition is None and voie.exige is not None:
        from penitcareer.render.views.demands import demands

        condition = f"{french.THIN}; ".join(demands(voie.exige))
    return (voie.voie, cited(sentences(condition, voie.precision), voie.source))


def recruiting(metier: Metier) -> str:
    """What to say of a métier where one is no longer recruited; nothing otherwise."""
    if metier.recrutement is not False:
        return ""
    return joined("fermé", f"voir penit show {metier.remplace_par}" if metier.remplace_par else None)


def category(metier: Metier) -> str:
    """« A », or what stands for it: a contract has none."""
    contract = metier.statuts == ("contractuel",)
    return metier.categorie or ("sans objet (contrat)" if contract else french.UNKNOWN)


def training(formation: Formation | None) -> str | None:
    """« 24 mois, ENAP, Agen, rémunérée » or None when nothing is known."""
    if formation is None:
        return None
    months = french.count(formation.duree_mois, "mois", "mois") if formation.duree_mois is not None else None
    paid = {True: "rémunérée", False: "non rémunérée", None: None}[formation.remuneree]
    return joined(months, formation.lieu, paid) or None


def commitment(engagement: Engagement | None) -> str | None:
    """« 3 ans », « oui, durée inconnue », « aucun », or None when unknown."""
    if engagement is None or engagement.existe is None:
        return None
    if not engagement.existe:
        return "aucun"
    if engagement.duree_annees is None:
        return "oui, durée inconnue"
    return french.count(engagement.duree_annees, "an")


def posts(postes: Postes) -> tuple[str, str]:
    """« 2023 : 1 400 postes environ », a precision in small letters going on with the figure."""
    year = str(postes.annee) if postes.annee is not None else "Année non précisée"
    figure, more = french.count(postes.nombre, "poste"), postes.precision or ""
    said = f"{figure} {more}" if more[:1].islower() else sentences(figure, more)
    return (year, cited(said, postes.source))


def skill(competence: Competence) -> tuple[str, str]:
    """A skill, with the level asked when it is rated."""
    if competence.niveau is None:
        return ("", competence.nom)
    return ("", cited(f"{competence.nom} ({competence.niveau} sur {competence.sur})", competence.source))


def published_item(pay: RemunerationPubliee) -> tuple[str, str]:
    """« Débutant : 2 270 € par mois, net, 2024 [s6]. Primes comprises. »"""
    if pay.montant is not None:
        shown = french.euros(pay.montant)
    else:
        shown = french.amount_range(Range(pay.min or 0, pay.max or 0))
    figure = cited(joined(f"{shown} par {pay.periode}", french.BASES[pay.base], _dated(pay)), pay.source)
    return (pay.situation, sentences(figure, pay.precision))


def _dated(pay: RemunerationPubliee) -> str | None:
    """The day of an amount; nothing when what is said of it says when: « vers 2023 »."""
    said = (pay.precision or "").lower()
    return french.day(pay.date) if pay.date else None if "vers " in said or "date" in said else "date inconnue"


def listed(values: Iterable[str]) -> str:
    """« a, b, c », or « inconnu »."""
    return ", ".join(values) or french.UNKNOWN
