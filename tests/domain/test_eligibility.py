"""Yes, no, unknown: both sides of every condition, and never yes on a missing fact."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penitcareer.domain.choices import AUCUN, DIPLOMES, DOMAINES, DOMAINES_DITS, NATIONALITES
from penitcareer.domain.entry.eligibility import Answer, Wait, answers_of, eligibility
from penitcareer.domain.entry.profile import Profile, ProfileContradiction, UnknownMembership, consistent, corps_asked
from penitcareer.domain.entry.reason import Reason
from penitcareer.domain.metiers.metier import Metier
from tests.support import WAIVERS, metier, refused

# What the conditions under test do not look at: being French, and no waiver.
PLAIN: dict[str, Any] = {"nationalite": "francaise", "enfants": 0, "dispense_age": False, "dispense_diplome": False}


def route(exige: dict[str, Any] | None, nature: str = "externe", **access: Any) -> Metier:
    """A métier of one route."""
    return metier(acces={"voies": [{"voie": "Concours", "nature": nature, "exige": exige}], **access})


def answer(record: Metier, **facts: Any) -> Answer:
    (found,) = answers_of(record, Profile(**(PLAIN | facts)), WAIVERS)
    return found


def codes(found: Answer) -> list[str]:
    return [reason.code for reason in found.raisons]


SIDES: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"niveau": 6}, {"niveau": 6}, "oui"),
    ({"niveau": 6}, {"niveau": 7}, "oui"),
    ({"niveau": 6}, {"niveau": 5}, "non"),
    ({"niveau": 6}, {"niveau": 0}, "non"),
    ({"niveau": 6}, {}, "inconnu"),
    ({"niveau": 0}, {}, "oui"),
    ({"age_min": 18}, {"age": 18}, "oui"),
    ({"age_min": 18}, {"age": 17}, "non"),
    ({"age_min": 18}, {"age": 19}, "oui"),
    ({"age_min": 18}, {}, "inconnu"),
    ({"age_max": 45}, {"age": 45}, "oui"),
    ({"age_max": 45}, {"age": 46}, "non"),
    ({"age_max": 45}, {"age": 30}, "oui"),
    ({"age_max": 45}, {}, "inconnu"),
    ({"age_max": 45, "age_report": 50}, {"age": 45}, "oui"),
    ({"age_max": 45, "age_report": 47}, {"age": 46}, "non"),
    ({"age_max": 45, "age_report": 47}, {"age": 47, "enfants": 2}, "oui"),
    ({"age_max": 45, "age_report": 46}, {"age": 47, "enfants": 2}, "non"),
    ({"age_max": 45}, {"age": 46, "enfants": 1}, "oui"),
    ({"age_max": 45}, {"age": 47, "enfants": 1}, "non"),
    ({"age_max": 45}, {"age": 60, "enfants": 3}, "oui"),
    ({"age_max": 45}, {"age": 60, "enfants": 4}, "oui"),
    ({"niveau": 6}, {"niveau": 4, "enfants": 4}, "oui"),
    ({"age_max": 45}, {"age": 60, "dispense_age": True}, "oui"),
    ({"age_max": 45}, {"age": 60, "dispense_diplome": True}, "non"),
    ({"age_max": 45}, {"age": None, "enfants": 3}, "oui"),
    ({"age_max": 45}, {"age": 46, "enfants": None}, "inconnu"),
    ({"age_max": 45}, {"age": 46, "dispense_age": None}, "inconnu"),
    ({"age_max": 45}, {"age": 46, "enfants": None, "dispense_age": None}, "inconnu"),
    ({"age_max": 45, "age_report": 47}, {"age": 60, "dispense_age": None}, "inconnu"),
    ({"age_min": 18}, {"age": 17, "enfants": 3, "dispense_age": True}, "non"),
    ({"niveau": 6}, {"niveau": 4, "enfants": 3}, "oui"),
    ({"niveau": 6}, {"niveau": 4, "enfants": 2}, "non"),
    ({"niveau": 6}, {"niveau": 4, "dispense_diplome": True}, "oui"),
    ({"niveau": 6}, {"niveau": 4, "dispense_age": True}, "non"),
    ({"niveau": 6}, {"niveau": 4, "enfants": None}, "inconnu"),
    ({"niveau": 6}, {"niveau": 4, "dispense_diplome": None}, "inconnu"),
    ({"niveau": 6}, {"enfants": 3}, "oui"),
    ({"niveau": 7, "domaines": ["psychologie"]}, {"niveau": 4, "enfants": 3}, "non"),
    ({"niveau": 6, "domaines": ["service_social"]}, {"niveau": 4, "enfants": None}, "non"),
    ({"services": 4}, {"services": 4}, "oui"),
    ({"services": 4}, {"services": 3}, "non"),
    ({"services": 4}, {"services": 0}, "non"),
    ({"services": 4}, {}, "inconnu"),
    ({"services": 0}, {}, "oui"),
    ({"services": 4}, {"corps": "cea", "anciennete": 4}, "oui"),
    ({"services": 4}, {"corps": "cea", "anciennete": 3}, "inconnu"),
    ({"services": 4}, {"corps": "cea"}, "inconnu"),
    ({"activite": 5}, {"activite": 5}, "oui"),
    ({"activite": 5}, {"activite": 4}, "non"),
    ({"activite": 5}, {"services": 9}, "inconnu"),
    ({"corps": ["cpip", "csip"]}, {"corps": "csip"}, "oui"),
    ({"corps": ["cpip", "csip"]}, {"corps": "cea"}, "non"),
    ({"corps": ["cpip"]}, {"corps": AUCUN}, "non"),
    ({"corps": ["cpip"]}, {}, "inconnu"),
    ({"corps": ["cpip"], "anciennete": 6}, {"corps": "cpip", "anciennete": 6}, "oui"),
    ({"corps": ["cpip"], "anciennete": 6}, {"corps": "cpip", "anciennete": 5}, "non"),
    ({"corps": ["cpip"], "anciennete": 6}, {"corps": "cpip"}, "inconnu"),
    ({"corps": ["cpip"], "anciennete": 6}, {"corps": "cea", "anciennete": 9}, "non"),
    ({"a_verifier": ["être agréé"]}, {"niveau": 8}, "inconnu"),
    ({}, {}, "oui"),
]


@pytest.mark.parametrize(("exige", "facts", "expected"), SIDES, ids=str)
def test_each_condition_has_two_sides(exige: dict[str, Any], facts: dict[str, Any], expected: str) -> None:
    assert answer(route(exige), **facts).reponse == expected


@pytest.mark.parametrize(("enfants", "reponse"), [(None, "inconnu"), (0, "non"), (1, "oui"), (300, "oui")])
def test_children_lift_a_limit_from_the_threshold_on(enfants: int | None, reponse: str) -> None:
    """One child is the least that a threshold may be; unknown, nobody supposes it."""
    profile = Profile(**PLAIN | {"niveau": 4, "enfants": enfants})
    (found,) = answers_of(route({"niveau": 6}), profile, WAIVERS._replace(enfants=1))
    assert found.reponse == reponse


@pytest.mark.parametrize("nature", ["interne", "sur_titres", "promotion", "contrat"])
def test_a_diploma_is_waived_for_external_contests_only(nature: str) -> None:
    found = answer(route({"niveau": 6}, nature), niveau=4, enfants=None, dispense_diplome=None)
    assert (found.reponse, found.raisons) == ("non", (Reason("niveau", True, 6, donne=4),))


def test_what_may_lift_a_limit_is_named_until_it_is_known() -> None:
    both: dict[str, Any] = {"enfants": None, "dispense_age": None, "dispense_diplome": None}
    old, low = route({"age_max": 45, "age_report": 47}), route({"niveau": 6})
    assert answer(old, age=46, **both).raisons == (
        Reason("age_max", False, 45, 47, 46, manque=("enfants", "dispense_age")),
    )
    assert answer(old, age=46, dispense_age=None).raisons[0].manque == ("dispense_age",)
    assert answer(low, niveau=4, **both).raisons == (
        Reason("niveau", False, 6, donne=4, manque=("enfants", "dispense_diplome")),
    )
    assert answer(low, niveau=4, enfants=None).raisons[0].manque == ("enfants",)


@pytest.mark.parametrize("asked", DOMAINES)
@pytest.mark.parametrize("given_field", DOMAINES_DITS)
def test_the_diploma_is_of_the_field_or_not(asked: str, given_field: str) -> None:
    same = asked == given_field or (asked, given_field) == ("social", "service_social")
    found = answer(route({"domaines": [asked]}), domaines=(given_field,))
    assert found.reponse == ("oui" if same else "non")


def test_one_field_is_enough_and_a_field_not_said_is_missing() -> None:
    either = route({"niveau": 6, "domaines": ["social", "educatif"]})
    assert answer(either, niveau=6, domaines=("psychologie", "educatif")).reponse == "oui"
    unsaid = answer(either, niveau=6)
    assert unsaid.reponse == "inconnu"
    assert unsaid.raisons == (Reason("domaine", False, noms=("social", "educatif"), manque=("domaine",)),)
    assert answer(route({"domaines": ["social"]}), niveau=0).reponse == "non"


@pytest.mark.parametrize(
    ("demanded", "nature", "told", "expected"),
    [
        ("française", "externe", "francaise", "oui"),
        ("française", "externe", "autre", "non"),
        ("française", "externe", None, "inconnu"),
        ("Française", "interne", "autre", "non"),
        ("française", "contrat", None, "oui"),
        ("française", "contrat", "autre", "oui"),
        ("française ou de l’Union européenne", "externe", "francaise", "oui"),
        ("française ou de l’Union européenne", "externe", None, "inconnu"),
        ("française ou de l’Union européenne", "externe", "autre", "inconnu"),
        ("de l’Union européenne", "externe", "francaise", "inconnu"),
        (None, "externe", "francaise", "oui"),
        (None, "externe", None, "inconnu"),
        (None, "promotion", None, "inconnu"),
        (None, "externe", "autre", "inconnu"),
        (None, "contrat", "autre", "oui"),
    ],
)
def test_nationality_is_one_rule_for_every_post_of_titulaire(
    demanded: str | None, nature: str, told: str | None, expected: str
) -> None:
    found = answer(route({}, nature, nationalite=demanded), nationalite=told)
    assert found.reponse == expected
    missing = [("nationalite",)] if (told, expected) == (None, "inconnu") else [()] * len(found.raisons)
    assert [reason.manque for reason in found.raisons] == missing


def test_a_metier_of_contracts_only_asks_for_no_nationality() -> None:
    record = metier(statuts=["contractuel"], acces={"voies": [{"voie": "Offre", "exige": {}}]})
    assert answer(record, nationalite=None).reponse == "oui"


def test_conditions_nobody_says_are_never_met() -> None:
    unsaid = answer(route(None), niveau=8, age=30)
    assert (unsaid.reponse, codes(unsaid)) == ("inconnu", ["exige"])
    foreign = answer(route(None, nationalite="française"), nationalite="autre")
    assert (foreign.reponse, codes(foreign)) == ("non", ["nationalite"])


def test_what_cannot_be_checked_is_named_after_what_is_met() -> None:
    found = answer(route({"niveau": 4, "a_verifier": ["taille", "permis"]}), niveau=4)
    assert [reason.noms for reason in found.raisons] == [("taille",), ("permis",)]


def test_a_no_tells_every_failing_condition_and_no_missing_fact() -> None:
    demands = {"niveau": 6, "age_max": 45, "services": 4, "corps": ["cpip"], "anciennete": 6, "a_verifier": ["x"]}
    found = answer(route(demands), niveau=4, age=50, services=1)
    assert (found.reponse, codes(found)) == ("non", ["niveau", "age_max", "services"])
    assert found.raisons[1] == Reason("age_max", True, 45, None, 50)


def test_an_unknown_tells_every_missing_fact() -> None:
    demands = {
        "niveau": 6, "domaines": ["social"], "age_min": 18, "age_max": 45, "services": 4, "activite": 5,
        "corps": ["cpip"], "anciennete": 6,
    }  # fmt: skip
    (found,) = answers_of(route(demands, nationalite="française"), Profile(), WAIVERS)
    assert [fact for reason in found.raisons for fact in reason.manque] == [
        "niveau", "domaine", "age", "age", "services", "activite", "corps", "anciennete", "nationalite",
    ]  # fmt: skip
    assert found.reponse == "inconnu"


def test_a_closed_metier_is_a_no_that_names_its_heir() -> None:
    closed = metier(
        "lieutenant", recrutement=False, remplace_par="capitaine", acces={"voies": [{"voie": "Concours", "exige": {}}]}
    )
    found = answer(closed)
    assert (found.reponse, found.raisons) == ("non", (Reason("ferme", True, noms=("capitaine",)),))
    bare = answer(metier(recrutement=False))
    assert (bare.voie, bare.reponse, bare.raisons) == (None, "non", (Reason("ferme", True),))


def test_a_metier_without_routes_is_unknown() -> None:
    for record in (metier(), metier(acces={"diplome": "Bac"})):
        found = answer(record, niveau=8)
        assert (found.voie, found.reponse, codes(found)) == (None, "inconnu", ["voies"])


def test_being_of_the_metier_s_own_corps_is_nothing_special() -> None:
    own = metier(corps=["CPIP"], acces={"voies": [{"voie": "Concours", "exige": {"niveau": 6}}]})
    assert answer(own, corps="cpip").reponse == "inconnu"


def test_answers_come_yes_first_then_unknown_then_no_in_the_catalogue_s_order() -> None:
    def record(code: str, *demands: dict[str, Any] | None) -> Metier:
        return metier(code, acces={"voies": [{"voie": f"V{i}", "exige": one} for i, one in enumerate(demands)]})

    profile = Profile(niveau=6, **PLAIN)
    result = eligibility([record("un", {"niveau": 7}, {}), record("deux", None, {"niveau": 4})], profile, WAIVERS)
    assert [(one.reponse, one.metier, one.voie) for one in result.reponses] == [
        ("oui", "un", "V1"), ("oui", "deux", "V1"), ("inconnu", "deux", "V0"), ("non", "un", "V0"),
    ]  # fmt: skip
    assert result.nationalite_non_dite == ()


def test_the_nationality_nobody_says_is_told_only_where_it_counts() -> None:
    unsaid, foreign, french = (Profile(nationalite=told) for told in (None, "autre", "francaise"))
    assert eligibility([route({})], unsaid, WAIVERS).nationalite_non_dite == ("essai",)
    assert eligibility([route({})], foreign, WAIVERS).nationalite_non_dite == ("essai",)
    assert eligibility([route({})], french, WAIVERS).nationalite_non_dite == ()
    others = [route({}, "contrat"), metier(), route({}, nationalite="française"), route({"niveau": 4}, "interne")]
    assert eligibility(others, Profile(niveau=3), WAIVERS).nationalite_non_dite == ()


@pytest.mark.parametrize(
    ("exige", "facts", "years"),
    [
        ({"services": 4}, {"services": 3}, 1),
        ({"services": 4}, {"services": 1}, 3),
        ({"services": 5}, {"services": 1}, None),  # too far
        ({"services": 2}, {"services": 0}, None),  # nothing has begun
        ({"age_min": 17}, {"age": 15}, 2),
        ({"activite": 5}, {"activite": 4}, 1),
        ({"corps": ["cea"], "anciennete": 6}, {"corps": "cea", "anciennete": 4}, 2),
        ({"services": 4, "activite": 5}, {"services": 3, "activite": 3}, 2),
        ({"services": 4, "niveau": 6}, {"services": 3, "niveau": 4}, None),
        ({"services": 4, "niveau": 6}, {"services": 3}, None),  # a diploma that time does not tell
        ({"services": 4, "age_max": 45}, {"services": 3, "age": 45}, None),  # too old by then
        ({"services": 4, "age_max": 45}, {"services": 3, "age": 44}, 1),
        ({"services": 4}, {"services": 3, "nationalite": None}, 1),
        ({"services": 4}, {"services": 4}, None),
    ],
    ids=str,
)
def test_a_route_that_time_alone_opens_says_when(exige: dict[str, Any], facts: dict[str, Any], years: int) -> None:
    assert answer(route(exige), **facts).dans_ans == years


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"age": 20, "services": 5}, ("services", 5, "age", 20, 4)),
        ({"age": 20, "services": 4}, None),
        ({"age": 20, "activite": 6}, None),
        ({"age": 20, "activite": 7}, ("activite", 7, "age", 20, 6)),
        ({"age": 30, "anciennete": 15}, ("anciennete", 15, "age", 30, 14)),
        ({"age": 14, "services": 0}, None),
        ({"services": 2, "corps": "cea", "anciennete": 6}, ("services", 2, "anciennete", 6, 6)),
        ({"services": 6, "corps": "cea", "anciennete": 6}, None),
        ({"services": 60}, None),
    ],
    ids=str,
)
def test_years_that_cannot_be_are_refused(facts: dict[str, Any], refusal: tuple[Any, ...] | None) -> None:
    profile = Profile(**facts)
    if refusal is None:
        assert consistent(profile) is profile
        return
    with pytest.raises(ProfileContradiction) as caught:
        consistent(profile)
    assert tuple(vars(caught.value).values()) == refusal


def test_the_most_useful_missing_fact_comes_first() -> None:
    records = [
        route({"age_min": 18, "age_max": 40, "services": 4}),
        route({"services": 4, "niveau": 4}),
        route({"services": 4, "niveau": 4}),
        route({"niveau": 4}),
        route({"niveau": 4}),
        route({"niveau": 4, "a_verifier": ["x"]}),
        route({"age_max": 40, "corps": ["cpip"]}),
    ]
    result = eligibility(records, Profile(corps=AUCUN, nationalite="francaise"), WAIVERS)
    assert result.attentes == (Wait("niveau", 5, 2), Wait("services", 3, 0), Wait("age", 1, 0))


def test_a_corps_is_known_by_its_names_or_by_the_conditions_that_name_it() -> None:
    names = [("cea", "cea"), ("Surveillants", "cea"), ("autre", "x"), ("Surveillants", "y")]
    records = [metier(), metier(acces={"diplome": "Bac"}), route(None), route({"corps": ["greffier", "cea"]})]
    for asked, code in (("CEA", "cea"), ("surveillants", "cea"), ("Greffier", "greffier"), ("Aucun", AUCUN)):
        assert corps_asked(asked, names, records) == code
    with refused(UnknownMembership, r"« grefier »\. Vouliez-vous dire greffier \? .*--corps aucun", "eligible"):
        corps_asked("grefier", names, records)


# -- properties

LEVELS = sorted(set(DIPLOMES.values()))
years = st.integers(0, 9)
maybe_years = st.none() | years
ages = st.lists(st.integers(17, 60), min_size=3, max_size=3).map(sorted)


@st.composite
def demands(draw: st.DrawFn) -> dict[str, Any] | None:
    low, high, extended = draw(ages)
    some: dict[str, Any] = {
        "niveau": draw(st.none() | st.sampled_from(LEVELS)),
        "domaines": draw(st.lists(st.sampled_from(DOMAINES), unique=True, max_size=2)),
        "age_min": draw(st.none() | st.just(low)),
        "age_max": draw(st.none() | st.just(high)),
        "services": draw(maybe_years),
        "activite": draw(maybe_years),
        "corps": draw(st.lists(st.sampled_from(["cpip", "cea"]), unique=True)),
        "a_verifier": draw(st.just([]) | st.just(["x"])),
    }
    if some["age_max"] is not None:
        some["age_report"] = draw(st.none() | st.just(extended))
    if some["corps"]:
        some["anciennete"] = draw(maybe_years)
    return draw(st.just(some) | st.just(some) | st.none())


@st.composite
def metiers(draw: st.DrawFn) -> Metier:
    demanded = draw(st.sampled_from([None, "française", "européenne"]))
    return route(draw(demands()), draw(st.sampled_from(["externe", "contrat"])), nationalite=demanded)


def is_consistent(profile: Profile) -> bool:
    try:
        return consistent(profile) is profile
    except ProfileContradiction:
        return False


profiles = st.builds(
    Profile,
    niveau=st.sampled_from(LEVELS),
    domaines=st.lists(st.sampled_from(DOMAINES), unique=True, max_size=2).map(tuple),
    age=st.integers(15, 65),
    services=years,
    activite=years,
    corps=st.sampled_from(["cpip", "cea", "dsp", AUCUN]),
    anciennete=years,
    nationalite=st.sampled_from(NATIONALITES),
    enfants=st.integers(0, 4),
    dispense_age=st.booleans(),
    dispense_diplome=st.booleans(),
).filter(is_consistent)
kept = st.sets(st.sampled_from(Profile._fields))


def only(profile: Profile, facts: set[str]) -> Profile:
    return profile._replace(**{name: None for name in Profile._fields if name not in facts})


@given(metiers(), profiles, kept, kept)
def test_a_fact_more_settles_an_unknown_and_never_unsettles_an_answer(
    record: Metier, whole: Profile, some: set[str], more: set[str]
) -> None:
    before, after = (answers_of(record, only(whole, facts), WAIVERS)[0] for facts in (some, some | more))
    if before.reponse != "inconnu":
        assert after.reponse == before.reponse


@given(metiers(), profiles, kept)
def test_a_yes_has_no_reason_and_the_others_have_one(record: Metier, whole: Profile, some: set[str]) -> None:
    found = answers_of(record, only(whole, some), WAIVERS)[0]
    assert (found.reponse == "oui") == (found.raisons == ())
    assert {reason.echec for reason in found.raisons} <= {found.reponse == "non"}
    if found.reponse == "non":
        assert not any(reason.manque for reason in found.raisons)


@given(metiers(), profiles, kept)
def test_what_is_said_to_be_missing_was_not_given_and_would_tell(
    record: Metier, whole: Profile, some: set[str]
) -> None:
    given_facts = only(whole, some)
    field = {"domaine": "domaines"}
    for reason in answers_of(record, given_facts, WAIVERS)[0].raisons:
        for fact in reason.manque:
            name = field.get(fact, fact)
            assert getattr(given_facts, name) is None or (name == "anciennete" and given_facts.corps is None)
    complete = answers_of(record, whole, WAIVERS)[0]
    assert not any(reason.manque for reason in complete.raisons)
