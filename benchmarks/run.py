"""Entry of the benchmarks: `python -m benchmarks` or `python benchmarks/run.py`.

Neither root nor network is needed; valgrind is used when it is there.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure what was asked and print one table for each question."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))  # started by its path, as `python benchmarks/run.py`
    from benchmarks import scale, speed
    from benchmarks.cases import CASES

    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Mesure ce que coûte un appel de penit.")
    parser.add_argument("--quick", action="store_true", help="5 durées au lieu de 20, et seulement en sortie redirigée")
    parser.add_argument("--only", metavar="NOM", choices=list(CASES), help=f"un seul cas : {', '.join(CASES)}")
    many = f"un catalogue de {scale.METIERS} métiers inventés, ou d’autant qu’il est dit, à la place"
    parser.add_argument("--scale", type=int, nargs="?", const=scale.METIERS, metavar="METIERS", help=many)
    parser.add_argument("--markdown", action="store_true", help="tableau Markdown, prêt pour docs/vitesse.md")
    options = parser.parse_args()
    if options.scale:
        scale.measure(rounds=5 if options.quick else 20, markdown=options.markdown, metiers=options.scale)
    else:
        speed.measure(quick=options.quick, only=options.only, markdown=options.markdown)


if __name__ == "__main__":
    main()
