"""Each error of the domain is said in one line: what was asked, what is wrong, what to type next."""

from datetime import date
from importlib import import_module
from string import Formatter
from typing import get_args

import pytest

from penitcareer.domain import errors
from penitcareer.domain import staff as of_staffs
from penitcareer.domain.career import errors as of_careers
from penitcareer.domain.checks import Fault, IgnoredFile
from penitcareer.domain.entry.profile import ProfileContradiction, UnknownMembership
from penitcareer.domain.pay import errors as of_pay
from penitcareer.render.refusals import catalogue, pay, sentence, staff
from penitcareer.render.refusals.flags import Flags
from penitcareer.render.words.quoting import quoted, suggestion
from tests.support import SRC, options_of, penit, same_spaces

LONG = "x" * 5000
DAY = date(2026, 11, 1)
ONE_OF_EACH: tuple[errors.PenitError, ...] = (
    errors.UnknownMetier("x", ["cpip"]),
    errors.SeveralMetiers("x", ["a", "b"]),
    ProfileContradiction("services", 12, "age", 20, 4),
    errors.UnknownSigle("x"),
    errors.NoValueAtDate("SMIC", date(2000, 1, 1), date(2023, 1, 1)),
    errors.InvalidAmount("x", "vide"),
    errors.InvalidChoice("tri", "x", ["code"]),
    errors.MissingPath("x"),
    errors.OutOfBounds("annees", 60, 1, 50),
    errors.NotAPercentage("x"),
    errors.WrongCount("carriere", 6, 1, 5),
    errors.NothingToSearch(),
    errors.SeveralStarts(),
    UnknownMembership("x"),
    of_pay.ContradictoryPay("ni_corps_ni_indice"),
    of_pay.UnknownLegalValue("pss_plancher", DAY),
    of_pay.UnknownCorps("x"),
    of_pay.UnknownGrade("x", "cpip", ["eleve"]),
    of_pay.UnknownEchelon("x", "cpip", "eleve", ["1"]),
    of_pay.UnsourcedIndex("cpip", "eleve", "1"),
    of_pay.InvalidIndex("im", 1, (2, 3)),
    of_pay.NotInLaw("zone", 4, [1, 2, 3]),
    of_pay.UnknownLine("x"),
    of_pay.TooManyChildren(15),
    of_pay.UnknownPrime("x", "inconnue", ["ifse"]),
    of_staffs.BadHeader("aucune", ()),
    of_staffs.UnreadableStaff("agents.csv", "absent"),
    of_staffs.TooManyCells(),
    of_staffs.MissingExtra("lots"),
    of_careers.NoCareer("x"),
    of_careers.PromotionTooEarly("haut", 3, (), None),
    of_careers.NotNextGrade("haut", 3, "base", ()),
    of_careers.AlreadyInGrade("haut", 3),
    of_careers.SameTwice("haut", 3, 5),
    of_careers.OwnCorps("dsp", 5, "dsp"),
    of_careers.SchoolNotOver("puis", "dpip", 1, 3),
    of_careers.StartAhead(date(2027, 1, 1), date(2026, 11, 1)),
    of_careers.TwoStarts(),
    of_careers.NoSuchIndex("dsp", 600, [595, 624], "5"),
    of_careers.OverlappingSpells("80@1-3", "60@2-4"),
    of_careers.YearOutside("enfant", "@40", 30, 50),
    of_careers.SameYear("puis", "dpip", 3),
    of_careers.TooManyBirths(3, 15),
    of_careers.UnknownShare("85@1-2", [50, 80]),
    of_careers.UnknownCareerGrade("haute", 3, ["haut"], ["haut"]),
)


def kinds() -> set[type[errors.PenitError]]:
    """Every class of error that the domain defines as its parts."""
    for path in (SRC / "domain").rglob("*.py"):
        import_module(".".join(path.relative_to(SRC.parent).with_suffix("").parts))
    return {*errors.Refusal.__subclasses__(), *errors.Misuse.__subclasses__()}


