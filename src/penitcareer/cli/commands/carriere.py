"""`penit carriere`."""

from typing import Annotated, Any

import typer

from penitcareer.cli.call import Call, choose, reading
from penitcareer.cli.completion import metiers
from penitcareer.cli.streams import hint
from penitcareer.cli.words import whole
from penitcareer.domain.choices import AVANCEMENTS

HELP = """Le parcours d’un métier année par année, de l’école à la fin demandée : étape, brut, net, net
cumulé. Plusieurs métiers : côte à côte, avec l’année où l’un dépasse l’autre. Les années se
comptent depuis l’entrée."""
EXAMPLES = ("penit carriere cpip dspip dsp", "penit carriere dsp --promotion hors_classe@15 --quotite 80@5-8")
DEFAULT_YEARS = 30


@reading
def run(
    call: Call,
    metier: Annotated[
        list[str],
        typer.Argument(metavar="METIER…", help="Un à cinq métiers ou corps", autocompletion=metiers),
    ],
    annees: Annotated[
        str | None, typer.Option("--annees", metavar="N", help="Durée, de 1 à 50 ans (30 par défaut)")
    ] = None,
    zone: Annotated[
        str | None, typer.Option("--zone", metavar="1|2|3", help="Zone de résidence (3 par défaut)")
    ] = None,
    enfants: Annotated[
        str | None, typer.Option("--enfants", metavar="N", help="Enfants à charge au départ (0 par défaut)")
    ] = None,
    enfant: Annotated[
        list[str] | None, typer.Option("--enfant", metavar="@ANNEE", help="Enfant qui arrive cette année-là : @4")
    ] = None,
    quotite: Annotated[
        list[str] | None, typer.Option("--quotite", metavar="Q@DE-A", help="Temps partiel : 80@5-8")
    ] = None,
    promotion: Annotated[
        list[str] | None,
        typer.Option("--promotion", metavar="GRADE@ANNEE", help="Changer de grade : hors_classe@14"),
    ] = None,
    avancement: Annotated[
        str | None,
        typer.Option(
            "--avancement",
            metavar="RYTHME",
            help="sans (par défaut), au_plus_tot ou median, là où les conditions sont sourcées",
            autocompletion=lambda: list(AVANCEMENTS),
        ),
    ] = None,
    puis: Annotated[
        list[str] | None, typer.Option("--puis", metavar="CORPS@ANNEE", help="Changer de corps : dpip@9")
    ] = None,
    svg: Annotated[
        str | None, typer.Option("--svg", metavar="FICHIER", help="Écrire aussi le graphique, en SVG")
    ] = None,
) -> None:
    """One career, or several side by side."""
    from penitcareer.domain.career.careers import careers_of
    from penitcareer.domain.pay.law import law_at
    from penitcareer.render.views import careers

    if svg is not None:
        call.protect(svg=svg)
    asked = {"enfant": enfant, "quotite": quotite, "promotion": promotion, "puis": puis}
    law = law_at(call.catalogue.pay_rules, call.day)
    subjects, plan = _plan(call, metier, law, annees, zone, enfants, avancement, asked)
    result = careers_of(law, _books(call), subjects, plan)
    for career in result.carrieres:
        for item in career.hypotheses:
            if item.code == "passage_inconnu":
                hint(f"Attention : {item.texte}.")
    if svg is not None:
        from penitcareer.cli.output import write_text
        from penitcareer.render.svg import in_ascii

        write_text(careers.svg(result), svg, in_ascii)
    call.emit(result, careers)


def _books(call: Call) -> Any:
    from penitcareer.domain.career.careers import CareerBooks

    catalogue = call.catalogue
    return CareerBooks(catalogue.pay_books, catalogue.rule, catalogue.career_wordings)


def _plan(
    call: Call,
    metier: list[str],
    law: Any,
    annees: str | None,
    zone: str | None,
    enfants: str | None,
    avancement: str | None,
    asked: dict[str, list[str] | None],
) -> Any:
    from penitcareer.cli import career_words as words
    from penitcareer.domain.career.plan import LONGEST, Plan
    from penitcareer.domain.errors import UsageProblem
    from penitcareer.domain.pay.request import MOST_CHILDREN

    subjects = words.subjects(call.catalogue, metier)
    if asked["puis"] and len(subjects) > 1:
        raise UsageProblem("--puis va avec un seul métier de départ. Exemple : penit carriere cpip --puis dpip@9")
    plan = Plan(
        debut=call.day.replace(day=1),
        annees=whole("--annees", annees, 1, LONGEST) or DEFAULT_YEARS,
        zone=whole("--zone", zone, 1, 3),
        enfants=whole("--enfants", enfants, 0, MOST_CHILDREN) or 0,
        naissances=tuple(sorted(words.birth(text) for text in asked["enfant"] or ())),
        temps_partiels=tuple(words.spell(text, law.quotites) for text in asked["quotite"] or ()),
        promotions=tuple(words.wish(text) for text in asked["promotion"] or ()),
        passages=tuple(words.move(call.catalogue, text) for text in asked["puis"] or ()),
        avancement=choose("--avancement", avancement, AVANCEMENTS) or "sans",
    )
    return subjects, plan
