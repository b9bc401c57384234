"""Random agents, as rows of a staff and as what the library is asked for one payslip."""

import csv
import random
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from penitcareer import Penit, PenitError
from penitcareer.domain.pay.payslip import Payslip
from penitcareer.domain.pay.payslip_range import PayslipRange
from penitcareer.store.catalogue import Catalogue

Row = dict[str, str]
AMOUNTS = ("0", "24,66", "38.20", "120,50", "1 250,00 €", "413")
CONTRACT = ("quotite", "primes", "prime_unique", "psc_agent", "psc_employeur", "taux_impot")


def random_rows(catalogue: Catalogue, count: int, seed: int) -> list[Row]:
    """Agents of every corps, of no corps, and on contract; some of them cannot be paid."""
    dice = random.Random(seed)
    return [_contract(dice) if dice.random() < 0.15 else _titulaire(dice, catalogue) for _ in range(count)]


def _titulaire(dice: random.Random, catalogue: Catalogue) -> Row:
    corps = dice.choice(catalogue.corps)
    grade = dice.choice(corps.grades)
    echelon = dice.choice(grade.echelons)
    row = {"corps": dice.choice([corps.code, corps.sigle, corps.titre])}
    if dice.random() < 0.75:
        row |= {"grade": dice.choice([grade.code, grade.titre]), "echelon": echelon.echelon}
    else:
        row |= {"im": str(dice.randint(340, 1530))}
    if echelon.lettre and dice.random() < 0.5:
        row["chevron"] = str(dice.randint(1, 4))
    if dice.random() < 0.05:
        del row["corps"]
    return row | _some(dice, {
        "zone": ("1", "2", "3", "4"),
        "enfants": ("0", "1", "2", "3", "7"),
        "quotite": ("100", "100", "80 %", "50", "75"),
        "nbi": ("0", "15", "30 points"),
        "primes": AMOUNTS,
        "prime_unique": AMOUNTS,
        "primes_nommees": ("nuit=4", "nuit=2 dimanche=1", "heures_sup=12", "cti", "icp", "xx"),
        "sans_primes_nommees": ("icp", "pss", "ifse"),
        "sans_primes": ("oui", "non"),
        "sans_transfert": ("oui", "non"),
        "affectation": ("deconcentre", "Centrale"),
        "ic_csg": ("auto", *AMOUNTS),
        "psc_agent": AMOUNTS,
        "psc_employeur": AMOUNTS,
        "taux_impot": ("0", "4,2", "43"),
        "brut": ("2500",) if dice.random() < 0.05 else ("",),
    })  # fmt: skip


def _contract(dice: random.Random) -> Row:
    row = {"statut": "contractuel", "brut": f"{dice.randint(100_000, 2_000_000) / 100:.2f}"}
    return row | _some(dice, {
        "sur_indice": ("oui",),
        "zone": ("1", "3"),
        "enfants": ("0", "2"),
        "quotite": ("100", "80"),
        "primes": AMOUNTS,
        "prime_unique": AMOUNTS,
        "ic_csg": ("auto", "24,66"),
        "psc_agent": AMOUNTS,
        "psc_employeur": AMOUNTS,
        "alsace_moselle": ("oui", "non"),
        "taux_impot": ("0", "4,2"),
    })  # fmt: skip


def _some(dice: random.Random, facts: dict[str, Sequence[str]]) -> Row:
    return {fact: value for fact, values in facts.items() if dice.random() < 0.3 and (value := dice.choice(values))}


def asked(row: Row) -> dict[str, Any]:
    """What the library is asked for the payslip of a row."""
    found: dict[str, Any] = dict(row)
    for fact in ("im", "chevron", "zone", "enfants", "quotite", "nbi"):
        if fact in row:
            found[fact] = int(row[fact].split()[0])
    for fact in ("sur_indice", "sans_primes", "sans_transfert", "alsace_moselle"):
        if fact in row:
            found[fact] = row[fact] == "oui"
    for fact in ("primes_nommees", "sans_primes_nommees"):
        if fact in row:
            found[fact] = row[fact].split()
    if "affectation" in row:
        found["affectation"] = row["affectation"].lower()
    return found


def expected(penit: Penit, row: Row) -> Payslip | PayslipRange | PenitError:
    """The payslip of a row, or why there is none."""
    try:
        slip: Payslip | PayslipRange = penit.paie(**asked(row)).valeur
    except PenitError as problem:
        return problem
    return slip


def write_csv(path: Path, rows: Iterable[Row], separator: str = ";") -> Path:
    """A staff file."""
    rows = list(rows)
    names = list(dict.fromkeys(name for row in rows for name in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="", delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)
    return path


def euros(cents: int | None) -> Decimal | None:
    """Cents as the tables hold them."""
    return None if cents is None else Decimal(cents) / 100