def test_every_error_of_the_domain_has_its_sentence() -> None:
    assert {type(error) for error in ONE_OF_EACH} == kinds()
    for error in ONE_OF_EACH:
        assert sentence(error, {}) != str(error)


@pytest.mark.parametrize("error", ONE_OF_EACH, ids=lambda error: type(error).__name__)
def test_the_error_itself_knows_no_option(error: errors.PenitError) -> None:
    assert "--" not in str(error)
    assert "penit " not in str(error)
    assert str(error).startswith((type(error).__doc__ or "").partition(".")[0])


def test_the_text_of_an_error_gives_its_parts() -> None:
    assert str(errors.UnknownMetier("cpi", nearest=("cpip",))) == (
        "No métier has this code, alias, acronym or title: asked='cpi', nearest=('cpip',)"
    )
    assert errors.UnknownMetier("cpi").nearest == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (of_pay.Contradiction, pay.CONTRADICTIONS),
        (of_pay.UnknownPrime.__annotations__["why"], pay.PRIMES),
        (errors.InvalidAmount.__annotations__["why"], catalogue.AMOUNTS),
        (of_pay.InvalidIndex.__annotations__["field"], pay.INDICES),
        (of_staffs.BadHeader.__annotations__["why"], staff.HEADERS),
        (of_staffs.UnreadableStaff.__annotations__["why"], staff.FILES),
    ],
)
def test_every_reason_has_its_words(kind: object, words: dict[str, str]) -> None:
    assert set(get_args(kind)) == set(words)


def test_every_field_that_a_sentence_names_is_an_option_of_its_command() -> None:
    known = options_of("paie")
    for words in (*pay.CONTRADICTIONS.values(), *pay.PRIMES.values(), pay.EXAMPLE):
        named = {field for _, field, _, _ in Formatter().parse(words) if field}
        assert named <= {*known, "given", "code", "corps", "most"}, words
    assert {"statut", "primes"} <= set(options_of("net"))
    assert set(get_args(of_careers.Event)) <= set(options_of("carriere"))


def test_an_option_is_the_one_that_the_command_declares() -> None:
    twice = of_pay.ContradictoryPay("prime_deux_fois", "icp")
    assert sentence(twice, options_of("paie")).startswith("--prime icp est demandée deux fois")
    assert sentence(twice, {"primes_nommees": "--bonus"}).startswith("--bonus icp")
    assert Flags({})["ic_csg"] == "--ic-csg"


@pytest.mark.parametrize(
    "error",
    [
        errors.UnknownMetier(LONG, ["cpip"]),
        errors.SeveralMetiers(LONG, ["a", "b"]),
        errors.UnknownSigle(LONG),
        errors.InvalidAmount(LONG, "vide"),
        errors.InvalidChoice("tri", LONG, ["code"]),
        errors.MissingPath(LONG),
    ],
)
def test_a_long_text_is_shortened_in_every_message(error: errors.PenitError) -> None:
    assert len(sentence(error, {})) < 300
    assert f"« {'x' * 57}… »" in sentence(error, {})


def test_sixty_signs_are_quoted_whole() -> None:
    assert quoted("x" * 60) == f"« {'x' * 60} »"
    assert quoted("x" * 61) == f"« {'x' * 57}… »"


def test_suggestions_are_joined() -> None:
    assert suggestion([]) == ""
    assert suggestion(["a", "b"]) == " Vouliez-vous dire a ou b ?"
    assert "Vouliez-vous dire Genesis ?" in sentence(errors.UnknownSigle("genesys", ["Genesis"]), {})


def test_a_value_before_its_first_date_says_since_when_it_is_known() -> None:
    said = sentence(errors.NoValueAtDate("bulletin", date(2000, 1, 1), date(2023, 1, 1)), {})
    assert said.startswith("Bulletin de paie : aucune valeur connue au 2000-01-01, la première vaut depuis le 2023-01")


