"""Sparse logistic regression: weighs features in any order, keeps its table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.linking.logistic import BIAS, Logistic, panel


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


def test_the_weights_of_a_head_are_told_by_cue() -> None:
    model = Logistic(
        {BIAS: 0.1, "a": 1.0, "started|w=착공": 0.5, "started|d=ahead": 0.2, "x|y|z": 2.0}
    )
    assert model.by_head == {"started": {"w=착공": 0.5, "d=ahead": 0.2}, "x": {"y|z": 2.0}}


@given(st.lists(st.dictionaries(st.sampled_from([BIAS, *"abcd"]), st.floats(-9, 9)), min_size=1))
def test_a_panel_says_what_each_of_its_models_says(tables: list[dict[str, float]]) -> None:
    models = [Logistic(table) for table in tables]
    together = panel(*models)
    chances = together.chances(together.rows(["a", "c", "unknown"]))
    assert chances == [model.probability(["a", "c", "unknown"]) for model in models]
