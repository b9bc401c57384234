"""Figures and words as a French reader expects them. Nothing is computed here but
roundings for the eye."""

from datetime import date

from penitcareer.domain import money
from penitcareer.domain.estimate import Rule
from penitcareer.domain.money import Cents, Range, Span, TenThousandths, divide
from penitcareer.domain.parameters import ValueAtDate

THIN = "\u202f"  # narrow no-break space: thousands, before ; : ! ?
FIXED = "\u00a0"  # no-break space: before €, %
VOWELS = tuple("aàâeéèêëiîïoôuùûæœ")
UNKNOWN = "inconnu"  # in a sentence
FEMININE = ("Catégorie", "École", "Évolution", "Formation", "Nationalité")
NOTHING = "—"  # in a table
MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
LEVELS = {"junior": "Junior", "confirme": "Confirmé", "senior": "Senior"}
BASES = {"brut": "brut", "net": "net", "non_precise": "brut ou net non précisé"}


def number(value: int) -> str:
    """An integer with thousands apart: 3 500."""
    return f"{value:,}".replace(",", THIN)


def euros(amount: Cents, decimals: bool | None = None) -> str:
    """« 3 500 € », or « 3 500,50 € » when there are cents (always with `decimals`)."""
    return f"{_digits(amount, decimals)}{FIXED}€"


def rounded_euros(amount: Cents) -> str:
    """An order of magnitude, to the nearest euro."""
    return euros(divide(amount, 100) * 100)


def amount_range(amounts: Range | Span, floor: str = "au moins ") -> str:
    """« 2 700–3 400 € » to the nearest euro; one amount when both bounds are equal, « au moins
    1 985 € » without an upper one."""
    low, high = amounts
    if high is None:
        return f"{floor}{rounded_euros(low)}"
    if low == high:
        return rounded_euros(low)
    return f"{number(divide(low, 100))}–{number(divide(high, 100))}{FIXED}€"


def exact_range(amounts: Range) -> str:
    """« de 2 625 € à 2 765 € », to the cent when there are cents."""
    if amounts.min == amounts.max:
        return euros(amounts.min)
    decimals = bool(amounts.min % 100 or amounts.max % 100)
    return f"de {euros(amounts.min, decimals)} à {euros(amounts.max, decimals)}"


def signed_euros(amount: Cents) -> str:
    """« +1 919 € », « −120 € », to the nearest euro."""
    return ("+" if amount >= 0 else "−") + rounded_euros(abs(amount))


def signed_range(amounts: Span) -> str:
    """« +1 919 € », « −12 € à +40 € », « ≥ +35 € », to the nearest euro."""
    low = signed_euros(amounts.min)
    if amounts.max is None:
        return f"≥{FIXED}{low}"
    high = signed_euros(amounts.max)
    return low if low == high else f"{low} à {high}"


def signed_percent(pour_mille: int) -> str:
    """Tenths of a percent as « +92,2 % »."""
    whole, tenth = divmod(abs(pour_mille), 10)
    return f"{'+' if pour_mille >= 0 else '−'}{number(whole)},{tenth}{FIXED}%"


def percent(rate: TenThousandths) -> str:
    """Ten-thousandths as « 21 % » or « 11,10 % »."""
    whole, rest = divmod(rate, 100)
    return f"{whole},{rest:02}{FIXED}%" if rest else f"{whole}{FIXED}%"


def day(iso: str) -> str:
    """A full or partial ISO date as « 1er juin 2026 », « juin 2026 » or « 2026 »."""
    year, *after = iso.split("-")
    match after:
        case []:
            return year
        case [rank]:
            return f"{MONTHS[int(rank) - 1]} {year}"
    rank, number = after
    return f"{'1er' if number == '01' else int(number)}{FIXED}{MONTHS[int(rank) - 1]} {year}"


def month(of_day: date) -> str:
    """« novembre 2026 »."""
    return day(f"{of_day:%Y-%m}")


def capital(text: str) -> str:
    """A text as a line starts; nothing for nothing."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """A text as a sentence goes on: `in_a_sentence` when it may start with an acronym."""
    return text[:1].lower() + text[1:]


def of(word: str) -> str:
    """« de mai », « d’avril »: de, cut before a vowel."""
    return f"d’{word}" if word.lower().startswith(VOWELS) else f"de {word}"


def echelon(name: str, chevron: int | None = None) -> str:
    """An échelon as people write it: « spécial » for `special`, « 6, chevron 2 »."""
    shown = {"special": "spécial"}.get(name, name)
    return f"{shown}, chevron {chevron}" if chevron else shown


def in_quotes(text: str) -> str:
    """« text », on one line with its quotes."""
    return f"«{FIXED}{text}{FIXED}»"


def count(value: int, singular: str, plural: str | None = None) -> str:
    """« 1 métier », « 2 métiers »."""
    return f"{number(value)} {singular if value < 2 else plural or singular + 's'}"


def months(value: int) -> str:
    """A number of months as « 3 ans 6 mois », « 1 an », « 0 mois »."""
    years, rest = divmod(value, money.MONTHS)
    parts = [count(years, "an")] if years else []
    parts += [f"{rest} mois"] if rest or not years else []
    return " ".join(parts)


def rule_in_brief(rule: Rule) -> str:
    """« brut moins 21 à 25 % »."""
    return f"brut moins {rule_rates(rule)}"


def rule_rates(rule: Rule) -> str:
    """« 21 à 25 % »."""
    low, high = percent(rule.retenue_min), percent(rule.retenue_max)
    return f"{low.removesuffix(f'{FIXED}%')} à {high}"


def unknown(label: str) -> str:
    """« inconnu », as the word before it wants: « Formation : inconnue »."""
    return f"{UNKNOWN}e" if label in FEMININE else UNKNOWN


def bar_to(amounts: Span, ceiling: Cents, width: int) -> str:
    """A bar from nothing to an amount; light between two bounds, ended by an arrow when more
    is possible."""
    least, most = amounts
    low = divide(least * width, ceiling)
    if most is None:
        return "█" * (low - 1) + "→"
    return "█" * low + "░" * (divide(most * width, ceiling) - low)


def rule_sentence(rule: Rule) -> str:
    """The estimation rule in one sentence."""
    low, high = percent(rule.retenue_min), percent(rule.retenue_max)
    return f"Estimation{THIN}: net = brut moins {low} à {high}. {rule.reserve}"


def smic_sentence(smic: ValueAtDate) -> str:
    """The SMIC of the day, with its date of effect and source."""
    since = day(smic.depuis.isoformat())
    constant = ""
    if smic.droit_constant_depuis is not None:
        constant = f", à droit constant depuis le {day(smic.droit_constant_depuis.isoformat())}"
    return f"{smic.libelle}{THIN}: {euros(smic.valeur, True)} depuis le {since} ({smic.source.titre}){constant}."


def _digits(amount: Cents, decimals: bool | None) -> str:
    whole, cents = divmod(abs(amount), 100)
    sign = "−" if amount < 0 else ""
    shown = bool(cents) if decimals is None else decimals
    return f"{sign}{number(whole)},{cents:02}" if shown else f"{sign}{number(whole)}"
