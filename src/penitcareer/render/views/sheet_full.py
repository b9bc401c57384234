"""`penit show --tout`: one métier, part by part; `--section`: some parts of it."""

from collections.abc import Callable, Iterable

from penitcareer.domain.choices import IDENTITY, SECTIONS
from penitcareer.domain.metiers.metier import Metier
from penitcareer.domain.metiers.provenance import SourceUse
from penitcareer.domain.metiers.sheet import Sheet
from penitcareer.render.document import (
    Block,
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Leading,
    Note,
    Paragraph,
    Table,
)
from penitcareer.render.views import official, prospects, reperes
from penitcareer.render.views.facts import (
    category,
    cited,
    commitment,
    diploma_asked,
    fact_item,
    listed,
    posts,
    published_item,
    recruiting,
    route,
    sentences,
    skill,
    training,
)
from penitcareer.render.views.pay import bracket_label, caveats, gross, unused
from penitcareer.render.views.provenance import source_items
from penitcareer.render.words import french
from penitcareer.render.words.labels import FIELDS
from penitcareer.render.words.labels import SECTIONS as SECTION_LABELS
from penitcareer.render.words.names import titled


def document(result: Sheet) -> Document:
    """The parts asked for, under the titles and names of the métier."""
    metier = result.metier
    blocks: list[Block] = list(_identity(metier)) if result.whole else []
    for section in result.sections:
        part = PARTS[section](result)
        if not part:
            part = [Paragraph(f"{SECTION_LABELS[section]}{french.THIN}: {french.UNKNOWN}.")] if not result.whole else []
        if part:
            blocks += [Heading(SECTION_LABELS[section]), *part, *_precisions(metier, SECTIONS[section])]
    feminine = metier.titre_feminin if metier.titre_feminin != metier.titre else None
    return Document(titled(metier), feminine or "", tuple(blocks))


def _identity(metier: Metier) -> list[Block]:
    pairs = [
        ("Code", metier.code),
        ("Titre court", metier.titre_court or ""),
        ("Autres noms", ", ".join(metier.alias)),
        ("Catégorie", sentences(category(metier), metier.precision("categorie"))),
        ("Corps", ", ".join(metier.corps)),
        ("Filière", metier.filiere or ""),
        ("Statut", sentences(", ".join(metier.statuts), metier.precision("statuts"))),
        ("Recrutement", recruiting(metier)),
        ("Fichier", metier.fichier or ""),
    ]
    beside = [field for field in IDENTITY if field not in ("categorie", "statuts")]
    return [Facts(tuple(pair for pair in pairs if pair[1])), *_precisions(metier, beside)]


def _precisions(metier: Metier, fields: Iterable[str]) -> list[Block]:
    shown = [(field, metier.precision(field)) for field in fields]
    return [Note(f"{FIELDS[field]}{french.THIN}: {text}") for field, text in shown if text]


def _presentation(result: Sheet) -> list[Block]:
    metier = result.metier
    blocks: list[Block] = [Leading(metier.accroche)] if metier.accroche else []
    blocks += [Paragraph(text) for text in metier.resume]
    plain = [(FIELDS[field], getattr(metier, field)) for field in ("en_clair", "exemple")]
    blocks += [Bullets(((label, text),)) for label, text in plain if text]
    return blocks


def _missions(result: Sheet) -> list[Block]:
    by_frame: dict[str | None, list[tuple[str, str]]] = {}
    for mission in result.metier.missions:
        by_frame.setdefault(mission.cadre, []).append((mission.titre, mission.texte))
    blocks: list[Block] = []
    for frame, items in by_frame.items():
        if frame is not None:
            blocks.append(Leading(frame))
        blocks.append(Bullets(tuple(items)))
    return blocks


def _setting(result: Sheet) -> list[Block]:
    metier = result.metier
    named = [(FIELDS[field], getattr(metier, field)) for field in ("lieux", "partenaires", "equipe")]
    blocks: list[Block] = [Bullets(tuple(("", text) for text in metier.employeurs))] if metier.employeurs else []
    facts = tuple((label, listed(values)) for label, values in named if values)
    blocks += [Facts(facts)] if facts else []
    items = tuple(fact_item(fact) for fact in (*metier.conditions, *metier.mobilite))
    return [*blocks, Bullets(items)] if items else blocks


