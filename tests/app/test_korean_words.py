"""Every value that can be told has its Korean word, and sums read as Korean writes them."""

from __future__ import annotations

import re
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.korean_words import FUNDERS, KINDS, MILESTONES, STANDINGS, STATES, won
from graph.consensus import Standing
from graph.history import State
from graph.model import BudgetKind, Funder, Milestone


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (KINDS, BudgetKind),
        (FUNDERS, Funder),
        (MILESTONES, Milestone),
        (STATES, State),
        (STANDINGS, Standing),
    ],
)
def test_every_value_has_a_word_of_its_own(
    words: dict[StrEnum | None, str], values: type[StrEnum]
) -> None:
    assert set(values) == set(words) - {None}
    assert len(set(words.values())) == len(words)


@given(st.integers(1, 10**20))
def test_a_sum_reads_back_as_the_same_number(amount: int) -> None:
    units = {"조": 10**12, "억": 10**8, "만": 10**4, "": 1}
    parts = re.findall(r"(\d+)(조|억|만|)", won(amount).replace("원", ""))
    assert sum(int(number) * units[unit] for number, unit in parts) == amount
