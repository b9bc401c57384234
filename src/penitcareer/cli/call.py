"""What every reading command takes: the day, the data, and where and how to write."""

import inspect
import os
import sys
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Annotated, Any

import typer

from penitcareer.api import Penit
from penitcareer.api.face import Reponse, needed
from penitcareer.cli import types
from penitcareer.cli.streams import hint
from penitcareer.domain.errors import UsageProblem
from penitcareer.render.formats import FORMATS

_Format = Annotated[
    str | None,
    types.choice(
        "--format",
        "FORMAT",
        FORMATS,
        f"{', '.join(FORMATS)}. Par défaut : table sur un terminal, plain ailleurs (PENIT_FORMAT)",
    ),
]
_Json = Annotated[bool, typer.Option("--json", help="Comme --format json")]
_Sortie = Annotated[
    str | None,
    types.text("--sortie", "FICHIER", "Écrire dans ce fichier ; .json, .csv, .md et .html en donnent le format"),
]
_Page = Annotated[str | None, types.text("--sortie", "FICHIER", "Écrire dans ce fichier : metiers.html")]
_Data = Annotated[
    str | None,
    types.text("--data", "CHEMIN", "Ajouter les métiers d’un fichier ou dossier YAML (PENIT_DATA)"),
]
_Date = Annotated[
    date | None, types.day("--date", "AAAA-MM[-JJ]", "Jour des calculs. Par défaut : aujourd’hui (PENIT_DATE)")
]
_Tout = Annotated[bool, typer.Option("--tout", help="Tout ce qui est connu, réserves et sources comprises")]
_NoPager = Annotated[bool, typer.Option("--no-pager", help="Tout afficher d’un coup")]

_KEYWORD = inspect.Parameter.KEYWORD_ONLY
_SHARED: dict[str, tuple[Any, Any]] = {
    "format_": (_Format, None),
    "json_": (_Json, False),
    "sortie": (_Sortie, None),
    "data": (_Data, None),
    "date_": (_Date, None),
    "tout": (_Tout, False),
    "no_pager": (_NoPager, False),
}


class Call:
    """One call of a reading command: its shared options, read."""

    def __init__(
        self,
        format_: str | None,
        json_: bool,
        sortie: str | None,
        data: str | None,
        date_: date | None,
        tout: bool,
        no_pager: bool,
        reforme: str | None = None,
        contre_droit: bool = False,
    ) -> None:
        self.sortie = None if sortie == "-" else sortie
        self.tout, self.pager = tout, not no_pager
        self.format = self._asked(format_, json_)
        self._date, self._usual = date_, _usual_day()
        self.reforme, self.both_laws = reforme, contre_droit
        self._data = data or os.environ.get("PENIT_DATA")
        # What another call needs, in the same shell, to answer the same.
        self.again = (*(("--data", data) if data else ()), *(("--date", date_.isoformat()) if date_ else ()))
        self.protect(*([reforme] if reforme else []))

    def protect(self, *inputs: str, svg: str | None = None) -> None:
        """Refuse, before anything is done, an output that is the other output, or is read:
        one of these inputs, or a file of data."""
        if self.sortie is None and svg is None:
            return
        from penitcareer.cli.files import check_outputs
        from penitcareer.store.opening import files_read, given_files

        read = [file for path in inputs for file in given_files(path)]
        check_outputs(self.sortie, svg, [*files_read(self._data), *read])

    def _asked(self, format_: str | None, as_json: bool) -> str | None:
        """The format asked for, None when free."""
        return _format(format_, as_json, self.sortie)

    @cached_property
    def penit(self) -> Penit:
        """The library on the data and the day of this call; files left out are said on stderr."""
        if self.both_laws:
            needed(self.reforme)
        penit = Penit(self._data or None, self._date or self._usual, self.reforme)
        if self._date is None and penit.reforme is not None:
            penit = Penit(self._data or None, max(penit.le, penit.reforme.depuis), self.reforme)
        for file in penit.fichiers_ignores:
            from penitcareer.render.refusals.catalogue import ignored

            hint(f"Attention : {ignored(file)}")
        return penit

    @property
    def day(self) -> date:
        """The day of the answers: a reform may put off today's."""
        return self.penit.le if self.reforme else self._date or self._usual or date.today()

    def emit(self, reponse: Reponse[Any]) -> None:
        """Render an answer in the asked format and write it where asked."""
        from penitcareer.cli.output import write

        if self.both_laws:
            reponse = reponse.contre_droit()
        write(reponse, self.format, self.sortie, self.pager, self.tout, self.day)
        if sys.stdout.isatty():
            from penitcareer.domain.metiers.provenance import STALE_AFTER_MONTHS, is_stale

            if is_stale(self.penit.lues_le, self.day):
                hint(f"Sources consultées il y a plus de {STALE_AFTER_MONTHS} mois, toutes : vérifiez avant de citer.")


