"""Made-up métiers, valid for the schema and unlike each other, about 3 kB of YAML each."""

from pathlib import Path
from random import Random
from typing import Any

# A sentence takes one piece of each line.
PIECES = """
le conseiller|la directrice|une équipe|le surveillant|la psychologue|le greffe|un éducateur|le service|l’adjointe
prépare|organise|contrôle|rédige|propose|vérifie|anime|suit|évalue|transmet|planifie|oriente|présente|négocie
le projet de sortie|les entretiens|un aménagement de peine|le planning des agents|les écrits professionnels
et la formation continue|et les soins|et le logement|et les mouvements de détenus|et le budget|, à l’audience,
au centre de détention|en milieu ouvert|à la maison d’arrêt|au siège|au tribunal|au quartier des mineurs
pour éviter la récidive|afin de tenir les délais|avec les partenaires|selon la décision rendue|avant la commission
"""
POOLS = [line.split("|") for line in PIECES.strip().split("\n")]
JUDGES = "avec le juge de l’application des peines"
JUDGED_ONE_IN = 10
SENTENCES = 14

TITLES = (("Technicien", "Technicienne"), ("Agent", "Agente"), ("Cadre", "Cadre"), ("Animateur", "Animatrice"))
FIELDS = ("greffe", "détention", "probation", "formation", "travail", "santé", "sécurité", "renseignement")
LEVELS = (("junior", "0-2 ans", 0, 3), ("confirme", "3-5 ans", 3, 6), ("senior", "6 ans et plus", 6, None))


def code_of(number: int) -> str:
    """The code of a generated métier."""
    return f"metier_{number:04d}"


def write_metiers(folder: Path, count: int, per_file: int) -> int:
    """Write `count` métiers in a folder, `per_file` in each file; returns their size in bytes."""
    import yaml

    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    folder.mkdir(parents=True)
    size = 0
    for start in range(0, count, per_file):
        records = [metier(number) for number in range(start, min(start + per_file, count))]
        text = yaml.dump({"metiers": records}, Dumper=dumper, allow_unicode=True, sort_keys=False, width=100)
        path = folder / f"metiers_{start:04d}.yaml"
        path.write_text(text, encoding="utf-8")
        size += path.stat().st_size
    return size


def metier(number: int) -> dict[str, Any]:
    """A record of `metiers`; the same number always gives the same one."""
    chance = Random(number)
    (masculine, feminine), field = chance.choice(TITLES), chance.choice(FIELDS)
    texts = [_sentence(chance) for _ in range(SENTENCES)]
    if number % JUDGED_ONE_IN == 0:
        texts[chance.randrange(SENTENCES)] += f" {JUDGES}"
    return {
        "code": code_of(number),
        "titre": f"{masculine} de {field} {number}",
        "titre_feminin": f"{feminine} de {field} {number}",
        "sigle": f"M{number:04d}",
        "alias": [f"{masculine.lower()} {field} niveau {number}", f"poste {number} {field}"],
        "filiere": field,
        "categorie": chance.choice(("A+", "A", "B", "C", None)),
        "accroche": texts[0],
        "resume": [f"{texts[1]}. {texts[2]}.", f"{texts[3]}. {texts[4]}."],
        "en_clair": texts[5],
        "exemple": texts[6],
        "missions": [{"titre": f"Mission {rank + 1}", "texte": text} for rank, text in enumerate(texts[7:10])],
        "lieux": chance.sample(POOLS[-2], 2),
        "competences": [{"nom": name, "niveau": chance.randint(1, 5), "sur": 5} for name in chance.sample(FIELDS, 3)],
        "conditions": [{"texte": texts[10], "source": "fiche"}],
        "teletravail": chance.choice(("Très rare", "Possible", None)),
        "evolution": chance.choice(("Moyenne", "Bonne", None)),
        "tendances": [{"titre": f"Tendance {number}", "texte": texts[11], "source": "fiche"}],
        "remuneration": _pay(chance) if chance.random() < 0.8 else None,
        "acces": {"diplome": "Bac + 3", "voies": [{"voie": "Concours externe", "condition": texts[12]}]},
        "notes": [{"sujet": field, "texte": texts[13], "source": "fiche"}],
        "sources": [_source(number)],
    }


def _sentence(chance: Random) -> str:
    return " ".join(chance.choice(pool) for pool in POOLS)


def _source(number: int) -> dict[str, Any]:
    return {
        "id": "fiche",
        "titre": f"Fiche inventée pour la mesure, numéro {number}",
        "url": f"https://example.org/metiers/{number}",
        "date": "2026-05",
        "consulte_le": "2026-11-21",
        "nature": "document",
    }


def _pay(chance: Random) -> dict[str, Any]:
    """Three brackets, each starting where the one before ends."""
    bounds = [chance.randrange(1850, 2600)]
    for _ in LEVELS:
        bounds.append(bounds[-1] + chance.randrange(100, 700))
    tranches = [
        {
            "niveau": level,
            "libelle": label,
            "anciennete_min": start,
            "anciennete_max": end,
            "brut": {"min": bounds[rank], "max": bounds[rank + 1]},
        }
        for rank, (level, label, start, end) in enumerate(LEVELS)
    ]
    shown = {"min": bounds[0], "max": bounds[-1]}
    return {"base": "brut mensuel", "tranches": tranches, "affichee": shown, "source": "fiche"}
