"""Levels of diploma as people name them."""

from penitcareer.domain.choices import DIPLOMES

# The first word of each level is the plainest.
LEVELS = {level: word for word, level in reversed(DIPLOMES.items())}


def level_word(level: int) -> str:
    """« bac+3 »."""
    return LEVELS.get(level, f"niveau {level}")
