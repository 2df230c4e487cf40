"""A mapping of which each version shares nearly all with the one before."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.layered import Layered

KEYS = st.text("abcdefgh", min_size=1, max_size=2)
STATES = st.lists(st.dictionaries(KEYS, st.integers()), min_size=1, max_size=6)


def versions(states: list[dict[str, int]]) -> list[Layered[int]]:
    """Each state as the version after the one before, told only what differs."""
    found = [Layered(states[0])]
    for before, after in pairwise(states):
        keys = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        found.append(found[-1].changed(keys, after))
    return found


@given(STATES)
def test_every_version_stays_what_it_was(states: list[dict[str, int]]) -> None:
    for version, state in zip(versions(states), states, strict=True):
        assert version == state
        assert (len(version), [*version]) == (len(state), sorted(state))
        assert [*version.items()] == sorted(state.items())
        assert [*version.values()] == [state[key] for key in sorted(state)]
        for key in "abcdefgh":
            assert (key in version, version.get(key)) == (key in state, state.get(key))


def test_many_changes_leave_the_first_version_alone() -> None:
    first = Layered({str(number): number for number in range(100)})
    version = first
    for number in range(1_000):
        version = version.changed([str(number)], {str(number): -number})
    assert version == {str(number): -number for number in range(1_000)}
    assert first == {str(number): number for number in range(100)}


def test_entries_come_in_the_order_that_is_asked_for() -> None:
    shared = Layered({"a": 3, "b": 1}, lambda _, value: value)
    assert [*shared.changed(["c"], {"c": 2})] == ["b", "c", "a"]


def test_what_is_gone_is_not_found() -> None:
    gone = Layered({"a": 1}).changed(["a", "b"], {})
    assert (len(gone), gone.get("a")) == (0, None)
    with pytest.raises(KeyError, match="a"):
        gone["a"]
