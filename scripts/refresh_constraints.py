"""Write constraints.txt again: the newest versions that pyproject.toml allows, exactly.

Everything is installed in a fresh environment: the program, its `dev` extra, and what
builds it. Run by `make constraints`; then `make test lint types wheel`, and read the diff.
"""

import os
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# Exact versions of all that the program, its tools and its build need; written by `make constraints`.
"""
# Installed with every environment, or only said by pip about itself.
NOT_OURS = ("pip", "setuptools", "wheel", "penitcareer")
# hatchling asks for it when it builds an editable install.
BUILD_EXTRAS = ("editables",)


def frozen() -> list[str]:
    """`name==version` of everything installed in a fresh environment."""
    requires = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder, "Scripts" if os.name == "nt" else "bin", "python")
        environment = {k: v for k, v in os.environ.items() if k not in ("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT")}
        pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "-q", f"{ROOT}[dev]", *requires, *BUILD_EXTRAS], env=environment, check=True)
        listed = subprocess.run([*pip, "list", "--format=freeze"], capture_output=True, text=True, check=True)
    pins = [line for line in listed.stdout.splitlines() if line.split("==")[0].lower() not in NOT_OURS]
    return sorted(pins, key=str.lower)


def main() -> int:
    """Write constraints.txt."""
    pins = frozen()
    (ROOT / "constraints.txt").write_text(HEADER + "\n".join(pins) + "\n", encoding="utf-8")
    sys.stdout.write(f"constraints.txt : {len(pins)} versions\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
