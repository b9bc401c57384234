"""`penit eligible`."""

from typing import Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call, reading
from penitcareer.cli.completion import corps as complete_corps
from penitcareer.cli.completion import metiers as complete_metiers
from penitcareer.domain.choices import AGES, AUCUN, CHILDREN, DIPLOMES, DOMAINES_DITS, NATIONALITES, YEARS
from penitcareer.domain.errors import UsageProblem

HELP = """Les voies d’accès ouvertes, fermées ou incertaines pour un profil : oui, non et pourquoi, ou inconnu et
ce qu’il manque. Un fait non donné n’est jamais supposé."""
EXAMPLES = ("penit eligible --diplome bac+3 --age 38", "penit eligible cpip dsp --diplome licence --services 4")
EXAMPLE = "penit eligible --diplome bac+3 --age 38"


def _complete_corps() -> list[tuple[str, str]]:
    return [*complete_corps(), (AUCUN, "membre d’aucun corps")]


def _years(name: str, sentence: str) -> typer.models.OptionInfo:
    return types.whole(name, "ANNEES", YEARS, sentence, types.YEARS)


@reading
def run(
    call: Call,
    metier: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[METIER…]", help="Ces métiers seulement ; sans eux, tous", autocompletion=complete_metiers
        ),
    ] = None,
    diplome: Annotated[
        str | None,
        types.choice("--diplome", "DIPLOME", tuple(DIPLOMES), f"Le plus haut diplôme : {', '.join(DIPLOMES)}"),
    ] = None,
    domaine: Annotated[
        list[str] | None,
        types.choice(
            "--domaine",
            "DOMAINE",
            DOMAINES_DITS,
            f"Domaine de ce diplôme, à répéter s’il en a plusieurs : {', '.join(DOMAINES_DITS)}",
        ),
    ] = None,
    age: Annotated[
        int | None, types.whole("--age", "ANS", AGES, "Âge au 1er janvier de l’année du concours", types.YEARS)
    ] = None,
    services: Annotated[int | None, _years("--services", "Années de services publics, 0 s’il n’y en a pas")] = None,
    activite: Annotated[
        int | None, _years("--activite", "Années d’activité professionnelle, élective ou associative")
    ] = None,
    corps: Annotated[
        str | None,
        types.text("--corps", "CORPS", f"Corps dont on est membre, ou {AUCUN}", completion=_complete_corps),
    ] = None,
    anciennete: Annotated[int | None, _years("--anciennete", "Années dans ce corps (avec --corps)")] = None,
    nationalite: Annotated[
        str | None, types.choice("--nationalite", "NATIONALITE", NATIONALITES, " ou ".join(NATIONALITES))
    ] = None,
    enfants: Annotated[
        int | None, types.whole("--enfants", "N", CHILDREN, "Enfants élevés ou à charge", types.CHILDREN)
    ] = None,
    dispense_age: Annotated[
        bool | None,
        typer.Option(
            "--dispense-age/--sans-dispense-age",
            help="La limite d’âge ne vous arrête pas : parent isolé, travailleur handicapé, sportif de haut niveau,"
            " service national assez long",
        ),
    ] = None,
    dispense_diplome: Annotated[
        bool | None,
        typer.Option(
            "--dispense-diplome/--sans-dispense-diplome",
            help="Les concours externes vous dispensent de diplôme : sportif de haut niveau",
        ),
    ] = None,
) -> None:
    """Which routes are open to a profile."""
    told = (diplome, domaine, age, services, activite, corps, anciennete, nationalite, enfants)
    facts = (*told, dispense_age, dispense_diplome)
    if not metier and all(fact is None for fact in facts):
        raise UsageProblem(f"Donnez au moins une information sur vous, diplôme ou âge par exemple : {EXAMPLE}")
    if anciennete is not None and (corps is None or corps.lower() == AUCUN):
        raise UsageProblem("--anciennete compte les années dans un corps : ajoutez --corps, par exemple --corps cpip")
    if domaine and diplome is not None and DIPLOMES[diplome] == 0:
        raise UsageProblem(
            f"--domaine dit le domaine d’un diplôme, et --diplome {AUCUN} n’en a pas : gardez l’un des deux"
        )
    call.emit(
        call.penit.eligible(
            *(metier or ()),
            diplome=diplome,
            domaine=domaine,
            age=age,
            services=services,
            activite=activite,
            corps=corps,
            anciennete=anciennete,
            nationalite=nationalite,
            enfants=enfants,
            dispense_age=dispense_age,
            dispense_diplome=dispense_diplome,
        )
    )
