"""A métier in few words, as people name it."""

# What a title says of the employer, and everyone knows here.
_PLACES = (" de l’administration", " en administration", " du ministère", " au ministère", " en milieu")
LONGEST_TITLE = 34  # beyond, people say the acronym: CPIP


def short_name(title: str, sigle: str | None) -> str:
    """« Surveillant », « Attaché d’administration », « CPIP »."""
    for place in _PLACES:
        title = title.partition(place)[0]
    title = title.removesuffix(" pénitentiaire")
    return sigle if sigle and len(title) > LONGEST_TITLE else title
