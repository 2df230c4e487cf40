"""Tables of weights: read once, and a missing one says how it is made."""

from __future__ import annotations

import pytest

from extractors.models import load


def test_a_table_is_read_once() -> None:
    assert load("trust") is load("trust")


def test_a_missing_table_says_how_it_is_made() -> None:
    with pytest.raises(FileNotFoundError, match=r"no weights for 'nothing'.*make train"):
        load("nothing")
