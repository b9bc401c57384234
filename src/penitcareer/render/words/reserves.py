"""What a result assumes, in a few words: the short form of each sentence of the data."""

from collections.abc import Callable

from penitcareer.domain.money import Cents
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.render.words import french
from penitcareer.render.words.hypotheses import said
from penitcareer.render.words.names import in_a_sentence

BRIEF = {
    "base_majoration_pss": "majoration calculée aussi sur la PSS, à confirmer",
    "plancher_pss_apres_2024": "plancher de la PSS supposé inchangé",
    "plancher_pss_inconnu": "plancher de la PSS inconnu à cette date",
    "minimum_traitement_2026": "indice minimum supposé inchangé",
    "transfert_categorie": "plafond du transfert primes/points à confirmer",
    "compensatrice_absente": "indemnité compensatrice de CSG non comptée",
    "psc_absente": "complémentaire santé obligatoire non comptée, montant inconnu",
    "indice_encadre": "texte de l’indice à confirmer",
    "indice_suppose": "indice supposé",
    "premier_chevron": "premier chevron retenu",
    "zone_3_par_defaut": "zone 3 supposée, sans indemnité de résidence",
    "droit_constant": "valeurs les plus récentes connues",
    "ecole_sans_pss": "à l’école, hors stage pratique : sans PSS",
    "stage_pratique": "en stage pratique, avec la PSS",
    "affectation_supposee": "affectation supposée, la PSS en dépend",
    "smic_differentielle": "indemnité différentielle jusqu’au SMIC",
    "impot_taux_defaut": "impôt au taux par défaut",
    "nbi_hors_majoration": "NBI hors de la majoration, à confirmer",
    "cti_hors_majoration": "CTI hors de la majoration, à confirmer",
    "psc_dans_rafp": "part de l’employeur comptée dans la RAFP",
    "transfert_hors_rafp": "transfert laissé hors de la RAFP",
    "rafp_mensuel": "plafond de la RAFP appliqué chaque mois",
    "stages_ecole_inconnus": "stages pratiques de l’école sans PSS",
    "fourchettes": "fourchettes de la fiche d’orientation, net estimé",
    "indices_supposes": "indices en partie supposés, comme le dit la grille",
    "duree_inconnue": "durées d’échelon inconnues, aucun avancement d’échelon compté",
    "indices_encadres": "indices connus par des bornes, comme le dit la grille",
    "indices_non_confirmes": "indices d’une version antérieure, non confirmés",
    "zone_par_defaut": "zone 3 supposée, sans indemnité de résidence",
    "enfants": "enfants comptés jusqu’à la fin, un de moins",
}
DETAILED: dict[str, Callable[..., str]] = {
    "prime_par_defaut": lambda bonus, *_: f"{bonus}{french.THIN}: elle dépend du poste",
    "prime_inconnue": lambda bonus: f"{bonus} non comptée, montant inconnu",
    "depart_echelon_suppose": lambda step, grade: (
        f"départ supposé à l’échelon {step} ({in_a_sentence(grade)}), le plus bas possible"
        f"{french.THIN}: --depuis dit le vôtre"
    ),
}
A_EURO = 1_00
# What says how to read the pay: with its first lines.
FIRST = ("brut_sous_smic", "brut_temps_plein", "nbi_sans_prime", "regime_du_corps_absent")
# What weighs on the pay itself and has no amount: more than small doubts that have one.
LACKING = ("depart_echelon_suppose", "fourchettes", "duree_inconnue", "indices_supposes", "indices_encadres",
           "indices_non_confirmes", "indice_suppose", "psc_absente")  # fmt: skip


def brief(item: Hypothese) -> str:
    """« affectation supposée, la PSS en dépend »; the whole sentence where no short one is kept."""
    if item.code in DETAILED and item.details:
        return DETAILED[item.code](*item.details[0])
    return BRIEF.get(item.code) or said(item).rstrip(".")


def sentence(item: Hypothese) -> str:
    """A short form as a line starts."""
    return french.capital(brief(item))


def stake(item: Hypothese) -> str | None:
    """« jusqu’à 413 € par mois », None when it cannot be told."""
    return None if item.enjeu is None else f"jusqu’à {size(item.enjeu)} par mois"


def size(stake: Cents) -> str:
    """« 413 € »: a few cents are no « 0 € »."""
    return french.rounded_euros(max(stake, A_EURO) if stake else 0)
