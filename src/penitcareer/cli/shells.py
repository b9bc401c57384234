"""What completion hands to a shell: the one door that every word it offers goes through.

The scripts of the four shells come from Typer. zsh evaluates the answer, bash splits and
expands it, and the words come from files that anyone may write. So nothing is escaped here: a
value is made of signs that no shell reads, or is not offered, and what it means is reduced to
letters, digits and a few harmless signs.
"""

import os
import re
import sys
from typing import ClassVar
from unicodedata import category

from penitcareer.cli.typer_ours import (
    BashComplete,
    CompletionItem,
    FishComplete,
    PowerShellComplete,
    ShellComplete,
    ZshComplete,
    add_completion_class,
)
from penitcareer.domain.errors import PenitError, UsageProblem
from penitcareer.render.words.safe import fit

VALUE = re.compile(r"(--[a-z-]+=)?[A-Za-z0-9][A-Za-z0-9_+.-]*|--?[a-z][a-z-]*")
HARMLESS = frozenset(" ,.+-_–—/’«»…€")
INSTEAD = str.maketrans({"'": "’", ":": "–", ";": "–", "%": "pour cent", "(": "", ")": ""})


def prepare_completion(instruction: str) -> None:
    """Have Typer answer in our way to the value of _PENIT_COMPLETE.

    Raises InvalidChoice for a value that no script sets, UsageProblem when what a script
    sets beside it is missing.
    """
    asked, _, shell = instruction.partition("_")
    if asked != "complete" or shell not in SHELLS:
        from penitcareer.render.refusals.catalogue import choice

        raise UsageProblem(choice("_PENIT_COMPLETE", instruction, [f"complete_{name}" for name in SHELLS]))
    missing = [name for name in SHELLS[shell].companions if not _makes_sense(name)]
    if missing:
        raise UsageProblem(
            f"_PENIT_COMPLETE est réservée aux scripts de complétion, et {missing[0]} manque ou n’a pas de sens."
            f" Pour une réponse ordinaire : unset _PENIT_COMPLETE ; pour le script : penit --show-completion {shell}"
        )
    add_completion_class(SHELLS[shell], shell)


def plain(text: str) -> str:
    """A text that stdout can write and that means nothing to a shell, however it is quoted.

    >>> plain("Chef de l'atelier (titulaire) : 21 % $(rm)")
    'Chef de l’atelier titulaire – 21 pour cent rm'
    """
    reduced = _reduced(text.translate(INSTEAD))
    # Once more: in place of a sign that stdout lacks come others, a straight apostrophe say.
    return _reduced(fit(reduced, sys.stdout.encoding or "utf-8"))


def _reduced(text: str) -> str:
    return " ".join("".join(sign if _is_harmless(sign) else " " for sign in text).split())


def _is_harmless(sign: str) -> bool:
    """Letters of any script with their marks, and digits: `⑴` and its like are neither."""
    return sign in HARMLESS or category(sign)[0] in "LM" or category(sign) == "Nd"


def _makes_sense(name: str) -> bool:
    value = os.environ.get(name, "")
    return value.isascii() and value.isdigit() and len(value) < 9 if name == "COMP_CWORD" else name in os.environ


class _Offers(ShellComplete):
    """What is offered, the same for all shells; Typer's class beside it says how its script
    passes the words typed so far."""

    companions: ClassVar[tuple[str, ...]] = ("_TYPER_COMPLETE_ARGS",)
    replaces_option = True  # the word completed is the whole of `--format=js`

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """The values of this place that start as typed, case ignored; none when the data
        cannot be read."""
        option, equals, word = incomplete.rpartition("=")
        # Typer compares case: it is asked for all the values, or all the options, of the place.
        place = option + equals or ("-" if word.startswith("-") else "")
        try:
            found = super().get_completions([one for one in args if one != "="], place)
        except PenitError:
            return []
        before = option + equals if self.replaces_option else ""
        return [
            CompletionItem(before + item.value, help=plain(item.help or ""))
            for item in found
            if item.value.lower().startswith(word.lower()) and VALUE.fullmatch(before + item.value)
        ]


class _Bash(_Offers, BashComplete):
    companions = ("COMP_WORDS", "COMP_CWORD")
    replaces_option = False  # `=` parts words


class _Zsh(_Offers, ZshComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f'"{item.value}:{item.help}"' if item.help else f'"{item.value}"'

    def complete(self) -> str:
        """What the script evaluates. zsh compares too: it is told to ignore case."""
        words = [self.format_completion(item) for item in self.get_completions(*self.get_completion_args())]
        if not words:
            return "_files"
        any_case = "m:{[:lower:][:upper:]}={[:upper:][:lower:]}"
        return f"local -a offered; offered=({' '.join(words)}); _describe choix offered -M '{any_case}'"


class _Fish(_Offers, FishComplete):
    companions = ("_TYPER_COMPLETE_ARGS", "_TYPER_COMPLETE_FISH_ACTION")

    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{item.help}"


class _PowerShell(_Offers, PowerShellComplete):
    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}:::{item.help or ' '}"  # PowerShell refuses an empty text


SHELLS: dict[str, type[_Offers]] = {
    "bash": _Bash,
    "zsh": _Zsh,
    "fish": _Fish,
    "powershell": _PowerShell,
    "pwsh": _PowerShell,
}
