"""Whatever `check` accepts, every command can use: mutated files of corps, by the real entry."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from penitcareer.domain.errors import InvalidData
from penitcareer.store.collect import read_file
from tests.fuzz.records import Record, mutated
from tests.support import as_yaml, pay, penit, record, write_metiers

# What must succeed for any corps, and what may be refused in a sentence.
DUE = (
    ("grille", "{}"),
    ("grille", "{}", "--json", "--date", "2023-06"),
    ("paie", "{}", "--im", "400"),
    ("carriere", "{}", "--annees", "50"),
    ("carriere", "{}", "--annees", "50", "--avancement", "au_plus_tot"),
    ("carriere", "{}", "--annees", "50", "--avancement", "median", "--date", "2023-02", "--json"),
    ("carriere", "cpip", "--puis", "{}@9", "--annees", "40", "--avancement", "au_plus_tot"),
    ("eligible", "--corps", "{}", "--anciennete", "4"),
    ("show", "{}_metier"),
    ("compare", "{}_metier", "cpip"),
    ("acces", "{}_metier"),
    ("place", "2600", "{}_metier"),
    ("net", "{}_metier"),
)
FREE = (
    ("paie", "{}"),
    ("paie", "{}", "--grade", "{grade}", "--echelon", "{echelon}", "--chevron", "2"),
    ("paie", "{}", "--grade", "{grade}", "--echelon", "{echelon}", "--explique", "--date", "2023-12"),
    ("grille", "{}", "--grade", "{grade}"),
    ("carriere", "{}", "--promotion", "{grade}@3", "--annees", "10"),
    ("carriere", "{}", "--puis", "cpip@2", "--quotite", "80@1-3"),
)


def failures(folder: Path, seed: int, count: int) -> Iterator[str]:
    """What goes wrong with the corps that `check` accepts, among so many mutated ones."""
    known = []
    for number in range(count):
        corps = mutated("corps", Random(f"{seed}-{number}"), f"essai_{number}")
        path = folder / f"{number}.yaml"
        path.write_text(as_yaml({"corps": corps}), encoding="utf-8")
        try:
            read_file(str(path))
            known.append(corps)
        except InvalidData:
            path.unlink()
    write_metiers(folder / "metiers.yaml", *(_metier(corps) for corps in known))
    for corps in known:
        chance = Random(f"{seed}-{corps['code']}")
        for arguments in (*chance.sample(DUE, 5), *chance.sample(FREE, 2)):
            call = [_filled(text, corps, chance) for text in arguments]
            result = penit(*call, "--data", str(folder))
            if "Traceback" in result.err or (result.code and (arguments in DUE or result.code not in (1, 2))):
                yield f"{' '.join(call)} : code {result.code}\n{result.err[-1500:]}\n{as_yaml(corps)}"
                break


def _metier(corps: Record) -> Record:
    pay_ = pay(("junior", 2000, 2500), ("senior", 3000, 3500))
    return record(f"{corps['code']}_metier", corps=[corps["sigle"]], remuneration=pay_)


def _filled(text: str, corps: Record, chance: Random) -> str:
    """An argument with the code of the corps, and the names of one of its grades and échelons."""
    grade = chance.choice(corps["grades"])
    return text.format(corps["code"], grade=grade["code"], echelon=chance.choice(grade["echelons"])["echelon"])