def _skills(result: Sheet) -> list[Block]:
    metier = result.metier
    blocks: list[Block] = [Bullets(tuple(skill(item) for item in metier.competences))] if metier.competences else []
    return [*blocks, Facts((("Outils", listed(metier.outils)),))] if metier.outils else blocks


def _access(result: Sheet) -> list[Block]:
    acces = result.metier.acces
    asked = diploma_asked(result.metier)
    if acces is None:
        return [Facts((("Diplôme", asked.texte),))] if asked else []
    school, commit = acces.formation, acces.engagement
    facts = (
        ("Diplôme", asked.texte if asked else french.UNKNOWN),
        ("Nationalité", acces.nationalite or french.unknown("Nationalité")),
        (
            "Formation",
            cited(
                sentences(training(school) or french.unknown("Formation"), school and school.precision),
                school and school.source,
            ),
        ),
        (
            "Engagement",
            cited(
                sentences(commitment(commit) or french.UNKNOWN, commit and commit.precision), commit and commit.source
            ),
        ),
    )
    blocks: list[Block] = [Facts(facts)]
    blocks += [Bullets(tuple(route(voie) for voie in acces.voies))] if acces.voies else []
    blocks += [Bullets(tuple(fact_item(fact) for fact in acces.conditions))] if acces.conditions else []
    blocks += [Bullets(tuple(posts(item) for item in acces.postes))] if acces.postes else []
    return blocks


def _pay(result: Sheet) -> list[Block]:
    metier, pay = result.metier, result.metier.remuneration
    period = "an" if result.mois > 1 else "mois"
    if pay is None:
        known = result.reperes or result.officiel or metier.remunerations_publiees
        blocks: list[Block] = [] if known else [Paragraph(f"Rémunération{french.THIN}: {french.UNKNOWN}e.")]
    else:
        columns = (Column("Ancienneté"), Column(f"Brut par {period}", right=True), Column("Net estimé", right=True))
        lines = tuple((bracket_label(b), gross(b), french.amount_range(b.net)) for b in result.tranches)
        blocks = [Table(columns, lines), *_pay_notes(result)]
    if result.reperes:
        blocks = [reperes.bullets(result.reperes), *blocks]
    blocks += [Note(official.sentence(pay)) for pay in result.officiel]
    if metier.remunerations_publiees:
        published = tuple(published_item(item) for item in metier.remunerations_publiees)
        blocks += [Leading(FIELDS["remunerations_publiees"]), Bullets(published)]
    return blocks


def _pay_notes(result: Sheet) -> list[Note]:
    pay = result.metier.remuneration
    notes: list[Note] = [*unused(result.tranches), *caveats(result.tranches, result.regle, result.smic)]
    if pay is not None and result.affichee is not None and result.affichee_nette is not None:
        displayed, net = french.amount_range(result.affichee), french.amount_range(result.affichee_nette)
        name = "Fourchette affichée par la source" if pay.affichee else "De la plus basse à la plus haute tranche"
        notes.insert(0, Note(f"{name}{french.THIN}: {displayed} brut, soit {net} net estimé."))
    if pay is not None and pay.reserve:
        notes.append(Note(cited(f"Réserve de la source{french.THIN}: {pay.reserve}", pay.source)))
    return notes


def _retirement(result: Sheet) -> list[Block]:
    facts = tuple(fact_item(fact) for fact in result.metier.retraite)
    return [Bullets(facts)] if facts else []


def _notes(result: Sheet) -> list[Block]:
    notes = tuple((note.sujet, cited(note.texte, note.source)) for note in result.metier.notes)
    return [Bullets(notes)] if notes else []


def _sources(result: Sheet) -> list[Block]:
    uses: tuple[SourceUse, ...] = result.sources.sources
    return [Bullets(source_items(uses))]


PARTS: dict[str, Callable[[Sheet], list[Block]]] = {
    "presentation": _presentation,
    "missions": _missions,
    "cadre": _setting,
    "competences": _skills,
    "acces": _access,
    "salaire": _pay,
    "perspectives": prospects.blocks,
    "retraite": _retirement,
    "notes": _notes,
    "sources": _sources,
}
