"""The tree of commands, built lazily.

The module of a command is imported, and its options registered, only when that command
runs, completes or shows its help.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer

from penitcareer.cli.tree import COMMANDS, TWINS, command_named
from penitcareer.cli.typer_ours import TyperCommand, TyperException, TyperGroup
from penitcareer.domain.errors import PenitError, UsageProblem
from penitcareer.render.words.quoting import quoted, suggestion

if TYPE_CHECKING:
    from penitcareer.cli.typer_ours import Command, CompletionItem, Context, HelpFormatter

MOST_WORDS = 200
TYPED = "penitcareer.typed"  # where a context keeps its command and its words, as they were
NEAR = 0.7  # below, a suggestion would be a guess: « aide » is not « paie »
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Refused(Exception):
    """A problem that a command met; to say it with, the option of each of its parameters and
    what was typed."""

    def __init__(self, problem: PenitError, options: Mapping[str, str], typed: Sequence[str]) -> None:
        self.problem, self.options, self.typed = problem, options, typed


class FrenchCommand(TyperCommand):
    """A command whose help is French and ends with examples."""

    examples: Sequence[str] = ()
    groups: Mapping[str, Collection[str]] = {}  # the names of its own options, by title
    most_words: int = MOST_WORDS

    def get_help_option(self, ctx: "Context") -> Any:
        """`--help`, described in French."""
        return _in_french(super().get_help_option(ctx))

    def get_help(self, ctx: "Context") -> str:
        """The help, as wide as the terminal."""
        return _fitting_help(ctx, super().get_help)

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Refuse arguments that nothing takes, with a French sentence."""
        ctx.allow_extra_args = True
        ctx.meta[TYPED] = (ctx.info_name, *args)
        if not ctx.resilient_parsing:
            self._refuse_too_many(ctx, args)
        try:
            rest = super().parse_args(ctx, _parted(_without_accents(args), self._years()))
        except TyperException as error:
            if getattr(error, "ctx", ctx) is None:  # Typer leaves out whose option lacks its value
                error.ctx = ctx  # type: ignore[attr-defined]
            raise
        if ctx.args and not ctx.resilient_parsing:
            raise UsageProblem(f"Argument en trop : {quoted(ctx.args[0])}. Mode d’emploi : {ctx.command_path} --help")
        return rest

    def invoke(self, ctx: "Context") -> Any:
        """Run the command; its problems leave with its options."""
        try:
            return super().invoke(ctx)
        except PenitError as problem:
            options = {str(param.name): param.opts[0] for param in self.params}
            raise Refused(problem, options, ctx.meta[TYPED]) from problem

    def _refuse_too_many(self, ctx: "Context", args: list[str]) -> None:
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

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Usage, what it does, arguments, options, examples."""
        from penitcareer.cli.helping import write_command

        write_command(formatter, self, ctx, self.groups, self.examples)


class LazyGroup(TyperGroup):
    """The group of all commands."""

    def get_help_option(self, ctx: "Context") -> Any:
        """`--help`, described in French."""
        return _in_french(super().get_help_option(ctx))

    def get_help(self, ctx: "Context") -> str:
        """The help, as wide as the terminal."""
        return _fitting_help(ctx, super().get_help)

    def list_commands(self, ctx: "Context") -> list[str]:  # noqa: ARG002 (Typer's signature)
        """Names in the order a newcomer reads them."""
        return list(COMMANDS)

    def get_command(self, ctx: "Context", cmd_name: str) -> "Command | None":  # noqa: ARG002
        """The command of this name, its module imported now; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            self.commands[cmd_name] = _build(cmd_name)
        return self.commands[cmd_name]

    def resolve_command(self, ctx: "Context", args: list[str]) -> Any:
        """The command meant: by its name or a French twin, or `show` for a métier's name.

        Raises UsageProblem with the nearest command.
        """
        name = command_named(args[0])
        if name is not None:
            args = [name, *args[1:]]
        elif not ctx.resilient_parsing:
            if not _names_a_metier(args):
                raise _unknown(args[0])
            args = ["show", *args]
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: "Context", incomplete: str) -> "list[CompletionItem]":
        """Complete a command name without importing any command."""
        from penitcareer.cli.typer_ours import CompletionItem

        if incomplete.startswith("-"):
            return super(TyperGroup, self).shell_complete(ctx, incomplete)
        return [CompletionItem(name, help=line) for name, (_, line) in COMMANDS.items()]

    def format_help(self, ctx: "Context", formatter: "HelpFormatter") -> None:
        """Usage, the commands by question, where the rest is."""
        from penitcareer.cli.helping import write_program

        write_program(formatter, self, ctx)


def _names_a_metier(args: list[str]) -> bool:
    """Whether what is typed before any option is the name of a métier: `penit cpip`."""
    import os
    from itertools import pairwise, takewhile

    from penitcareer.store.opening import open_catalogue

    words = list(takewhile(lambda word: not word.startswith("-"), args))
    data = next((after for word, after in pairwise(args) if word == "--data"), None)
    try:
        catalogue = open_catalogue(data or os.environ.get("PENIT_DATA") or None)
    except PenitError:
        return False
    return bool(words) and bool(catalogue.codes_of(" ".join(words)))


def _unknown(typed: str) -> UsageProblem:
    from difflib import get_close_matches

    near = get_close_matches(typed.lower(), [*COMMANDS, *TWINS], n=2, cutoff=NEAR)
    hint = suggestion([f"penit {name}" for name in dict.fromkeys(TWINS.get(name, name) for name in near)])
    return UsageProblem(f"Ni commande ni métier : {quoted(typed)}.{hint} Liste des commandes : penit --help")


def _fitting_help(ctx: "Context", written: Callable[["Context"], str]) -> str:
    from penitcareer.cli.helping import in_full_width

    in_full_width(ctx)
    return written(ctx)


def _in_french(help_option: Any) -> Any:
    if help_option is not None:  # `--contre` has none
        help_option.help = "Afficher cette aide"
    return help_option


def _without_accents(arguments: list[str]) -> list[str]:
    """`--nationalité autre` reads as `--nationalite autre`; values stay as typed."""
    if all(argument.isascii() for argument in arguments):
        return arguments
    from penitcareer.domain.names import fold

    end = arguments.index("--") if "--" in arguments else len(arguments)
    plain = []
    for argument in arguments[:end]:
        name, equals, value = argument.partition("=")
        plain.append(f"--{fold(name).replace(' ', '-')}{equals}{value}" if name.startswith("--") else argument)
    return plain + arguments[end:]


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
    command.groups = getattr(module, "GROUPS", {})
    command.most_words = getattr(module, "MOST_WORDS", MOST_WORDS)
    return command
