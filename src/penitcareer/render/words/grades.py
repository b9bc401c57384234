"""Grades in a few words."""

from penitcareer.domain.pay.corps import Corps, Grade


def short_grade(grade: Grade, corps: Corps | None) -> str:
    """What a grade's title adds to its corps': « hors classe »."""
    added = grade.titre.removeprefix(corps.titre if corps else "").strip(" ,")
    return added.removeprefix("de ") or grade.titre
