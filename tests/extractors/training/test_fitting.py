"""Fitting a logistic regression: learns what tells, and repeats itself."""

from __future__ import annotations

import pytest

from extractors.linking.logistic import Example
from extractors.training.fitting import fit


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
