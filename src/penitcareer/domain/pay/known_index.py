"""What is known of the index that an échelon pays: exact, a range, a floor, or supposed."""

from collections.abc import Callable

from penitcareer.domain.errors import NoValueAtDate
from penitcareer.domain.money import Cents
from penitcareer.domain.pay.bounds import intervals_of, majore_interval
from penitcareer.domain.pay.corps import Corps, Echelon, EtatSource, Grade
from penitcareer.domain.pay.errors import InvalidIndex, UnsourcedIndex
from penitcareer.domain.pay.indices import Scales, majore_of_echelon, scale_on
from penitcareer.domain.pay.law import Law
from penitcareer.domain.pay.stage_pay import Preuve
from penitcareer.domain.records import NamedTuple

# An index published without its text is no more than its own bounds; one of an older text
# supposes that it still holds.
PROOF_BY_STATUS: dict[EtatSource, Preuve] = {
    "en_vigueur": "grille",
    "inconnu": "grille_encadree",
    "version_anterieure": "grille_supposee",
}


class KnownIndex(NamedTuple):
    """An indice majoré from `min` to `max`, None when only a floor is known. `suppose`: it
    is not proven, only supposed for a stated reason."""

    min: int
    max: int | None
    preuve: Preuve
    suppose: bool = False

    @property
    def exact(self) -> int | None:
        """The index itself, None unless a proof leaves only one."""
        return self.min if self.min == self.max and not self.suppose else None

    def raised(self, floor: "KnownIndex") -> "KnownIndex":
        """The same where it is above another, which is kept where it is below."""
        low = max(self.min, floor.min)
        high = None if self.max is None or floor.max is None else max(self.max, floor.max)
        if (low, high) == (self.min, self.max):
            return self
        return KnownIndex(low, high, floor.preuve, self.suppose or floor.suppose)


def index_of(
    law: Law, scales: Scales, corps: Corps, grade: Grade, echelon: Echelon, chevron: int = 1
) -> KnownIndex | None:
    """What is known of the index of an échelon on the day of the law, None when nothing is."""
    try:
        exact = majore_of_echelon(scales, corps, grade, echelon, chevron, law.jour)
    except (UnsourcedIndex, NoValueAtDate, InvalidIndex):
        return None if corps.undated(grade, law.jour) else _not_exact(law, scales, grade, echelon)
    return KnownIndex(exact, exact, PROOF_BY_STATUS[grade.statut])


def _not_exact(law: Law, scales: Scales, grade: Grade, echelon: Echelon) -> KnownIndex | None:
    if law.jour < scales.majores.depuis or echelon.lettre is not None:
        return None
    if echelon.im_suppose is not None:
        return KnownIndex(echelon.im_suppose, echelon.im_suppose, "grille_supposee", suppose=True)
    if grade.encadrement is None and echelon.ib is None:
        return None
    couples = scale_on(scales, law.jour).couples
    around = intervals_of(grade.echelons, lambda ib: majore_interval(couples, ib))
    low, high = around[grade.echelons.index(echelon)]
    if low is None and high is None:
        return None
    return KnownIndex(law.valeurs.minimum_traitement if low is None else low, high, "grille_encadree")


class EndPay(NamedTuple):
    """The net that an index pays, and whether the SMIC tops the traitement up."""

    net: Cents
    topped_up: bool


def least_net(known: KnownIndex, low: EndPay, paid_at: Callable[[int], EndPay]) -> Cents:
    """The least net of a range of indices. It is that of its low end, but where the SMIC
    tops the traitement up: there the net falls while the index grows, for a traitement owes
    the pension that the top-up does not."""
    least, index, paid = low.net, known.min, low
    while paid.topped_up and index != known.max:
        index += 1
        paid = paid_at(index)
        least = min(least, paid.net)
    return least


def at_index(echelon: Echelon, index: int) -> Echelon:
    """The échelon as if its index were this one."""
    return echelon._replace(im=index, ib=None, lettre=None)
