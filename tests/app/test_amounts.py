"""A sum that is written out in Korean is read back as the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.amounts import amount_text
from app.criteria import won


@given(st.integers(1, 10**15))
def test_what_is_written_is_read_back(krw: int) -> None:
    assert won(amount_text(krw)) == krw
