"""`penit acces --tout`: the way into a métier, each fact with its source and date."""

from penitcareer.domain.entry.access import FIELDS, Access, AgeRule, SchoolPay
from penitcareer.domain.metiers.metier import Metier, Voie
from penitcareer.domain.names import fold
from penitcareer.render.document import Block, Bullets, Document, Facts, Heading, Leading, Note
from penitcareer.render.views.demands import NATURES, ages, demands, to_check
from penitcareer.render.views.facts import commitment, diploma_asked, joined, posts, published_item, sentences, training
from penitcareer.render.views.provenance import source_items
from penitcareer.render.words import french
from penitcareer.render.words.labels import FIELDS as LABELS
from penitcareer.render.words.lacking import not_counted
from penitcareer.render.words.names import in_a_sentence

PAY_BASIS = "primes connues comprises, net avant impôt, zone 3, sans enfant"
NO_SOURCE = "source non précisée"


def full(result: Access) -> Document:
    """What is asked, the routes, the school, what follows, and the sources."""
    metier = result.metier
    title = metier.titre if metier.sigle is None else f"{metier.titre} ({metier.sigle})"
    blocks: list[Block] = [Leading(_closed(result))] if metier.recrutement is False else []
    blocks += [
        Facts(_conditions(result)),
        Heading("Voies d’accès"),
        _listed(_routes(result)),
        *_others(result),
        Heading("École et engagement"),
        Facts(_school(result)),
        *_school_pay(result),
        Heading("Postes ouverts"),
        _listed(_posts(result)),
        Heading("Et après"),
        _listed(_next_steps(result)),
    ]
    said = [(field, metier.precision(field)) for field in sorted(FIELDS)]
    blocks += [Note(f"{LABELS[field]}{french.THIN}: {text}") for field, text in said if text]
    blocks += [Note(f"{metier.code} vient du fichier {metier.fichier}")] if metier.fichier else []
    if result.sources:
        blocks += [Heading("Sources"), Bullets(source_items(result.sources))]
    return Document(f"Accès{french.THIN}: {title}", metier.titre_feminin or "", tuple(blocks))


def _closed(result: Access) -> str:
    heir = result.heritier
    where = f", voir {in_a_sentence(heir.titre) if heir.titre else heir.code} (penit acces {heir.code})" if heir else ""
    return _cited(result, f"On n’y recrute plus{where}", None, "recrutement")


def _conditions(result: Access) -> tuple[tuple[str, str], ...]:
    metier, acces = result.metier, result.metier.acces
    citizenship = acces.nationalite if acces else None
    asked = diploma_asked(metier)
    return (
        ("Diplôme", _cited(result, asked.texte, None, asked.champ) if asked else french.UNKNOWN),
        ("Âge", age_rules(result)),
        ("Nationalité", _cited(result, citizenship, None) if citizenship else nationality(metier)),
    )


def age_rules(result: Access) -> str:
    """« Concours externe : 45 ans au plus ; Contrat local : inconnu »."""
    if not result.ages and not result.ages_connus:
        said = "aucune limite" if _some_route_says(result) else ""
    else:
        said = f"{french.THIN}; ".join(_age_rule(rule) for rule in result.ages) or "aucune limite"
    unsaid = f"{', '.join(result.voies_tues)}{french.THIN}: {french.UNKNOWN}" if result.voies_tues and said else ""
    return f"{french.THIN}; ".join(part for part in (said, unsaid) if part) or french.UNKNOWN


def _some_route_says(result: Access) -> bool:
    acces = result.metier.acces
    return acces is not None and len(result.voies_tues) < len(acces.voies)


def nationality(metier: Metier) -> str:
    """What is asked, as `eligible` counts it: nothing of a contract, and being French suffices."""
    acces = metier.acces
    if acces is not None and acces.nationalite:
        return acces.nationalite
    if metier.statuts == ("contractuel",):
        return "non demandée pour un contrat"
    return f"inconnue{french.THIN}; être français suffit" if acces is not None and acces.voies else french.UNKNOWN


def _age_rule(rule: AgeRule) -> str:
    return f"{', '.join(rule.voies)}{french.THIN}: {ages(rule.age_min, rule.age_max, rule.age_report)}"


def _listed(items: tuple[tuple[str, str], ...]) -> Bullets:
    return Bullets(items or (("", french.UNKNOWN),))


def _routes(result: Access) -> tuple[tuple[str, str], ...]:
    acces = result.metier.acces
    return tuple((route_name(voie), _route(result, voie)) for voie in acces.voies) if acces else ()


