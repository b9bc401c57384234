"""Grades in a few words."""

from penitcareer.domain.pay.corps import Corps, Grade
from penitcareer.render.words.corps import called


def short_grade(grade: Grade, corps: Corps | None) -> str:
    """What a grade's title adds to its corps': « hors classe »."""
    return short_title(grade.titre, corps)


def short_title(title: str, corps: Corps | None) -> str:
    """The same of a title alone."""
    for name in (corps.titre, called(corps)) if corps else ():
        added = title.removeprefix(name)
        if added != title and added[:1] in " ," and not added.startswith(" et "):
            return added.strip(" ,").removeprefix("de ") or title
    return title
