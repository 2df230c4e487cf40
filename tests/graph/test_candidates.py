"""Names from elsewhere: the right thing first, namesakes told apart, none taken blindly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.candidates import SURE, candidates
from graph.model import EntityType
from graph.view import View
from tests.graph.examples import (
    GOSEONG_EAST,
    GOSEONG_SOUTH,
    MATERIALS,
    REFERENCES,
    entity,
    read,
    region,
    three_that_agree,
)

VIEW = View.of(
    [
        *three_that_agree(),
        read("s", [region("r", "고성군", GOSEONG_SOUTH)], (), "2024-01-01"),
        read("e", [region("r", "고성군", GOSEONG_EAST)], (), "2024-01-02"),
        read("k", [entity("k", EntityType.INSTITUTE, "재료연", ref=MATERIALS)], (), "2024-01-03"),
    ],
    REFERENCES,
)


def test_a_whole_name_is_a_match_whatever_its_spelling() -> None:
    for name in ("한국재료연구원", "한국 재료 연구원", "kims", "재료연"):
        first = candidates(VIEW, name)[0]
        assert first.path == "institute/한국재료연구원"
        assert first.match
        assert first.score >= SURE


def test_a_slip_of_the_pen_is_a_candidate_and_no_match() -> None:
    first = candidates(VIEW, "한국재료연구웜")[0]
    assert first.path == "institute/한국재료연구원"
    assert not first.match
    assert 70 < first.score < SURE


def test_namesakes_are_both_told_and_neither_is_taken() -> None:
    found = candidates(VIEW, "고성군")
    assert [one.path for one in found[:2]] == ["region/48820", "region/51820"]
    assert found[0].score == found[1].score
    assert not any(one.match for one in found)


def test_a_place_tells_namesakes_apart() -> None:
    first, second, *_ = candidates(VIEW, "고성군", near="region/51")
    assert (first.path, first.near, first.match) == ("region/51820", True, True)
    assert (second.path, second.near, second.match) == ("region/48820", False, False)


def test_only_things_of_the_types_asked_for_are_told() -> None:
    assert candidates(VIEW, "고성군", [EntityType.COMPANY]) == []
    assert {one.path for one in candidates(VIEW, "창원", [EntityType.REGION])} == {"region/48120"}


@given(st.text(max_size=300), st.integers(1, 20))
def test_no_name_makes_it_stumble(name: str, limit: int) -> None:
    found = candidates(VIEW, name, limit=limit)
    assert len(found) <= limit
    assert all(0 <= one.score <= 100 for one in found)
    assert sum(one.match for one in found) <= 1
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
