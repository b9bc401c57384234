"""What every computation of pay reads beside the law of its day."""

from collections.abc import Mapping, Sequence

from penitcareer.domain.pay.indices import Scales
from penitcareer.domain.pay.law import LineText
from penitcareer.domain.pay.primes import Prime
from penitcareer.domain.records import NamedTuple
from penitcareer.domain.wording import Wording


class PayBooks(NamedTuple):
    """The lines of a payslip, the scales of indices, the bonuses, and the sentences of doubts."""

    lignes: Mapping[str, LineText]
    baremes: Scales
    primes: Sequence[Prime]
    phrases: Mapping[str, Wording]
