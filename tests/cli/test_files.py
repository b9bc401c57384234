"""--sortie and --svg: what may be at a path, and what is never written over.

No test lets `penit` near a device of the machine: pipes, links and a terminal made for the test."""

import contextlib
import os
import pty
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from penitcareer.store import replacing
from tests.support import Result, penit, process, record, refusal, write_metiers

LIST = "19 métiers"


@contextlib.contextmanager
def reader_of(fifo: Path) -> Iterator[list[bytes]]:
    """Read a pipe in the background, until its writer leaves."""
    found: list[bytes] = []
    thread = threading.Thread(target=lambda: found.append(fifo.read_bytes()), daemon=True)
    thread.start()
    yield found
    thread.join(timeout=10)


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    path = tmp_path / "tube"
    os.mkfifo(path)
    return path


# -- what is not a file is opened and written


def test_a_pipe_is_written_and_stays_a_pipe(fifo: Path) -> None:
    with reader_of(fifo) as found:
        assert penit("list", "--sortie", str(fifo)) == (0, "", "")
    assert found[0].decode() == penit("list").out
    assert fifo.is_fifo()


def test_a_link_to_a_pipe_leads_to_it(fifo: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien.csv"
    link.symlink_to(fifo)
    with reader_of(fifo) as found:
        penit("list", "--sortie", str(link))
    assert found[0].decode() == penit("list", "--format", "csv").out, "and no byte order mark"
    assert link.is_symlink()
    assert fifo.is_fifo()


def test_an_image_goes_in_a_pipe_too(fifo: Path) -> None:
    with reader_of(fifo) as found:
        assert penit("carriere", "cpip", "--svg", str(fifo)).code == 0
    assert found[0].startswith(b"<svg")


def test_a_terminal_is_written_and_stays_one(tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    link = tmp_path / "terminal"
    link.symlink_to(os.ttyname(follower))
    assert penit("net", "3500", "--sortie", str(link)) == (0, "", "")
    assert os.read(leader, 65536).decode().replace("\r\n", "\n") == penit("net", "3500").out
    assert os.isatty(os.open(link, os.O_RDONLY | os.O_NOCTTY))
    os.close(follower)
    os.close(leader)


def test_a_reader_of_a_pipe_that_leaves_early_is_no_error(fifo: Path) -> None:
    def glance() -> None:
        with fifo.open("rb"):
            pass

    thread = threading.Thread(target=glance, daemon=True)
    thread.start()
    assert penit("show", "cpip", "--json", "--sortie", str(fifo)) == (0, "", "")
    thread.join(timeout=10)


@pytest.mark.parametrize("name", ["/dev/fd/{}", "/proc/self/fd/{}", "{}"])
def test_an_open_descriptor_is_written_where_it_stands(tmp_path: Path, name: str) -> None:
    path, link = tmp_path / "sortie.txt", tmp_path / "lien"
    with path.open("wb") as file:
        file.write(b"avant\n")
        file.flush()
        link.symlink_to(f"/proc/self/fd/{file.fileno()}")
        asked = name.format(file.fileno()) if "/" in name else str(link)
        done = process("list", "--sortie", asked, pass_fds=[file.fileno()])
        file.write(b"apres\n")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert path.read_text("utf-8") == "avant\n" + penit("list").out + "apres\n"


def test_a_closed_descriptor_is_refused() -> None:
    assert b"/dev/fd/77" in process("list", "--sortie", "/dev/fd/77").stderr


def test_the_shells_pipe_to_a_command_is_written(tmp_path: Path) -> None:
    line = f"{sys.executable} -m penitcareer list --sortie >(cat > '{tmp_path}/f'; echo fini)"
    done = subprocess.run(["bash", "-c", f"{line} | cat"], capture_output=True, text=True, check=False, timeout=60)
    assert (done.stdout, done.stderr) == ("fini\n", "")
    assert (tmp_path / "f").read_text("utf-8") == penit("list").out


# -- links, folders, refusals


def test_a_link_to_nothing_yet_is_followed(tmp_path: Path) -> None:
    (tmp_path / "ailleurs").mkdir()
    link, target = tmp_path / "lien.txt", tmp_path / "ailleurs" / "f.txt"
    link.symlink_to("ailleurs/f.txt")
    assert penit("list", "--sortie", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith(LIST)
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["ailleurs", "f.txt", "lien.txt"]


def test_a_loop_of_links_is_refused_and_stays_a_loop(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.symlink_to(other)
    other.symlink_to(one)
    refusal("list", "--sortie", str(one), code=1, words="ce lien ne mène qu’à lui-même")
    assert one.is_symlink()
    assert other.is_symlink()


def test_a_name_that_ends_as_a_folder_is_refused(tmp_path: Path) -> None:
    refusal("list", "--sortie", f"{tmp_path}/rien/", code=1, words="son dossier n’existe pas")
    assert list(tmp_path.iterdir()) == []


def test_a_file_closed_to_writing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.txt"
    path.write_text("avant")
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write any file
    refusal("list", "--sortie", str(path), code=1, words="l’accès est refusé")
    assert path.read_text() == "avant"


def test_a_file_system_without_modes_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "no modes here")

    path = tmp_path / "f.txt"
    path.write_text("avant")
    monkeypatch.setattr("os.chmod", refuse)
    assert penit("list", "--sortie", str(path)) == (0, "", "")
    assert path.read_text("utf-8").startswith(LIST)


@pytest.mark.parametrize("option", ["--sortie", "--svg"])
@pytest.mark.parametrize("ending", [".XLSX", ".png", "."])
def test_an_ending_that_is_no_format_is_refused(tmp_path: Path, option: str, ending: str) -> None:
    said = refusal("carriere", "cpip", option, f"{tmp_path}/f{ending}", code=2, words=f"« {ending.lower()} »")
    assert (".txt, .json, .csv, .md, .html" if option == "--sortie" else "Fins possibles : .svg") in said
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_is_refused_with_the_page_to_print() -> None:
    refusal("show", "cpip", "--sortie", "fiche.pdf", code=2, words="imprimez la page : --sortie fiche.html\n")
    refusal("list", "--sortie", "a b.PDF", code=2, words='--sortie "a b.html"\n')
    refusal("carriere", "cpip", "--svg", "f.pdf", code=2, words="Fins possibles : .svg")


def test_a_format_asked_for_accepts_any_ending(tmp_path: Path) -> None:
    assert penit("list", "--json", "--sortie", str(tmp_path / "f.geojson")) == (0, "", "")
    assert (tmp_path / "f.geojson").read_text("utf-8") == penit("list", "--json").out


# -- what is read, and what is written already


@pytest.fixture
def own_file(own_folder: Path) -> Path:
    return write_metiers(own_folder / "mien.yaml", record("mien"))


def kept(path: Path, *arguments: str, words: str) -> None:
    """A call is refused, and a file is as it was."""
    before = path.read_bytes()
    refusal(*arguments, code=2, words=words)
    assert path.read_bytes() == before
    assert not list(path.parent.glob(".penit-*"))


READ = "est lu par cette commande"


@pytest.mark.parametrize("option", ["--sortie", "--svg"])
@pytest.mark.parametrize("shape", ["itself", "link", "hard link", "in a folder", "variable"])
def test_an_output_is_never_an_input(
    tmp_path: Path, fresh_cache: Path, monkeypatch: pytest.MonkeyPatch, option: str, shape: str
) -> None:
    path = write_metiers(tmp_path / "donnees" / "f.yaml", record("mien"))
    other = tmp_path / "f.svg"
    data = ["--data", str(path.parent if shape == "in a folder" else path)]
    if shape == "link":
        other.symlink_to(path)
    elif shape == "hard link":
        other.hardlink_to(path)
    else:
        other = path
    if shape == "variable":
        monkeypatch.setenv("PENIT_DATA", str(path))
        data = []
    kept(path, "carriere", "cpip", option, str(other), *data, "--format", "plain", words=READ)


def test_the_users_own_files_and_the_checked_ones_are_inputs(own_file: Path, tmp_path: Path) -> None:
    kept(own_file, "net", "3500", "--sortie", str(own_file), "--json", words=READ)
    path = write_metiers(tmp_path / "f.yaml", record("mien"))
    kept(path, "check", str(path), "--sortie", str(path), "--json", words=READ)


def test_the_built_in_data_are_inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "metiers" / "x.yaml"
    write_metiers(path, record("x"))
    monkeypatch.setattr("penitcareer.store.opening.data_folder", lambda: str(tmp_path))
    kept(path, "sigle", "--sortie", str(path), "--json", words=READ)


@pytest.mark.parametrize("shape", ["itself", "link", "hard link", "new, by two ways"])
def test_the_two_outputs_are_never_one(tmp_path: Path, shape: str) -> None:
    sortie, svg = tmp_path / "x", tmp_path / "y"
    sortie.write_text("avant")
    if shape == "itself":
        svg = sortie
    elif shape == "link":
        svg.symlink_to(sortie)
    elif shape == "hard link":
        svg.hardlink_to(sortie)
    else:
        sortie.unlink()
        (tmp_path / "lien").symlink_to(tmp_path)
        svg = tmp_path / "lien" / "x"
    words = "est aussi le fichier de --sortie"
    refusal("carriere", "cpip", "--sortie", str(sortie), "--svg", str(svg), code=2, words=words)
    assert (sortie.read_text() if sortie.exists() else "avant") == "avant"


def test_an_image_is_not_mixed_with_the_answer(tmp_path: Path) -> None:
    refusal("carriere", "cpip", "--svg", "-", code=2, words="reçoit déjà la réponse")
    path = tmp_path / "x"
    with path.open("wb") as file:
        assert process("carriere", "cpip", "--svg", str(path), stdout=file, stderr=subprocess.PIPE).returncode == 2
    shown = penit("carriere", "cpip", "--svg", "-", "--sortie", str(path))
    assert shown.out.startswith("<svg")
    assert path.read_text("utf-8") == penit("carriere", "cpip").out


def test_two_files_apart_are_two_files(tmp_path: Path, own_file: Path) -> None:
    data = write_metiers(tmp_path / "f.yaml", record("autre"))
    sortie, svg = tmp_path / "x.md", tmp_path / "x.svg"
    for _ in ("new", "replaced"):
        done = penit("carriere", "cpip", "--sortie", str(sortie), "--svg", str(svg), "--data", str(data))
        assert done == Result(0, "", "")
    assert sortie.read_text("utf-8").startswith("# ")
    assert svg.read_text("utf-8").startswith("<svg")


def test_a_dash_is_the_standard_output_in_every_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert penit("list", "--sortie", "-", tty=True) == penit("list", tty=True)
    monkeypatch.setenv("PENIT_FORMAT", "json")
    assert penit("list", "--sortie", "-") == penit("list")


# -- replacing a file


def test_a_file_is_never_seen_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"avant")
    real = os.replace

    def look(source: str, target: str) -> None:
        assert path.read_bytes() == b"avant"
        assert Path(source).read_bytes() == b"x" * 100_000
        assert os.path.dirname(source) == str(tmp_path), "on the same disk, or it is no move"
        real(source, target)

    monkeypatch.setattr("os.replace", look)
    replacing.replace_file(str(path), [b"x" * 100_000])
    assert [one.name for one in tmp_path.iterdir()] == ["f"]
    assert path.read_bytes() == b"x" * 100_000


def test_a_private_file_is_private_from_its_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace

    def look(source: str, target: str) -> None:
        assert os.stat(source).st_mode & 0o777 == 0o600
        real(source, target)

    monkeypatch.setattr("os.replace", look)
    monkeypatch.setattr("os.chmod", lambda *_: None)
    replacing.replace_file(str(tmp_path / "f"), [], 0o600)


def test_unfinished_files_are_removed_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(source: str, target: str) -> None:
        assert os.path.exists(source)
        replacing.remove_unfinished()
        assert not os.path.exists(source)
        raise OSError

    (tmp_path / ".penit-autre").touch()
    monkeypatch.setattr("os.replace", stop)
    with pytest.raises(OSError, match=r"^$"):
        replacing.replace_file(str(tmp_path / "f"), [b"x"])
    assert [one.name for one in tmp_path.iterdir()] == [".penit-autre"]


def test_the_folder_of_parts_is_private_beside_the_file_and_removed_with_what_it_holds(tmp_path: Path) -> None:
    with open(tmp_path / "f", "wb") as file, replacing.folder_beside(file) as folder:
        Path(folder, "part").touch()
        assert (os.path.dirname(folder), os.stat(folder).st_mode & 0o777) == (str(tmp_path), 0o700)
        replacing.remove_unfinished()
        assert os.listdir(tmp_path) == ["f"]
    with open(os.pipe()[1], "wb") as pipe, replacing.folder_beside(pipe) as folder:
        assert os.path.isdir(folder)
    assert not os.path.exists(folder)
