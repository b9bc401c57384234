"""The expectations of `cases/bulletins.yaml`, worked out apart from the program.

Nothing here imports penitcareer. Values are typed from the reference (`parametres.yaml`, `primes.yaml`
and the rule book `bulletins_types.md`), sums are exact fractions of a euro, rounded where the rule book
says so and nowhere else. `python -m tests.pay.derive` writes the derived part of the case file again; a
test checks that the file holds what this script computes, so that no expectation is bent to a result.
"""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent / "cases" / "bulletins.yaml"
MARK = "# ---- Derived by tests/pay/derive.py: do not edit by hand. ----\n"

Lines = dict[str, Fraction]
Agent = dict[str, Any]
Add = Callable[..., None]

# Each list: (from this month on, value).
POINT_100 = [("2022-07", "5820.04"), ("2023-07", "5907.34")]
SMIC = [
    ("2023-01", "1709.28"), ("2023-05", "1747.20"), ("2024-01", "1766.92"), ("2024-11", "1801.80"),
    ("2026-01", "1823.03"), ("2026-06", "1867.02"),
]  # fmt: skip
MINIMUM = [("2023-01", "353"), ("2023-05", "361"), ("2024-01", "366")]
PLAFOND = [("2023-01", "3666"), ("2024-01", "3864"), ("2025-01", "3925"), ("2026-01", "4005")]
SFT_BOUNDS = [("2006-11", (449, 717)), ("2024-01", (454, 722))]
PSS_FLOOR_INDEX = [("2022-07", None), ("2023-07", 367), ("2024-01", 377)]
IRCANTEC = [("2017-01", ("0.028", "0.0695")), ("2026-01", ("0.0284", "0.0706"))]
TAX_RATES = "0 0.5 1.3 2.1 2.9 3.5 4.1 5.3 7.5 9.9 11.9 13.8 15.8 17.9 20 24 28 33 38 43"
TAX_STEPS = [
    ("2023-01", "0 1518 1577 1678 1791 1914 2016 2150 2544 2912 3317 3734 4357 5224 6537 8165 11333 15349 24094 51611"),
    ("2024-01", "0 1591 1653 1759 1877 2006 2113 2253 2666 3052 3476 3913 4566 5475 6851 8557 11877 16086 25251 54088"),
    ("2025-05", "0 1620 1683 1791 1911 2042 2151 2294 2714 3107 3539 3983 4648 5574 6974 8711 12091 16376 25706 55062"),
    ("2026-05", "0 1635 1698 1807 1928 2060 2170 2315 2738 3135 3571 4019 4690 5624 7037 8789 12200 16523 25937 55558"),
]
CHEVRONS = {
    "HEA": (895, 930, 977),
    "HEB": (977, 1018, 1072),
    "HEBbis": (1072, 1100, 1129),
    "HEC": (1129, 1153, 1178),
    "HED": (1178, 1231, 1284),
    "HEE": (1284, 1334),
    "HEF": (1383,),
    "HEG": (1515,),
}
SHARES = {50: "1/2", 60: "3/5", 70: "7/10", 80: "6/7", 90: "32/35", 100: "1"}
ZONES = {1: "0.03", 2: "0.01", 3: "0"}
CATEGORY_CAPS = {"A": 389, "B": 278, "C": 167}
# PSS of each corps in its usual place, its category, and its sourced yearly bonus in 2026.
CORPS = {
    "cpip": ("0.22", "A", ("ifse", 6164)),
    "cea": ("0.285", "B", ("icp", 3835)),
    "dsp": ("0.22", "A", None),
    "dpip": ("0.22", "A", None),
    "csip": ("0.22", "A", None),
    "dfspip": ("0.21", "A", None),
    "aae": ("0", "A", None),
}
CEA_RATE = Fraction("0.285")
TOTALS = ("brut", "retenues", "net_a_payer_avant_impot", "net_social", "net_imposable", "impot", "net_paye")


def on(values: list[tuple[str, Any]], month: str) -> Any:
    """The value in force in a month."""
    return [value for since, value in values if since <= month][-1]


