"""The library answers what its commands print, and `import penitcareer` loads nothing."""

import doctest
import html
import inspect
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import penitcareer
from penitcareer import Penit, PenitError, Reponse
from penitcareer.api.demande import Demande
from penitcareer.domain.pay.request import PayRequest
from tests.support import DAY, ROOT, penit, penit_json, python

PAGE = ROOT / "docs" / "bibliotheque.md"
INTERNAL = {"poste"}  # of a request: asked by the engine, never by a person

Ask = Callable[[Penit], Reponse[Any]]
CALLS: dict[str, Ask] = {
    "net 3500": lambda penit: penit.net(3500),
    "net 3500,50 --annuel": lambda penit: penit.net("3 500,50", annuel=True),
    "net 3500 --statut titulaire --primes 0": lambda penit: penit.net(3500, statut="titulaire", primes=0),
    "net 3500 --primes 400": lambda penit: penit.net(Decimal("3500.00"), primes=Decimal(400)),
    "net cpip": lambda penit: penit.tranches("cpip"),
    "brut 2700": lambda penit: penit.brut(2700),
    "list": lambda penit: penit.metiers(),
    "list --tri salaire --categorie A --diplome bac+3 --statut titulaire --min-net 1500": lambda penit: penit.metiers(
        tri="salaire", categorie="A", diplome="bac+3", statut="titulaire", min_net=1500
    ),
    "list --filiere technique": lambda penit: penit.metiers(filiere="technique"),
    "show cpip": lambda penit: penit.metier("CPIP"),
    "show dspip --section salaire --annuel": lambda penit: penit.metier("dspip", section="salaire", annuel=True),
    "compare cpip dspip": lambda penit: penit.comparer("cpip", "dspip"),
    "find juge": lambda penit: penit.chercher("juge"),
    "sigle": lambda penit: penit.sigle(),
    "sigle PPSMJ": lambda penit: penit.sigle("ppsmj"),
    "sources": lambda penit: penit.sources(),
    "sources cpip": lambda penit: penit.sources("cpip"),
    "acces cpip": lambda penit: penit.acces("cpip"),
    "acces psychologue": lambda penit: penit.acces("psychologue"),
    "eligible --diplome bac+3 --domaine social --age 38 --corps aucun": lambda penit: penit.eligible(
        diplome="bac+3", domaine="social", age=38, corps="aucun"
    ),
    "eligible cpip --services 4 --activite 2 --corps cpip --anciennete 3 --nationalite autre": lambda penit: (
        penit.eligible("cpip", services=4, activite=2, corps="cpip", anciennete=3, nationalite="autre")
    ),
    "paie cpip --im 450": lambda penit: penit.paie("cpip", im=450),
    "paie aae --grade principal --echelon 5 --zone 1 --enfants 2 --primes 120,5 --taux-impot 4,2": lambda penit: (
        penit.paie(
            "aae",
            grade="principal",
            echelon=5,
            zone=1,
            enfants=2,
            primes="120,50",
            taux_impot=Decimal("4.20"),
        )
    ),
    "paie cpip --im 450 --ic-csg auto --sans-prime icp --prime nuit=4 --explique": lambda penit: penit.paie(
        "cpip", im=450, ic_csg="auto", sans_primes_nommees=["icp"], primes_nommees=["nuit=4"], explique=True
    ),
    "paie --statut contractuel --brut 2500": lambda penit: penit.paie(statut="contractuel", brut=2500),
    "paie cpip --im 450 --contre '--im 500'": lambda penit: penit.paie("cpip", im=450, contre={"im": 500}),
    "paie cpip --im 450 --lu net=2610 --lu icp=300": lambda penit: penit.paie(
        "cpip", im=450, lu={"net": 2610, "icp": 300}
    ),
    "paie cpip --echelon 1": lambda penit: penit.paie("cpip", echelon=1),
    "paie aae --echelon 5 --annuel": lambda penit: penit.paie("aae", echelon=5, annuel=True),
    "net 3500 --corps cpip": lambda penit: penit.net(3500, corps="cpip"),
    "grille": lambda penit: penit.grille(),
    "grille dsp --grade hors_classe --zone 1": lambda penit: penit.grille("dsp", grade="hors_classe", zone=1),
    "carriere cpip dspip dsp": lambda penit: penit.carriere("cpip", "dspip", "dsp"),
    "carriere dsp --promotion hors_classe@15 --quotite 80@5-8 --enfant @4 --annees 20 --zone 1": lambda penit: (
        penit.carriere(
            "dsp", promotions=[("hors_classe", 15)], temps_partiels=[(80, 5, 8)], naissances=[4], annees=20, zone=1
        )
    ),
    "carriere cpip --puis dspip@9 --avancement median --enfants 1": lambda penit: penit.carriere(
        "cpip", passages=[("dspip", 9)], avancement="median", enfants=1
    ),
    "carriere dsp --depuis echelon=5@2024-03 --annees 10": lambda penit: penit.carriere(
        "dsp", depuis=(None, "5", date(2024, 3, 1)), annees=10
    ),
    "place 2600 cpip": lambda penit: penit.place(2600, "cpip"),
    "place 2600 dsp --net --zone 2": lambda penit: penit.place("2600", "dsp", net=True, zone=2),
}


