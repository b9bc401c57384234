"""Help in French: of a command, of the whole program, and the subjects of `penit aide`."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from penitcareer.cli.tree import COMMANDS, COMPLETION_OPTIONS, GROUPS
from penitcareer.cli.typer_ours import HelpFormatter

if TYPE_CHECKING:
    from penitcareer.cli.typer_ours import Command, Context

USAGE_PREFIX = "Usage : "
SUBJECTS: dict[str, tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = {
    "sorties": (
        (
            "Codes de sortie ",
            (
                ("0", "réponse donnée"),
                ("1", "introuvable, ou donnée refusée"),
                ("2", "commande incorrecte"),
                ("130", "interrompu au clavier"),
            ),
        ),
        (
            "Options de toutes les commandes ",
            (
                ("--format FORMAT", "table, plain, json, csv, md ou html ; --json pour le JSON"),
                ("--sortie FICHIER", "écrire dans ce fichier : .json, .csv, .md, .html ou .txt"),
                ("--data CHEMIN", "ajouter les métiers d’un fichier ou d’un dossier YAML"),
                ("--date AAAA-MM", "calculer à ce mois"),
                ("--no-pager", "tout afficher d’un coup"),
            ),
        ),
        (
            "Variables d’environnement ",
            (
                ("PENIT_FORMAT", "format par défaut, comme --format"),
                ("PENIT_DATA", "métiers ajoutés, comme --data"),
                ("PENIT_DATE", "jour des calculs, comme --date"),
                ("NO_COLOR, FORCE_COLOR", "sans couleur ; en couleur même redirigé"),
                ("PAGER, LESS", "la visionneuse et ses options"),
            ),
        ),
    ),
    "completion": (
        (
            "Complétion ",
            tuple((f"penit {name} SHELL", line) for name, line in COMPLETION_OPTIONS.items()),
        ),
    ),
}


# What people come with, and the command that answers.
QUESTIONS = (
    ("Ce métier, et ce qu’il paie ?", "penit cpip"),
    ("Lequel de ces deux ?", "penit compare cpip dspip"),
    ("Puis-je y entrer ?", "penit eligible --diplome bac+3 --age 27"),
    ("Combien net pour ce brut ?", "penit net 3500"),
    ("Ma fiche de paie est-elle juste ?", "penit paie cpip --im 450"),
    ("Où serai-je dans dix ans ?", "penit carriere cpip --annees 10"),
)
TYPER_NARROWEST = 52  # columns below which Typer writes wider than the terminal
HYPHEN = "\u2010"  # stands for the usual one where Typer would break a line at it
ONE_LINE = 78  # columns that a question and its command take


class WholeWords(HelpFormatter):
    """Lines broken at spaces only: Typer breaks « --sans-dispense-diplome » too."""

    def write_text(self, text: str) -> None:
        """A paragraph."""
        super().write_text(text.replace("-", HYPHEN))

    def write_dl(self, rows: Sequence[tuple[str, str]], *args: int, **kwargs: int) -> None:
        """Names beside what they mean."""
        super().write_dl([(name, meaning.replace("-", HYPHEN)) for name, meaning in rows], *args, **kwargs)

    def getvalue(self) -> str:
        """All of it, with the usual hyphens."""
        return super().getvalue().replace(HYPHEN, "-")


def welcome() -> str:
    """What `penit` alone answers: six questions, each with the command that answers it."""
    from shutil import get_terminal_size

    beside = get_terminal_size().columns >= ONE_LINE
    rows = [f"  {asked:<35}{typed}" if beside else f"{asked}\n {typed}" for asked, typed in QUESTIONS]
    return "\n".join(
        [
            "penit : salaires et carrières des métiers pénitentiaires, hors ligne et sourcés."
            if beside
            else "penit : salaires et carrières des\nmétiers pénitentiaires, sourcés.",
            "",
            *rows,
            "",
            "Tous les métiers : penit list",
            "Toutes les commandes : penit --help",
            "",
        ]
    )


def write_subject(formatter: HelpFormatter, subject: str) -> None:
    """One of the subjects of `penit aide`."""
    for title, rows in SUBJECTS[subject]:
        with formatter.section(title):
            _write_rows(formatter, rows, max(len(name) for name, _ in rows))


def write_program(formatter: HelpFormatter, command: "Command", ctx: "Context") -> None:
    """What the program is, its own options in a line, then its commands by question."""
    write_head(command, ctx, formatter)
    formatter.write_paragraph()
    longest = max(map(len, COMMANDS))
    for group, commands in GROUPS.items():
        formatter.write(f"{group}\n")
        with formatter.indentation():
            formatter.write_dl([(f"{name:<{longest}}", line) for name, (_, line) in commands.items()])
    formatter.write_text("Une commande : penit aide paie. Options communes : penit aide sorties")


def in_full_width(ctx: "Context") -> None:
    """Help is never wider than the terminal, where it would be cut inside words, nor cut inside
    them by Typer, which makes it 50 columns wide at least."""
    from shutil import get_terminal_size

    columns = get_terminal_size().columns
    ctx.terminal_width = columns if columns < TYPER_NARROWEST else None
    ctx.formatter_class = WholeWords


def _write_rows(formatter: HelpFormatter, rows: Sequence[tuple[str, str]], widest: int = 30) -> None:
    """Names beside what they mean, a name wider than `widest` above it, all of them where that
    would leave it less than half a line."""
    if max(len(name) for name, _ in rows) < formatter.width // 2 or formatter.width >= TYPER_NARROWEST:
        formatter.write_dl(list(rows), col_max=widest)
        return
    for name, meaning in rows:
        formatter.write_text(name)
        with formatter.indentation():
            formatter.write_text(meaning)


def write_command(
    formatter: HelpFormatter,
    command: "Command",
    ctx: "Context",
    groups: Mapping[str, Collection[str]],
    examples: Sequence[str],
) -> None:
    """Usage, what it does, arguments, options under the title of their group, examples."""
    from shutil import get_terminal_size

    write_head(command, ctx, formatter)
    _write_params(command, ctx, formatter, groups)
    with formatter.section("Exemples "):
        for example in examples:
            line = f"{'':>{formatter.current_indent}}{example}"
            if len(line) > get_terminal_size().columns:
                formatter.write_text(example)
            else:
                formatter.write(f"{line}\n")


def write_head(command: Any, ctx: "Context", formatter: HelpFormatter) -> None:
    """How it is typed, and what it does."""
    arguments = [param.metavar for param in command.get_params(ctx) if param.param_type_name == "argument"]
    pieces = [command.options_metavar, *arguments, getattr(command, "subcommand_metavar", "")]
    formatter.write_usage(ctx.command_path, " ".join(pieces).rstrip(), prefix=USAGE_PREFIX)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")


def _write_params(
    command: Any, ctx: "Context", formatter: HelpFormatter, groups: Mapping[str, Collection[str]]
) -> None:
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [(param.metavar, param.help) for param in params if param.param_type_name == "argument"]
    options = {param.name: _option_record(param) for param in params if param.param_type_name == "option"}
    titled = {title: [options.pop(name) for name in names if name in options] for title, names in groups.items()}
    titled["La réponse " if groups else "Options "] = list(options.values())
    if arguments:
        with formatter.section("Arguments "):
            _write_rows(formatter, arguments)
    for title, records in titled.items():
        with formatter.section(title):
            _write_rows(formatter, records)


def _option_record(option: Any) -> tuple[str, str]:
    names = ", ".join([*sorted(option.opts, key=len), *option.secondary_opts])
    return (names if option.is_flag else f"{names} {option.metavar}", option.help or "")