def _others(result: Access) -> list[Block]:
    """Conditions that hold for every route, if any is known."""
    acces = result.metier.acces
    if acces is None or not acces.conditions:
        return []
    facts = tuple(("", _cited(result, fact.texte, fact.source)) for fact in acces.conditions)
    return [Heading("Autres conditions"), Bullets(facts)]


def _posts(result: Access) -> tuple[tuple[str, str], ...]:
    acces = result.metier.acces
    opened = acces.postes if acces else ()
    return tuple(_dated(result, *posts(item._replace(source="")), item.source) for item in opened)


def _next_steps(result: Access) -> tuple[tuple[str, str], ...]:
    return tuple(("", _cited(result, _step(step.titre, step.metier), step.source, "suites")) for step in result.suites)


def route_name(voie: Voie) -> str:
    """The route, with its nature when its name does not say it."""
    nature = NATURES.get(voie.nature or "", "")
    said = set(fold(nature).split()) <= set(fold(voie.voie).split())
    return voie.voie if said else f"{voie.voie} ({nature})"


def _route(result: Access, voie: Voie) -> str:
    said = sentences(asked_of(voie), voie.precision)
    return _cited(result, said, voie.source) if said else "conditions inconnues"


def asked_of(voie: Voie) -> str:
    """What a route demands, once: in its own words, else in ours; what is to be checked, always."""
    if voie.exige is None:
        return voie.condition or ""
    if voie.condition:
        return sentences(voie.condition, *map(french.capital, to_check(voie.exige)))
    return f"{french.THIN}; ".join(demands(voie.exige)) or "aucune condition particulière"


def _school(result: Access) -> tuple[tuple[str, str], ...]:
    acces = result.metier.acces
    school, commit = (acces.formation, acces.engagement) if acces else (None, None)
    lasts, serves = training(school), commitment(commit)
    return (
        ("École", _or_unknown(result, lasts, school and school.precision, school and school.source)),
        ("Engagement à servir", _or_unknown(result, serves, commit and commit.precision, commit and commit.source)),
    )


def _school_pay(result: Access) -> list[Block]:
    """What was published for the training, then what the grids pay."""
    published = [_dated(result, *published_item(pay._replace(source="")), pay.source) for pay in result.paie_publiee]
    if result.paie_ecole is None:
        never = f"aucun calcul avant {french.month(result.calcul_depuis)}"
        return [Bullets((*published, ("Grille officielle", never)))]
    by_grid = [_grid_item(pay) for pay in result.paie_ecole]
    if not published and not by_grid:
        return [Facts((("Paie pendant l’école", french.UNKNOWN),))]
    basis = [Note(_pay_basis(result))] if any(pay.brut is not None for pay in result.paie_ecole) else []
    return [Bullets((*published, *by_grid)), *basis]


def _pay_basis(result: Access) -> str:
    since = result.droit_constant_depuis
    constant = f", à droit constant depuis le {french.day(since.isoformat())}" if since else ""
    return f"Grille officielle au {french.day(result.jour.isoformat())}{french.THIN}: {PAY_BASIS}{constant}."


def _grid_item(pay: SchoolPay) -> tuple[str, str]:
    if pay.grade is None:
        return (f"Grille {pay.sigle}", "inconnue, comme la paie pendant l’école")
    how = f"penit grille {pay.corps}"
    months = french.count(pay.duree_mois, "mois", "mois") if pay.duree_mois is not None else None
    if pay.brut is None or pay.net is None:
        return (pay.grade, f"{joined(months, 'indice inconnu')} ({how})")
    amount = f"{french.euros(pay.brut, True)} brut, {french.euros(pay.net, True)} net par mois"
    return (pay.grade, sentences(f"{joined(months, amount)} ({joined(pay.texte, how)})", *not_counted(pay.manque)))


def _step(title: str, code: str | None) -> str:
    return f"{title} (penit acces {code})" if code else title


def _or_unknown(result: Access, text: str | None, precision: str | None, source: str | None) -> str:
    if not text and not precision:
        return french.UNKNOWN
    return _cited(result, sentences(text or french.UNKNOWN, precision), source)


def _dated(result: Access, title: str, text: str, source: str | None) -> tuple[str, str]:
    return (title, _cited(result, text, source))


def _cited(result: Access, text: str, source_id: str | None, field: str = "acces") -> str:
    """A text, the id of its source (the origin of its whole field by default) and its date."""
    found = source_id or dict(result.metier.origines).get(field)
    source = next((use.source for use in result.sources if use.source.id == found), None)
    if source is None:
        return f"{text} [{NO_SOURCE}]"
    when = french.day(source.date) if source.date else f"consultée le {french.day(source.consulte_le.isoformat())}"
    return f"{text} [{source.id}, {when}]"