@pytest.mark.parametrize("command", CALLS)
def test_an_answer_is_the_json_of_its_command(command: str) -> None:
    import shlex

    reponse = CALLS[command](Penit(le=DAY))
    assert reponse.to_dict() == penit_json(*shlex.split(command))


@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize(
    ("command", "ask"),
    [
        ("paie cpip --im 450", lambda penit: penit.paie("cpip", im=450)),
        ("grille dsp", lambda penit: penit.grille("dsp")),
        ("carriere cpip --annees 3", lambda penit: penit.carriere("cpip", annees=3)),
        ("place 2600 cpip", lambda penit: penit.place(2600, "cpip")),
        ("compare cpip dsp", lambda penit: penit.comparer("cpip", "dsp")),
    ],
)
def test_an_answer_under_a_reform_too(command: str, ask: Ask, both: bool) -> None:
    reform = str(ROOT / "docs" / "reformes" / "point.yaml")
    reponse = ask(Penit(le=date(2027, 7, 1), reforme=reform))
    asked = (*command.split(), "--reforme", reform, "--date", "2027-07", *(["--contre-droit"] if both else []))
    assert (reponse.contre_droit() if both else reponse).to_dict() == penit_json(*asked)


def test_a_check_too(tmp_path: Path) -> None:
    (tmp_path / "faux.yaml").write_text("metiers: 3\n", encoding="utf-8")
    path = str(tmp_path / "faux.yaml")
    assert Penit.verifier(path).to_dict() == json.loads(penit("check", path, "--json").out)


@pytest.mark.parametrize("command", CALLS)
def test_its_parts_are_the_same_json_in_decimals(command: str) -> None:
    """Each number is the one of the JSON to its last figure; an amount of money has two decimals."""
    reponse = CALLS[command](Penit(le=DAY))
    written = json.loads(json.dumps(reponse.to_dict()), parse_float=Decimal)
    assert {key: reponse[key] for key in reponse} == written
    assert list(reponse) == list(written)
    floats = [number for number in leaves(reponse.to_dict()) if isinstance(number, float)]
    decimals = [number for number in leaves([reponse[key] for key in reponse]) if isinstance(number, Decimal)]
    assert len(floats) == len(decimals)
    amounts = [number for one, number in zip(floats, decimals, strict=True) if type(one) is not float]
    assert {number.as_tuple().exponent for number in amounts} <= {-2}


def leaves(values: Any) -> Iterator[Any]:
    """What is no dictionary and no list, in order."""
    inside = values.values() if isinstance(values, dict) else values if isinstance(values, list | tuple) else None
    if inside is None:
        yield values
    for one in inside or ():
        yield from leaves(one)


# What English fields were called; functions are English, and so are these words in a function.
ENGLISH = {
    "amount", "at", "bracket", "day", "entry", "given", "has", "high", "index", "is", "known", "label", "law", "line",
    "looks", "low", "month", "name", "of", "pay", "rank", "since", "step", "text", "title", "value", "year",
}  # fmt: skip


def records_in(value: Any) -> Iterator[Any]:
    if hasattr(value, "_fields"):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    for one in inside:
        yield from records_in(one)


