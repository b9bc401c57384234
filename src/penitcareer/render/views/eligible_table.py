"""`penit eligible --tout`: every route under yes, unknown or no, with its reasons."""

from penitcareer.domain.entry.eligibility import INCONNU, NON, OUI, Answer, Eligibility, Wait
from penitcareer.domain.entry.waivers import Waivers
from penitcareer.render.document import Block, Column, Document, Heading, Note, Table
from penitcareer.render.views.profiles import said
from penitcareer.render.views.reasons import brief
from penitcareer.render.words import french
from penitcareer.render.words.metiers import short_name

TITLES = {OUI: "Oui", INCONNU: "Inconnu", NON: "Non"}
REASONS = {INCONNU: "Ce qui manque", NON: "Pourquoi"}
ALL_ROUTES = "toutes voies"
NOT_COUNTED = f"Non examiné{french.THIN}: casier judiciaire, droits civiques, aptitude, équivalences."
COLUMNS = (Column("Métier"), Column("Voie", flexible=True))
# What a person is asked, of each fact.
ASKED = {
    "niveau": "votre diplôme",
    "domaine": "le domaine de votre diplôme",
    "age": "votre âge",
    "services": "vos services publics",
    "activite": "vos années d’activité",
    "corps": "votre corps",
    "anciennete": "votre ancienneté dans le corps",
    "nationalite": "votre nationalité",
    "enfants": "vos enfants",
    "dispense_age": "une dispense d’âge",
    "dispense_diplome": "une dispense de diplôme",
}


def full(result: Eligibility) -> Document:
    """A table an answer, then what would settle the most, and what is not counted."""
    blocks: list[Block] = []
    for reponse, title in TITLES.items():
        answers = [answer for answer in result.reponses if answer.reponse == reponse]
        if not answers:
            continue
        reason = REASONS.get(reponse)
        columns = (*COLUMNS, Column(reason, flexible=True)) if reason else COLUMNS
        rows = tuple(_row(answer)[: len(columns)] for answer in answers)
        heading = f"{title}{french.THIN}: {french.count(len(answers), 'voie')}"
        blocks += [Heading(heading), Table(columns, rows, grouped=True)]
    opened = sum(answer.reponse == OUI for answer in result.reponses)
    title = f"{french.count(opened, 'voie ouverte', 'voies ouvertes')} sur {french.number(len(result.reponses))}"
    return Document(title, said(result.profil, result.corps), (*blocks, *_notes(result)))


def _row(answer: Answer) -> tuple[str, str, str]:
    reasons = f"{french.THIN}; ".join(brief(reason) for reason in answer.raisons)
    soon = f"{french.THIN}; dans {french.count(answer.dans_ans, 'an')}" if answer.dans_ans else ""
    return (short_name(answer.titre, answer.sigle), answer.voie or ALL_ROUTES, reasons + soon)


def _notes(result: Eligibility) -> list[Note]:
    waiver = any(reason.code in ("niveau", "age_max") for answer in result.reponses for reason in answer.raisons)
    waits = [Note(_waiting(result.attentes[0]))] if result.attentes else []
    silent = ", ".join(_silent_names(result))
    unsaid = [Note(f"Nationalité demandée{french.THIN}: inconnue pour {silent}.")] if silent else []
    detail = Note(f"Le détail de chaque voie et ses sources{french.THIN}: penit acces METIER")
    return [*waits, *unsaid, *([Note(_waivers(result.dispenses))] if waiver else []), Note(NOT_COUNTED), detail]


def _waivers(waivers: Waivers) -> str:
    return f"{waivers.texte} Sources{french.THIN}: {', '.join(source.titre for source in waivers.sources)}."


def _silent_names(result: Eligibility) -> dict[str, None]:
    codes = result.nationalite_non_dite
    return dict.fromkeys(short_name(one.titre, one.sigle) for one in result.reponses if one.metier in codes)


def _waiting(wait: Wait) -> str:
    many = "dépend" if wait.reponses < 2 else "dépendent"
    asks = f"{french.count(wait.reponses, 'voie')} {many} de {ASKED[wait.fait]}"
    if not wait.seules:
        return f"{asks}."
    if wait.seules == wait.reponses:
        return f"{asks}{french.THIN}; c’est la seule question."
    return f"{asks}{french.THIN}; pour {french.number(wait.seules)}, c’est la seule question."
