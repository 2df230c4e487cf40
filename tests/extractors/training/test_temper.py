"""Training of how far learned models may be trusted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.training.seen import Seen
from extractors.training.temper import fitted
from extractors.training.trust import is_stated
from graph.model import Status
from tests.extractors.relations.told import claims_of, reading_of

TEXT = "‘갈대 실증센터’가 2일 착공했다."
ENTITIES = [{"key": "a", "type": "project", "name": "갈대 실증센터"}]


def test_a_model_that_is_too_sure_gets_a_flat_slope() -> None:
    rated = [(0.95, number % 4 > 0) for number in range(400)]
    rated += [(0.4, number % 10 < 4) for number in range(400)]
    slope, offset = fitted(rated)
    assert 0.2 < slope < 0.7
    assert -0.5 < offset < 0.2


@given(st.lists(st.tuples(st.floats(0.0, 1.0), st.booleans()), max_size=40))
def test_any_rating_gives_finite_figures(rated: list[tuple[float, bool]]) -> None:
    slope, offset = fitted(rated)
    assert abs(slope) < 100
    assert abs(offset) < 100


def test_nothing_rated_changes_nothing() -> None:
    assert fitted([]) == (1.0, 0.0)


@pytest.mark.parametrize(("status", "right"), [("started", True), ("completed", False)])
def test_a_milestone_is_right_where_the_annotation_has_it(status: str, *, right: bool) -> None:
    facts: list[dict[str, Any]] = [{"type": "status", "project": "a", "status": status}]
    gold = {"entities": ENTITIES, "facts": facts}
    seen = Seen("x", reading_of(TEXT, project="갈대 실증센터"), (), gold, tuned=False)
    (claim,) = claims_of(Status, TEXT, project="갈대 실증센터")
    assert is_stated(claim, seen) is right
