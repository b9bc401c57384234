"""`penit eligible`: every route under yes, unknown or no, with the reasons."""

from typing import Any

from penitcareer.domain.entry.eligibility import INCONNU, NON, OUI, Answer, Eligibility, Wait
from penitcareer.domain.entry.profile import Profile
from penitcareer.domain.metiers.choices import AUCUN
from penitcareer.render.document import Block, Column, Document, Heading, Note, Table
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views.demands import DOMAINS, either, level, years
from penitcareer.render.views.reasons import OPTIONS, brief, sentence
from penitcareer.render.words import french

TITLES = {OUI: "Oui", INCONNU: "Inconnu", NON: "Non"}
REASONS = {INCONNU: "Ce qui manque", NON: "Pourquoi"}
ALL_ROUTES = "toutes voies"
NOT_COUNTED = (
    f"Non examiné ici{french.THIN}: casier judiciaire, droits civiques, aptitude, équivalences et dispenses de diplôme,"
    " nombre de candidatures."
)
COLUMNS = (Column("Métier"), Column("Voie", flexible=True))


def document(result: Eligibility) -> Document:
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
    return Document(title, _profile(result.profil), (*blocks, *_notes(result)))


full = document


def payload(result: Eligibility) -> dict[str, Any]:
    """The answers in JSON, reasons as sentences, then the profile and what is awaited."""
    return {
        "reponses": [
            {
                "metier": answer.metier,
                "titre": answer.titre,
                "voie": answer.voie,
                "nature": answer.nature,
                "reponse": answer.reponse,
                "raisons": [sentence(reason) for reason in answer.raisons],
            }
            for answer in result.reponses
        ],
        "profil": {
            **result.profil._asdict(),
            "domaines": None if result.profil.domaines is None else list(result.profil.domaines),
        },
        "attentes": [
            {"option": OPTIONS[wait.fait], "reponses": wait.reponses, "seules": wait.seules} for wait in result.attentes
        ],
        "nationalite_non_dite": list(result.nationalite_non_dite),
    }


def rows(result: Eligibility) -> Rows:
    """One line a route."""
    header = ("metier", "titre", "voie", "nature", "reponse", "raisons")
    lines = [
        (one.metier, one.titre, one.voie, one.nature, one.reponse, " ".join(sentence(reason) for reason in one.raisons))
        for one in result.reponses
    ]
    return (header, lines)


def _row(answer: Answer) -> tuple[str, str, str]:
    reasons = f"{french.THIN}; ".join(brief(reason) for reason in answer.raisons)
    return (answer.metier, answer.voie or ALL_ROUTES, reasons)


def _profile(profile: Profile) -> str:
    """What was said, on one line."""
    said = [level(profile.niveau)] if profile.niveau is not None else []
    said += [f"diplôme dans {either(DOMAINS[name] for name in profile.domaines)}"] if profile.domaines else []
    said += [years(profile.age)] if profile.age is not None else []
    said += [f"{years(profile.services)} de services publics"] if profile.services is not None else []
    said += [f"{years(profile.activite)} d’activité"] if profile.activite is not None else []
    if profile.corps is not None:
        since = f" depuis {years(profile.anciennete)}" if profile.anciennete is not None else ""
        said.append("membre d’aucun corps" if profile.corps == AUCUN else f"membre du corps {profile.corps}{since}")
    if profile.nationalite is not None:
        said.append({"francaise": "nationalité française", "autre": "autre nationalité"}[profile.nationalite])
    return ", ".join(said) or "aucun fait donné"


def _notes(result: Eligibility) -> list[Note]:
    notes = [Note(_waiting(result.attentes[0]))] if result.attentes else []
    if result.nationalite_non_dite:
        silent = ", ".join(result.nationalite_non_dite)
        notes.append(Note(f"Nationalité demandée{french.THIN}: inconnue pour {silent}. À vérifier."))
    return [
        *notes,
        Note(NOT_COUNTED),
        Note(f"Le détail de chaque voie et ses sources{french.THIN}: penit acces METIER"),
    ]


def _waiting(wait: Wait) -> str:
    option = OPTIONS[wait.fait]
    many = "attend" if wait.reponses < 2 else "attendent"
    alone = f", {french.number(wait.seules)} rien d’autre" if wait.seules else ""
    if wait.seules == wait.reponses:
        alone = " et rien d’autre"
    return f"{french.count(wait.reponses, 'réponse')} {many} {option}{alone}."
