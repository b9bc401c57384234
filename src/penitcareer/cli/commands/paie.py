"""`penit paie`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from penitcareer.cli.call import Call, Options, choose, reading_many
from penitcareer.cli.completion import corps
from penitcareer.cli.words import Annuel, amount_of, joined, percent_of, whole
from penitcareer.domain.choices import STATUTS

if TYPE_CHECKING:
    from penitcareer.domain.pay.payslip import Payslip

HELP = """Le bulletin de paie exact, ligne par ligne, au centime, chaque ligne avec son texte :
d’un corps et d’un échelon, d’un indice, ou d’un contrat."""
EXAMPLES = ("penit paie cpip --im 450", "penit paie aae --grade principal --echelon 5 --contre '--echelon 6'")

AFFECTATIONS = ("deconcentre", "centrale")
CATEGORIES = ("A", "B", "C")
OF_THE_CALL = ("annuel", "explique", "contre")


def _text(name: str, metavar: str, help_: str) -> tuple[Any, None]:
    return Annotated[str | None, typer.Option(f"--{name}", metavar=metavar, help=help_)], None


def _flag(name: str, help_: str) -> tuple[Any, bool]:
    return Annotated[bool, typer.Option(f"--{name}", help=help_)], False


def _several(name: str, metavar: str, help_: str) -> tuple[Any, None]:
    return Annotated[list[str] | None, typer.Option(f"--{name}", metavar=metavar, help=help_)], None


OPTIONS: Options = {
    "corps": (
        Annotated[
            list[str] | None,
            typer.Argument(metavar="[CORPS]", help="Corps ou métier : cpip, aae…", autocompletion=corps),
        ],
        None,
    ),
    "statut": _text("statut", "STATUT", "titulaire (par défaut) ou contractuel"),
    "grade": _text("grade", "GRADE", "Par défaut le premier ; liste : penit grille CORPS"),
    "echelon": _text("echelon", "N", "Échelon du grade"),
    "im": _text("im", "N", "Indice majoré, celui du bulletin"),
    "ib": _text("ib", "N", "Indice brut"),
    "lettre": _text("lettre", "HEA", "Lettre hors échelle"),
    "chevron": _text("chevron", "N", "Chevron de la lettre (1 par défaut)"),
    "brut": _text("brut", "MONTANT", "Brut mensuel d’un contractuel"),
    "indice": _flag("indice", "Contrat sur un indice : résidence et supplément familial dus"),
    "nbi": _text("nbi", "POINTS", "Points de NBI"),
    "zone": _text("zone", "1|2|3", "Zone de résidence (3 par défaut)"),
    "enfants": _text("enfants", "N", "Enfants à charge, de 0 à 15"),
    "quotite": _text("quotite", "Q", "50, 60, 70, 80, 90 ou 100"),
    "primes": _text("primes", "MONTANT", "Autres primes, par mois à temps plein, soumises à RAFP"),
    "prime": _several("prime", "CODE[=N]", "Prime des données : nuit=4, icp, ifse, cti"),
    "sans_prime": _several("sans-prime", "CODE", "Retirer une prime du corps"),
    "sans_primes": _flag("sans-primes", "Retirer toutes les primes du corps"),
    "affectation": _text("affectation", "LIEU", "deconcentre ou centrale (ni PSS ni 2,2 points)"),
    "categorie": _text("categorie", "A|B|C", "Catégorie, pour le transfert primes/points"),
    "sans_transfert": _flag("sans-transfert", "Pas de transfert primes/points"),
    "ic_csg": _text("ic-csg", "MONTANT|auto", "Indemnité compensatrice de CSG"),
    "psc_agent": _text("psc-agent", "MONTANT", "Complémentaire santé, part de l’agent"),
    "psc_employeur": _text("psc-employeur", "MONTANT", "Complémentaire santé, part de l’employeur"),
    "alsace_moselle": _flag("alsace-moselle", "Régime local (contractuel)"),
    "taux_impot": _text("taux-impot", "POURCENT", "Votre taux de prélèvement ; sinon le taux par défaut"),
    "annuel": (Annuel, False),
    "explique": _flag("explique", "Dire ce qu’est chaque ligne et son texte"),
    "contre": _text("contre", "'OPTIONS'", "Comparer au même bulletin avec ces options en plus"),
}


@reading_many(OPTIONS)
def run(call: Call, ctx: typer.Context, asked: dict[str, Any]) -> None:
    """The payslip, or two of them compared."""
    result = _payslip(call, asked)
    if asked["contre"] is None:
        from penitcareer.render.views import payslip, payslip_explained

        call.emit(result, payslip_explained if asked["explique"] else payslip)
        return
    from penitcareer.domain.pay.payslip import compare_payslips
    from penitcareer.render.views import payslip_gap

    other = _payslip(call, asked | _overlay(ctx, asked["contre"]))
    call.emit(compare_payslips(result, other), payslip_gap)


def _overlay(ctx: typer.Context, options: str) -> dict[str, Any]:
    """The options of --contre, read by the same command."""
    import shlex

    from penitcareer.domain.errors import UsageProblem

    try:
        words = shlex.split(options)
    except ValueError:
        raise UsageProblem("--contre : guillemet non fermé. Exemple : --contre '--echelon 6'") from None
    other = ctx.command.make_context("penit paie", words)
    asked = {name: value for name, value in other.params.items() if value}
    if any(name not in OPTIONS or name in OF_THE_CALL for name in asked):
        raise UsageProblem(
            "--contre ne prend que ce qui change la paie, pas la date ni la présentation."
            " Exemple : --contre '--echelon 6'"
        )
    return asked


def _payslip(call: Call, asked: dict[str, Any]) -> "Payslip":
    from penitcareer.domain.pay.law import law_at
    from penitcareer.domain.pay.payslip import payslip_of

    catalogue = call.catalogue
    rules = catalogue.pay_rules
    request = _request(call, asked)
    return payslip_of(
        law_at(rules, call.day),
        rules.lignes,
        catalogue.wordings,
        catalogue.scales,
        catalogue.primes,
        request,
        asked["annuel"],
    )


def _request(call: Call, asked: dict[str, Any]) -> Any:
    from penitcareer.domain.pay.ledger import AUTO
    from penitcareer.domain.pay.request import PayRequest

    compensation = asked["ic_csg"]
    return PayRequest(
        statut=choose("--statut", asked["statut"], STATUTS) or "titulaire",
        corps=call.catalogue.corps_of(joined(asked["corps"])) if asked["corps"] else None,
        grade=asked["grade"],
        echelon=asked["echelon"],
        im=whole("--im", asked["im"], 1, 9999),
        ib=whole("--ib", asked["ib"], 1, 9999),
        lettre=asked["lettre"],
        chevron=whole("--chevron", asked["chevron"], 1, 9),
        brut=amount_of(asked["brut"]),
        nbi=whole("--nbi", asked["nbi"], 0, 300) or 0,
        zone=whole("--zone", asked["zone"], 1, 3),
        enfants=whole("--enfants", asked["enfants"], 0, 15) or 0,
        quotite=whole("--quotite", asked["quotite"], 50, 100) or 100,
        primes=amount_of(asked["primes"]) or 0,
        primes_nommees=tuple(asked["prime"] or ()),
        sans_primes_nommees=tuple(name.lower() for name in asked["sans_prime"] or ()),
        sans_primes=asked["sans_primes"],
        affectation=choose("--affectation", asked["affectation"], AFFECTATIONS),
        categorie=choose("--categorie", asked["categorie"], CATEGORIES),
        sans_transfert=asked["sans_transfert"],
        ic_csg=AUTO if compensation == "auto" else amount_of(compensation) or 0,
        psc_agent=amount_of(asked["psc_agent"]) or 0,
        psc_employeur=amount_of(asked["psc_employeur"]) or 0,
        alsace_moselle=asked["alsace_moselle"],
        sur_indice=asked["indice"],
        taux_impot=percent_of("--taux-impot", asked["taux_impot"]),
    )