def test_several_metiers_are_all_named() -> None:
    said = sentence(errors.SeveralMetiers("chef", ["a", "b"]), {})
    assert said == "« chef » désigne plusieurs métiers : a, b. Donnez un code, par exemple : penit show a"
    titled = sentence(errors.SeveralMetiers("chef", ["a", "b"], ["Chef", "Sous-chef"]), {})
    assert titled.startswith("« chef » désigne plusieurs métiers : a (Chef), b (Sous-chef). Donnez un code")


@pytest.mark.parametrize(
    "typed",
    [
        "sources {}", "net {}", "acces {} --json", "show {}", "eligible {} --age 30", "eligible cpip --corps {}",
        "place 2600 {}", "paie {} --echelon 3", "grille {}", "carriere {} --annees 12", "carriere cpip {}",
        "carriere cpip --puis {}@5", "compare {} cpip", "net 3500 --corps {}",
    ],
)  # fmt: skip
def test_a_name_of_several_metiers_proposes_the_call_itself(typed: str) -> None:
    said = penit(*typed.format("directeur").split())
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("« directeur » désigne plusieurs métiers : dspip (")
    assert said.err.rstrip().endswith(f"Donnez un code, par exemple : penit {typed.format('dspip')}")


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        (("sources", "chef", "--date", "2026-01"), "penit sources a --date 2026-01"),
        (("place", "2600", "CHEF", "chef"), "penit place 2600 CHEF a"),
        (("sources", "chef", "--sortie", "un fichier.csv"), 'penit sources a --sortie "un fichier.csv"'),
        (("sources", "chefs"), "penit sources a"),  # a word that holds it is not it
        (("carriere", "chef", "x" * 58), "penit carriere a " + "x" * 58),  # sixty signs
        (("carriere", "chef", "x" * 59), "penit carriere a"),
        (("grille",), "penit grille a"),
        ((), "penit show a"),
    ],
)
def test_the_call_to_type_again_is_short_and_has_the_code(typed: tuple[str, ...], proposed: str) -> None:
    assert Flags({}, typed).again("chef", "a") == proposed


def test_years_that_contradict_each_other_are_said_with_their_options() -> None:
    young = sentence(ProfileContradiction("services", 12, "age", 20, 4), {"age": "--age"})
    assert young == "--services 12 contredit --age 20 : à cet âge, 4 au plus"
    short = sentence(ProfileContradiction("services", 2, "anciennete", 6, 6), {})
    assert short.startswith("--services 2 contredit --anciennete 6 : les années passées dans un corps")


def test_invalid_data_gives_the_first_fault_the_count_and_what_to_type() -> None:
    one = Fault("mes metiers.yaml", 3, "metiers[0].code", "absent")
    assert str(errors.InvalidData([one])) == str(one)
    assert sentence(errors.InvalidData([one]), {}) == (
        'mes metiers.yaml:3 : metiers[0].code : absent. Détail : penit check "mes metiers.yaml"'
    )
    assert "(et 2 autres)" in sentence(errors.InvalidData([one, one, one]), {})
    assert "(et 1 autre)" in sentence(errors.InvalidData([one, one]), {})


def test_a_fault_without_line_or_field_stays_readable() -> None:
    assert str(Fault("f.yaml", None, "", "illisible")) == "f.yaml : illisible"
    assert str(Fault("f.yaml", 2, "", "illisible")) == "f.yaml:2 : illisible"


def test_a_file_left_out_is_said_with_its_faults() -> None:
    assert catalogue.ignored(IgnoredFile("f", 2999)) == "Fichier ignoré (2999 erreurs) : f. Détail : penit check"
    assert "(une erreur)" in catalogue.ignored(IgnoredFile("f", 1))


