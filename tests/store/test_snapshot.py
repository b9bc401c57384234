"""The lines of a snapshot: found by name, sealed one by one, never trusted beyond their shape."""

import io
import json
import zlib
from pathlib import Path
from typing import Any

import pytest

from penitcareer.store import snapshot
from tests.support import DATA, METIERS, penit

# A command that reads the lines of each name.
READS = {
    "tete": ("net", "3500"),
    "noms": ("net", "cpip"),
    "sigles": ("sigle",),
    "paie": ("paie", "cpip", "--im", "450"),
    "noms_corps": ("grille", "cpip"),
    "corps": ("grille", "cpip"),
    "carrieres": ("carriere", "cpip"),
    "etapes": ("list",),
    "officiel": ("compare", "cpip", "dspip"),
    "entrees": ("list",),
    "recherche": ("find", "juge"),
    "fiches": ("acces", "cpip"),
    "voisins": ("show", "cpip"),
}
ONE_A_METIER = ("entrees", "recherche", "fiches", "voisins")
CORPS = tuple((DATA / "corps").glob("*.yaml"))
COUNTS = dict.fromkeys(ONE_A_METIER, len(METIERS)) | {"corps": len(CORPS)}
ODD = (
    [b"", b"\n", b"\n\n\n", b"{}", b"[]", b"null", b"12", b'"x"', b"\xff\xfe", b"{" * 100_000, b"\0" * 100,
     b"[" * 100_000 + b"\n{}", b"0 {}\n", b"00000000 \n", b"-1 {}\n"]
)  # fmt: skip
SHAPES = (
    b"null", b"12", b'"x"', b"[[]]", b"[12]", b'[{"code":1}]', b'{"code":1}', b"{", b"[" * 100_000, b"\xff", b"",
)  # fmt: skip


def decoded(line: bytes) -> Any:
    return json.loads(line.partition(b" ")[2])


def lines_by_name(content: bytes) -> dict[str, list[bytes]]:
    """The lines of a snapshot, under their names."""
    _, places, *lines = content.splitlines(keepends=True)
    following = iter(lines)
    found = {name: [next(following) for _ in those] for name, those in decoded(places).items()}
    assert not list(following)
    return found


def last_resort(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """This content, in place of what would be made from the YAML files."""
    monkeypatch.setattr("penitcareer.store.collect.collect", lambda *_: content.splitlines(keepends=True))


@pytest.mark.parametrize("content", ODD, ids=lambda content: repr(content[:20]))
@pytest.mark.parametrize("before", [b"", snapshot.sealed(["key"])], ids=["", "after the key"])
def test_a_content_of_another_shape_is_no_snapshot(content: bytes, before: bytes) -> None:
    assert snapshot.read(io.BytesIO(before + content), ["key"]) is None


def test_lines_of_json_are_found_by_name(warm: Path) -> None:
    found = lines_by_name(warm.read_bytes())
    assert set(found) == set(READS)
    for name, lines in found.items():
        assert len(lines) == COUNTS.get(name, 1)
        assert {type(decoded(line)) for line in lines} == {dict if name in snapshot.OBJECTS else list}


@pytest.mark.parametrize("name", [*READS, "places"])
def test_a_cache_of_the_right_seals_and_another_shape_is_made_again(
    warm: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    good = warm.read_bytes()
    command = READS.get(name, ("net", "3500"))
    right = penit(*command)
    last_resort(monkeypatch, good)
    key, *_ = good.splitlines(keepends=True)
    lines = lines_by_name(good)
    for shape in (*SHAPES, b"[]" if name in snapshot.OBJECTS else b"{}"):
        odd = b"%08x %b\n" % (zlib.crc32(shape + b"\n"), shape)
        if name == "places":
            forged = [key, odd]
        else:
            forged = snapshot.encode(decoded(key), lines | {name: [odd] * len(lines[name])})
        warm.write_bytes(b"".join(forged))
        assert penit(*command) == right, shape[:20]
        assert warm.read_bytes() == good, shape[:20]


@pytest.mark.parametrize("name", READS)
@pytest.mark.parametrize("place", [0, 8, 9, 40, -1])
def test_a_byte_changed_in_what_is_read_is_noticed(
    warm: Path, monkeypatch: pytest.MonkeyPatch, name: str, place: int
) -> None:
    good = warm.read_bytes()
    right = penit(*READS[name])
    last_resort(monkeypatch, good)

    def damaged(line: bytes) -> bytes:
        changed = bytearray(line)
        changed[place if place < len(line) else 9] ^= 1
        return bytes(changed)

    head, places, *_ = good.splitlines(keepends=True)
    lines = lines_by_name(good)
    lines[name] = [damaged(line) for line in lines[name]]
    warm.write_bytes(b"".join([head, places, *(line for those in lines.values() for line in those)]))
    assert penit(*READS[name]) == right
    assert warm.read_bytes() == good


def test_what_is_not_asked_for_is_not_read(warm: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good = warm.read_bytes()
    asked = penit("show", "cpip")
    lines = lines_by_name(good)
    here = METIERS.index("cpip")
    kept = {lines[name][0] for name in ("tete", "noms", "officiel", "etapes")}
    kept |= {lines[name][here] for name in ("fiches", "voisins")}
    head, places, *others = good.splitlines(keepends=True)
    warm.write_bytes(head + places + b"".join(line if line in kept else b"." * len(line) for line in others))
    monkeypatch.setattr("penitcareer.store.collect.collect", lambda *_: pytest.fail("YAML was read"))
    assert penit("show", "cpip") == asked
    assert penit("net", "3500").code == 0


def test_every_key_and_every_path_can_be_sealed() -> None:
    line = snapshot.sealed(["caf\udce9.yaml", "\u2028\n"])
    assert line.count(b"\n") == 1
    assert snapshot.read(io.BytesIO(line + snapshot.sealed({})), ["caf\udce9.yaml", "\u2028\n"]) is not None
