"""Posts in a stretch of text, each with its body."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.relations.posts import posts
from tests.extractors.relations.told import reading_of


def found(text: str, body: str | None = None, **named: str) -> list[tuple[str, str | None]]:
    reading = reading_of(text, **named)
    return [(post.title, post.body) for post in posts(reading, 0, len(reading.document.text), body)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("갈대연구원 실장", [("실장", "갈대연구원")]),
        ("갈대연구원장", [("원장", "갈대연구원")]),
        ("갈대연구원 전략기획본부 과장", [("과장", "갈대연구원")]),
        ("갈대연구원 상무, 전무", [("상무", "갈대연구원"), ("전무", "갈대연구원")]),
        ("갈대연구원 실장과 마루진흥원 단장", [("실장", "갈대연구원"), ("단장", None)]),
    ],
)
def test_a_title_goes_with_the_body_before_it(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert found(text, institute="갈대연구원") == expected


def test_what_opens_a_list_may_be_of_a_body_told_before() -> None:
    assert found("실장, 본부장", body="e1") == [("실장", "e1"), ("본부장", "e1")]


def test_a_title_inside_the_name_of_a_body_is_no_post() -> None:
    assert found("갈대연구원에서 일했다.", institute="갈대연구원") == []


@given(
    st.lists(
        st.sampled_from(["갈대연구원", "실장", "전", "과", ",", "원장", " ", "김나래"]), max_size=12
    )
)
def test_posts_stand_in_order_and_do_not_overlap(parts: list[str]) -> None:
    reading = reading_of(" ".join(parts) or "갈대", institute="갈대연구원", person="김나래")
    read = list(posts(reading, 0, len(reading.document.text)))
    assert all(one.end <= other.start for one, other in itertools.pairwise(read))
