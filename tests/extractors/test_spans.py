"""Stretches that must not overlap."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from extractors.spans import apart, longest


class Stretch(NamedTuple):
    """Two offsets."""

    start: int
    end: int


stretches = st.lists(
    st.builds(
        lambda start, size: Stretch(start, start + size), st.integers(0, 30), st.integers(1, 9)
    )
)


def _meet(one: Stretch, other: Stretch) -> bool:
    return one.start < other.end and other.start < one.end


@given(stretches)
def test_what_is_left_out_overlaps_what_came_before_it(offered: list[Stretch]) -> None:
    kept = apart(offered)
    assert kept == sorted(kept)
    assert not any(_meet(one, other) for one in kept for other in kept if one is not other)
    for number, stretch in enumerate(offered):
        if stretch not in kept:
            assert any(_meet(stretch, before) for before in offered[:number] if before in kept)


@given(stretches)
def test_no_shorter_one_takes_the_place_of_a_longer(offered: list[Stretch]) -> None:
    kept = longest(offered)
    for stretch in offered:
        size = stretch.end - stretch.start
        meeting = [one for one in kept if _meet(one, stretch)]
        assert any(one.end - one.start >= size for one in meeting)
