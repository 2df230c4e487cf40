"""Whatever comes and goes, in whatever numbers, it stands in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.ordered import Ordered

STEPS = st.lists(
    st.tuples(st.sampled_from(["add", "add", "remove", "look"]), st.sets(st.integers(0, 99))),
    max_size=12,
)


@given(STEPS)
def test_it_is_in_order_whenever_somebody_looks(steps: list[tuple[str, set[int]]]) -> None:
    ordered, known = Ordered[tuple[int, str]](lambda item: item[0]), set[int]()
    for step, numbers in steps:
        if step == "add":
            for number in sorted(numbers - known, reverse=True):
                ordered.add((number, "x"))
            known |= numbers
        elif step == "remove":
            for number in numbers & known:
                ordered.remove((number, "the same key"))
            known -= numbers
        else:
            assert ordered.items() == [(number, "x") for number in sorted(known)]
    assert ordered.items() == [(number, "x") for number in sorted(known)]
