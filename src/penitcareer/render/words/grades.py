"""Grades in a few words."""

from penitcareer.domain.pay.corps import Corps, Grade


def short_grade(grade: Grade, corps: Corps | None) -> str:
    """What a grade's title adds to its corps': « hors classe »."""
    return short_title(grade.titre, corps)


def short_title(title: str, corps: Corps | None) -> str:
    """The same of a title alone."""
    added = title.removeprefix(corps.titre if corps else "").strip(" ,")
    return added.removeprefix("de ") or title
