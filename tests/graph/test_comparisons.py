"""Who is compared with whom: whoever shares a key that is not too wide, whatever came when."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.comparisons import WIDEST, Comparisons
from graph.sameness import DOUBTFUL, Comparison, Key, Keys

KEY = Key(0.9, "shared")


def _keys(*shared: str) -> Keys:
    return dict.fromkeys(shared, KEY)


class Kept:
    """Comparisons, the keys that they were told, and how often two were compared."""

    def __init__(self) -> None:
        self.comparisons = Comparisons()
        self.keys: dict[str, Keys] = {}
        self.compared = 0

    def change(self, changed: Mapping[str, Keys | None]) -> None:
        """Tell of other keys, and compare what is stale."""
        stale = self.comparisons.stale(changed)
        self.comparisons.update(changed, stale, self._compare)
        for path, keys in changed.items():
            if keys is None:
                self.keys.pop(path, None)
            else:
                self.keys[path] = keys

    def _compare(self, left: str, right: str, shared: list[tuple[Key, Key]]) -> Comparison:
        assert left < right
        self.compared += 1
        return Comparison(0.3 * len(shared), f"{len(shared)}")

    def all(self) -> set[tuple[str, str, Comparison]]:
        """What came out."""
        found = list(self.comparisons.all())
        for left, right, comparison in found:
            assert self.comparisons.of(left)[right] == comparison
            assert self.comparisons.of(right)[left] == comparison
        assert len(found) == len(set(found))
        return set(found)

    def anew(self) -> set[tuple[str, str, Comparison]]:
        """What comes out where all is told at once."""
        fresh = Kept()
        fresh.change(self.keys)
        return fresh.all()


def _names(count: int) -> list[str]:
    return [f"p{number:03}" for number in range(count)]


def test_what_shares_enough_keys_is_kept_and_what_shares_none_is_not_compared() -> None:
    kept = Kept()
    kept.change({"a": _keys("x", "y"), "b": _keys("x", "y"), "c": _keys("x"), "d": _keys("z")})
    assert kept.all() == {("a", "b", Comparison(0.6, "2"))}
    assert Comparison(0.3, "1").score < DOUBTFUL
    before = kept.compared
    kept.change({"d": _keys("y")})
    assert kept.compared - before == 2


def test_a_key_that_too_many_share_tells_nothing() -> None:
    kept = Kept()
    kept.change({name: _keys("x", "y") for name in _names(WIDEST)})
    assert len(kept.all()) == WIDEST * (WIDEST - 1) // 2
    kept.change({"one more": _keys("x", "y")})
    assert kept.all() == set()
    kept.change({"one more": None})
    assert len(kept.all()) == WIDEST * (WIDEST - 1) // 2


def test_a_narrow_key_beside_a_wide_one_counts_alone() -> None:
    kept = Kept()
    kept.change({name: _keys("x", "y") for name in _names(WIDEST)})
    kept.change({"other": _keys("x")})
    assert kept.all() == kept.anew() == set()
    kept.change({"p000": _keys("x", "y", "z"), "p001": _keys("x", "y", "z")})
    assert kept.all() == kept.anew() == {("p000", "p001", Comparison(0.6, "2"))}


def test_the_cost_of_one_more_is_bounded_where_all_share_a_wide_key() -> None:
    kept = Kept()
    kept.change({name: _keys("x") for name in _names(10 * WIDEST)})
    kept.change({"another": _keys("x")})
    assert kept.compared == 0


@settings(max_examples=12)
@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(_names(WIDEST + 4)),
            st.none() | st.sets(st.sampled_from("xyz")).map(lambda keys: _keys(*sorted(keys))),
            max_size=WIDEST + 4,
        ),
        max_size=5,
    ),
    st.integers(WIDEST - 3, WIDEST + 3),
)
def test_whatever_came_and_went_the_outcome_is_that_of_all_at_once(
    changes: list[dict[str, Keys | None]], first: int
) -> None:
    kept = Kept()
    kept.change({name: _keys("x", "y") for name in _names(first)})
    for changed in changes:
        kept.change(changed)
        assert kept.all() == kept.anew()
