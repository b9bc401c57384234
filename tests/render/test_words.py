"""The words that screens share: lines of a width, what a pay lacks, legends, reserves, names."""

import pytest

from penitcareer.domain.career.place import Standing
from penitcareer.domain.choices import DIPLOMES
from penitcareer.domain.metiers.provenance import User
from penitcareer.domain.metiers.reperes import BEST_FIRST
from penitcareer.domain.pay.advancement import PromotionRoute
from penitcareer.domain.pay.hypotheses import Hypothese
from penitcareer.render.document import Caption, Note
from penitcareer.render.views.place_short import place_words
from penitcareer.render.words import promotion, reserves, users
from penitcareer.render.words.diplomas import level_word
from penitcareer.render.words.grades import short_title
from penitcareer.render.words.lacking import named, not_counted, without
from penitcareer.render.words.markup import markup_safe
from penitcareer.render.words.metiers import LONGEST_TITLE, short_name
from penitcareer.render.words.names import called, from_file, in_a_sentence, listed, titled
from penitcareer.render.words.preuves import MARKS, MEANINGS, legend
from penitcareer.render.words.wrapping import columns, wrap, wrap_steps
from penitcareer.store.catalogue import Catalogue
from tests.support import PAGE, metier, same_spaces


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        ("abc", 3, ["abc"]),
        ("abc de", 6, ["abc de"]),
        ("abc de", 5, ["abc", "de"]),
        ("abcdef", 3, ["abc", "def"]),
        ("abcdefg", 3, ["abc", "def", "g"]),
        ("ab cdefg", 3, ["ab", "cde", "fg"]),
        ("abcd ef", 3, ["abc", "d", "ef"]),
        ("abcd e", 3, ["abc", "d e"]),  # the end of a long word shares its line
        ("abc", 1, ["a", "b", "c"]),
        ("abc", 0, ["a", "b", "c"]),  # one sign a line at least
        ("a\u00a0b c", 3, ["a\u00a0b", "c"]),  # a space that holds
        ("日本語", 4, ["日本", "語"]),  # each takes two columns
        ("日本語", 5, ["日本", "語"]),
        ("日本語", 3, ["日", "本", "語"]),
        ("日本", 1, ["日", "本"]),
        ("a日本", 3, ["a日", "本"]),
    ],
)
def test_a_text_is_broken_where_it_must(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@pytest.mark.parametrize(
    ("text", "taken"), [("", 0), ("abc", 3), ("é€", 2), ("«\u202f»", 3), ("\u2e7f", 1), ("\u2e80", 2), ("a日", 3)]
)
def test_columns_are_those_of_a_terminal(text: str, taken: int) -> None:
    assert columns(text) == taken


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (26, ["Plus\u202f: penit a b · penit c"]),
        (25, ["Plus\u202f: penit a b ·", "penit c"]),
        (18, ["Plus\u202f: penit a b ·", "penit c"]),
        (17, ["Plus\u202f:", "penit a b ·", "penit c"]),
        (11, ["Plus\u202f:", "penit a b ·", "penit c"]),  # a command and its sign fill the line
        (10, ["Plus\u202f:", "penit a", "b ·", "penit c"]),  # no line starts with the sign
    ],
)
def test_commands_are_broken_between_them(width: int, lines: list[str]) -> None:
    assert wrap_steps("Plus\u202f: penit a b · penit c", width) == lines


def test_what_a_pay_lacks_is_named_or_not_at_all() -> None:
    bonuses = ["Indemnité de fonctions", "Prime"]
    assert named(bonuses) == "indemnité de fonctions, prime"
    assert [same_spaces(note) for note in not_counted(bonuses)] == [
        "Non compté : indemnité de fonctions, prime, de montant inconnu."
    ]
    (note,) = not_counted(bonuses[1:], "CPIP")
    assert (type(note), same_spaces(note)) == (Note, "CPIP : non compté : prime, de montant inconnu.")
    assert not_counted([]) == not_counted([], "CPIP") == []
    assert without(bonuses) == "sans indemnité de fonctions, prime, de montant inconnu"
    assert without([]) == ""


