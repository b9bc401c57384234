"""What a person asks of a payslip, and what is refused before any sum."""

from collections.abc import Sequence
from typing import NamedTuple

from penitcareer.domain.errors import UsageProblem
from penitcareer.domain.metiers.choices import MOST_CHILDREN, ZONES
from penitcareer.domain.money import Cents, TenThousandths
from penitcareer.domain.pay.corps import Corps, Echelon, Grade
from penitcareer.domain.pay.errors import UnknownPrime
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.primes import Prime
from penitcareer.domain.pay.residence import residence_rate


class PayRequest(NamedTuple):
    """What was asked. None: not said. Amounts in full-time cents a month.
    `stage_pratique`: a school grade on a placement, where the PSS is paid. `poste`: the
    grade and échelon themselves, for who already knows them."""

    statut: str = "titulaire"
    corps: Corps | None = None
    grade: str | None = None
    echelon: str | None = None
    im: int | None = None
    ib: int | None = None
    lettre: str | None = None
    chevron: int | None = None
    brut: Cents | None = None
    nbi: int = 0
    zone: int | None = None
    enfants: int = 0
    quotite: int = 100
    primes: Cents = 0
    primes_nommees: tuple[str, ...] = ()
    sans_primes_nommees: tuple[str, ...] = ()
    sans_primes: bool = False
    affectation: str | None = None
    categorie: str | None = None
    sans_transfert: bool = False
    ic_csg: Cents = 0
    psc_agent: Cents = 0
    psc_employeur: Cents = 0
    alsace_moselle: bool = False
    sur_indice: bool = False
    stage_pratique: bool = False
    poste: tuple[Grade, Echelon] | None = None
    taux_impot: TenThousandths | None = None


def refuse_contradictions(law: Law, request: PayRequest) -> None:
    """Raise UsageProblem for options that contradict each other or make no sense."""
    example = "Exemple : penit paie cpip --im 450"
    indices = [request.im, request.ib, request.lettre, request.echelon]
    if sum(index is not None for index in indices) > 1:
        raise UsageProblem(f"Donnez un seul de --im, --ib, --lettre et --echelon. {example}")
    if request.quotite not in law.quotites:
        raise UsageProblem(f"--quotite : {', '.join(map(str, sorted(law.quotites)))}. {example} --quotite 80")
    if not 0 <= request.enfants <= MOST_CHILDREN:
        raise UsageProblem(f"--enfants va de 0 à {MOST_CHILDREN}. {example} --enfants 2")
    if request.zone not in (None, *ZONES):
        raise UsageProblem(f"--zone : 1, 2 ou 3. {example} --zone 1")
    of_letter = request.lettre or request.echelon or request.poste
    if request.chevron is not None and of_letter is None:
        raise UsageProblem("--chevron va avec une lettre. Exemple : penit paie dsp --lettre HEA --chevron 2")
    _refuse_for_status(law, request, example)


def _refuse_for_status(law: Law, request: PayRequest, example: str) -> None:
    if request.statut == "contractuel":
        _refuse_for_contractuel(law, request)
        return
    if request.brut is not None:
        raise UsageProblem("--brut est pour un contractuel. Ajoutez --statut contractuel")
    if request.alsace_moselle:
        raise UsageProblem("--alsace-moselle est pour un contractuel : un titulaire n’a pas cette cotisation")
    if request.sur_indice:
        raise UsageProblem("--indice est pour un contractuel : un titulaire est toujours payé sur un indice")
    if request.corps is None and all(item is None for item in (request.im, request.ib, request.lettre)):
        raise UsageProblem(f"Donnez un corps, ou un indice. {example}")
    if request.corps is None and (request.grade or request.echelon):
        raise UsageProblem("--grade et --echelon vont avec un corps. Exemple : penit paie aae --grade principal")


def _refuse_for_contractuel(law: Law, request: PayRequest) -> None:
    if not request.brut:
        raise UsageProblem("Un contractuel se paie au brut. Exemple : penit paie --statut contractuel --brut 2500")
    indexed = (request.corps, request.im, request.ib, request.lettre, request.echelon, request.categorie)
    of_corps = (request.grade, request.affectation, *request.sans_primes_nommees)
    if any(item is not None for item in (*indexed, *of_corps)) or request.nbi:
        raise UsageProblem(
            "Un contractuel n’a ni corps, ni échelon, ni NBI, ni transfert. --indice dit que son contrat suit un indice"
        )
    if request.sans_primes or request.sans_transfert:
        raise UsageProblem("--sans-primes et --sans-transfert sont pour un titulaire : un contractuel n’en a pas")
    if (residence_rate(law, request.zone) or request.enfants) and not request.sur_indice:
        raise UsageProblem("Résidence et supplément familial ne sont dus que sur un indice : ajoutez --indice")


def refuse_unknown_primes(known: Sequence[Prime], request: PayRequest) -> None:
    """A bonus to leave out must exist: a slip of the keyboard would leave it in."""
    codes = [prime.code for prime in known]
    for name in request.sans_primes_nommees:
        if name not in codes:
            raise UnknownPrime(name, "elle n’est pas dans les données", codes)
