"""The indices that a career looks up again and again: computed once each."""

import pytest

from penitcareer.domain.pay.known_index import KnownIndex, index_of
from penitcareer.store.catalogue import Catalogue
from tests.career.made_up import careers, subject


def test_an_index_is_computed_once(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[object, ...]] = []

    def counted(*known: object) -> KnownIndex | None:
        asked.append(known[2:])  # but the law and the scales
        return index_of(*known)  # type: ignore[arg-type]

    monkeypatch.setattr("penitcareer.domain.career.indices.index_of", counted)
    careers(catalogue, subject(), annees=20)
    assert len(asked) == len(set(asked)) > 1
