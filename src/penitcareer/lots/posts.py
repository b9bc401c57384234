"""The post of a row: its distinct facts made an agent of the engine, once for all the rows
that share them."""

from collections.abc import Sequence
from threading import Lock
from typing import Any

from penitcareer.api import Penit
from penitcareer.api.demande import request_of
from penitcareer.domain.errors import PenitError
from penitcareer.domain.pay import arithmetic as sums
from penitcareer.domain.pay.bulletin import Agent
from penitcareer.domain.pay.corps import Corps
from penitcareer.domain.pay.errors import InvalidIndex, UnsourcedIndex
from penitcareer.domain.pay.payslip_range import Bounded, bounded, known_of
from penitcareer.domain.pay.request import PayRequest
from penitcareer.domain.pay.residence import residence_rate
from penitcareer.domain.pay.situation import Situation, situation_of
from penitcareer.domain.pay.titulaire import Titulaire
from penitcareer.lots.codes import Texts
from penitcareer.lots.facts import alone, read_text
from penitcareer.lots.forms import PostColumns, PostTable, StaffPost, parted

MOST_KNOWN = 100_000  # posts kept at once: a staff of any size is paid in bounded memory
GIVEN, NOTHING = "=", "0"  # of a linear fact, all that the law looks at before the sums


class Posts:
    """Every post met, by its facts."""

    def __init__(self, penit: Penit, facts: Sequence[str]) -> None:
        """`facts`: those that make a post."""
        self.law, self.catalogue = penit._law, penit._catalogue
        self.books = self.catalogue.pay_books
        self.least_index = self.law.valeurs.minimum_traitement
        self._facts = tuple(facts)
        self._alone = Lock()  # the catalogue is read by one thread at a time
        self._corps: dict[str, Corps] = {}
        self._elsewhere: dict[Texts, StaffPost | PenitError] = {}  # in no zone
        self._ranks: dict[Texts, int] = {}
        self._met = PostTable()

    def of(self, keys: Sequence[Texts]) -> tuple[list[StaffPost | PenitError], PostColumns]:
        """The post of each of these rows of facts, or why there is none, and the same as columns."""
        with self._alone:
            if len(self._ranks) >= MOST_KNOWN:
                self._elsewhere, self._ranks, self._met = {}, {}, PostTable()
            for key in keys:
                if key not in self._ranks:
                    self._ranks[key] = self._met.add(self._found(dict(zip(self._facts, key, strict=True))))
            ranks = [self._ranks[key] for key in keys]
            return [self._met.posts[rank] for rank in ranks], self._met.columns().at(ranks)

    def _found(self, texts: dict[str, str | None]) -> StaffPost | PenitError:
        """The post of these facts; zones share all but the rate of residence, where no bonus is paid on it."""
        zone = next((one for one in self.law.zones if str(one.zone) == texts.get("zone")), None)
        if zone is None or texts.get("primes_nommees") is not None or texts.get("statut") is not None:
            return self._tried(texts)
        anywhere = texts | {"zone": None}
        key = tuple(anywhere.values())
        if key not in self._elsewhere:
            self._elsewhere[key] = self._tried(anywhere)
        post = self._elsewhere[key]
        return post.in_zone(zone.zone, residence_rate(self.law, zone.zone)) if isinstance(post, StaffPost) else post

    def _tried(self, texts: dict[str, str | None]) -> StaffPost | PenitError:
        try:
            return self._post(texts)
        except PenitError as problem:
            return alone(problem)

    def _post(self, texts: dict[str, str | None]) -> StaffPost:
        request = self._request(texts)
        try:
            situation = situation_of(self.law, self.books, request)
        except (UnsourcedIndex, InvalidIndex):
            found = bounded(self.law, self.books, request)
            if found is None:
                raise
            return self._bounded(found)
        known = known_of(self.law, self.books, request, situation.grade, situation.echelon)
        return _exact(situation, known.preuve if known else None)

    def _bounded(self, found: Bounded) -> StaffPost:
        known = found.indice
        situation = self._at(found, known.min)
        low = _exact(situation, known.preuve)
        if known.max == known.min:
            return low
        walk, index = [situation], known.min
        while self._topped_up(walk[-1].agent) and index != known.max:
            index += 1
            walk.append(self._at(found, index))
        high = None if known.max is None else parted(self._at(found, known.max).agent)
        return low._replace(haut=high, marche=tuple(parted(one.agent) for one in walk), exact=False)

    def _at(self, found: Bounded, index: int) -> Situation:
        return situation_of(self.law, self.books, found.at(index))

    def _topped_up(self, agent: Agent) -> bool:
        full = sums.traitement(self.law, agent.indice_majore) if isinstance(agent, Titulaire) else 0
        return sums.differential(self.law, full, agent.quotite) > 0

    def _request(self, texts: dict[str, str | None]) -> PayRequest:
        corps = texts.get("corps")
        asked: dict[str, Any] = {}
        for fact, text in texts.items():
            if text is not None and fact != "corps":
                asked[fact] = self._stand_in(fact, text)
        request = request_of(self.catalogue, asked)  # type: ignore[arg-type]
        return request if corps is None else request._replace(corps=self._corps_of(corps))

    def _stand_in(self, fact: str, text: str) -> Any:
        """Of a linear fact, a value that the law treats as it does that of the rows."""
        if text == GIVEN:
            return self.books.baremes.majores.max if fact == "im" else 1
        return text if fact in ("brut", "ic_csg") else read_text(fact, text)

    def _corps_of(self, name: str) -> Corps:
        if name not in self._corps:
            self._corps[name] = self.catalogue.corps_of(name)
        return self._corps[name]


def _exact(situation: Situation, proof: str | None) -> StaffPost:
    asked = situation.demande
    corps = asked.corps.code if asked.corps else None
    grade = situation.grade.code if situation.grade else None
    missing = tuple(item.prime.code for item in situation.primes_inconnues)
    entry = parted(situation.agent)
    return StaffPost(entry, (entry,), True, proof, missing, corps, grade, situation.zone)
