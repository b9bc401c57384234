"""`penit lot`."""

import sys
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from penitcareer.cli import types
from penitcareer.cli.call import Call, TyperOptions, reading
from penitcareer.cli.reforming import REFORM
from penitcareer.cli.streams import hint
from penitcareer.domain.errors import UsageProblem

if TYPE_CHECKING:
    from penitcareer.lots.run import StaffRun

HELP = """Les bulletins d’un fichier d’agents, un par ligne. Les colonnes portent les noms des options de
penit paie (corps, grade, échelon, im, zone, enfants, quotité, primes…) ; les autres sont gardées. Les lignes
sortent en .csv, .parquet ou .jsonl. Avec --reforme : qui gagne, qui perd, et le coût. Demande
Polars : pip install 'penitcareer[lots]'."""
EXAMPLES = ("penit lot agents.csv --sortie bulletins.csv", "penit lot agents.csv --synthese")
KINDS = {".csv": "csv", ".parquet": "parquet", ".jsonl": "jsonl", ".ndjson": "jsonl"}
ONE_PERCENT = 100  # ten-thousandths
OUTPUT: TyperOptions = {
    "sortie": (
        Annotated[
            str | None,
            types.text(
                "--sortie",
                "FICHIER",
                "Écrire dans ce fichier : les lignes en .csv, .parquet ou .jsonl ; une synthèse en .csv, .json, .md"
                " ou .html",
            ),
        ],
        None,
    )
}


class StaffCall(Call):
    """A call whose rows have formats of their own."""

    @property
    def effects_alone(self) -> bool:
        """Whether a reform is asked, and no file of rows."""
        return self.reforme is not None and _ending(self.sortie) not in KINDS

    def _asked(self, format_: str | None, as_json: bool) -> str | None:
        """The format of rows that the ending of a file stands for, else that of an answer."""
        self.typed = "json" if as_json else format_
        own = KINDS.get(_ending(self.sortie))
        return own if own and self.typed in (None, own) else super()._asked(format_, as_json)


@partial(reading, more={**OUTPUT, **REFORM}, kind=StaffCall)
def run(
    call: StaffCall,
    fichier: Annotated[str, typer.Argument(metavar="FICHIER", help=".csv, .parquet ou tableur, un agent par ligne")],
    synthese: Annotated[
        bool, typer.Option("--synthese", help="Effectif, totaux et quartiles par corps, grade et zone")
    ] = False,
) -> None:
    """The payslips of a staff, or what they add up to, or what a reform does to it."""
    kind = None if synthese or call.effects_alone else _kind_of_rows(call)
    if kind is None and call.format in ("parquet", "jsonl"):
        raise UsageProblem(f"Une synthèse ne s’écrit pas en {call.format}. Exemple : --synthese --sortie synthese.csv")
    call.tout |= synthese  # under a reform: by grade and by zone too
    from penitcareer.cli.files import check_outputs
    from penitcareer.cli.progress import Progress, rows_paid
    from penitcareer.lots.run import StaffRun

    check_outputs(call.sortie, None, [fichier])
    tell = Progress(rows_paid) if sys.stderr.isatty() else None
    staff = StaffRun(call.penit, fichier, tell=tell)
    _say_columns(staff)
    if kind is None and call.reforme is not None:
        _compare(call, staff)
    elif kind is None:
        _add_up(call, staff)
    else:
        _write(call, staff, kind)
    _say_faults(staff, _where_reasons_are(call) if kind else "--sortie bulletins.csv les donne")
    if 0 < staff.taux < ONE_PERCENT:
        hint("taux_impot : aucun n’atteint 1 %. Dix pour cent s’y écrivent 10, pas 0,1 comme dans un tableur.")
    if staff.anomalies:
        raise typer.Exit(1)


def _add_up(call: Call, staff: "StaffRun") -> None:
    from penitcareer.api.face import Reponse
    from penitcareer.lots.synthesis import synthesis_of
    from penitcareer.render.views import staff as view

    call.emit(Reponse(synthesis_of(staff), view))


def _compare(call: Call, staff: "StaffRun") -> None:
    from penitcareer.lots.frames import effects_of_run

    call.emit(effects_of_run(staff, call.penit))


def _write(call: Call, staff: "StaffRun", kind: str) -> None:
    from penitcareer.cli.files import write_by
    from penitcareer.lots.writing import csv_texts, refuse_unwritable, write_rows

    refuse_unwritable(staff, kind)
    if call.sortie is not None:
        write_by(call.sortie, lambda file, _: write_rows(staff, kind, file))
        return
    for text in csv_texts(staff):
        sys.stdout.write(text)


def _kind_of_rows(call: StaffCall) -> str:
    """How the rows are written: by the ending of the file, as CSV on stdout."""
    known = ", ".join(KINDS)
    if call.sortie is not None and _ending(call.sortie) not in KINDS:
        raise UsageProblem(f"--sortie : les lignes s’écrivent en {known}. Un tableau de totaux : --synthese")
    kind = KINDS.get(_ending(call.sortie), "csv")
    if call.typed not in (None, kind):
        raise UsageProblem(f"--format est pour --synthese ; les lignes suivent la fin de --sortie : {known}")
    return kind


def _ending(path: str | None) -> str:
    from os.path import splitext

    return splitext(path or "")[1].lower()


def _say_columns(staff: "StaffRun") -> None:
    """Which column was read as which fact, before anything is paid."""
    read = ", ".join(name if name == fact else f"{name} → {fact}" for fact, name in staff.entete.faits.items())
    kept = ", ".join(staff.entete.gardees)
    near = ", ".join(f"{name} → {fact} ?" for name, fact in staff.entete.proches.items())
    hint(
        f"Colonnes lues : {read}."
        + (f" Gardées telles quelles : {kept}." if kept else "")
        + (f" À renommer peut-être : {near}" if near else "")
    )


def _where_reasons_are(call: Call) -> str:
    return "la colonne anomalie" if call.reforme is None else "les colonnes anomalie et anomalie_droit"


def _say_faults(staff: "StaffRun", reasons: str) -> None:
    """How many rows have no payslip, and the first of them, by their rank alone."""
    if not staff.anomalies:
        return
    from penitcareer.render.words.french import count, number

    rows = ", ".join(map(str, staff.premieres)) + (", …" if staff.anomalies > len(staff.premieres) else "")
    lines = count(staff.anomalies, "ligne sans bulletin", "lignes sans bulletin")
    hint(f"{lines} sur {number(staff.lignes)} : {rows} (la 1 suit l’en-tête). Raisons : {reasons}.")
