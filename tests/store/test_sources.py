"""Sources: each written once, cited by the records that read it."""

import re
from pathlib import Path
from typing import Any

import pytest

from penitcareer.domain.errors import InvalidData
from penitcareer.store.checking import check_files
from penitcareer.store.collect import read_file
from penitcareer.store.ours import read_ours, read_sources
from penitcareer.store.reading.faults import validate
from penitcareer.store.reading.roots import FichierSigles
from penitcareer.store.reading.yaml_loader import load_yaml
from tests.support import DATA, as_yaml, record, write_metiers

SOURCE = {
    "id": "page", "titre": "Une page", "url": "https://exemple.fr/", "date": "2024", "date_precision": None,
    "consulte_le": "2026-01-01", "nature": "presse",
}  # fmt: skip


def cited(folder: Path, *sources: dict[str, Any], known: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """The sources of a record that cites ours, in full."""
    path = write_metiers(folder / "f.yaml", record(sources=list(sources)))
    found: list[dict[str, Any]] = read_file(str(path), {"sources": known or {"page": SOURCE}})["metiers"][0]["sources"]
    return found


def test_a_source_cited_is_whole_under_the_id_of_the_record(tmp_path: Path) -> None:
    assert cited(tmp_path, {"id": "s1", "de": "page"}) == [{**SOURCE, "id": "s1"}]


def test_what_is_written_beside_a_citation_replaces_it(tmp_path: Path) -> None:
    found = cited(tmp_path, {"id": "s1", "de": "page", "titre": "Article 3", "consulte_le": "2026-02-02"})
    assert found == [{**SOURCE, "id": "s1", "titre": "Article 3", "consulte_le": "2026-02-02"}]


def test_a_user_s_file_cites_ours_and_declares_its_own(tmp_path: Path) -> None:
    name = next(iter(read_sources(str(DATA))))
    own = record()["sources"][0]
    path = write_metiers(tmp_path / "f.yaml", record(sources=[own, {"id": "s1", "de": name}]))
    assert check_files([str(path)]).fautes == ()


def test_a_source_cited_that_does_not_exist_is_a_fault_with_the_others(tmp_path: Path) -> None:
    sources = [{"id": "s1", "de": "pag"}, {"id": "s2", "de": 3}, {"id": "S3"}]
    path = write_metiers(tmp_path / "f.yaml", record(sources=sources))
    faults = [(fault.champ, fault.message) for fault in check_files([str(path)]).fautes]
    assert faults[0] == ("metiers[0].sources[0]", "source absente de sources.yaml : pag")
    assert faults[1] == ("metiers[0].sources[1]", "source absente de sources.yaml : 3")
    assert len(faults) == 2 + 4  # of the third: its id, and three fields


def test_a_text_of_the_law_is_cited_by_its_title_address_and_date(tmp_path: Path) -> None:
    """What a métier alone shows of a source, its nature and the day it was read, is left out."""
    read = validate(
        FichierSigles, str(glossary(tmp_path, {"de": "page", "titre": "Article 3"})), {"sources": {"page": SOURCE}}
    )
    assert read["sigles"][0]["source"] == {"titre": "Article 3", "url": "https://exemple.fr/", "date": "2024"}


def test_a_text_may_be_written_whole_and_must_be_one_of_ours_when_cited(tmp_path: Path) -> None:
    whole = {"titre": "Une page", "url": None, "date": None}
    assert validate(FichierSigles, str(glossary(tmp_path, whole)))["sigles"][0]["source"] == whole
    with pytest.raises(InvalidData) as caught:
        validate(FichierSigles, str(glossary(tmp_path, {"de": "pag"})), {"sources": {"page": SOURCE}})
    (fault,) = caught.value.faults
    assert (fault.champ, fault.message) == ("sigles[0].source", "source absente de sources.yaml : pag")


def glossary(folder: Path, source: dict[str, Any]) -> Path:
    sigle = {"sigle": "AB", "sens": "a b", "explication": "A.", "source": source, "consulte_le": "2026-01-01"}
    path = folder / "sigles.yaml"
    path.write_text(as_yaml({"sigles": [sigle]}), encoding="utf-8")
    return path


def test_the_law_the_bonuses_and_the_corps_read_the_sources_they_cite() -> None:
    ours = read_ours(str(DATA))
    cited = read_sources(str(DATA))["ordonnance_96_50_art_19"]
    (crds,) = ours.law["parametres"]["crds"]["valeurs"]
    assert crds["source"] == {name: cited[name] for name in ("titre", "url", "date")}


def test_an_address_is_written_once() -> None:
    """In sources.yaml, one may come again among the sources of métiers for another text:
    another date, another nature."""
    sources, texts = (load_yaml(str(DATA / "sources.yaml"))[field] for field in ("sources", "textes"))
    seen = [(one["url"] or one["titre"], one["date"], one["nature"]) for one in sources]
    assert len(seen) == len(set(seen))
    written = {one["url"] or one["titre"] for one in sources}
    for path in sorted(DATA.rglob("*.yaml")):
        if path.name == "sources.yaml":
            addresses = [one["url"] or one["titre"] for one in texts]
        else:
            addresses = re.findall(r'^[ -]*url: "(.+)"$', path.read_text(encoding="utf-8"), re.MULTILINE)
        for address in addresses:
            assert address not in written, (path.name, address)
            written.add(address)


def test_every_source_of_ours_is_cited_and_no_record_writes_one_whole() -> None:
    named = []
    for path in sorted(DATA.rglob("*.yaml")):
        cited = re.findall(r"\bde: ([a-z][a-z0-9_-]+)", path.read_text(encoding="utf-8"))
        named += cited
        if path.parent.name == "metiers":
            assert len(cited) == len(load_yaml(str(path))["metiers"][0]["sources"]), path
    assert set(named) == set(read_sources(str(DATA)))


def test_an_id_met_twice_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "sources.yaml").write_text(as_yaml({"sources": [SOURCE, SOURCE]}), encoding="utf-8")
    with pytest.raises(InvalidData) as caught:
        read_sources(str(tmp_path))
    assert [(fault.champ, fault.message) for fault in caught.value.faults] == [("sources[1].id", "id en double")]
