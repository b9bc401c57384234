"""`penit paie`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call, TyperOptions, reading_many
from penitcareer.cli.completion import corps
from penitcareer.cli.reforming import REFORM
from penitcareer.cli.streams import hint
from penitcareer.cli.words import ANNUAL, Annuel, joined
from penitcareer.domain import choices

if TYPE_CHECKING:
    from penitcareer.cli.typer_ours import Context

HELP = """Le bulletin de paie, ligne par ligne, au centime, chaque ligne avec son texte :
d’un corps et d’un échelon, d’un indice, ou d’un contrat."""
EXAMPLES = ("penit paie cpip --im 450", "penit paie aae --grade principal --echelon 5 --contre '--echelon 6'")

FORMER = {"indice": "sur_indice"}  # names that options had, by today's
OF_THE_CALL = ("annuel", "explique", "contre", "lu")


def _one(kind: Any, option: Any) -> tuple[Any, None]:
    return Annotated[kind | None, option], None


def _flag(name: str, help_: str) -> tuple[Any, bool]:
    return Annotated[bool, typer.Option(f"--{name}", help=help_)], False


def _whole(name: str, metavar: str, bounds: tuple[int, int], help_: str, units: tuple[str, ...] = ()) -> Any:
    return _one(int, types.whole(name, metavar, bounds, help_, units))


def _compensation(text: str) -> str:
    """An amount, or `auto`: what the engine computes."""
    return "auto" if text.strip().lower() == "auto" else types.amount_of("--ic-csg", text)


def _read_line(text: str) -> tuple[str, str]:
    """A line of one's own payslip: `net=2610`. Raises UsageProblem."""
    from penitcareer.domain.errors import UsageProblem

    code, equals, amount = text.partition("=")
    if not equals or not code.strip():
        raise UsageProblem("--lu attend un code de ligne, = et un montant. Exemple : --lu net=2610")
    return code.strip().lower(), types.amount_of("--lu", amount)


# By field of PayRequest, whose defaults are those of the options not given; by title of the help.
_OWN: dict[str, TyperOptions] = {
    "Le poste ": {
        "statut": _one(
            str, types.choice("--statut", "STATUT", choices.STATUTS, "titulaire (par défaut) ou contractuel")
        ),
        "grade": _one(str, types.text("--grade", "GRADE", "Par défaut le premier ; liste : penit grille CORPS")),
        "echelon": _one(str, types.text("--echelon", "N", "Échelon du grade")),
        "im": _whole("--im", "N", choices.IM, "Indice majoré, celui du bulletin"),
        "ib": _whole("--ib", "N", choices.IB, "Indice brut"),
        "lettre": _one(str, types.text("--lettre", "HEA", "Lettre hors échelle")),
        "chevron": _whole("--chevron", "N", choices.CHEVRONS, "Chevron de la lettre (1 par défaut)"),
        "nbi": _whole("--nbi", "POINTS", choices.NBI, "Points de NBI", types.POINTS),
        "affectation": _one(
            str,
            types.choice(
                "--affectation", "LIEU", choices.AFFECTATIONS, "deconcentre ou centrale (ni PSS ni 2,2 points)"
            ),
        ),
        "periode": _one(
            str, types.choice("--periode", "PERIODE", choices.PERIODES, "À l’école : ecole (enseignement) ou stage")
        ),
        "categorie": _one(
            str,
            types.choice("--categorie", "A|B|C", choices.CATEGORIES_PAID, "Catégorie, pour le transfert primes/points"),
        ),
        "brut": _one(str, types.amount("--brut", "Brut mensuel d’un contractuel, à temps plein")),
        "sur_indice": _flag("sur-indice", "Contrat sur un indice : résidence et supplément familial dus"),
        "indice": (Annotated[bool, typer.Option("--indice", hidden=True)], False),
    },
    "La personne ": {
        "zone": _one(int, types.zone()),
        "enfants": _whole("--enfants", "N", (0, choices.MOST_CHILDREN), "Enfants à charge, de 0 à 15", types.CHILDREN),
        "quotite": _whole("--quotite", "Q", choices.QUOTITES, "50, 60, 70, 80, 90 ou 100", types.PERCENT),
        "alsace_moselle": _flag("alsace-moselle", "Régime local (contractuel)"),
    },
    "Les primes ": {
        "primes": _one(str, types.amount("--primes", "Autres primes, par mois à temps plein, soumises à RAFP")),
        "prime_unique": _one(str, types.amount("--prime-unique", "Prime versée une seule fois, ce mois-ci")),
        "primes_nommees": _one(
            list[str], types.text("--prime", "CODE[=N]", "Prime des données : nuit=4, heures_sup=12, icp, cti")
        ),
        "sans_primes_nommees": _one(
            list[str], types.text("--sans-prime", "CODE", "Retirer une prime du corps", str.lower)
        ),
        "sans_primes": _flag("sans-primes", "Retirer toutes les primes du corps"),
    },
    "Les retenues ": {
        "sans_transfert": _flag("sans-transfert", "Pas de transfert primes/points"),
        "ic_csg": _one(str, types.text("--ic-csg", "MONTANT|auto", "Indemnité compensatrice de CSG", _compensation)),
        "psc_agent": _one(str, types.amount("--psc-agent", "Complémentaire santé, part de l’agent")),
        "psc_employeur": _one(str, types.amount("--psc-employeur", "Complémentaire santé, part de l’employeur")),
        "taux_impot": _one(
            str,
            types.percentage("--taux-impot", "POURCENT", "Votre taux de prélèvement ; sinon le taux par défaut"),
        ),
    },
    "Le calcul ": {
        "lu": _one(
            list[Any],
            types.text("--lu", "CODE=MONTANT", "Comparer à votre bulletin : net=2610, pss=528,93…", _read_line),
        ),
        "contre": _one(str, types.text("--contre", "'OPTIONS'", "Comparer au même bulletin avec ces options en plus")),
        "explique": _flag("explique", "Dire ce qu’est chaque ligne et son texte"),
        "annuel": (Annuel, False),
    },
}
GROUPS = _OWN | {"Une réforme ": REFORM}
OPTIONS: TyperOptions = {
    "corps": (
        Annotated[
            list[str] | None,
            typer.Argument(metavar="[CORPS]", help="Corps ou métier : cpip, aae…", autocompletion=corps),
        ],
        None,
    ),
} | {name: option for options in _OWN.values() for name, option in options.items()}


