"""Each error of the domain as one French sentence: what was asked, what is wrong, what to type
next. Imported when there is an error to say, and not before."""

from collections.abc import Mapping, Sequence

from penitcareer.domain.errors import PenitError
from penitcareer.render.refusals import career, catalogue, pay, staff
from penitcareer.render.refusals.flags import Flags


def sentence(error: PenitError, options: Mapping[str, str], typed: Sequence[str] = ()) -> str:
    """What to say of an error, given the option of each parameter of the command that met it,
    and that command as typed: its name, then its words.
    An error that `cli` raised is its sentence already."""
    flags = Flags(options, typed)
    for say in (catalogue.say, pay.say, career.say):
        said = say(error, flags)
        if said is not None:
            return said
    return staff.say(error) or str(error)
