"""Exceptions to French sentences and exit codes: the only place that knows both."""

import sys
import traceback
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from penitcareer.cli.group import NEAR, LazyGroup, Refused
from penitcareer.cli.streams import forget, hint, tell
from penitcareer.cli.typer_ours import TyperException
from penitcareer.domain.amounts import is_digits
from penitcareer.domain.errors import PenitError, UsageProblem
from penitcareer.render.words.quoting import quoted, suggestion

NOT_FOUND, USAGE, BUG = 1, 2, 1


def report(error: Exception) -> int:
    """Say an error on stderr in one sentence and return its exit code. An unexpected one
    is a bug: it keeps its traceback."""
    if isinstance(error, Refused):
        return _refuse(error.problem, error.options, error.typed)
    if isinstance(error, PenitError):
        return _refuse(error, {}, ())
    if isinstance(error, TyperException):
        return _say(_usage_sentence(error), USAGE)
    if isinstance(error, OSError) and error.filename is None:
        forget(sys.stdout)
        return _say("Écriture impossible : la sortie ne reçoit plus rien. Vérifiez le disque", NOT_FOUND)
    tell("".join(traceback.format_exception(error)))
    return BUG


def _refuse(problem: PenitError, options: Mapping[str, str], typed: Sequence[str]) -> int:
    from penitcareer.render.refusals import sentence

    return _say(sentence(problem, options, typed), USAGE if isinstance(problem, UsageProblem) else NOT_FOUND)


def _say(sentence: str, code: int) -> int:
    hint(sentence)
    return code


def _usage_sentence(error: Any) -> str:
    """Typer's usage errors in French; it only tells them apart by class and fields."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "penit"
    help_hint = f"Mode d’emploi : {command} --help"
    option = str(getattr(error, "option_name", ""))
    match type(error).__name__:
        case "NoSuchOption":
            return f"{_unknown_option(option, context)} {help_hint}"
        case "BadOptionUsage":
            expected = "attend une valeur" if "requires" in str(error) else "n’attend pas de valeur"
            return f"L’option {option} {expected}. {help_hint}"
        case "MissingParameter":
            name = error.param.metavar or error.param.name.upper()
            return f"Il manque {name}. {help_hint}"
    return f"Commande incorrecte. {help_hint}"


def _unknown_option(option: str, context: Any) -> str:
    if is_digits(option[1:2]):
        return f"Un montant est positif : {quoted(option)} ne l’est pas."
    known = [name for param in context.command.get_params(context) for name in param.opts] if context else []
    near = suggestion(get_close_matches(option, known, n=2, cutoff=NEAR))
    if near or not isinstance(context and context.command, LazyGroup):
        return f"Option inconnue : {quoted(option)}.{near}"
    return f"Option inconnue sans commande : {quoted(option)}. Une option suit sa commande : penit show cpip --json."
