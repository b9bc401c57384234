"""`penit acces`: what is asked, the routes, the school and its pay, in one screen."""

from typing import Any

from penitcareer.domain.entry.access import Access, SchoolPay
from penitcareer.domain.metiers.metier import Voie
from penitcareer.domain.metiers.reperes import at
from penitcareer.render.document import Block, Bullets, Document, Facts, Heading, Next
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.formats.json_text import money_or_none
from penitcareer.render.views import reperes
from penitcareer.render.views.access_full import age_rules, asked_of, full, nationality, route_name
from penitcareer.render.views.demands import demands
from penitcareer.render.views.facts import commitment, diploma_asked, joined, posts, training
from penitcareer.render.views.flat import flat, plain
from penitcareer.render.views.provenance import source_payload
from penitcareer.render.words import french
from penitcareer.render.words.lacking import without
from penitcareer.render.words.metiers import short_name
from penitcareer.render.words.names import in_a_sentence
from penitcareer.render.words.preuves import MARKS, legend

__all__ = ["document", "full", "payload", "rows"]
MOST_CONDITIONS, MOST_POSTS = 2, 2  # shown; the others are counted, or in `--tout`


def document(result: Access) -> Document:
    """The diploma and the routes first, then the school, its pay and what follows."""
    metier = result.metier
    about = metier.titre if metier.sigle is None else f"{metier.titre} ({metier.sigle})"
    blocks: list[Block] = [Facts(_facts(result))]
    if metier.acces is not None and metier.acces.voies:
        blocks += [Heading("Voies d’accès"), Bullets(_routes(result))]
    blocks += _conditions(result)
    school = at(result.reperes, "ecole")
    marks = [legend([school.preuve])] if school else []
    return Document(_title(result), about, (*blocks, *marks, Next(_next_calls(result))), framed=False)


def payload(result: Access) -> dict[str, Any]:
    """The same in JSON, keys as in the data files; `demandes` puts `exige` in words."""
    metier = result.metier
    acces = plain(metier.acces)
    if metier.acces is not None:
        for route, voie in zip(acces["voies"], metier.acces.voies, strict=True):
            route["demandes"] = None if voie.exige is None else demands(voie.exige)
    pays = result.paie_ecole
    return {
        "metier": metier.code,
        "titre": metier.titre,
        "fichier": metier.fichier,
        "date": result.jour.isoformat(),
        "recrutement": metier.recrutement,
        "remplace_par": plain(result.heritier),
        "niveau_diplome": metier.niveau_diplome,
        "acces": acces,
        "paie_publiee": [
            {**item._asdict(), **{name: money_or_none(getattr(item, name)) for name in ("montant", "min", "max")}}
            for item in result.paie_publiee
        ],
        "a_droit_constant_depuis": result.droit_constant_depuis and result.droit_constant_depuis.isoformat(),
        "paie_ecole": None if pays is None else [_pay_payload(pay) for pay in pays],
        "reperes": reperes.payload(result.reperes),
        "suites": plain(result.suites),
        "sources": [source_payload(use) for use in result.sources],
    }


def rows(result: Access) -> Rows:
    """Every value of the JSON, one a line, under its path."""
    return (("champ", "valeur"), flat("", payload(result)))


def _title(result: Access) -> str:
    """The answer: by which diploma, and how many routes."""
    metier = result.metier
    name = in_a_sentence(short_name(metier.titre, metier.sigle))
    if metier.recrutement is False:
        heir = result.heritier
        where = f", voir {in_a_sentence(short_name(heir.titre, None)) if heir.titre else heir.code}" if heir else ""
        return f"Devenir {name}{french.THIN}: on n’y recrute plus{where}"
    asked = diploma_asked(metier)
    routes = len(metier.acces.voies) if metier.acces else 0
    ways = french.count(routes, "voie d’accès", "voies d’accès") if routes else "voies d’accès inconnues"
    return f"Devenir {name}{french.THIN}: {in_a_sentence(asked.texte) if asked else 'diplôme inconnu'}, {ways}"


def _facts(result: Access) -> tuple[tuple[str, str], ...]:
    metier, acces = result.metier, result.metier.acces
    school, commit = (acces.formation, acces.engagement) if acces else (None, None)
    followed = ", ".join(in_a_sentence(step.titre) for step in result.suites)
    facts = (
        ("Âge", age_rules(result)),
        ("Nationalité", nationality(metier)),
        ("École", training(school)),
        ("Paie à l’école", _school_pay(result)),
        ("Engagement", commitment(commit)),
        ("Postes ouverts", _posts(result)),
        ("Ensuite", followed),
    )
    known = tuple((label, text) for label, text in facts if text and text != french.UNKNOWN)
    unknown = [label.lower() for label, text in facts if not text or text == french.UNKNOWN]
    return (*known, *((("Inconnu", ", ".join(unknown)),) if unknown else ()))


def _school_pay(result: Access) -> str | None:
    """« 1 604 € net par mois, vers 2023 ◔ »."""
    found = at(result.reperes, "ecole")
    if found is None:
        return None
    when = f", {french.day(found.date)}" if found.date else ""
    net = "net " if found.net is not None else ""
    amount = f"{reperes.net_words(found)} {net}par mois{when} {MARKS[found.preuve]}"
    return joined(amount, without(found.manque))


def _posts(result: Access) -> str:
    """Those of the last year that is known."""
    acces = result.metier.acces
    opened = acces.postes if acces else ()
    last = max((item.annee or 0 for item in opened), default=0)
    kept = [posts(item._replace(source="")) for item in opened if (item.annee or 0) == last]
    return f"{french.THIN}; ".join(f"{text} ({year})" if last else text for year, text in kept[-MOST_POSTS:])


def _routes(result: Access) -> tuple[tuple[str, str], ...]:
    acces = result.metier.acces
    return tuple((route_name(route), _asked(route)) for route in (acces.voies if acces else ()))


def _asked(route: Voie) -> str:
    """What a route demands, in one sentence; what is to be checked is in `--tout`."""
    said = (route.condition or asked_of(route) or route.precision or "conditions inconnues").rstrip(".")
    unsure = route.condition and route.exige is not None and route.exige.a_verifier
    return f"{said} (à vérifier)" if unsure else said


def _conditions(result: Access) -> list[Block]:
    acces = result.metier.acces
    facts = acces.conditions if acces else ()
    items = tuple(("", fact.texte) for fact in facts[:MOST_CONDITIONS])
    if len(facts) > MOST_CONDITIONS:
        others = french.count(len(facts) - MOST_CONDITIONS, "autre", "autres")
        items += (("", f"{others}{french.THIN}: --tout"),)
    return [Heading("Conditions et épreuves"), Bullets(items)] if items else []


def _next_calls(result: Access) -> str:
    code = result.metier.code
    calls = [f"penit acces {code} --tout (dates, sources)", f"penit eligible {code} --age 25", f"penit show {code}"]
    return f"Plus{french.THIN}: {' · '.join(calls)}"


def _pay_payload(pay: SchoolPay) -> dict[str, Any]:
    return {**pay._asdict(), "manque": list(pay.manque), "brut": money_or_none(pay.brut), "net": money_or_none(pay.net)}