@reading_many(OPTIONS, REFORM)
def run(call: Call, ctx: typer.Context, asked: dict[str, Any]) -> None:
    """The payslip, or two of them compared."""
    given = _given(asked)
    if "contre" in given:
        given["contre"] = _given(_overlay(ctx, given["contre"]))
    reponse = call.penit.paie(**given)
    call.emit(reponse)
    if _gross(reponse.valeur) > call.penit.parait_annuel:
        hint(f"{ANNUAL} : donnez --brut par mois.")


def _gross(result: Any) -> int:
    """The gross of the contract of a payslip, in cents; 0 for what has none."""
    situation = getattr(result, "situation", None)
    return situation.demande.brut or 0 if situation else 0


def _overlay(ctx: typer.Context, options: str) -> dict[str, Any]:
    """The options of --contre, read by the same command."""
    import shlex

    from penitcareer.domain.errors import UsageProblem

    try:
        words = shlex.split(options)
    except ValueError:
        raise UsageProblem("--contre : guillemet non fermé. Exemple : --contre '--echelon 6'") from None
    other = ctx.command.make_context("penit paie", words, help_option_names=[])
    typed = {name: value for name, value in other.params.items() if _is_typed(other, name)}
    if any(name not in OPTIONS or name in OF_THE_CALL for name in typed):
        raise UsageProblem(
            "--contre ne prend que ce qui change la paie, pas la date ni la présentation."
            " Exemple : --contre '--echelon 6'"
        )
    return typed


def _is_typed(ctx: "Context", name: str) -> bool:
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _given(asked: dict[str, Any]) -> dict[str, Any]:
    """What was said, by the names of the library."""
    given = {name: value for name, value in asked.items() if value is not None}
    for former, name in FORMER.items():
        if given.pop(former, False):
            given[name] = True
    if "lu" in given:
        given["lu"] = dict(given["lu"])
    if "corps" in given:
        given["corps"] = joined(given["corps"])
    return given