def test_a_legend_has_the_signs_used_each_once_the_best_first() -> None:
    found = legend(["indicatif", "grille_supposee", "grille_encadree"])
    assert (type(found), same_spaces(found)) == (Caption, "◐ grille encadrée ou supposée ; ○ fiche d’orientation")
    assert same_spaces(legend(["publie", "officiel", "grille"])) == (
        "● grille officielle ; ◑ annonce officielle ; ◔ presse, syndicat ou site"
    )
    assert legend([]) == ""
    assert list(MARKS) == list(BEST_FIRST)
    assert list(MEANINGS) == list(dict.fromkeys(MARKS.values()))


def held(
    code: str, *details: tuple[str | int | None, ...], texte: str = "Une phrase.", enjeu: int | None = None
) -> Hypothese:
    return Hypothese(code, texte, details, enjeu, None)


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (held("zone_3_par_defaut"), "zone 3 supposée, sans indemnité de résidence"),
        (held("inconnu"), "Une phrase"),
        (held("prime_inconnue", ("IFO",)), "IFO non comptée, montant inconnu"),
        (held("prime_par_defaut", ("ICP", "CGT"), ("IFO", "x")), "ICP : elle dépend du poste"),
        (held("prime_inconnue"), "Une phrase"),  # nothing to tell it with
        (
            held("depart_echelon_suppose", ("3", "Classe normale")),
            "départ supposé à l’échelon 3 (classe normale), le plus bas possible : --depuis dit le vôtre",
        ),
    ],
)
def test_a_reserve_has_a_short_form_or_its_sentence(item: Hypothese, said: str) -> None:
    assert same_spaces(reserves.brief(item)) == said
    assert same_spaces(reserves.sentence(item)) == said[0].upper() + said[1:]


def test_what_is_at_stake_is_said_when_it_is_known() -> None:
    assert [reserves.stake(held("x", enjeu=enjeu)) for enjeu in (None, 0)] == [None, "jusqu’à 0\u00a0€ par mois"]
    assert same_spaces(str(reserves.stake(held("x", enjeu=41349)))) == "jusqu’à 413 € par mois"


def test_each_short_form_is_of_an_assumption_of_the_data(catalogue: Catalogue) -> None:
    known = {*catalogue.pay_books.phrases, *catalogue.career_wordings}
    assert {*reserves.BRIEF, *reserves.DETAILED, *reserves.FIRST, *reserves.LACKING} <= known


def route(echelon: str | None, years: int | None, within: str = "corps") -> PromotionRoute:
    return PromotionRoute("examen", echelon, years, within, None, None, (), False, None, PAGE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("routes", "said"),
    [
        ([route("1", None)], "le 1er échelon"),
        ([route("6", 6)], "le 6e échelon et 6 ans de services dans le corps"),
        ([route(None, 1, "grade")], "1 an de services dans le grade"),
        ([route("spécial", 0)], "l’échelon spécial"),
        ([route(None, None)], "examen"),
        ([route("6", None), route("7", None), route("6", None)], "le 6e échelon ou le 7e échelon"),
        ([], "une voie ouverte à cette date"),
    ],
)
def test_what_a_promotion_asks(routes: list[PromotionRoute], said: str) -> None:
    assert promotion.conditions(routes) == said


def test_names_as_people_say_them() -> None:
    plain, short = metier("a", titre="Surveillant pénitentiaire"), metier("b", titre="Titre", titre_court="Court")
    acronym = metier("c", titre="Conseiller de probation", sigle="CPIP")._replace(fichier="f.yaml")
    assert [called(one) for one in (plain, short, acronym)] == ["Surveillant pénitentiaire", "Court", "CPIP"]
    assert [listed(one) for one in (plain, short)] == ["Surveillant pénitentiaire", "Court"]
    assert listed(acronym) == "CPIP, conseiller de probation"
    assert [titled(one) for one in (short, acronym)] == ["Titre", "CPIP · Conseiller de probation"]
    assert [from_file(one) for one in (short, acronym)] == ["", "CPIP vient du fichier f.yaml"]


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Bac+3", "bac+3"),
        ("CPIP ou DPIP", "CPIP ou DPIP"),
        ("IM de la grille", "IM de la grille"),
        ("IMs de la grille", "IMs de la grille"),
        ("A", "A"),
        ("ÉCOLE", "ÉCOLE"),
        ("À l’école", "à l’école"),
        ("", ""),
    ],
)
def test_a_text_within_a_sentence_keeps_its_acronym(text: str, within: str) -> None:
    assert in_a_sentence(text) == within


