"""`penit show`: what a métier is, what it pays, how one enters, then what one does there. The
whole of it, and the parts one asks for, are in `sheet_full`."""

from typing import TYPE_CHECKING, Any

from penitcareer.domain.metiers.metier import Acces, Exigences, Metier, Voie
from penitcareer.domain.metiers.sheet import Sheet
from penitcareer.render.document import Block, Bullets, Document, Facts, Heading, Next, Note, Paragraph, Subheading
from penitcareer.render.views.demands import ages, level, years
from penitcareer.render.views.facts import commitment, joined, training
from penitcareer.render.views.sheet_pay import pay
from penitcareer.render.words import french
from penitcareer.render.words.diplomas import level_word
from penitcareer.render.words.names import in_a_sentence, titled

if TYPE_CHECKING:
    from penitcareer.render.formats.csv_rows import Rows

DOT = " · "
STATUTS = {"titulaire": "fonctionnaire", "contractuel": "contractuel"}  # of one that has no other


def document(result: Sheet) -> Document:
    """The answer first, in a screen or two; a part that was asked for is whole."""
    if not result.whole:
        return full(result)
    metier = result.metier
    lead = metier.accroche or next(iter(metier.resume), None)
    blocks: list[Block] = [Paragraph(lead)] if lead else []
    blocks += [*pay(result), *_entering(metier), *_missions(metier), *_setting(metier), _next(result)]
    return Document(titled(metier), _identity(result), tuple(blocks))


def printed(result: Sheet) -> Document:
    """The same on paper, where nothing is a command away: with the sources that support the most."""
    page = document(result)
    if not result.whole:
        return page
    from penitcareer.render.views.provenance import MOST_SOURCES, source_items

    uses = result.sources.sources
    kept = sorted(uses, key=lambda use: -len(use.appuie))[:MOST_SOURCES]
    left = french.count(len(uses) - len(kept), "autre")
    others = [Note(f"{left}{french.THIN}: penit sources {result.metier.code} --tout")] if len(uses) > len(kept) else []
    return page._replace(blocks=(*page.blocks, Heading("Sources"), Bullets(source_items(kept)), *others))


def full(result: Sheet) -> Document:
    """Everything known, part by part."""
    from penitcareer.render.views import sheet_full

    return sheet_full.document(result)


def payload(result: Sheet) -> dict[str, Any]:
    """The record in JSON, keys as in the data files; some parts of it when they were asked."""
    from penitcareer.render.views import sheet_data

    return sheet_data.payload(result)


def rows(result: Sheet) -> "Rows":
    """Every value of the JSON, one a line, under its path."""
    from penitcareer.render.views import sheet_data

    return sheet_data.rows(result)


def _identity(result: Sheet) -> str:
    """« Fonctionnaire, catégorie B · corps CEA · données du 25/11/2026 »."""
    metier = result.metier
    status = STATUTS[metier.statuts[0]] if len(metier.statuts) == 1 else " ou ".join(metier.statuts)
    category = metier.categorie and f"catégorie {metier.categorie}"
    corps = [name for name in metier.corps[:1] if name != metier.sigle and name.isupper()]
    read = max(use.source.consulte_le for use in result.sources.sources)
    parts = [
        "fermé" if metier.recrutement is False else None,
        joined(status, category),
        *(f"corps {name}" for name in corps),
        f"données du {read:%d/%m/%Y}",
    ]
    return french.capital(DOT.join(part for part in parts if part))


def _entering(metier: Metier) -> list[Block]:
    acces = metier.acces
    asked = level_word(metier.niveau_diplome) if metier.niveau_diplome is not None else acces and acces.diplome
    nationality = acces and acces.nationalite and f"nationalité {acces.nationalite}"
    ways = _routes(acces.voies, metier.niveau_diplome) if acces else ""
    entry = f"{french.THIN}; ".join(part for part in (joined(asked, nationality), ways) if part)
    pairs = (
        ("Entrer", _closed(metier) or entry),
        ("École", _school(acces) if acces else ""),
        ("Ensuite", DOT.join(step.titre for step in metier.suites)),
        ("En clair", metier.en_clair),
        ("Exemple", metier.exemple),
    )
    return _facts(pairs)


def _closed(metier: Metier) -> str:
    if metier.recrutement is not False:
        return ""
    heir = f"{french.THIN}; voir penit show {metier.remplace_par}" if metier.remplace_par else ""
    return f"on n’y recrute plus{heir}"


def _routes(voies: tuple[Voie, ...], known: int | None) -> str:
    """« concours externe, interne (4 ans de services publics), contrat local »."""
    said, word = [], ""
    for voie in voies:
        first, _, rest = in_a_sentence(voie.voie).partition(" ")
        name = rest if rest and first == word == "concours" else f"{first} {rest}".strip()
        word = first
        asked = _asked(voie.exige, known) if voie.exige else ""
        said.append(f"{name} ({asked})" if asked else name)
    return ", ".join(said)


def _asked(exige: Exigences, known: int | None) -> str:
    """What a route asks, but for the diploma that all ask."""
    return joined(
        level(exige.niveau) if exige.niveau and exige.niveau != known else None,
        _ages(exige),
        f"{years(exige.services)} de services publics" if exige.services else None,
        f"{years(exige.activite)} d’activité" if exige.activite else None,
        f"{years(exige.anciennete)} d’ancienneté" if exige.anciennete else None,
    )


def _ages(exige: Exigences) -> str | None:
    if exige.age_min is not None and exige.age_max is not None:
        return f"{exige.age_min} à {years(exige.age_max)}"
    return ages(exige.age_min, exige.age_max, None) or None  # what moves them back is told by `acces`


def _school(acces: Acces) -> str:
    """« 24 mois, ENAP, Agen, rémunérée · engagement : 3 ans »."""
    commit = commitment(acces.engagement)
    promise = commit and f"engagement{french.THIN}: {commit.removeprefix('oui, ')}"
    return DOT.join(
        part for part in (training(acces.formation), promise and promise.replace(" ", french.FIXED)) if part
    )


def _missions(metier: Metier) -> list[Block]:
    by_frame: dict[str | None, list[tuple[str, str]]] = {}
    for mission in metier.missions:
        by_frame.setdefault(mission.cadre, []).append((mission.titre, mission.texte))
    blocks: list[Block] = []
    for frame, items in by_frame.items():
        title = Subheading(frame) if frame else Heading("Missions")
        blocks += [title, Bullets(tuple(items))]
    return blocks


def _setting(metier: Metier) -> list[Block]:
    hints = (
        metier.teletravail and f"télétravail {in_a_sentence(metier.teletravail)}",
        metier.evolution and f"évolution {in_a_sentence(metier.evolution)}",
        ", ".join(metier.lieux),
    )
    trends = DOT.join(trend.titre for trend in metier.tendances)
    setting = DOT.join(hint for hint in hints if hint)
    return _facts((("Cadre", setting), ("Tendances", trends), ("Fichier", metier.fichier)))


def _facts(pairs: tuple[tuple[str, str | None], ...]) -> list[Block]:
    """The pairs that are known."""
    known = tuple((label, value) for label, value in pairs if value)
    return [Facts(known)] if known else []


def _next(result: Sheet) -> Next:
    code = result.metier.code
    calls = [f"penit show {code} --tout", f"penit acces {code}"]
    calls += [f"penit carriere {code}"] if result.officiel or result.tranches else []
    return Next(f"Plus{french.THIN}: {DOT.join(calls)}")
