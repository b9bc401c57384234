"""What is open to a profile, in JSON and CSV; apart, so that one to read does not pay for them."""

from typing import Any

from penitcareer.domain.entry.eligibility import Eligibility
from penitcareer.render.formats.csv_rows import Rows
from penitcareer.render.views.reasons import OPTIONS, sentence


def payload(result: Eligibility) -> dict[str, Any]:
    """The answers in JSON, reasons as sentences, then the profile and what is awaited."""
    return {
        "reponses": [
            {
                "metier": answer.metier,
                "titre": answer.titre,
                "voie": answer.voie,
                "nature": answer.nature,
                "reponse": answer.reponse,
                "raisons": [sentence(reason) for reason in answer.raisons],
                "dans_ans": answer.dans_ans,
            }
            for answer in result.reponses
        ],
        "profil": {
            **result.profil._asdict(),
            "domaines": None if result.profil.domaines is None else list(result.profil.domaines),
        },
        "attentes": [
            {"option": OPTIONS[wait.fait], "reponses": wait.reponses, "seules": wait.seules} for wait in result.attentes
        ],
        "nationalite_non_dite": list(result.nationalite_non_dite),
    }


def rows(result: Eligibility) -> Rows:
    """One line a route."""
    header = ("metier", "titre", "voie", "nature", "reponse", "raisons", "dans_ans")
    lines = [
        (
            one.metier, one.titre, one.voie, one.nature, one.reponse,
            " ".join(sentence(reason) for reason in one.raisons), one.dans_ans,
        )
        for one in result.reponses
    ]  # fmt: skip
    return (header, lines)
