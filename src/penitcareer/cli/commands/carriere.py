"""`penit carriere`."""

from typing import TYPE_CHECKING, Annotated

import typer

from penitcareer.cli import career_words as words
from penitcareer.cli import types
from penitcareer.cli.call import Call
from penitcareer.cli.completion import metiers
from penitcareer.cli.reforming import reading_law
from penitcareer.cli.streams import hint
from penitcareer.domain.choices import AVANCEMENTS, IM, LONGEST_CAREER, MOST_CHILDREN, USUAL_CAREER

if TYPE_CHECKING:
    from penitcareer.domain.career.plan import Spell, Wish

HELP = """Le parcours d’un métier année par année, de l’école à la fin demandée : étape, brut, net, net
cumulé. Plusieurs métiers : côte à côte, avec l’année où l’un dépasse l’autre. Les années se
comptent depuis l’entrée, ou depuis le mois de départ avec --depuis ou --im."""
EXAMPLES = ("penit carriere cpip dspip dsp", "penit carriere dsp --promotion hors_classe@15 --quotite 80@5-8")


@reading_law
def run(
    call: Call,
    metier: Annotated[
        list[str],
        typer.Argument(metavar="METIER…", help="Un à cinq métiers ou corps", autocompletion=metiers),
    ],
    annees: Annotated[
        int,
        types.whole("--annees", "N", (1, LONGEST_CAREER), "Durée, de 1 à 50 ans (30 par défaut)", types.YEARS),
    ] = USUAL_CAREER,
    zone: Annotated[int | None, types.zone()] = None,
    enfants: Annotated[
        int,
        types.whole("--enfants", "N", (0, MOST_CHILDREN), "Enfants à charge au départ (0 par défaut)", types.CHILDREN),
    ] = 0,
    enfant: Annotated[
        list[int] | None, types.text("--enfant", "@ANNEE", "Enfant qui arrive cette année-là : @4", words.birth)
    ] = None,
    quotite: Annotated[
        list["Spell"] | None, types.text("--quotite", "Q@DE-A", "Temps partiel : 80@5-8", words.spell)
    ] = None,
    promotion: Annotated[
        list["Wish"] | None,
        types.text("--promotion", "GRADE@ANNEE", "Changer de grade : hors_classe@14", words.wish),
    ] = None,
    avancement: Annotated[
        str,
        types.choice(
            "--avancement",
            "RYTHME",
            AVANCEMENTS,
            "sans (par défaut), au_plus_tot ou median, là où les conditions sont connues",
        ),
    ] = "sans",
    puis: Annotated[
        list[words.Passage] | None,
        types.text("--puis", "CORPS@ANNEE", "Changer de corps : dpip@9", words.passage),
    ] = None,
    depuis: Annotated[
        words.Origine | None,
        types.text(
            "--depuis", "OÙ[@MOIS]", "Partir d’où l’on est, sans l’école : echelon=5@2024-03", words.read_departure
        ),
    ] = None,
    im: Annotated[int | None, types.whole("--im", "N", IM, "Partir de cet indice majoré, sans l’école")] = None,
    svg: Annotated[str | None, types.text("--svg", "FICHIER", "Écrire aussi le graphique, en SVG")] = None,
) -> None:
    """One career, or several side by side."""
    from penitcareer.render.words.hypotheses import said

    if svg is not None:
        call.protect(svg=svg)
    reponse = call.penit.carriere(
        *metier,
        annees=annees,
        zone=zone,
        enfants=enfants,
        naissances=enfant or (),
        temps_partiels=quotite or (),
        promotions=promotion or (),
        passages=puis or (),
        avancement=avancement,
        depuis=depuis,
        im=im,
    )
    for career in reponse.valeur.carrieres:
        for item in career.hypotheses:
            if item.code == "passage_inconnu":
                hint(f"Attention : {said(item)}.")
    if svg is not None:
        from penitcareer.cli.output import write_text
        from penitcareer.render.charts.svg import in_ascii
        from penitcareer.render.views.careers import svg as drawn

        write_text(drawn(reponse.valeur), svg, in_ascii)
    call.emit(reponse)
