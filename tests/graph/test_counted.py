"""A quad is there while anybody says it, and what turned is told once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.counted import CountedQuads

QUADS = [
    Quad(NamedNode("http://x.example/s"), NamedNode("http://x.example/p"), Literal(str(number)))
    for number in range(4)
]
STEPS = st.lists(st.tuples(st.sampled_from(["add", "subtract", "ask"]), st.sampled_from(QUADS)))


@given(STEPS)
def test_what_came_and_went_since_the_last_time_is_told_whatever_happened_between(
    steps: list[tuple[str, Quad]],
) -> None:
    counted, said, told = CountedQuads(), Counter[Quad](), set[Quad]()
    for step, quad in [*steps, ("ask", QUADS[0])]:
        if step == "add":
            counted.add([quad])
            said[quad] += 1
        elif step == "subtract" and said[quad]:
            counted.subtract([quad])
            said[quad] -= 1
        elif step == "ask":
            gone, new = counted.turned()
            assert set(gone) <= told
            assert not set(new) & told
            told = (told - set(gone)) | set(new)
            assert told == set(+said)
        assert len(counted) == len(+said)


def test_what_nobody_says_cannot_be_taken_back() -> None:
    with pytest.raises(KeyError):
        CountedQuads().subtract(QUADS[:1])
