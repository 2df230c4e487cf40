"""A closure that is kept up has the pairs of one that is found at once."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from graph.closures import Closure

PAIRS = st.tuples(st.integers(0, 6), st.integers(0, 6))
CHANGES = st.lists(st.tuples(st.sets(PAIRS, max_size=4), st.sets(PAIRS, max_size=4)), max_size=8)


def of(pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    network = nx.DiGraph(pairs)
    steps = {one: set(network.successors(one)) for one in network}
    return {
        (start, end)
        for start in network
        for step in steps[start]
        for end in {step} | nx.descendants(network, step)
    }


@given(CHANGES)
def test_every_change_is_told_and_no_pair_twice(
    changes: list[tuple[set[tuple[int, int]], set[tuple[int, int]]]],
) -> None:
    closure, stated, held = Closure[int](), set[tuple[int, int]](), set[tuple[int, int]]()
    for removed, added in changes:
        gone, new = closure.change(removed, added)
        stated = (stated - removed) | added
        assert len(gone) + len(new) == len({*gone, *new})
        assert set(gone) <= held
        assert not held & set(new)
        held = (held - set(gone)) | set(new)
        assert held == of(stated)
        assert sorted(closure.pairs()) == sorted(held)


@given(CHANGES, st.integers(1, 12))
def test_one_that_grows_too_large_is_given_up_and_takes_its_pairs_back(
    changes: list[tuple[set[tuple[int, int]], set[tuple[int, int]]]], most: int
) -> None:
    closure, stated, held = Closure[int](most), set[tuple[int, int]](), set[tuple[int, int]]()
    given_up = False
    for removed, added in changes:
        gone, new = closure.change(removed, added)
        stated = (stated - removed) | added
        held = (held - set(gone)) | set(new)
        if len(of(stated)) > most:
            assert closure.given_up
        given_up = given_up or closure.given_up
        assert closure.given_up == given_up
        assert held == (set() if given_up else of(stated))


def test_a_long_chain_is_given_up_before_it_takes_long() -> None:
    closure = Closure[int]()
    closure.change([], [(one, one + 1) for one in range(100_000)])
    assert closure.given_up
    assert not list(closure.pairs())