@pytest.mark.parametrize("command", CALLS)
def test_the_fields_of_an_answer_are_french(command: str) -> None:
    records = {type(one): one._fields for one in records_in(CALLS[command](Penit(le=DAY)).valeur)}
    assert {name for fields in records.values() for name in fields if ENGLISH & set(name.split("_"))} == set()


def test_a_part_is_in_euros_what_the_value_is_in_cents() -> None:
    reponse = Penit(le=DAY).paie("cpip", im=450)
    totals = reponse.valeur.bulletin.totaux  # type: ignore[union-attr]
    assert (reponse["totaux"]["brut"], totals.brut) == (Decimal("3257.85"), 325785)
    assert str(reponse["totaux"]["brut"] * 12) == "39094.20"
    assert reponse["taux_impot"] == Decimal("0.053")  # a rate multiplies amounts
    with pytest.raises(KeyError):
        reponse["total"]


def test_every_public_method_is_asked_here() -> None:
    asked = {code for ask in CALLS.values() for code in ask.__code__.co_names}
    answers = {name for name in functions() if name not in ("codes", "verifier")}
    assert answers <= asked


def test_every_public_name_is_in_its_page() -> None:
    page = "".join((ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("bibliotheque", "reformes"))
    assert [name for name in dir(Penit) if name[0] != "_" and not re.search(rf"\b{name}\b", page)] == []


def functions() -> list[str]:
    """The public methods of the library."""
    return [name for name, _ in inspect.getmembers(Penit, callable) if not name.startswith("_")]


def test_the_module_offers_its_methods_as_functions_and_four_names() -> None:
    assert len(penitcareer.__all__) <= 6
    assert sorted({*dir(penitcareer)}) == sorted({*penitcareer.__all__, *functions()})
    source = (ROOT / "src" / "penitcareer" / "__init__.py").read_text(encoding="utf-8")
    assert [name for name in functions() if f"    {name} = _penit.{name}\n" not in source] == []
    assert source.count(" = _penit.") == len(functions())
    with pytest.raises(AttributeError, match="has no attribute 'nette'"):
        penitcareer.nette  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError):
        penitcareer.le  # type: ignore[attr-defined]  # noqa: B018


def test_to_import_the_package_loads_nothing_and_an_answer_only_what_it_needs() -> None:
    code = (
        "import sys\nbefore = set(sys.modules)\nimport penitcareer\nprint(sorted(set(sys.modules) - before))\n"
        "penitcareer.net(3500)\nprint(sorted({name.split('.')[0] for name in sys.modules}"
        " & {'typer', 'rich', 'yaml', 'pydantic'}), 'penitcareer.domain.metiers.metier' in sys.modules)"
    )
    penitcareer.net(3500)  # warms the cache
    done = python(code)
    assert done.stdout.splitlines() == ["['penitcareer']", "[] False"], done.stderr


def test_an_answer_is_frozen_and_has_five_public_names() -> None:
    reponse = Penit(le=DAY).net(3500)
    names = [name for name in dir(reponse) if not name.startswith("_")]
    assert names == ["contre_droit", "reforme", "to_dict", "valeur", "vue"]
    for name in ("valeur", "vue", "reforme", "autre"):
        with pytest.raises(AttributeError):
            setattr(reponse, name, None)
    assert repr(reponse) == "<Reponse : Estimate>"


@pytest.mark.parametrize("command", ["net 3500", "show cpip", "carriere cpip dspip dsp"])
def test_a_notebook_shows_the_page_of_the_command(command: str) -> None:
    found = re.fullmatch(r'<iframe srcdoc="([^"]*)" style="[^"]*" onload="[^"]*"></iframe>', _reponse_html(command))
    assert found
    page = penit(*command.split(), "--format", "html").out
    dated = " · chiffres au 21\u00a0novembre 2026"  # an answer that no law decides does not know its day
    assert html.unescape(found[1]) in (page, page.replace(dated, ""))


def _reponse_html(command: str) -> str:
    known: dict[str, Ask] = {"show cpip": lambda penit: penit.metier("cpip"), **CALLS}
    return known[command](Penit(le=DAY))._repr_html_()


