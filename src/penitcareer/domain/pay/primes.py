"""Bonuses: which a corps has on a day, and what each pays a month."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from penitcareer.domain.amounts import whole_number
from penitcareer.domain.choices import Affectation
from penitcareer.domain.dated import Dated, TextSource, in_force
from penitcareer.domain.kinds import Annotated, Bounds, Code, Court, Default, Euros, Says, Size, Taux, Texte
from penitcareer.domain.money import MONTHS, Cents, TenThousandths, divide
from penitcareer.domain.names import fold
from penitcareer.domain.pay.arithmetic import overtime, prorated, traitement
from penitcareer.domain.pay.errors import ContradictoryPay, UnknownPrime
from penitcareer.domain.pay.law import Assiette, Law, Share
from penitcareer.domain.records import NamedTuple

RATE = "taux_du_traitement"
HOURS = "heures"


class PrimeRate(NamedTuple):
    """A rate of the traitement, for a corps and maybe a grade or an affectation."""

    corps: Code
    grade: Code | None
    affectation: Affectation | None
    valeurs: Annotated[tuple[Dated[Taux], ...], Size(1, 1_000)]


class PrimeAmount(NamedTuple):
    """An amount, for a corps and maybe a grade; None: for all."""

    corps: Code | None
    grade: Code | None
    par_defaut: Annotated[bool, Default(False), Says("Versée sans être demandée à ce corps")]
    valeurs: Annotated[tuple[Dated[Euros], ...], Size(1, 1_000)]


class PrimeFloor(NamedTuple):
    """The least that a rate pays: the rate of `corps` on the index of `pss_plancher`."""

    corps: Annotated[Code, Says("Corps dont le taux donne le plancher")]
    sauf: Annotated[tuple[Code, ...], Says("Corps sans plancher")]


class Prime(NamedTuple):
    """A bonus and its line of the payslip: a rate of the traitement, a monthly or yearly
    amount, an amount a unit (`nuit=4`), hours paid on the traitement, or points added to the
    index (`cti`)."""

    code: Code
    libelle: Court
    sigle: Court | None
    mode: Literal["taux_du_traitement", "mensuel", "annuel", "unite", "heures", "points"]
    unite: Annotated[Court | None, Says("Ce que compte N : nuit, dimanche, semaine")]
    nombre_max: Annotated[int | None, Bounds(1, 366), Says("Le plus grand N d'un mois ; des heures : d'un trimestre")]
    explication: Annotated[Texte, Says("Ce que le bulletin en dit")]
    source: Annotated[TextSource, Says("Texte de la ligne du bulletin")]
    assiettes: Annotated[tuple[Assiette, ...], Says("Bases dans lesquelles la ligne entre")]
    conditions: tuple[Texte, ...]
    plancher: PrimeFloor | None
    taux: tuple[PrimeRate, ...]
    montants: tuple[PrimeAmount, ...]
    points: Annotated[Code | None, Says("Paramètre de droit/ qui donne les points")]
    beneficiaires: Annotated[tuple[Code, ...], Says("Seuls corps à qui les points ou les heures sont ouverts")]
    affectation: Annotated[Affectation | None, Says("Seule affectation où elle est due")]
    contractuels: Annotated[bool, Default(False), Says("Des points dus aussi à des contractuels")]
    sans_nbi: Annotated[bool, Default(False), Says("Non due à qui touche la NBI")]
    note: Texte | None
    verifie_le: date

    @property
    def can_be_asked(self) -> bool:
        """Whether one may ask for it by name: the PSS, a rate, comes with the corps."""
        return bool(self.montants or self.points) or self.mode == HOURS

    @property
    def by_unit(self) -> bool:
        """Whether it is counted and paid as worked: so much a night, a Sunday, a week."""
        return self.mode in ("unite", HOURS)


class Holder(NamedTuple):
    """Who asks for a bonus. `annee`: a year's traitement and indemnité de résidence at full
    time, in cents, None without an index."""

    corps: str | None
    grade: str | None
    affectation: str
    annee: Cents | None


class Granted(NamedTuple):
    """A bonus as paid: full-time cents a month, None when its amount is unknown. `points`:
    those it adds to the index; `nombre`: how many units were asked."""

    prime: Prime
    montant: Cents | None
    valeur: Dated[Cents] | None
    points: int = 0
    nombre: int = 1


def pss_of(primes: Iterable[Prime], corps: str, grade: str | None, affectation: str) -> PrimeRate | None:
    """The prime de sujétions spéciales of a corps, known or not on a day; None in central
    administration and for a corps that has none."""
    if affectation == "centrale":
        return None
    for rate in _rates(primes):
        if rate.corps == corps and rate.grade in (None, grade) and rate.affectation in (None, affectation):
            return rate
    return None


def has_pss(primes: Iterable[Prime], corps: str, affectation: str) -> bool:
    """Whether some grade of a corps has a PSS."""
    return affectation != "centrale" and any(
        rate.corps == corps and rate.affectation in (None, affectation) for rate in _rates(primes)
    )


def pss_rate(primes: Iterable[Prime], corps: str, grade: str | None, affectation: str, day: date) -> TenThousandths:
    """Rate of the prime de sujétions spéciales; 0 where there is none, or none known."""
    rate = pss_of(primes, corps, grade, affectation)
    value = in_force(rate.valeurs, day) if rate else None
    return value.valeur if value is not None and value.valeur is not None else 0


def pss_floor_rate(primes: Iterable[Prime], corps: str | None, affectation: str, day: date) -> TenThousandths:
    """The rate that gives the floor of the PSS of a corps; 0 where it has none."""
    primes = tuple(primes)
    floor = next((prime.plancher for prime in primes if prime.plancher), None)
    if floor is None or corps in floor.sauf:
        return 0
    return pss_rate(primes, floor.corps, None, affectation, day)


def default_primes(primes: Iterable[Prime], corps: str, grade: str | None, day: date) -> tuple[Granted, ...]:
    """What a corps is paid every month without asking, known or not."""
    return tuple(
        _granted(prime, amount, day, 1)
        for prime in primes
        for amount in prime.montants
        if amount.par_defaut and amount.corps == corps and amount.grade in (None, grade)
    )


def over_a_year(granted: Granted, share: Share) -> Cents | None:
    """What a bonus set by the year pays over twelve months, exactly; None for the others,
    which pay twelve times their month."""
    if granted.prime.mode != "annuel" or granted.valeur is None or granted.valeur.valeur is None:
        return None
    return prorated(granted.valeur.valeur, share)


def asked_prime(primes: Sequence[Prime], asked: str, holder: Holder, law: Law) -> Granted:
    """A bonus asked for as `CODE` or `CODE=N`.

    Raises UnknownPrime for a code, a number, a corps or a place that the data do not have,
    ContradictoryPay for what is paid on an index to who has none.
    """
    code, counted, number = asked.partition("=")
    known = [prime.code for prime in primes if prime.can_be_asked]
    prime = next((prime for prime in primes if fold(prime.code) == fold(code) and prime.can_be_asked), None)
    if prime is None:
        raise UnknownPrime(asked, "inconnue", known)
    if prime.affectation not in (None, holder.affectation):
        raise UnknownPrime(asked, "autre_affectation", known, prime.code)
    count = _count(asked, number, prime, known, law.jour) if counted else 1
    if prime.points is not None or prime.mode == HOURS:
        return _on_index(prime, asked, holder, law, count, known)
    for amount in prime.montants:
        if amount.corps in (None, holder.corps) and amount.grade in (None, holder.grade):
            granted = _granted(prime, amount, law.jour, count)
            if granted.montant is not None:
                return granted
    raise UnknownPrime(asked, "sans_montant", known)


def _on_index(prime: Prime, asked: str, holder: Holder, law: Law, count: int, known: Sequence[str]) -> Granted:
    """Points, or hours, that only some corps have."""
    if holder.corps is not None and holder.corps not in prime.beneficiaires:
        raise UnknownPrime(asked, "autre_corps", known, prime.code, holder.corps)
    if holder.annee is None and not prime.contractuels:
        raise ContradictoryPay("points_sans_indice", prime.code)
    if prime.points is None:
        return Granted(prime, overtime(law, holder.annee or 0, count), None, nombre=count)
    points = law.valeurs.named(prime.points)
    return Granted(prime, traitement(law, points), None, points)


def refuse_too_many(granted: Sequence[Granted], day: date) -> None:
    """Raise UnknownPrime when the units asked in several times are more than there are."""
    for item in granted:
        total = sum(other.nombre for other in granted if other.prime.code == item.prime.code)
        if item.prime.by_unit and total > _most(item.prime, day):
            raise _too_many(item.prime, f"{item.prime.code}={total}", (), day)


def _too_many(prime: Prime, asked: str, known: Sequence[str], day: date) -> UnknownPrime:
    """The error of a number of units that a month, or a quarter for hours, does not hold."""
    return UnknownPrime(asked, "heures" if prime.mode == HOURS else "nombre", known, most=_most(prime, day))


def _most(prime: Prime, day: date) -> int:
    most = prime.nombre_max or 1
    if prime.mode == HOURS:
        return most
    from calendar import monthrange  # off the way of every other payslip

    return min(most, monthrange(day.year, day.month)[1])


def _rates(primes: Iterable[Prime]) -> Iterable[PrimeRate]:
    return (rate for prime in primes if prime.mode == RATE for rate in prime.taux)


def _count(asked: str, number: str, prime: Prime, known: Sequence[str], day: date) -> int:
    """How many units, at most what the month or, for hours, the quarter holds."""
    if not prime.by_unit:
        raise UnknownPrime(asked, "sans_nombre", known)
    count = whole_number(number, 1, _most(prime, day))
    if count is None:
        raise _too_many(prime, asked, known, day)
    return count


def _granted(prime: Prime, amount: PrimeAmount, day: date, count: int) -> Granted:
    value = in_force(amount.valeurs, day)
    if value is None or value.valeur is None:
        return Granted(prime, None, value)
    monthly = divide(value.valeur, MONTHS) if prime.mode == "annuel" else value.valeur * count
    return Granted(prime, monthly, value, nombre=count)
