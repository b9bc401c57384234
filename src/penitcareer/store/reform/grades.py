"""The grades and the échelons of corps under a reform."""

from collections.abc import Iterator
from typing import Any

from penitcareer.domain.pay.corps import Corps, Grade
from penitcareer.store.convert import record_from
from penitcareer.store.law import bareme_of
from penitcareer.store.reading.yaml_loader import Location
from penitcareer.store.reform.notes import Notes
from penitcareer.store.snapshot import Plain

INDEX = ("ib", "lettre", "im")
BOUNDS = ("im_min", "im_max", "im_suppose")
READ = {"statut": "en_vigueur", "statut_durees": "en_vigueur", "raison": None, "encadrement": None, "jusqu_au": None}


def corps_under(reform: Plain, corps: Plain, law: Plain, notes: Notes) -> Plain:
    """The corps by code, with the grades that change; they obey the rules of the files."""
    notes.twice(("corps",), reform["corps"], "code")
    changed = dict(corps)
    for rank, change in enumerate(reform["corps"]):
        place: Location = ("corps", rank)
        notes.twice((*place, "grades"), change["grades"], "code")
        found = corps.get(change["code"])
        if found is None:
            notes.unknown((*place, "code"), "corps inconnu", change["code"], corps)
            continue
        grades = {grade["code"]: grade for grade in found["grades"]}
        for position, wanted in enumerate(change["grades"]):
            grades |= _grade_under(reform, (*place, "grades", position), grades, wanted, notes)
        changed[change["code"]] = {**found, "grades": list(grades.values())}
        _hold(place, Corps, changed[change["code"]], law, notes)
        for position, wanted in enumerate(change["grades"]):
            if wanted["code"] in grades:
                _hold((*place, "grades", position), Grade, grades[wanted["code"]], law, notes)
    return changed


def known_grade(place: Location, code: str, grade: str | None, corps: Plain, notes: Notes) -> bool:
    """Whether the law has a corps, and that corps a grade."""
    if code not in corps:
        notes.unknown((*place, "corps"), "corps inconnu", code, corps)
        return False
    grades = [one["code"] for one in corps[code]["grades"]]
    if grade is not None and grade not in grades:
        notes.unknown((*place, "grade"), f"grade inconnu dans {code}", grade, grades)
        return False
    return True


def _grade_under(reform: Plain, place: Location, grades: Plain, wanted: Plain, notes: Notes) -> Plain:
    """A grade by its code, with its échelons changed; nothing when there is no such grade."""
    grade = grades.get(wanted["code"])
    if grade is None:
        notes.unknown((*place, "code"), "grade inconnu", wanted["code"], grades)
        return {}
    if bool(wanted["grille"]) == bool(wanted["echelons"]):
        notes.wrong(place, "donner soit grille, soit echelons")
        return {}
    if wanted["grille"]:
        steps = [_new(step) for step in wanted["grille"]]
        return {grade["code"]: {**grade, **READ, "depuis": reform["depuis"], "echelons": steps}}
    notes.twice((*place, "echelons"), wanted["echelons"], "echelon")
    changed = {**grade, "echelons": list(_merged(grade["echelons"], wanted["echelons"]))}
    return {grade["code"]: {**changed, "encadrement": _still_explained(changed)}}


def _merged(steps: list[Plain], wanted: list[Plain]) -> Iterator[Plain]:
    """The échelons of a grade, changed where they are named again, then those that are new."""
    changes = {step["echelon"]: step for step in wanted}
    for step in steps:
        change = changes.pop(step["echelon"], None)
        yield step if change is None else _changed(step, change)
    for step in changes.values():
        yield _new(step)


def _new(step: Plain) -> Plain:
    return step | dict.fromkeys(BOUNDS)


def _changed(step: Plain, change: Plain) -> Plain:
    """An échelon with what is written of a change; a new index puts away all that was known of it."""
    index = {name: change[name] for name in INDEX}
    if any(value is not None for value in index.values()):
        step = _new({**step, **index})
    return step if change["duree_mois"] is None else {**step, "duree_mois": change["duree_mois"]}


def _still_explained(grade: Plain) -> Plain | None:
    """Why the indices of a grade that are not exact hold, while some are not."""
    reason: Plain | None = grade["encadrement"]
    supposed = any(step["im_suppose"] is not None for step in grade["echelons"])
    if reason is None or all(any(step[name] is not None for name in INDEX) for step in grade["echelons"]):
        return None
    return {**reason, "nature": "supposition" if supposed else "bornes"}


def _hold(place: Location, kind: Any, plain: Plain, law: Plain, notes: Notes) -> None:
    """Note what a changed record breaks of the rules that the files of the law obey."""
    record = record_from(kind, plain)
    for item in (record, *(record.echelons if kind is Grade else ())):
        notes.broken(place, item, {"bareme": bareme_of(law)})