FAULT, OTHER = Fault("a.yaml", 3, "titre", "il manque"), Fault("b.yaml", None, "", "vide")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (of_careers.StartAhead(date(2027, 1, 1), date(2026, 11, 1)),
         "pris en 2027-01, après le départ de la carrière, en 2026-11."),
        (of_careers.NoSuchIndex("dsp", 600, [595, 624], "5"),
         "Aucun échelon connu de dsp n’a l’indice majoré 600 ; les plus proches : 595 ou 624. Donnez"),
        (of_careers.NoSuchIndex("cdc", 600, [], "5"), "Les indices de cdc sont inconnus. Donnez"),
        (of_careers.UnknownCareerGrade("haute", 3, ["bas", "haut"]), "les grades sont bas, haut."),
        (of_careers.UnknownCareerGrade("haute", 3, []), "les grades sont inconnus."),
        (of_careers.PromotionTooEarly("hc", 2, (), 14), "Au plus tôt : --promotion hc@14"),
        (of_careers.PromotionTooEarly("hc", 2, (), None), "Aucune année du parcours ne convient"),
        (of_careers.SchoolNotOver("promotion", "hc", 1, 3),
         "--promotion hc@1 refusé : l’école n’est pas finie. Au plus tôt : --promotion hc@3"),
        (of_careers.SchoolNotOver("quotite", "80", 1), "pas de temps partiel pendant l’école. Aucune année"),
        (of_careers.SchoolNotOver("puis", "dpip", 1), "l’école n’est pas finie. Aucune année du parcours ne convient"),
        (of_careers.NotNextGrade("hc", 3, "bas", ()), "bas ne mène à aucun autre grade"),
        (of_careers.NotNextGrade("hc", 3, "bas", ("b", "c")), "depuis bas, on passe à b ou c"),
        (of_careers.NotNextGrade("hc", 3, "bas", ("b",), ("b", 2)), "on passe à b : essayez d’abord --promotion b@2"),
        (of_pay.NotInLaw("quotite", 70, (50, 60, 80, 90, 100)), " --im 450 --quotite 80"),
        (of_pay.NotInLaw("zone", 4, (1, 2, 3)), " --im 450 --zone 1"),
        (of_pay.InvalidIndex("im", 2000, (366, 1172)), ", il va de 366 à 1172."),
        (of_pay.InvalidIndex("ib", 2000, (367, 1027)), ", le barème A connu va de 367 à 1027."),
        (of_pay.InvalidIndex("lettre", "HEZ", ("HEA", "HEB")), ", lettres connues : HEA, HEB."),
        (of_pay.InvalidIndex("chevron", 9, (1, 3), "HEA"), ", HEA va du chevron 1 au chevron 3."),
        (of_pay.UnknownPrime("x", "inconnue", ("icp", "pss")), ". Primes connues : icp, pss"),
        (of_pay.UnsourcedIndex("cpip", "cn", "3"), "Indice inconnu pour cn, échelon 3."),
        (errors.WrongCount("compare", 1, 2, 5), "compare demande de 2 à 5 métiers différents et en a reçu 1."),
        (errors.WrongCount("carriere", 5, 1, 4), "carriere compare 4 métiers au plus et en a reçu 5."),
        (errors.InvalidData((FAULT,)), "a.yaml:3 : titre : il manque. Détail : penit check a.yaml"),
        (errors.InvalidData((FAULT, OTHER)), "il manque (et 1 autre). Détail"),
        (errors.InvalidData((FAULT, OTHER), 3), "il manque (et 4 autres). Détail"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_was_given_what_suits_and_what_to_do(error: errors.PenitError, words: str) -> None:
    assert words in same_spaces(sentence(error, {**options_of("paie"), **options_of("carriere")}))


def test_a_prime_of_no_known_list_proposes_none() -> None:
    assert "Primes connues" not in sentence(of_pay.UnknownPrime("x", "inconnue", ()), options_of("paie"))


def test_a_file_left_out_says_how_many_faults_it_has() -> None:
    assert catalogue.ignored(IgnoredFile("a.yaml", 1)) == "Fichier ignoré (une erreur) : a.yaml. Détail : penit check"
    assert catalogue.ignored(IgnoredFile("a.yaml", 2)).startswith("Fichier ignoré (2 erreurs)")
