"""The official pay of a métier's corps, beside the indicative brackets of its sources."""

from collections.abc import Sequence
from typing import Any

from penitcareer.domain.pay.official import OfficialPay, OfficialStep
from penitcareer.render.words import french
from penitcareer.render.words.lacking import without


def sentence(pay: OfficialPay) -> str:
    """« AAE, grille officielle : de 1 944 € brut (net 1 543 €) … à … »."""
    head = f"Grille officielle {pay.sigle}"
    if pay.premier is None or pay.dernier is None:
        state = "indices connus en partie" if pay.en_partie else "indices inconnus"
        return f"{head}{french.THIN}: {state} (penit grille {pay.corps})."
    since = french.day(pay.depuis.isoformat())
    lacks = f", {without(pay.manque)}" if pay.manque else ""
    return (
        f"{head}{french.THIN}: de {_step(pay.premier)} à {_step(pay.dernier)}, par mois, primes connues comprises,"
        f" net avant impôt en zone 3, valeurs du {since}{lacks}."
    )


def payload(pays: Sequence[OfficialPay]) -> list[dict[str, Any]]:
    """The same in JSON."""
    return [
        {
            "corps": pay.corps,
            "sigle": pay.sigle,
            "depuis": pay.depuis.isoformat(),
            "sourcee": pay.premier is not None,
            "premier": _step_payload(pay.premier),
            "dernier": _step_payload(pay.dernier),
            "manque": list(pay.manque),
        }
        for pay in pays
    ]


def _step(step: OfficialStep) -> str:
    brut, net = french.euros(step.brut, True), french.euros(step.net, True)
    return f"{brut} brut, {net} net ({step.grade}, échelon {french.echelon(step.echelon, step.chevron)})"


def _step_payload(step: OfficialStep | None) -> dict[str, Any] | None:
    if step is None:
        return None
    from penitcareer.render.formats.json_text import money

    paid = {"brut": money(step.brut), "net": money(step.net)}
    return {"grade": step.grade, "echelon": step.echelon, **paid, "chevron": step.chevron}