TyperOptions = dict[str, tuple[Any, Any]]  # by parameter name: an Annotated type and a default


NO_MORE: TyperOptions = {}


def reading(
    function: Callable[..., None], more: TyperOptions = NO_MORE, kind: type[Call] = Call
) -> Callable[..., None]:
    """Give a command the shared options, and `more` that a Call reads, or its own words for some;
    they are handed to it as one Call, its first argument."""
    options = more | _SHARED | more

    def run(**values: Any) -> None:
        shared = {name: values.pop(name) for name in options}
        function(kind(**shared), **values)

    own = list(inspect.signature(function).parameters.values())[1:]
    return _signed(run, [parameter.replace(kind=_KEYWORD) for parameter in own], options)


def looking(function: Callable[[Call], None]) -> Callable[..., None]:
    """Give a command the data and the day alone, as a Call: what it shows is no document."""
    return _with(function, ("data", "date_"), _SHARED)


def filling(function: Callable[[Call], None]) -> Callable[..., None]:
    """The same for a command whose answer is a page: where to write it too, its format being known."""
    return _with(function, ("sortie", "data", "date_"), {**_SHARED, "sortie": (_Page, None), "format_": (None, "html")})


def _with(function: Callable[[Call], None], names: tuple[str, ...], options: TyperOptions) -> Callable[..., None]:
    """A command that takes these options alone, the others being as usual."""

    def run(**values: Any) -> None:
        usual = {name: default for name, (_, default) in options.items()}
        function(Call(**usual | values))

    return _signed(run, [], {name: options[name] for name in names})


def reading_many(
    own: TyperOptions, more: TyperOptions = NO_MORE
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The same for a command of many options, kept as data: it takes a Call, the Typer
    context and one dict of what was asked."""
    options = more | _SHARED

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        def run(**values: Any) -> None:
            shared = {name: values.pop(name) for name in options}
            context = values.pop("ctx")
            function(Call(**shared), context, values)

        context = inspect.Parameter("ctx", _KEYWORD, annotation=typer.Context)
        return _signed(run, [context, *_parameters(own)], options)

    return decorate


def _signed(run: Callable[..., None], own: list[inspect.Parameter], shared: TyperOptions) -> Callable[..., None]:
    """What Typer reads of a command: its own parameters, then those of its Call."""
    run.__signature__ = inspect.Signature([*own, *_parameters(shared)])  # type: ignore[attr-defined]
    run.__annotations__ = {}
    return run


def _parameters(options: TyperOptions) -> list[inspect.Parameter]:
    return [
        inspect.Parameter(name, _KEYWORD, annotation=annotation, default=default)
        for name, (annotation, default) in options.items()
    ]


def _usual_day() -> date | None:
    """The day of PENIT_DATE, None without: the library then says which. Raises UsageProblem."""
    given = os.environ.get("PENIT_DATE")
    return types.read_day(given) if given else None


def _format(chosen: str | None, as_json: bool, sortie: str | None) -> str | None:
    """The format asked for by option, by the file's ending, by variable; None when free."""
    if as_json:
        if chosen not in (None, "json"):
            raise UsageProblem(f"--json et --format {chosen} se contredisent : gardez l’un des deux")
        return "json"
    if chosen is None and sortie is not None:
        from penitcareer.cli.files import format_of

        return format_of(sortie)
    usual = os.environ.get("PENIT_FORMAT")
    return types.choose("PENIT_FORMAT", usual, FORMATS) if usual and chosen is None else chosen
