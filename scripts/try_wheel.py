"""Install a wheel in a fresh environment and run it from elsewhere, with another home.

    python scripts/try_wheel.py dist/penitcareer-….whl

Nothing of the source tree must be needed: neither its data nor its path. The snapshot shipped
must be that of the data shipped, and spare the first call: it is of our making, so no cache
is written.
"""

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from zipfile import ZipFile

ROOT = Path(__file__).resolve().parent.parent
DATA = ("metiers.yaml", "metiers/cpip.yaml", "sources.yaml", "parametres.yaml", "sigles.yaml", "catalogue.json")
MOST_FIRST = 1.15  # instructions of a first call, to those of the next one
SNAPSHOT = (
    "from pathlib import Path; from penitcareer.store import folders, shipped; data = folders.data_folder();"
    " print(Path(shipped.shipped_path(data)).read_bytes() == shipped.make_shipped(data))"
)


def main(wheel: str) -> int:
    """Try the wheel; a failure is an exception that shows the call."""
    _says(f"contenu de {Path(wheel).name}")
    names = ZipFile(wheel).namelist()
    missing = [name for name in DATA if f"penitcareer/data/{name}" not in names]
    assert not missing, f"absents de la roue : {missing}"
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        elsewhere = base / "dossier à part"
        elsewhere.mkdir()
        binaries = _install(wheel, base / "venv")
        environment = _environment(base)
        _measure_first_call(binaries, environment)
        _run_commands(binaries, elsewhere, environment)
        left = [str(path) for path in (base / "foyer").rglob("*")]
        assert not left, f"écrits sans besoin : {left}"
    _says("la roue marche seule")
    return 0


def _install(wheel: str, target: Path) -> Path:
    _says("installation dans un environnement neuf")
    venv.create(target, with_pip=True)
    binaries = target / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(binaries / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "-c", "constraints.txt", str(Path(wheel).resolve())], cwd=ROOT, check=True)
    return binaries


def _environment(base: Path) -> dict[str, str]:
    """The caller's environment without anything that could lead back to the source tree."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PENIT_", "PYTHON", "XDG_", "VIRTUAL_ENV"))}
    home = base / "foyer"
    home.mkdir()
    return kept | {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "PENIT_DATE": "2026-11-21",
        "PYTHONUTF8": "1",
    }


def _measure_first_call(binaries: Path, environment: dict[str, str]) -> None:
    sys.path.insert(0, str(ROOT))
    from benchmarks.instructions import available, count
    from benchmarks.processes import run_piped

    if not available():
        _says("valgrind n’est pas installé : premier appel non mesuré")
        return
    show = (str(binaries / "python"), str(binaries / "penit"), "show", "cpip")
    first, following = (count(run_piped, show, environment | {"PYTHONHASHSEED": "0"}) for _ in range(2))
    _says(f"premier appel : {first:,} instructions, {first / following:.3f} fois le suivant")
    assert first <= MOST_FIRST * following, f"premier appel trop cher : plus de {MOST_FIRST} fois le suivant"


def _run_commands(binaries: Path, elsewhere: Path, environment: dict[str, str]) -> None:
    def output(*call: str) -> str:
        _says(" ".join(("  ", Path(call[0]).name, *call[1:])))
        done = subprocess.run(call, cwd=elsewhere, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, f"{call} : code {done.returncode}\n{done.stderr}"
        assert not done.stderr, f"{call} : {done.stderr}"
        return done.stdout

    penit, python = str(binaries / "penit"), str(binaries / "python")
    where = output(python, "-c", "from penitcareer.store.folders import data_folder; print(data_folder())").strip()
    assert Path(where).is_relative_to(binaries.parent), f"données lues hors de la roue : {where}"
    assert output(python, "-c", SNAPSHOT).strip() == "True", "l’instantané livré n’est pas celui des données livrées"
    assert "données du" in output(penit, "--version")
    assert "CPIP" in output(penit, "show", "cpip")
    assert "écart" in output(penit, "compare", "cpip", "dspip")
    assert "2 625" in output(penit, "net", "3500").replace("\u202f", " ")
    codes = [metier["code"] for metier in json.loads(output(penit, "list", "--json"))["metiers"]]
    assert "dspip" in codes, codes
    assert json.loads(output(penit, "paie", "cpip", "--im", "450", "--json"))["totaux"]["net_paye"] > 0
    assert json.loads(output(penit, "carriere", "dsp", "--json"))["parcours"][0]["base"] == "grille"
    assert "ENAP" in output(penit, "acces", "surveillant")
    assert output(penit, "page").startswith("<!DOCTYPE html>")
    assert output(python, "-m", "penitcareer", "sigle", "ppsmj").startswith("PPSMJ")
    assert json.loads(output(penit, "check", "--schema"))["properties"]


def _says(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
