"""What someone said of themselves: in words, and as the options that say it."""

from typing import TYPE_CHECKING

from penitcareer.domain.choices import AUCUN
from penitcareer.domain.entry.profile import Profile
from penitcareer.render.views.demands import DOMAINS, either, level, years
from penitcareer.render.words import french
from penitcareer.render.words.corps import with_corps
from penitcareer.render.words.diplomas import level_word
from penitcareer.render.words.names import in_a_sentence

if TYPE_CHECKING:
    from penitcareer.domain.pay.corps_names import CorpsNames

OTHER_FIELD = "un autre domaine"


def said(profile: Profile, corps: "CorpsNames | None" = None) -> str:
    """What was said, on one line. `corps`: what theirs is called, where the data have it."""
    found = [level(profile.niveau)] if profile.niveau is not None else []
    if profile.domaines:
        found.append(f"diplôme dans {either(DOMAINS.get(name, OTHER_FIELD) for name in profile.domaines)}")
    found += [years(profile.age)] if profile.age is not None else []
    found += [f"{years(profile.services)} de services publics"] if profile.services is not None else []
    found += [f"{years(profile.activite)} d’activité"] if profile.activite is not None else []
    if profile.corps is not None:
        since = f" depuis {years(profile.anciennete)}" if profile.anciennete is not None else ""
        name = in_a_sentence(with_corps(corps)) if corps else f"membre du corps {profile.corps}"
        found.append("membre d’aucun corps" if profile.corps == AUCUN else f"{name}{since}")
    if profile.nationalite is not None:
        found.append({"francaise": "nationalité française", "autre": "autre nationalité"}[profile.nationalite])
    if profile.enfants is not None:
        found.append(french.count(profile.enfants, "enfant") if profile.enfants else "sans enfant")
    for waived, what in ((profile.dispense_age, "limite d’âge"), (profile.dispense_diplome, "diplôme")):
        found += [f"{'dispense' if waived else 'pas de dispense'} de {what}"] if waived is not None else []
    return ", ".join(found) or "aucune information donnée"


def typed(profile: Profile) -> str:
    """The options that say the same: « --diplome bac+3 --age 25 »."""
    found = [f"--diplome {level_word(profile.niveau)}"] if profile.niveau is not None else []
    found += [f"--domaine {field}" for field in profile.domaines or ()]
    for name in ("age", "services", "activite", "corps", "anciennete", "nationalite", "enfants"):
        value = getattr(profile, name)
        found += [f"--{name} {value}"] if value is not None else []
    for waived, name in ((profile.dispense_age, "age"), (profile.dispense_diplome, "diplome")):
        found += [f"--{'dispense' if waived else 'sans-dispense'}-{name}"] if waived is not None else []
    return " ".join(found)