@pytest.mark.parametrize(
    ("title", "sigle", "said"),
    [
        ("Surveillant pénitentiaire", None, "Surveillant"),
        ("Attaché d’administration au ministère de la Justice", "AAE", "Attaché d’administration"),
        ("x" * LONGEST_TITLE, "XY", "x" * 34),
        ("x" * 35, "XY", "XY"),
        ("x" * 35, None, "x" * 35),
    ],
)
def test_a_metier_is_called_by_its_acronym_when_its_title_is_long(title: str, sigle: str | None, said: str) -> None:
    assert short_name(title, sigle) == said


def test_a_name_inside_a_sentence() -> None:
    assert [in_a_sentence(name) for name in ("Attaché", "CPIP", "A", "")] == ["attaché", "CPIP", "A", ""]


def test_a_grade_says_what_it_adds_to_its_corps(catalogue: Catalogue) -> None:
    dsp = catalogue.corps_of("dsp")
    assert short_title(f"{dsp.titre} hors classe", dsp) == "hors classe"
    assert short_title(f"{dsp.titre} de classe normale", dsp) == "classe normale"
    assert short_title(dsp.titre, dsp) == dsp.titre  # it adds nothing
    assert short_title("Élève", None) == "Élève"


def test_a_level_of_diploma_has_the_plainest_word() -> None:
    first = {level: word for word, level in reversed(DIPLOMES.items())}
    assert {level: level_word(level) for level in first} == first
    assert (level_word(6), level_word(1)) == ("bac+3", "niveau 1")


def test_what_a_page_forbids_is_replaced() -> None:
    forbidden = ("\ufdd0", "\ufdef", "\ufffe", "\U0010ffff", "\U0001fffe", "\ud800", "\udfff")
    assert {markup_safe(sign) for sign in forbidden} == {"\ufffd"}
    assert [markup_safe(sign) for sign in ("\ufdcf", "\ufdf0", "\U0001fffd", "<")] == [
        "\ufdcf",
        "\ufdf0",
        "\U0001fffd",
        "<",
    ]


def test_a_user_of_a_kind_is_one_or_several() -> None:
    one, two = User("prime", "icp", "ICP"), User("prime", "ifo", "IFO")
    assert [same_spaces(users.named(those)) for those in ([one], [one, two])] == [
        "prime « ICP »",
        "primes « ICP », « IFO »",
    ]
    corps, droit = User("corps", "dsp", "Directeur"), User("droit", "impot", None)
    assert [same_spaces(users.named([one])) for one in (corps, droit, User("metier", "a", "A"))] == [
        "corps dsp",
        "règle de paie « Taux d’impôt par défaut »",
        "a",
    ]
    assert [users.counted(those) for those in ([], [one], [one, two])] == ["", "1 prime", "2 primes"]


@pytest.mark.parametrize(
    ("place", "share", "said"),
    [
        ("sous", None, "au-dessous"),
        ("au_dessus", None, "au-dessus"),
        ("dans", None, "dans la fourchette"),
        ("dans", 0, "dans le bas de la fourchette"),
        ("dans", 332, "dans le bas de la fourchette"),
        ("dans", 333, "au milieu de la fourchette"),
        ("dans", 666, "au milieu de la fourchette"),
        ("dans", 667, "dans le haut de la fourchette"),
    ],
)
def test_a_place_in_a_range_is_a_third_of_it(place: str, share: int | None, said: str) -> None:
    assert place_words(Standing(place, share)) == said
