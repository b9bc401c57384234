"""Whatever is edited is seen: a file of the user's, our data, the program itself."""

import os
from pathlib import Path

import pytest

from penitcareer.store import opening, stamps
from tests.support import penit, record, write_metiers

no_change_time = pytest.mark.skipif(os.name == "nt", reason="ce système ne dit pas quand un fichier a changé")


def metier_titled(path: Path, title: str) -> Path:
    return write_metiers(path, record("mien", titre=title))


def test_a_changed_file_gives_a_new_answer(own_folder: Path) -> None:
    metier_titled(own_folder / "a.yaml", "Avant")
    assert "Avant" in penit("show", "mien").out
    metier_titled(own_folder / "a.yaml", "Après")
    assert "Après" in penit("show", "mien").out


@no_change_time
def test_an_edit_that_keeps_size_and_date_is_seen(own_folder: Path) -> None:
    path = metier_titled(own_folder / "a.yaml", "Titre un")
    before = path.stat()
    assert "Titre un" in penit("show", "mien").out
    metier_titled(path, "Titre 2.")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert "Titre 2." in penit("show", "mien").out


@no_change_time
def test_a_file_put_in_place_of_another_is_seen(own_folder: Path, tmp_path: Path) -> None:
    path = metier_titled(own_folder / "a.yaml", "Titre un")
    other = metier_titled(tmp_path / "b.yaml", "Titre 2.")
    os.utime(other, ns=(1, 1))
    os.utime(path, ns=(1, 1))
    before = stamps.file_stamp(str(path))
    other.replace(path)
    after = stamps.file_stamp(str(path))
    assert after[:3] == before[:3]
    assert after[4] != before[4]
    assert "Titre 2." in penit("show", "mien").out


def test_an_absent_file_has_a_stamp_too(tmp_path: Path) -> None:
    absent = stamps.file_stamp(str(tmp_path / "a"))
    (tmp_path / "a").touch()
    assert stamps.file_stamp(str(tmp_path / "a")) != absent


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree of a few files, in place of ours."""
    for name in ("src/a.py", "src/store/b.py", "data/c.yaml", "data/metiers/d.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
        os.utime(path, ns=(1, 1))
    monkeypatch.setattr(stamps, "PACKAGE", str(tmp_path / "src"))
    return tmp_path


def stamp_of(tree: Path) -> stamps.Stamp:
    return stamps.program_stamp(str(tree / "data"))


@pytest.mark.parametrize("name", ["src/a.py", "src/store/b.py", "data/c.yaml", "data/metiers/d.yaml"])
def test_any_file_of_a_source_tree_counts(tree: Path, name: str) -> None:
    before = stamp_of(tree)
    (tree / name).write_text("other")
    edited = stamp_of(tree)
    (tree / name).unlink()
    removed = stamp_of(tree)
    assert len({str(stamp) for stamp in (before, edited, removed)}) == 3


@no_change_time
def test_an_edit_of_a_source_tree_whose_size_and_date_are_kept_counts(tree: Path) -> None:
    before = stamp_of(tree)
    (tree / "src/a.py").write_text("TEXT")
    os.utime(tree / "src/a.py", ns=(1, 1))
    assert stamp_of(tree) != before


def test_byte_code_hidden_files_and_links_to_folders_do_not_count(tree: Path) -> None:
    before = stamp_of(tree)
    (tree / "src" / "__pycache__").mkdir()
    (tree / "src" / "__pycache__" / "a.pyc").touch()
    (tree / "src" / ".a.py.swp").touch()
    assert stamp_of(tree) == before
    (tree / "src" / "loop").symlink_to(tree / "src")
    assert stamp_of(tree)[-3] == before[-3] + 1


def test_a_closed_or_absent_folder_has_a_stamp(tree: Path) -> None:
    assert stamps.program_stamp(str(tree / "absent"))[-3] == 2


def test_a_snapshot_shipped_stands_for_the_whole_program(tree: Path) -> None:
    shipped = tree / "data" / "catalogue.json"
    shipped.write_text("{}")
    before = stamp_of(tree)
    (tree / "src/a.py").write_text("other")
    assert stamp_of(tree) == before
    shipped.write_text("{} ")
    assert stamp_of(tree) != before


@pytest.mark.parametrize("shipped", [False, True])
def test_another_version_is_another_program(tree: Path, monkeypatch: pytest.MonkeyPatch, shipped: bool) -> None:
    if shipped:
        (tree / "data" / "catalogue.json").write_text("{}")
    before = stamp_of(tree)
    monkeypatch.setattr(stamps, "__version__", "99")
    assert stamp_of(tree) != before


def test_a_changed_program_reads_the_data_again(fresh_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert penit("list").code == 0
    monkeypatch.setattr(opening, "program_stamp", lambda _: ["another"])
    (path,) = fresh_cache.iterdir()
    before = path.read_bytes()
    assert penit("list").code == 0
    assert path.read_bytes() != before
