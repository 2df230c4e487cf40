"""Sparse logistic regression: learns, repeats itself, keeps its table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.linking.logistic import BIAS, Example, Logistic, fit


def _examples() -> list[Example]:
    return [
        Example(frozenset({f"noise{number % 7}", "sign" if number % 3 == 0 else "other"}), right)
        for number in range(60)
        for right in [number % 3 == 0]
    ]


def test_it_learns_what_tells() -> None:
    model = fit(_examples(), penalty=0.1)
    assert model.probability({"sign"}) > 0.9
    assert model.probability({"other"}) < 0.1


def test_the_same_examples_give_the_same_weights() -> None:
    assert fit(_examples()) == fit(_examples())


def test_a_greater_penalty_gives_smaller_weights() -> None:
    loose, tight = (fit(_examples(), penalty=penalty).weights["sign"] for penalty in (0.1, 10.0))
    assert 0 < tight < loose


def test_what_is_rarely_seen_gets_no_weight() -> None:
    seen = [*_examples(), Example(frozenset({"once"}), right=True)]
    assert "once" not in fit(seen).weights


def test_an_example_that_counts_twice_is_as_good_as_two() -> None:
    twice = [Example(one.features, one.right, 2.0) for one in _examples()]
    doubled = fit([*_examples(), *_examples()]).weights
    assert fit(twice).weights == pytest.approx(doubled, abs=0.02)


@pytest.mark.parametrize("right", [True, False])
def test_examples_of_one_kind_alone_are_refused(*, right: bool) -> None:
    with pytest.raises(ValueError, match="nothing to fit"):
        fit([Example(frozenset({"a"}), right)] * 4)


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), min_size=1, max_size=12),
        st.floats(-50, 50).map(lambda weight: round(weight, 4)),
        max_size=8,
    )
)
def test_a_table_comes_back_as_it_was(weights: dict[str, float]) -> None:
    model = Logistic({BIAS: 0.0, **weights})
    assert Logistic.of(model.table(), Path("m.tsv")) == model


def test_a_broken_line_is_named() -> None:
    with pytest.raises(ValueError, match=r"m.tsv:3: no weight in 'b'"):
        Logistic.of("feature\tweight\na\t1\nb\n", Path("m.tsv"))


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_features_changes_nothing(order: list[str]) -> None:
    model = Logistic({BIAS: 0.1, "a": 1e16, "b": 0.7, "c": -1e16, "d": 0.3})
    assert model.probability(order) == model.probability(["a", "b", "c", "d"])


def test_the_greatest_scores_stay_probabilities() -> None:
    assert Logistic({"a": 1e9}).probability({"a"}) == 1.0
    assert Logistic({"a": -1e9}).probability({"a"}) == pytest.approx(0.0)
