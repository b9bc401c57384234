"""What is said of a corps, an index, a bonus or a request of pay. A sentence names options by
their fields: `{ic_csg}` is the option that the command has for it."""

from collections.abc import Iterable

from penitcareer.domain.errors import PenitError
from penitcareer.domain.pay.errors import (
    ContradictoryPay,
    InvalidIndex,
    NotInLaw,
    TooManyChildren,
    UnknownCorps,
    UnknownEchelon,
    UnknownGrade,
    UnknownLegalValue,
    UnknownLine,
    UnknownPrime,
    UnsourcedIndex,
)
from penitcareer.render.refusals.flags import Flags
from penitcareer.render.words.names import in_a_sentence
from penitcareer.render.words.quoting import quoted, shortened, suggestion

EXAMPLE = "Exemple : penit paie cpip {im} 450"
CONTRADICTIONS = {
    "plusieurs_indices": f"Donnez un seul de {{im}}, {{ib}}, {{lettre}} et {{echelon}}. {EXAMPLE}",
    "ni_corps_ni_indice": f"Donnez un corps, ou un indice. {EXAMPLE}",
    "grade_sans_corps": "{grade} et {echelon} vont avec un corps. Exemple : penit paie aae {grade} principal",
    "chevron_sans_lettre": "{chevron} va avec une lettre. Exemple : penit paie dsp {lettre} HEA {chevron} 2",
    "echelon_sans_lettre": "{chevron} va avec une lettre ; l’échelon {given} n’en a pas",
    "brut_de_titulaire": "{brut} est pour un contractuel. Ajoutez {statut} contractuel",
    "alsace_moselle_de_titulaire": ("{alsace_moselle} est pour un contractuel : un titulaire n’a pas cette cotisation"),
    "indice_de_titulaire": "{sur_indice} est pour un contractuel : un titulaire est toujours payé sur un indice",
    "contractuel_sans_brut": ("Un contractuel se paie au brut. Exemple : penit paie {statut} contractuel {brut} 2500"),
    "corps_de_contractuel": (
        "Un contractuel n’a ni corps, ni échelon, ni NBI, ni transfert. Exemple :"
        " penit paie --statut contractuel --brut 2500 --sur-indice"
    ),
    "retrait_de_contractuel": ("{sans_primes} et {sans_transfert} sont pour un titulaire : un contractuel n’en a pas"),
    "allocation_sans_indice": ("Résidence et supplément familial ne sont dus que sur un indice : ajoutez {sur_indice}"),
    "points_sans_indice": (
        "{primes_nommees} {given} se calcule sur un indice : aucun texte connu ne l’ouvre à un contractuel"
    ),
    "prime_deux_fois": "{primes_nommees} {given} est demandée deux fois. Écrivez-la une seule fois",
    "periode_hors_ecole": (
        "{periode} est pour un grade d’école, élève ou stagiaire."
        " Exemple : penit paie dsp {grade} stagiaire {periode} stage"
    ),
    "temps_partiel_a_ecole": (
        "Pas de temps partiel à l’école : {quotite} va avec {periode} stage, ou avec un grade de titulaire"
    ),
    "contre_encadre": (
        "{contre} compare deux bulletins, et l’indice d’un de ces échelons n’est connu que par des bornes."
        " Donnez un indice. Exemple : penit paie cpip {im} 450 {contre} '{im} 489'"
    ),
    "lu_encadre": (
        "{lu} se compare au bulletin d’un indice, et celui de cet échelon n’est connu que par des bornes."
        " Donnez celui de votre bulletin. Exemple : penit paie cpip {im} 450 {lu} net=2610"
    ),
    "lu_seul": "{lu} se compare au bulletin d’un mois : retirez {contre} et {annuel}",
    "retenues_trop_fortes": "Les retenues dépassent ce qui est payé : vérifiez {psc_agent} et {psc_employeur}",
    "impot_trop_fort": "À ce taux, l’impôt dépasse le net à payer : vérifiez {taux_impot}",
    "compensatrice_de_contractuel": (
        "{ic_csg} auto est pour un titulaire : seul un contractuel en poste à sa création a cette indemnité."
        " Donnez alors le montant de son bulletin. Exemple : {ic_csg} 20"
    ),
    "nbi_et_prime": "{primes_nommees} {given} et {nbi} s’excluent : donnez l’une ou l’autre",
    "prime_unique_annuelle": "{prime_unique} est versée un seul mois : retirez {annuel}",
    "brut_sous_corps": "Aucun indice ne paie si peu dans le corps {given}, primes comprises : penit grille {given}",
    "sans_reforme": "{contre_droit} compare une réforme au droit : ajoutez {reforme} et son fichier",
    "droit_seul": "{contre_droit} compare une seule réponse sous deux lois : retirez {contre} et {lu}",
    "brut_sur_corps": "Aucun indice ne paie autant dans le corps {given}, primes comprises : penit grille {given}",
    "primes_trop_fortes": (
        "{primes} doit rester sous le brut. Exemple : penit net 3500 {statut} titulaire {primes} 400"
    ),
}
INDICES = {"im": "indice majoré", "ib": "indice brut", "lettre": "lettre", "chevron": "chevron"}
NOT_IN_SCALE = "cette ligne du barème A est inconnue : donnez l’indice majoré imprimé sur le bulletin"
USUAL = {"quotite": 80, "zone": 1}
PRIMES = {
    "inconnue": "elle n’est pas dans les données",
    "autre_corps": (
        "aucun texte connu ne l’ouvre au corps {corps} ; sans corps : penit paie {im} 450 {primes_nommees} {code}"
    ),
    "autre_affectation": "elle n’est due que dans les services déconcentrés : {affectation} deconcentre",
    "sans_montant": "aucun montant connu pour ce corps à cette date ; donnez-le avec {primes}",
    "sans_nombre": "elle ne se compte pas : écrivez son code seul",
    "nombre": "le nombre va de 1 à {most} ce mois-là",
    "heures": "le nombre va de 1 à {most}, le plafond d’un trimestre",
}


