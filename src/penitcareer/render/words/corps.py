"""What a screen calls a corps: as people do, never by its code."""

from typing import TYPE_CHECKING

from penitcareer.render.words import french

if TYPE_CHECKING:
    from penitcareer.domain.pay.corps import Corps
    from penitcareer.domain.pay.corps_names import CorpsNames


def called(one: "Corps | CorpsNames") -> str:
    """« Surveillant », « CPIP », « Technicien »: a member."""
    return french.capital(one.nom or one.sigle)


def with_corps(one: "Corps | CorpsNames") -> str:
    """« Surveillant (corps CEA) », « CPIP »."""
    return f"{called(one)} ({one.nature} {one.sigle})" if one.nom else called(one)
