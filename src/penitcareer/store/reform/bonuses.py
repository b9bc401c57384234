"""The bonuses under a reform: what they pay, to whom, and those that are new."""

from penitcareer.domain.pay.primes import HOURS, RATE
from penitcareer.store.law import OTHER_BONUSES, line_of_bonus
from penitcareer.store.reading.yaml_loader import Location
from penitcareer.store.reform.grades import known_grade
from penitcareer.store.reform.notes import Notes
from penitcareer.store.reform.values import since, source_of
from penitcareer.store.snapshot import Plain

HOLDER = ("corps", "grade", "affectation")


def bonuses_under(reform: Plain, primes: list[Plain], corps: Plain, notes: Notes) -> list[Plain]:
    """The bonuses of the law and of the reform, paid as it says; `corps`: those of the law."""
    notes.twice(("primes",), reform["primes"], "code", *HOLDER)
    notes.twice(("primes_nouvelles",), reform["primes_nouvelles"], "code")
    found = {prime["code"]: prime for prime in (*primes, *(_whole(reform, new) for new in reform["primes_nouvelles"]))}
    for rank, change in enumerate(reform["primes"]):
        place: Location = ("primes", rank)
        prime = found.get(change["code"])
        if prime is None:
            notes.unknown((*place, "code"), "prime inconnue", change["code"], found)
        elif _fits(place, prime, change, corps, notes):
            found[change["code"]] = _paid(reform, place, prime, change, notes)
    return list(found.values())


def lines_under(reform: Plain, lines: list[Plain], notes: Notes) -> list[Plain]:
    """The lines of the payslip, those of the new bonuses after those of the law's."""
    known = {line["code"] for line in lines}
    for rank, new in enumerate(reform["primes_nouvelles"]):
        if new["code"] in known:
            notes.wrong(("primes_nouvelles", rank, "code"), f"le bulletin a déjà une ligne {new['code']}")
    place = next(rank for rank, line in enumerate(lines) if line["code"] == OTHER_BONUSES)
    new_lines = [line_of_bonus(_whole(reform, new)) for new in reform["primes_nouvelles"]]
    return [*lines[:place], *new_lines, *lines[place:]]


def _whole(reform: Plain, new: Plain) -> Plain:
    """A new bonus as the law would write it, paid to nobody yet."""
    absent: Plain = dict.fromkeys(("sigle", "unite", "nombre_max", "plancher", "points", "affectation", "note"))
    lists: Plain = {name: [] for name in ("conditions", "taux", "montants", "beneficiaires")}
    told = {**new, "explication": new["explication"] or new["libelle"], "source": source_of(reform)}
    return {**absent, **lists, "contractuels": False, "sans_nbi": False, "verifie_le": reform["depuis"], **told}


def _fits(place: Location, prime: Plain, change: Plain, corps: Plain, notes: Notes) -> bool:
    """Whether a bonus has such a value, and the law the corps and the grade named."""
    if prime["points"] or prime["mode"] == HOURS:
        parameter = prime["points"] or "heures_sup_majoration"
        notes.wrong((*place, "code"), f"cette prime se calcule sur l’indice : changez {parameter} dans parametres")
        return False
    field = "taux" if prime["mode"] == RATE else "montant"
    if [name for name in ("taux", "montant") if change[name] is not None] != [field]:
        notes.wrong(place, f"donner {field}, et lui seul, pour la prime {prime['code']}")
        return False
    return change["corps"] is None or known_grade(place, change["corps"], change["grade"], corps, notes)


def _paid(reform: Plain, place: Location, prime: Plain, change: Plain, notes: Notes) -> Plain:
    """A bonus that pays what a change says to those it names. A corps that has none of it is
    added, before the others: the first entry that fits is the one that counts."""
    field, value = ("montants", change["montant"]) if change["taux"] is None else ("taux", change["taux"])
    named = [_named(entry, change) for entry in prime[field]]
    if any(named):
        moved = [
            {**entry, "valeurs": since(reform, entry["valeurs"], value)} if it else entry
            for entry, it in zip(prime[field], named, strict=True)
        ]
        return {**prime, field: moved}
    if change["corps"] is None:
        notes.wrong(place, "dites à quel corps : cette prime n’en a pas encore")
    elif any(entry["corps"] == change["corps"] for entry in prime[field]):
        notes.wrong(place, f"la prime {prime['code']} n’a pas de valeur à part pour ce grade ou cette affectation")
    return {**prime, field: [_entry(reform, prime, field, change, value), *prime[field]]}


def _named(entry: Plain, change: Plain) -> bool:
    return all(change[name] in (None, entry.get(name)) for name in HOLDER)


def _entry(reform: Plain, prime: Plain, field: str, change: Plain, value: int) -> Plain:
    told = {"corps": change["corps"], "grade": change["grade"], "valeurs": since(reform, [], value)}
    own = {"affectation": change["affectation"]} if field == "taux" else {"par_defaut": prime["mode"] != "unite"}
    return told | own
