"""Accept headers as RFC 9110 reads them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.negotiation import preferred

OFFERED = ["text/csv", "application/json"]


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        (None, "text/csv"),
        ("", "text/csv"),
        ("*/*", "text/csv"),
        ("application/*", "application/json"),
        ("text/csv;q=0, */*", "application/json"),
        ("text/csv;q=0.2, application/json;q=0.3", "application/json"),
        ("TEXT/CSV", "text/csv"),
        ("image/png", None),
        ("text/csv;q=0", None),
        ("text/csv;q=nonsense", None),
    ],
)
def test_the_wanted_type_wins(accept: str | None, wanted: str | None) -> None:
    assert preferred(accept, OFFERED) == wanted


@given(st.text())
def test_no_header_is_an_error(accept: str) -> None:
    assert preferred(accept, OFFERED) in (*OFFERED, None)