def test_the_day_is_today_until_one_is_given() -> None:
    assert Penit().le == date.today()
    assert Penit(le=date(2024, 2, 1)).le == date(2024, 2, 1)
    old, new = (Penit(le=day).paie("cpip", im=450).valeur.loi.jour for day in (date(2024, 2, 1), DAY))
    assert (old, new) == (date(2024, 2, 1), DAY)


def test_data_of_ones_own_are_added_and_files_left_out_are_said(tmp_path: Path, own_folder: Path) -> None:
    from tests.support import record, write_metiers

    given = write_metiers(tmp_path / "essai.yaml", record("essai"))
    (own_folder / "faux.yaml").write_text("metiers: 3\n", encoding="utf-8")
    penit = Penit(data=given)
    assert penit.metier("essai").valeur.metier.code == "essai"
    assert penit.codes("cpip") == ("cpip",)
    assert penit.codes("personne") == ()
    assert [file.fichier for file in penit.fichiers_ignores] == [str(own_folder / "faux.yaml")]
    assert len(Penit.verifier().valeur.fautes) == 1
    assert Penit.verifier(given).to_dict()["fautes"] == []


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda penit: penit.metier("cpi"), "cpip"),
        (lambda penit: penit.net("3,500"), "3,500"),
        (lambda penit: penit.net(-1), "-1"),
        (lambda penit: penit.net(0), "0"),
        (lambda penit: penit.net(3500, statut="titulair"), "titulaire"),
        (lambda penit: penit.metiers(tri="age"), "age"),
        (lambda penit: penit.metiers(diplome="bac+9"), "bac+9"),
        (lambda penit: penit.metier("cpip", section="paie"), "paie"),
        (lambda penit: penit.comparer("cpip"), "2"),
        (lambda penit: penit.chercher("…"), "without a letter"),
        (lambda penit: penit.paie("cpip", im=0), "im"),
        (lambda penit: penit.paie("cpip", im=450, nbi=-1), "nbi"),
        (lambda penit: penit.paie("cpip", im=450, affectation="lune"), "lune"),
        (lambda penit: penit.paie("cpip", im=450, taux_impot=101), "101"),
        (lambda penit: penit.grille("dsp", zone=4), "zone"),
        (lambda penit: penit.place(2600, "cpip", zone=0), "zone"),
        (lambda penit: penit.carriere(), "5"),
        (lambda penit: penit.carriere("dsp", annees=51), "annees"),
        (lambda penit: penit.carriere("dsp", avancement="vite"), "vite"),
        (lambda penit: penit.carriere("dsp", "cpip", passages=[("dspip", 9)]), "several careers"),
        (lambda penit: penit.eligible(age=13), "age"),
        (lambda penit: penit.eligible(domaine="chant"), "chant"),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(ask: Ask, words: str) -> None:
    with pytest.raises(PenitError) as caught:
        ask(Penit(le=DAY))
    assert words in str(caught.value)


def test_a_float_is_no_amount() -> None:
    with pytest.raises(TypeError, match="no float holds money"):
        penitcareer.brut(3500.5)  # type: ignore[arg-type]


def test_what_may_be_asked_of_a_payslip_is_a_request() -> None:
    assert set(Demande.__annotations__) == set(PayRequest._fields) - INTERNAL


if TYPE_CHECKING:
    # `make types` reads this: an ignore that is not needed is a fault, so that each refusal is proved.
    from penitcareer.domain.estimate import Estimate
    from penitcareer.domain.pay.exact_net import ExactNet
    from penitcareer.render.views import estimates, glossary

    right: Reponse[Estimate] = Reponse(Penit().net(3500).valeur, estimates)
    Reponse(Penit().net(3500).valeur, glossary)  # type: ignore[misc]
    exact: Reponse[ExactNet] = Penit().net(3500, statut="titulaire")
    unexact: Reponse[Estimate] = Penit().net(3500, statut="titulaire")  # type: ignore[assignment]
    Penit().paie("cpip", indice=450)  # type: ignore[call-overload]


def test_the_page_of_the_library_shows_what_it_answers(own_folder: Path) -> None:
    failed, tried = doctest.testfile(
        str(PAGE), module_relative=False, encoding="utf-8", optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert tried > 10
    assert failed == 0
    asked = PAGE.read_text(encoding="utf-8")
    assert [name for name in functions() if f".{name}(" not in asked] == []
