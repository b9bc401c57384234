"""Plain validated records (dicts and lists, as the cache keeps them) to domain values."""

from datetime import date
from typing import TYPE_CHECKING, Any

from penitcareer.domain.metier import (
    Acces,
    Competence,
    Engagement,
    Exigences,
    Fait,
    Formation,
    Metier,
    Mission,
    Note,
    Postes,
    Remuneration,
    RemunerationPubliee,
    Source,
    Suite,
    Tendance,
    Tranche,
    Voie,
)
from penitcareer.domain.money import Range
from penitcareer.domain.parameters import TextSource
from penitcareer.store.snapshot import Plain

if TYPE_CHECKING:  # each command builds one kind of value
    from penitcareer.domain.listing import Entry
    from penitcareer.domain.search import Searchable
    from penitcareer.domain.sigles import Sigle

# Fields of a métier that are lists of texts.
TEXTS = (
    "alias", "mots_cles", "corps", "statuts", "resume", "employeurs", "lieux", "partenaires", "equipe", "outils"
)  # fmt: skip


def metier_from(plain: Plain) -> Metier:
    """A métier; `fichier` is the user's file it comes from, None for ours."""
    many = {
        "suites": _each(Suite, plain["suites"]),
        "missions": _each(Mission, plain["missions"]),
        "competences": _each(Competence, plain["competences"]),
        "conditions": _each(Fait, plain["conditions"]),
        "mobilite": _each(Fait, plain["mobilite"]),
        "passerelles": _each(Fait, plain["passerelles"]),
        "tendances": _each(Tendance, plain["tendances"]),
        "remunerations_publiees": _each(RemunerationPubliee, plain["remunerations_publiees"]),
        "notes": _each(Note, plain["notes"]),
        "sources": tuple(source_from(source) for source in plain["sources"]),
        "precisions": tuple(plain["precisions"].items()),
        "origines": tuple(plain["origines"].items()),
        "remuneration": remuneration_from(plain["remuneration"]),
        "acces": acces_from(plain["acces"]),
    }
    many |= {field: tuple(plain[field]) for field in TEXTS}
    return Metier(**{**plain, **many})


def source_from(plain: Plain) -> Source:
    """A source, its reading day as a date."""
    return Source(**{**plain, "consulte_le": date.fromisoformat(plain["consulte_le"])})


def remuneration_from(plain: Plain | None) -> Remuneration | None:
    """A pay, None when it is unknown."""
    if plain is None:
        return None
    tranches = tuple(Tranche(**{**tranche, "brut": Range(**tranche["brut"])}) for tranche in plain["tranches"])
    displayed = Range(**plain["affichee"]) if plain["affichee"] else None
    return Remuneration(**{**plain, "tranches": tranches, "affichee": displayed})


def acces_from(plain: Plain | None) -> Acces | None:
    """The way in, None when it is unknown."""
    if plain is None:
        return None
    return Acces(
        diplome=plain["diplome"],
        nationalite=plain["nationalite"],
        voies=tuple(voie_from(voie) for voie in plain["voies"]),
        conditions=_each(Fait, plain["conditions"]),
        formation=Formation(**plain["formation"]) if plain["formation"] else None,
        engagement=Engagement(**plain["engagement"]) if plain["engagement"] else None,
        postes=_each(Postes, plain["postes"]),
    )


def voie_from(plain: Plain) -> Voie:
    """A way in, with what it demands when that is known."""
    exige = plain["exige"]
    if exige is not None:
        exige = Exigences(**{**exige, **{name: tuple(exige[name]) for name in ("domaines", "corps", "a_verifier")}})
    return Voie(**{**plain, "exige": exige})


def entry_from(plain: Plain) -> "Entry":
    """A line of the index."""
    from penitcareer.domain.listing import Entry

    pay = remuneration_from(plain["remuneration"])
    return Entry(**{**plain, "statuts": tuple(plain["statuts"]), "remuneration": pay})


def searchable_from(plain: list[Any]) -> "Searchable":
    """A métier as searched."""
    from penitcareer.domain.search import Passage, Searchable

    code, title, passages = plain
    return Searchable(code, title, tuple(Passage(*passage) for passage in passages))


def sigle_from(plain: Plain) -> "Sigle":
    """An acronym of the glossary."""
    from penitcareer.domain.sigles import Sigle

    read_on = date.fromisoformat(plain["consulte_le"])
    return Sigle(**{**plain, "source": TextSource(**plain["source"]), "consulte_le": read_on})


def _each(kind: Any, plains: list[Plain]) -> tuple[Any, ...]:
    return tuple(kind(**plain) for plain in plains)
