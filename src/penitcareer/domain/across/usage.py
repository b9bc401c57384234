"""Every source, with all that rests on it: métiers, corps, rules of pay, bonuses, acronyms."""

from collections.abc import Iterable, Iterator

from penitcareer.domain.dated import TextSource
from penitcareer.domain.metiers.metier import Source
from penitcareer.domain.metiers.provenance import Cited, User, text_key


def cited_by(users: Iterable[tuple[User, object]]) -> tuple[Cited, ...]:
    """Each source that the records of these users cite, once, in the order met and called as
    it first is, whatever the article."""
    found: dict[tuple[str, str | None], Cited] = {}
    for user, record in users:
        for text in _texts_in(record):
            key = text_key(text)
            known = found.get(key) or Cited(text.titre, text.url, text.date, getattr(text, "nature", None), ())
            if user not in known.utilisateurs:
                found[key] = known._replace(utilisateurs=(*known.utilisateurs, user))
    return tuple(found.values())


def _texts_in(value: object) -> Iterator[Source | TextSource]:
    """The sources inside a value, in order: records nest to any depth."""
    if isinstance(value, Source | TextSource):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts_in(item)
