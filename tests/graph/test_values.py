"""Values are exact, come back as they were written, and no impossible one can be made."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.values import Money, PartialDate, Period
from tests.graph.examples import DATES, MONEY, PERIODS


@given(st.integers(1, 10**30))
def test_won_are_kept_to_the_last_digit(amount: int) -> None:
    assert Money(amount).krw == amount


@given(MONEY)
def test_foreign_money_is_never_told_in_won(money: Money) -> None:
    assert money.krw == (money.amount if money.currency == "KRW" else None)


@pytest.mark.parametrize("amount", [1.0, "1", True, None, 382e9])
def test_money_that_is_not_a_whole_number_is_refused(amount: Any) -> None:
    with pytest.raises(TypeError, match="whole number"):
        Money(amount)


@pytest.mark.parametrize(("amount", "currency"), [(0, "KRW"), (-1, "KRW"), (1, "won"), (1, "원")])
def test_money_of_no_worth_or_no_currency_is_refused(amount: int, currency: str) -> None:
    with pytest.raises(ValueError, match=r"money is positive|ISO 4217"):
        Money(amount, currency)


@given(DATES)
def test_a_date_reads_back_what_it_wrote(when: PartialDate) -> None:
    assert PartialDate.parse(str(when)) == when


@given(st.text("0123456789-０２٣", max_size=11))
def test_whatever_reads_as_a_date_is_written_the_same(text: str) -> None:
    try:
        when = PartialDate.parse(text)
    except ValueError:
        return
    assert str(when) == text


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-29",
        "2024-02-30",
        "2024-04-31",
        "2024-13",
        "2024-00",
        "2024-05-00",
        "2024-00-00",
        "0000",
        "24",
        "2024-1",
        "2024-01-1",
        "2024-01-01T00:00",
        "2024\n",
        "２０２４",
        "",
    ],
)
def test_a_date_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month|year"):
        PartialDate.parse(text)


@pytest.mark.parametrize("parts", [(2024, 0, 5), (2024, 13, 0), (2024, 1, -1), (0, 0, 0), (10000,)])
def test_parts_that_make_no_date_are_refused(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"range|month|no day"):
        PartialDate(*parts)


@given(DATES, DATES)
def test_dates_order_as_their_first_days_and_the_vaguer_first(
    one: PartialDate, other: PartialDate
) -> None:
    if one.ordinal != other.ordinal:
        assert (one < other) == (one.ordinal < other.ordinal)
    elif one != other:
        vaguer, finer = sorted((one, other), key=lambda when: (when.month > 0, when.day > 0))
        assert vaguer < finer


@given(DATES)
def test_a_date_covers_its_first_to_its_last_day(when: PartialDate) -> None:
    first, last = when.first_day, when.last_day
    assert first.ordinal == when.ordinal <= last.ordinal
    assert str(first).startswith(str(when))
    assert str(last).startswith(str(when))
    after = date.fromordinal(last.ordinal + 1) if last.year < 9999 else None
    assert after is None or not after.isoformat().startswith(str(when)) or when.day


@given(PERIODS)
def test_a_period_reads_back_what_it_wrote(period: Period) -> None:
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    "text", ["", "-", "2024-2021", "20212024", "2021--2024", "21-24", "0000", "２０２１-２０２４"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|year"):
        Period.parse(text)


def test_a_period_needs_an_end() -> None:
    with pytest.raises(ValueError, match="needs a start or an end"):
        Period(None, None)
