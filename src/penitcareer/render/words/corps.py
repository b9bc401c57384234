"""What a screen calls a corps: as people do, never by its code."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from penitcareer.domain.pay.corps import Corps
    from penitcareer.domain.pay.corps_names import CorpsNames


def called(one: "Corps | CorpsNames") -> str:
    """« Surveillant », « CPIP », « Technicien »: a member."""
    name = one.nom or one.sigle
    return name[0].upper() + name[1:]


def with_corps(one: "Corps | CorpsNames") -> str:
    """« Surveillant (corps CEA) », « CPIP »."""
    return f"{called(one)} ({one.nature} {one.sigle})" if one.nom else called(one)