def cut(amount: Fraction) -> Fraction:
    """To the cent, thousandths ignored."""
    return Fraction(amount * 100 // 1, 100)


def near(amount: Fraction) -> Fraction:
    """To the nearest cent, half up."""
    return Fraction((amount * 100 + Fraction(1, 2)) // 1, 100)


def traitement(month: str, index: int, share: Fraction = Fraction(1)) -> Fraction:
    """IM x value of IM 100 / 100, to the nearest cent; its twelfth, cut."""
    year = near(index * Fraction(on(POINT_100, month)) / 100)
    return cut(year / 12 * share)


def family(month: str, base: Fraction, children: int, share: Fraction) -> Fraction:
    """SFT: cut once on its total, part-time never below the full-time minimum."""
    fixed = {0: "0", 1: "2.29", 2: "10.67"}.get(children)
    rate = {0: "0", 1: "0", 2: "0.03"}.get(children)
    more = children - 3
    flat = Fraction(fixed) if fixed else Fraction("15.24") + more * Fraction("4.57")
    part = Fraction(rate) if rate else Fraction("0.08") + more * Fraction("0.06")
    low, high = (traitement(month, index) for index in on(SFT_BOUNDS, month))
    held = min(max(base, low), high)
    return max(cut((flat + part * held) * share), cut(flat + part * low))


def levies(month: str, reduced: Fraction, whole: Fraction) -> Lines:
    """CSG and CRDS: 98.25 % up to four ceilings, all of it above, and all of `whole`."""
    four = 4 * Fraction(on(PLAFOND, month))
    base = min(reduced, four) * Fraction("0.9825") + max(reduced - four, Fraction(0)) + whole
    rates = {"csg_deductible": "0.068", "csg_non_deductible": "0.024", "crds": "0.005"}
    return {code: near(base * Fraction(rate)) for code, rate in rates.items()}


def tax_rate(month: str, taxable: Fraction) -> Fraction:
    """The default withholding rate: each step's lower bound is in it."""
    steps = zip(on(TAX_STEPS, month).split(), TAX_RATES.split(), strict=True)
    return Fraction([rate for floor, rate in steps if taxable >= int(floor)][-1]) / 100


def euros(agent: Agent, name: str) -> Fraction:
    """An optional amount of an agent."""
    return Fraction(str(agent.get(name, 0)))


def bonuses(agent: Agent, month: str, share: Fraction) -> Lines:
    """The bonuses of an agent by line, each to the nearest cent."""
    given = {code: Fraction(str(amount)) for code, amount in agent.get("lignes_primes", {}).items()}
    own = CORPS.get(agent.get("corps", ""), (None, None, None))[2]
    left_out = agent.get("sans_primes") or given or (own and own[0] in agent.get("sans_prime", []))
    if own and not left_out:
        assert month >= "2026-01", "the bonuses above are those of 2026"
        given[own[0]] = near(Fraction(own[1], 12))
    if agent.get("primes"):
        given["primes"] = euros(agent, "primes")
    paid = {code: near(amount * share) for code, amount in given.items()}
    for code, number, unit in (("nuit", agent.get("nuits", 0), 20), ("astreinte", agent.get("astreintes", 0), 150)):
        if number:
            paid[code] = Fraction(number * unit)  # as worked, whatever the share of full time
    return paid


def compensation(agent: Agent, gross: Fraction, share: Fraction) -> Fraction:
    """Indemnité compensatrice: 0.76 % of the gross, or the amount given."""
    given = agent.get("ic_csg", 0)
    return near(gross * Fraction("0.0076")) if given == "auto" else near(Fraction(str(given)) * share)


def index_of(agent: Agent, month: str) -> int:
    """The index paid, never below the minimum."""
    if "lettre" in agent:
        asked: int = CHEVRONS[agent["lettre"]][agent.get("chevron", 1) - 1] - (5 if month < "2024-01" else 0)
    else:
        asked = int(agent["im"])
    return max(asked, int(on(MINIMUM, month)))


def titulaire(agent: Agent, month: str) -> tuple[Lines, Lines]:
    """What is paid and what is held of a titulaire."""
    share = Fraction(SHARES[agent.get("quotite", 100)])
    index = index_of(agent, month)
    full, paid = traitement(month, index), traitement(month, index, share)
    nbi = agent.get("nbi", 0)
    gains: Lines = {"traitement": paid, "nbi": traitement(month, nbi, share) if nbi else Fraction(0)}
    gains["cti"] = traitement(month, 49, share) if agent.get("cti") else Fraction(0)
    lacking = max(Fraction(on(SMIC, month)) - full, Fraction(0))
    gains["indemnite_differentielle"] = near(lacking * share)
    gains["indemnite_residence"] = cut((paid + gains["nbi"]) * Fraction(ZONES[agent.get("zone", 3)]))
    full_nbi = traitement(month, nbi) if nbi else Fraction(0)
    gains["sft"] = family(month, full + full_nbi, agent.get("enfants", 0), share)
    rate = pss_rate(agent)
    gains["pss"] = max(near(paid * rate), pss_floor(agent, month, share)) if rate else Fraction(0)
    gains |= bonuses(agent, month, share)
    gains["ic_csg"] = compensation(agent, sum(gains.values(), Fraction(0)), share)
    gross = sum(gains.values(), Fraction(0))
    outside = {"traitement", "nbi", "cti", "pss", "indemnite_residence", "sft", "ic_csg", "indemnite_differentielle"}
    eligible = sum((amount for code, amount in gains.items() if code not in outside | {"astreinte"}), Fraction(0))
    held: Lines = {"transfert_primes_points": min(transfer(agent, share), eligible)}
    held["pension_civile"] = near((paid + gains["nbi"] + gains["cti"]) * Fraction("0.111"))
    raised = paid + (gains["pss"] if agent.get("majoration_sur_pss", True) else 0)
    held["pension_pss"] = near(gains["pss"] * Fraction("0.111") + raised * Fraction("0.022")) if rate else Fraction(0)
    pensionable = paid + gains["nbi"] + gains["cti"] + gains["pss"]
    share_employer = euros(agent, "psc_employeur")
    held["rafp"] = near(min(gross - pensionable + share_employer, paid / 5) * Fraction("0.05"))
    held |= levies(month, gross - held["transfert_primes_points"], share_employer)
    return gains, held


def pss_rate(agent: Agent) -> Fraction:
    """Rate of the PSS: none in central administration, at school or without a corps."""
    corps, place = agent.get("corps"), agent.get("affectation")
    left_out = agent.get("sans_primes") or "pss" in agent.get("sans_prime", []) or agent.get("grade") == "eleve"
    if corps is None or left_out or place == "centrale":
        return Fraction(0)
    if corps == "aae":
        return Fraction("0.24") if place == "deconcentre" else Fraction(0)
    return Fraction(CORPS[corps][0])


def pss_floor(agent: Agent, month: str, share: Fraction) -> Fraction:
    """The PSS of a surveillant at échelon 2, whose index is at least the minimum while it is unknown;
    administrative staff have no floor."""
    index = on(PSS_FLOOR_INDEX, month) or int(on(MINIMUM, month))
    if agent.get("corps") == "aae" or agent.get("sans_plancher"):
        return Fraction(0)
    return near(traitement(month, index, share) * CEA_RATE)


def transfer(agent: Agent, share: Fraction) -> Fraction:
    """A twelfth of the yearly cap of the category."""
    category = agent.get("categorie") or CORPS.get(agent.get("corps", ""), (None, None))[1]
    if category is None or agent.get("sans_transfert"):
        return Fraction(0)
    return near(Fraction(CATEGORY_CAPS[category]) * share / 12)


def contractuel(agent: Agent, month: str) -> tuple[Lines, Lines]:
    """What is paid and what is held of a contractuel."""
    share = Fraction(SHARES[agent.get("quotite", 100)])
    full = euros(agent, "brut")
    gains: Lines = {"remuneration": near(full * share)}
    if agent.get("indice"):
        gains["indemnite_residence"] = cut(gains["remuneration"] * Fraction(ZONES[agent.get("zone", 3)]))
        gains["sft"] = family(month, full, agent.get("enfants", 0), share)
    gains |= bonuses(agent, month, share)
    gains["ic_csg"] = compensation(agent, sum(gains.values(), Fraction(0)), share)
    gross = sum(gains.values(), Fraction(0))
    ceiling = Fraction(on(PLAFOND, month))
    rate_a, rate_b = (Fraction(rate) for rate in on(IRCANTEC, month))
    base = gross - gains.get("sft", Fraction(0))
    held = {
        "vieillesse_plafonnee": near(min(gross, ceiling) * Fraction("0.069")),
        "vieillesse_deplafonnee": near(gross * Fraction("0.004")),
        "ircantec": near(min(base, ceiling) * rate_a + max(min(base, 8 * ceiling) - ceiling, Fraction(0)) * rate_b),
    }
    if agent.get("alsace_moselle"):
        held["maladie_alsace_moselle"] = near(gross * Fraction("0.013"))
    return gains, held | levies(month, gross, euros(agent, "psc_employeur"))


def payslip(month: str, agent: Agent) -> tuple[Lines, Lines]:
    """Every line but those at zero, and the totals."""
    gains, held = (contractuel if agent.get("statut") == "contractuel" else titulaire)(agent, month)
    held["psc_agent"] = euros(agent, "psc_agent")
    gross, kept = sum(gains.values(), Fraction(0)), sum(held.values(), Fraction(0))
    net = gross - kept
    employer = euros(agent, "psc_employeur")
    taxable = net + held["csg_non_deductible"] + held["crds"] + employer
    rate = euros(agent, "taux_impot") / 100 if "taux_impot" in agent else tax_rate(month, taxable)
    tax = near(taxable * rate)
    lines = gains | held | {"impot": tax, "psc_employeur": employer}
    totals = dict(zip(TOTALS, (gross, kept, net, net, taxable, tax, net - tax), strict=True))
    return {code: amount for code, amount in lines.items() if amount}, totals


def net_before_tax(month: str, agent: Agent) -> Fraction:
    """What a stake is the difference of."""
    return payslip(month, agent)[1]["net_a_payer_avant_impot"]


def brut_taxed_at(month: str, taxable: str) -> str:
    """The lowest gross of a contractuel whose net taxable pay is this one."""
    low, high = 100_000, 400_000
    while low < high:
        middle = (low + high) // 2
        enough = payslip(month, {"statut": "contractuel", "brut": f"{middle / 100:.2f}"})[1]["net_imposable"]
        low, high = (low, middle) if enough >= Fraction(taxable) else (middle + 1, high)
    return f"{low / 100:.2f}"


def _dates(add: Add) -> None:
    """Both sides of each date of effect."""
    usual: Agent = {"im": 452, "zone": 1, "enfants": 2, "primes": "385.40"}
    for month in ("2023-01", "2023-06", "2023-07"):
        add("point d’indice", "point_indice, 1er juillet 2023", month, **usual)
    for month in ("2023-04", "2023-05", "2023-12", "2024-01", "2024-10", "2024-11", "2025-12", "2026-01", "2026-05",
                  "2026-06"):  # fmt: skip
        add("sous le minimum de traitement", "smic, minimum_de_traitement, indemnite_differentielle", month, im=340)
        add("minimum, zone 1", "l’IR porte sur le traitement sans la différentielle", month, im=345, zone=1, primes=50)
    for month in ("2023-01", "2023-12", "2024-01", "2024-12", "2025-01", "2025-12", "2026-01", "2026-11"):
        add("au-dessus du plafond", "plafond_securite_sociale, ircantec", month, statut="contractuel", brut=4500)
    for month in ("2025-12", "2026-01"):
        add("Ircantec, tranche A", "ircantec, 1er janvier 2026", month, statut="contractuel", brut=2500)
    for month in ("2023-12", "2024-01"):
        for index in (440, 448, 449, 450, 716, 717, 718, 721, 722, 723):
            add(f"SFT, IM {index}, trois enfants", "supplement_familial_de_traitement", month, im=index, enfants=3)
    for month in ("2023-01", "2023-06", "2023-07", "2023-12", "2024-01", "2025-06"):
        add("plancher de la PSS, IM 400", "bulletins_types, PSS floor ; UFAP 514,90 puis 528,93", month,
            corps="cpip", im=400, sans_prime=["ifse"])  # fmt: skip
    for month in ("2023-12", "2024-01", "2025-04", "2025-05", "2026-04", "2026-05"):
        add("grille d’impôt", "prelevement_a_la_source, taux par défaut", month, im=450, primes=300)
        add("grille d’impôt, contractuel", "prelevement_a_la_source", month, statut="contractuel", brut=3700)


def _family_and_rafp(add: Add) -> None:
    """SFT counts and bounds, RAFP around its cap."""
    for children in range(7):
        add(
            f"SFT, {children} enfants, IM 600", "supplement_familial_de_traitement", "2026-11", im=600, enfants=children
        )
    add(
        "SFT, 15 enfants",
        "supplement_familial_de_traitement, par enfant au-delà de trois",
        "2026-11",
        im=600,
        enfants=15,
    )
    for index in (453, 454, 455, 721, 722, 723):
        for children in (2, 4):
            add(
                f"SFT, IM {index}, {children} enfants",
                "plancher 454, plafond 722",
                "2026-11",
                im=index,
                enfants=children,
            )
    for bonus in ("10", "492.26", "492.27", "492.28", "492.29", "493", "900"):
        add(f"RAFP, primes {bonus}, IM 500", "rafp, plafond 20 % de 2 461,39 = 492,28", "2026-11", im=500, primes=bonus)


def _ceilings_and_zones(add: Add) -> None:
    """Ceilings of a contractuel, zones of residence."""
    around = ("4004.99", "4005", "4005.01", "4200", "16019.99", "16020", "16020.01", "17000", "32039.99", "32040",
              "32040.01", "40000")  # fmt: skip
    for gross in around:
        add(f"contractuel à {gross}", "1, 4 et 8 plafonds de 4 005", "2026-11", statut="contractuel", brut=gross)
    add("titulaire au-dessus de 4 plafonds", "abattement de 1,75 % jusqu’à 16 020", "2026-11", im=1515, primes=12000)
    for zone in (1, 2, 3):
        add(f"zone {zone}, NBI 20", "indemnite_de_residence, assiette traitement et NBI", "2026-11",
            im=485, zone=zone, nbi=20)  # fmt: skip


def _part_time(add: Add) -> None:
    """Each part-time share; the différentielle."""
    for share in SHARES:
        add(f"CPIP à {share} %, zone 1, deux enfants", "bulletins_types, Part-time", "2026-11", corps="cpip", im=560,
            zone=1, enfants=2, quotite=share, nbi=20, primes=80, ic_csg="24.66")  # fmt: skip
        add(f"minimum à {share} %", "bulletins_types, Part-time, différentielle", "2026-11", im=366, quotite=share,
            enfants=3)  # fmt: skip
        add(f"plancher PSS à {share} %", "bulletins_types, PSS and its floor", "2026-11", corps="cpip", im=420,
            quotite=share)  # fmt: skip
        add(f"transfert C à {share} %", "bulletins_types, Part-time, transfert", "2026-11", im=420, categorie="C",
            primes=300, quotite=share)  # fmt: skip
    add("nuits à 80 %", "payées comme elles sont travaillées", "2026-11", corps="cpip", im=450, quotite=80, nuits=4)
    add("contractuel à 50 %, nuits", "payées comme elles sont travaillées", "2026-11", statut="contractuel",
        brut=2600, quotite=50, nuits=3, primes=100)  # fmt: skip
    add("SFT à 50 %, IM 900, deux enfants", "jamais sous le minimum à temps plein : 77,71", "2026-11", im=900,
        enfants=2, quotite=50)  # fmt: skip
    add("SFT à 80 %, IM 900, deux enfants", "117,29 x 6/7", "2026-11", im=900, enfants=2, quotite=80)
    for index in (366, 367, 370, 379, 380):
        add(f"différentielle, IM {index}", "indemnite_differentielle_smic", "2026-06", im=index)


def _indices(add: Add) -> None:
    """PSS break-even, chevrons, NBI and CTI."""
    for index in (488, 489):
        add(f"bascule du plancher PSS, CPIP IM {index}", "bulletins_types, A CPIP below IM 489", "2026-11",
            corps="cpip", im=index, sans_prime=["ifse"])  # fmt: skip
    for letter, chevrons in CHEVRONS.items():
        for number in range(1, len(chevrons) + 1):
            add(f"{letter} chevron {number}", "hors_echelle", "2026-11", lettre=letter, chevron=number)
    add("HEA chevron 3 avant 2024", "hors_echelle, chaque chevron moins 5 points", "2023-12", lettre="HEA", chevron=3)
    add("HEG avant 2024", "hors_echelle, chaque chevron moins 5 points", "2023-12", lettre="HEG")
    add("NBI hors de la PSS et des 2,2 points", "bulletins_types, tableau des bases", "2026-11", corps="cpip", im=500,
        nbi=25, zone=2, enfants=2, sans_prime=["ifse"])  # fmt: skip
    add("NBI dans la base du SFT", "bulletins_types, tableau des bases", "2026-11", im=600, nbi=30, enfants=3)
    add(
        "CTI, 49 points",
        "bulletins_types, tableau des bases",
        "2026-11",
        im=500,
        cti=True,
        zone=1,
        enfants=2,
        primes=600,
    )
    add("CTI avec PSS", "bulletins_types, tableau des bases", "2026-11", corps="cpip", im=500, cti=True,
        sans_prime=["ifse"])  # fmt: skip
    add("CTI à 80 %", "bulletins_types, Part-time", "2026-11", im=500, cti=True, quotite=80)


def _extras(add: Add) -> None:
    """Compensatrice, health cover, contractuels on an index."""
    for given in ("auto", "24.66"):
        add(f"compensatrice {given}", "indemnite_compensatrice_csg", "2026-11", corps="cpip", im=500, ic_csg=given)
        add(f"compensatrice {given}, RAFP", "la compensatrice entre dans la RAFP", "2026-11", im=500, ic_csg=given)
    add("complémentaire santé", "bulletins_types, health share", "2026-11", im=500, psc_agent=35, psc_employeur=35)
    add("complémentaire santé, part de l’agent", "bulletins_types", "2026-11", im=500, psc_agent="38.20", primes=100)
    add("complémentaire santé, part de l’employeur", "bulletins_types, at 100 %", "2026-11", im=500, psc_employeur=40)
    add("complémentaire santé, contractuel", "bulletins_types", "2026-11", statut="contractuel", brut=2500,
        psc_agent=35, psc_employeur=35)  # fmt: skip
    add("Alsace-Moselle", "regime_local_alsace_moselle_agent, 1,3 %", "2026-11", statut="contractuel", brut=2500,
        alsace_moselle=True)  # fmt: skip
    for zone, children in ((1, 2), (2, 3), (3, 1)):
        add(f"contractuel indiciaire, zone {zone}, {children} enfants", "IR et SFT dus sur un indice", "2026-11",
            statut="contractuel", brut=2500, indice=True, zone=zone, enfants=children, primes=200)  # fmt: skip
    add("contractuel à 80 %", "bulletins_types, Part-time", "2026-11", statut="contractuel", brut=3000, indice=True,
        zone=1, enfants=2, quotite=80, primes=150)  # fmt: skip
    add("contractuel, nuits", "arrêté du 17 juillet 2008", "2026-11", statut="contractuel", brut=2000, nuits=4)


def _rest(add: Add) -> None:
    """Transfert, tax steps, corps."""
    for category in CATEGORY_CAPS:
        add(
            f"transfert, catégorie {category}",
            "transfert_primes_points",
            "2026-11",
            im=450,
            categorie=category,
            primes=300,
        )
        add(f"transfert borné par les primes, {category}", "limité aux primes versées", "2026-11", im=450,
            categorie=category, primes="10.10")  # fmt: skip
    add(
        "pas de transfert sans prime",
        "transfert_primes_points, limite",
        "2026-11",
        im=450,
        categorie="A",
        zone=1,
        enfants=2,
    )
    add("pas de transfert sur une astreinte", "transfert, assiette hors astreintes", "2026-11", im=450, categorie="A",
        astreintes=1)  # fmt: skip
    add("transfert sur les nuits", "transfert, assiette", "2026-11", im=450, categorie="C", nuits=1)
    add("sans transfert", "option", "2026-11", corps="cpip", im=450, sans_transfert=True)
    for taxable in ("1634.99", "1635.00"):
        gross = brut_taxed_at("2026-11", taxable)
        add(f"impôt à {taxable} imposables", "première marche à 1 635", "2026-11", statut="contractuel", brut=gross)
    add("taux personnel", "option", "2026-11", im=500, taux_impot="4.2")
    add("taux personnel nul", "option", "2026-11", im=800, taux_impot="0")
    add("CPIP, primes du corps", "primes : PSS 22 %, IFSE 6 164 par an", "2026-11", corps="cpip", im=520)
    add("CPIP sans aucune prime", "option", "2026-11", corps="cpip", im=520, sans_primes=True)
    add("CPIP sans PSS", "option", "2026-11", corps="cpip", im=520, sans_prime=["pss"])
    add("CPIP en administration centrale", "ni PSS ni 2,2 points", "2026-11", corps="cpip", im=520,
        affectation="centrale")  # fmt: skip
    add("surveillant, ICP 2026", "primes : ICP 3 835 par an", "2026-11", corps="cea", im=430, zone=2, enfants=1)
    add("surveillant au plancher", "PSS 28,5 % de l’IM 377", "2026-11", corps="cea", im=370, sans_prime=["icp"])
    add("DSP, nuits et dimanches exclus", "primes : PSS 22 %", "2026-11", corps="dsp", im=700, astreintes=1)
    add("DFSPIP", "primes : PSS 21 %", "2026-11", corps="dfspip", im=800)
    add("CSIP", "primes : PSS 22 %", "2026-11", corps="csip", im=543)
    add("AAE en service déconcentré", "PSS 24 %, sans plancher", "2026-11", corps="aae", im=400,
        affectation="deconcentre", primes=200)  # fmt: skip
    add("élève DSP", "School : ni PSS, ni 2,2 points, ni transfert", "2026-11", corps="dsp", grade="eleve", im=376)
    add("IM 1515", "sommet du barème", "2026-11", im=1515, zone=1, enfants=6, primes=3000)


def specs() -> list[tuple[str, str, str, Agent]]:
    """Name, source, month and agent of every derived case."""
    found: list[tuple[str, str, str, Agent]] = []

    def add(name: str, source: str, month: str, **agent: Any) -> None:
        found.append((f"{name}, {month}", source, month, agent))

    for family_of_cases in (_dates, _family_and_rafp, _ceilings_and_zones, _part_time, _indices, _extras, _rest):
        family_of_cases(add)
    return found


def amounts(values: Lines, indent: str) -> str:
    """A block of amounts in YAML."""
    return "".join(f"{indent}{code}: {float(amount):.2f}\n" for code, amount in values.items())


def derived() -> str:
    """The derived part of the case file."""
    text = MARK
    for name, source, month, agent in specs():
        lines, totals = payslip(month, agent)
        fields = ", ".join(f"{key}: {_plain(value)}" for key, value in agent.items())
        text += f'- nom: "{name}"\n  source: "{source}"\n  date: "{month}"\n  agent: {{{fields}}}\n  complet: true\n'
        text += f"  lignes:\n{amounts(lines, '    ')}  totaux:\n{amounts(totals, '    ')}"
    return text


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    return f'"{value}"' if isinstance(value, str) and not value.isalpha() else str(value)


if __name__ == "__main__":
    by_hand = CASES.read_text(encoding="utf-8").split(MARK)[0]
    CASES.write_text(by_hand + derived(), encoding="utf-8")
