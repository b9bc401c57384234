"""Data files near the right ones: a record of ours, and a few values replaced by others of
the same field, by bounds and by what has no business there. Many of them are still valid."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any

from penitcareer.store.reading.yaml_loader import load_yaml
from tests.support import DATA

Record = dict[str, Any]
Place = tuple[Any, Any]  # a block or a list, and the key or the rank of one of its values

STRAYS: list[Any] = [
    None, True, 0, 1, -1, 12, 60, 61, 100, 120, 1515, 1516, 10**18, "", " ", "1", "01", "²", "—", "…", "99", "eleve",
    "stagiaire", "unique", "exceptionnel", "0001-01-01", "2023-12-31", "2024-01-01", "2027-06-01", "9999-12-31",
    "x" * 200, "x" * 5000, "\u202e", "{x}", "[red]", "%s", [], {}, [None], [[]],
]  # fmt: skip


@cache
def records(kind: str) -> tuple[Record, ...]:
    """Our own `corps`, or our own `metiers`."""
    contents = [load_yaml(str(path)) for path in sorted((DATA / kind).glob("*.yaml"))]
    return tuple(record for one in contents for record in (one.get("metiers") or [one["corps"]]))


@cache
def _seen(kind: str) -> dict[Any, list[Any]]:
    """Every value that a field of ours has somewhere."""
    found: dict[Any, list[Any]] = {}
    for record in records(kind):
        for block, key in places(record):
            found.setdefault(key if isinstance(key, str) else "item", []).append(block[key])
    return found


def places(value: Any) -> Iterator[Place]:
    """Every place of a value, outermost first."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from places(value[key])


def mutated(kind: str, chance: Random, code: str, most: int = 6) -> Record:
    """A record of ours under another code, with some values changed."""
    record = deepcopy(chance.choice(records(kind)))
    for _ in range(chance.randint(1, most)):
        changes = (_replace, _replace, _drop, _double, _swap) if kind == "metiers" else CORPS_CHANGES
        chance.choice(changes)(kind, record, chance)
    if isinstance(record.get("code"), str):
        record["code"] = code
    return record


def _place(record: Record, chance: Random, of: type | None = None) -> Place | None:
    known = [place for place in places(record) if of is None or isinstance(place[0], of)]
    return chance.choice(known) if known else None


def _replace(kind: str, record: Record, chance: Random) -> None:
    if (place := _place(record, chance)) is not None:
        block, key = place
        others = _seen(kind).get(key if isinstance(key, str) else "item", STRAYS)
        block[key] = deepcopy(chance.choice(others if chance.random() < 0.8 else STRAYS))


def _drop(kind: str, record: Record, chance: Random) -> None:
    if (place := _place(record, chance)) is not None:
        del place[0][place[1]]


def _double(kind: str, record: Record, chance: Random) -> None:
    if (place := _place(record, chance, list)) is not None:
        place[0].insert(chance.randrange(len(place[0]) + 1), deepcopy(place[0][place[1]]))


def _swap(kind: str, record: Record, chance: Random) -> None:
    if (place := _place(record, chance, list)) is not None:
        block, rank = place
        other = chance.randrange(len(block))
        block[rank], block[other] = block[other], block[rank]


def _grades(record: Record) -> list[Record]:
    grades = record.get("grades")
    return [grade for grade in grades if isinstance(grade, dict)] if isinstance(grades, list) else []


def _codes(record: Record, chance: Random) -> list[Any]:
    """Codes of grades of the corps, perhaps with one that it lacks."""
    return [grade.get("code") for grade in _grades(record)] + (["ailleurs"] if chance.random() < 0.05 else []) or ["x"]


def _list(record: Record, *names: str) -> list[Any]:
    """The list at a path of a record, made when it is not there."""
    block = record
    for name in names[:-1]:
        block[name] = block = block[name] if isinstance(block.get(name), dict) else {}
    found = block[names[-1]] = block[names[-1]] if isinstance(block.get(names[-1]), list) else []
    return found


SOURCE = {"titre": "Une source", "url": None, "date": None}
DAYS = ("0001-01-01", "2020-01-01", "2024-01-01", "2027-01-01", "2030-01-01", "9999-12-31")


def _merge(kind: str, record: Record, chance: Random) -> None:
    """A merger of some grades into one."""
    codes = _codes(record, chance)
    gone = chance.sample(codes, min(len(codes), chance.choice((1, 1, 2, 3))))
    heir = chance.choice(codes)
    _list(record, "fusions").append({"le": chance.choice(DAYS), "depuis": gone, "vers": heir, "source": SOURCE})


def _promote(kind: str, record: Record, chance: Random) -> None:
    """A promotion between two grades, with a route or without."""
    codes = _codes(record, chance)
    route = {"voie": "choix", "services_annees": chance.choice((None, 0, 1, 6)), "source": SOURCE}
    route["services_dans"] = chance.choice(("corps", "grade"))
    route["depuis"] = chance.choice((None, *DAYS))
    rate = {"valeur": 0, "annee": 2025, "source": SOURCE}
    made = {"depuis": chance.choice(codes), "vers": chance.choice(codes), "voies": [route] * chance.randrange(3)}
    made["taux"] = chance.choice((None, rate))
    _list(record, "carriere", "promotions").append(made)


def _school(kind: str, record: Record, chance: Random) -> None:
    """A school grade more, with or without a length, and perhaps what it is made of."""
    code = chance.choice(("eleve", "stagiaire"))
    step = {"echelon": "unique", "im": chance.choice((None, 380)), "duree_mois": chance.choice((None, 0, 1, 12))}
    steps = [step, {**step, "echelon": "2"}][: chance.choice((1, 1, 2))]
    grade = {"code": code, "titre": code, "statut": "inconnu", "statut_durees": "inconnu", "echelons": steps}
    grades = _list(record, "grades")
    grades.insert(chance.randrange(len(grades) + 1), grade)
    months = chance.choice((None, 0, 6, 60))
    _list(record, "carriere", "ecole").append(
        {"grade": code, "mois_theorie": months, "mois_stage": 6, "source": SOURCE}
    )


def _keep_one(kind: str, record: Record, chance: Random) -> None:
    """A corps of one grade, or of one échelon."""
    if grades := _grades(record):
        record["grades"] = [chance.choice(grades)]
        for name in ("fusions", "carriere", "anciens_indices"):
            record.pop(name, None)


def _rename(kind: str, record: Record, chance: Random) -> None:
    """Échelons of other names, lengths and indices."""
    if grades := _grades(record):
        echelons = _list(chance.choice(grades), "echelons")
        for echelon in [item for item in echelons if isinstance(item, dict)]:
            if chance.random() < 0.3:
                echelon["echelon"] = chance.choice(("1", "2", "01", "—", "unique", "²", "exceptionnel", "a"))
            if chance.random() < 0.3:
                echelon["duree_mois"] = chance.choice((None, 0, 1, 120))
            if chance.random() < 0.3:
                echelon.update(ib=None, im=None, lettre=chance.choice((None, "HEA", "HEBbis", "HEG")))


CORPS_CHANGES = (_replace, _replace, _drop, _double, _swap, _merge, _merge, _promote, _school, _keep_one, _rename)
