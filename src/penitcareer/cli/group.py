"""The tree of commands, built lazily, and its help in French.

`penit` knows its commands by name and one line each; the module of a command is imported,
and its options registered, only when that command runs, completes or shows its help.
"""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import typer

from penitcareer.cli.quoting import quoted, suggestion
from penitcareer.cli.typer_ours import TyperCommand, TyperGroup
from penitcareer.domain.errors import PenitError, UsageProblem

COMMANDS = {
    "list": ("listing", "Les métiers : code, catégorie, salaire affiché"),
    "show": ("show", "La fiche d’un métier, ou une de ses parties"),
    "compare": ("compare", "Deux à cinq métiers côte à côte"),
    "acces": ("acces", "Comment on entre dans un métier"),
    "eligible": ("eligible", "Les voies d’accès ouvertes à un profil"),
    "net": ("net", "Du brut au net, estimé"),
    "brut": ("brut", "Du net voulu au brut, estimé"),
    "paie": ("paie", "Le bulletin de paie exact, ligne par ligne"),
    "grille": ("grille", "Les grades et échelons d’un corps"),
    "carriere": ("carriere", "Le parcours année par année, et ce qu’il rapporte"),
    "place": ("place", "Où se situe une paie dans un métier"),
    "find": ("find", "Chercher un métier avec des mots simples"),
    "sigle": ("sigle", "Ce que veut dire un sigle"),
    "sources": ("sources", "D’où viennent les chiffres, et de quand"),
    "check": ("check", "Vérifier ses propres fichiers de métiers"),
}

COMPLETION_OPTIONS = {
    "--show-completion": "Écrire le script de complétion : bash, zsh, fish, powershell",
    "--install-completion": "Installer la complétion pour ce shell",
}
USAGE_PREFIX = "Usage : "
MOST_WORDS = 200
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Refused(Exception):
    """A problem that a command met, and the option of each of its parameters, to say it with."""

    def __init__(self, problem: PenitError, options: Mapping[str, str]) -> None:
        self.problem, self.options = problem, options


class FrenchCommand(TyperCommand):
    """A command whose help is French and ends with examples."""

    examples: Sequence[str] = ()
    most_words: int = MOST_WORDS

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, described in French."""
        return _in_french(super().get_help_option(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Refuse arguments that nothing takes, with a French sentence."""
        ctx.allow_extra_args = True
        if not ctx.resilient_parsing:
            self._refuse_too_many(ctx, args)
        rest = super().parse_args(ctx, _parted(args, self._years()))
        if ctx.args and not ctx.resilient_parsing:
            raise UsageProblem(f"Argument en trop : {quoted(ctx.args[0])}. Mode d’emploi : {ctx.command_path} --help")
        return rest

    def invoke(self, ctx: Any) -> Any:
        """Run the command; its problems leave with its options."""
        try:
            return super().invoke(ctx)
        except PenitError as problem:
            raise Refused(problem, {str(param.name): param.opts[0] for param in self.params}) from problem

    def _refuse_too_many(self, ctx: Any, args: list[str]) -> None:
        """What a person types is short; a pasted page would be searched for minutes."""
        words = sum(len(argument.split()) for argument in args)
        if words > self.most_words:
            raise UsageProblem(
                f"{ctx.info_name} lit {self.most_words} mots au plus et en a reçu {words}."
                f" Mode d’emploi : {ctx.command_path} --help"
            )

    def _years(self) -> set[str]:
        """The options whose value holds a year: `--enfant @4`."""
        return {name for param in self.params if "@" in str(param.metavar) for name in param.opts}

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, what it does, arguments, options, examples."""
        _write_head(self, ctx, formatter)
        _write_params(self, ctx, formatter)
        with formatter.section("Exemples "):
            for example in self.examples:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


class LazyGroup(TyperGroup):
    """The group of all commands."""

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, described in French."""
        return _in_french(super().get_help_option(ctx))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 (Typer's signature)
        """Names in the order a newcomer reads them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """The command of this name, its module imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _build(cmd_name)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Refuse an unknown command with the nearest one."""
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            near = get_close_matches(args[0].lower(), COMMANDS, n=2)
            hint = suggestion([f"penit {name}" for name in near])
            raise UsageProblem(f"Commande inconnue : {quoted(args[0])}.{hint} Liste des commandes : penit --help")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Complete a command name without importing any command."""
        from penitcareer.cli.typer_ours import CompletionItem

        if incomplete.startswith("-"):
            return super(TyperGroup, self).shell_complete(ctx, incomplete)
        return [CompletionItem(name, help=line) for name, (_, line) in COMMANDS.items()]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Usage, commands by their one line, options, exit codes, files and variables."""
        _write_head(self, ctx, formatter)
        with formatter.section("Commandes "):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])
        _write_params(self, ctx, formatter, [(f"{name} SHELL", line) for name, line in COMPLETION_OPTIONS.items()])
        with formatter.section("Codes de sortie "):
            formatter.write_dl(
                [
                    ("0", "réponse donnée"),
                    ("1", "introuvable, ou donnée refusée"),
                    ("2", "ligne de commande mal écrite"),
                    ("130", "interrompu au clavier"),
                ]
            )
        with formatter.section("Variables d’environnement "):
            formatter.write_dl(
                [
                    ("PENIT_FORMAT", "format par défaut, comme --format"),
                    ("PENIT_DATA", "métiers ajoutés, comme --data"),
                    ("PENIT_DATE", "jour des calculs, comme --date"),
                    ("NO_COLOR, FORCE_COLOR, PAGER", "selon l’usage courant"),
                ]
            )
        with formatter.section("Exemples "):
            for example in ("penit show cpip", "penit compare cpip dspip", "penit COMMANDE --help"):
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")


def _in_french(help_option: Any) -> Any:
    if help_option is not None:  # `--contre` has none
        help_option.help = "Afficher cette aide"
    return help_option


def _parted(arguments: list[str], options: set[str]) -> list[str]:
    """`--enfant@4` reads as `--enfant @4`, for these options and before `--`."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    parted: list[str] = []
    for argument in arguments[:end]:
        name, at, year = argument.partition("@")
        parted += [name, at + year] if at and name in options else [argument]
    return parted + arguments[end:]


def _build(name: str) -> Any:
    module = import_module(f"penitcareer.cli.commands.{COMMANDS[name][0]}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=FrenchCommand, help=module.HELP, options_metavar="[OPTIONS]", context_settings=SETTINGS)(
        module.run
    )
    command: Any = typer.main.get_command(app)
    command.examples = module.EXAMPLES
    command.most_words = getattr(module, "MOST_WORDS", MOST_WORDS)
    return command


def _write_head(command: Any, ctx: Any, formatter: Any) -> None:
    arguments = [param.metavar for param in command.get_params(ctx) if param.param_type_name == "argument"]
    pieces = [command.options_metavar, *arguments, getattr(command, "subcommand_metavar", "")]
    formatter.write_usage(ctx.command_path, " ".join(pieces).rstrip(), prefix=USAGE_PREFIX)
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")


def _write_params(command: Any, ctx: Any, formatter: Any, more: Sequence[tuple[str, str]] = ()) -> None:
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [(param.metavar, param.help) for param in params if param.param_type_name == "argument"]
    options = [_option_record(param) for param in params if param.param_type_name == "option"]
    if arguments:
        with formatter.section("Arguments "):
            formatter.write_dl(arguments)
    with formatter.section("Options "):
        formatter.write_dl([*options, *more])


def _option_record(option: Any) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    return (names if option.is_flag else f"{names} {option.metavar}", option.help or "")