def say(error: PenitError, flags: Flags) -> str | None:
    """The sentence of an error of the payslip or of grids, None for the others."""
    match error:
        case ContradictoryPay():
            return CONTRADICTIONS[error.why].format_map(Flags(flags, given=error.given))
        case NotInLaw():
            option = flags[error.field]
            return f"{option} : {_listed(error.allowed)}. {_example(flags)} {option} {USUAL[error.field]}"
        case TooManyChildren():
            return f"{flags['enfants']} va de 0 à {error.most}. {_example(flags)} {flags['enfants']} 2"
        case InvalidIndex():
            asked = f"{INDICES[error.field]} {shortened(str(error.asked))}"
            return f"Indice refusé : {asked}, {_limits(error)}. Exemple : penit paie --statut titulaire --im 450"
        case UnknownLine():
            unknown = f"Ligne de bulletin inconnue : {quoted(error.asked)}.{suggestion(error.nearest)}"
            return (
                f"{unknown} Exemples : {flags['lu']} net=2610, {flags['lu']} pss=528,93 ; les codes : penit paie --json"
            )
        case UnknownPrime():
            known = f". Primes connues : {_listed(error.known)}" if error.known else ""
            return f"Prime {quoted(error.asked)} : {_why(error, flags)}{known}"
    return _of_corps(error)


def _of_corps(error: PenitError) -> str | None:
    match error:
        case UnknownCorps():
            return f"Corps inconnu : {quoted(error.asked)}.{suggestion(error.nearest)} Corps connus : penit grille"
        case UnknownGrade():
            unknown = f"Grade inconnu dans {error.corps} : {quoted(error.asked)}.{suggestion(error.nearest)}"
            return f"{unknown} Grades : {_listed(error.grades)}"
        case UnknownEchelon():
            has = f"{error.corps}, {error.grade} a les échelons {_listed(error.echelons)}"
            return f"Échelon inconnu : {quoted(error.asked)}. {has}"
        case UnsourcedIndex():
            place = f"{in_a_sentence(error.titre or error.grade)}, échelon {error.echelon}"
            example = f"penit paie {error.corps} --grade {error.grade} --im 450"
            before = f" avant le {error.known_since.isoformat()}" if error.known_since else ""
            return f"Indice inconnu pour {place}{before}. Donnez celui d’un bulletin, par exemple : {example}"
        case UnknownLegalValue():
            unknown = f"Valeur légale inconnue au {error.day.isoformat()} : {error.code}."
            return f"{unknown} Le bulletin ne peut pas être calculé à cette date"
    return None


def _limits(error: InvalidIndex) -> str:
    if not error.allowed:
        return NOT_IN_SCALE
    first, *_, last = error.allowed
    match error.field:
        case "lettre":
            return f"lettres connues : {_listed(error.allowed)}"
        case "chevron":
            return f"{error.lettre} va du chevron {first} au chevron {last}"
        case "ib":
            return f"le barème A connu va de {first} à {last}"
        case "im":
            return f"il va de {first} à {last}"


def _why(error: UnknownPrime, flags: Flags) -> str:
    parts = Flags(flags, code=error.code, corps=error.corps, most=str(error.most))
    return PRIMES[error.why].format_map(parts)


def _example(flags: Flags) -> str:
    return EXAMPLE.format_map(flags)


def _listed(names: Iterable[object]) -> str:
    return ", ".join(map(str, names))
