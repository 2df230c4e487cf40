"""Exact values that claims carry: money, dates with the precision the text had, periods."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Approximation(StrEnum):
    """How the text hedged a sum; the amount itself is never changed by it."""

    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


@dataclass(frozen=True, slots=True)
class Money:
    """A sum in whole units of one currency, as an article wrote it.

    `amount` is a positive integer (won for KRW, dollars for USD …); `as_written` keeps the text.

    >>> Money(462_950_000_000, as_written="4629억5000만 원").krw
    462950000000
    >>> Money(160_000_000, currency="USD").krw is None
    True

    Raises ValueError for a sum that is not positive and TypeError for one that is not an integer.
    """

    amount: int
    currency: str = "KRW"
    approximation: Approximation | None = None
    as_written: str = ""

    def __post_init__(self) -> None:
        if type(self.amount) is not int:
            raise TypeError(f"money is a whole number, not {self.amount!r}")
        if self.amount <= 0:
            raise ValueError(f"money is positive, not {self.amount}")
        if not re.fullmatch(r"[A-Z]{3}", self.currency):
            raise ValueError(f"a currency is an ISO 4217 code, not {self.currency!r}")

    @property
    def krw(self) -> int | None:
        """Whole won, or None for foreign money: it is never converted."""
        return self.amount if self.currency == "KRW" else None


_PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-(?!00)([0-9]{2})(?:-(?!00)([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month or a day: as much as the text told.

    Dates order by what they say, a year before its first month, a month before its first day.

    >>> str(PartialDate(2022, 3)), PartialDate.parse("2024-01-31").day
    ('2022-03', 31)

    Raises ValueError for a day that no calendar has.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"year {self.year} is out of range")
        if not 0 <= self.month <= 12:
            raise ValueError(f"month {self.month} is out of range")
        if self.day and not self.month:
            raise ValueError("a day needs a month")
        if self.day < 0 or (self.day and self.day > calendar.monthrange(self.year, self.month)[1]):
            raise ValueError(f"{self.year:04}-{self.month:02} has no day {self.day}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that `YYYY`, `YYYY-MM` or `YYYY-MM-DD` writes; ValueError for anything else."""
        match = _PARTIAL_DATE.fullmatch(text)
        if not match:
            raise ValueError(f"a date is YYYY, YYYY-MM or YYYY-MM-DD, not {text!r}")
        return cls(int(match[1]), int(match[2] or 0), int(match[3] or 0))

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    @property
    def ordinal(self) -> int:
        """Days since the first of January of the year 1, of its first day."""
        return date(self.year, self.month or 1, self.day or 1).toordinal()

    @property
    def first_day(self) -> PartialDate:
        """The first day that it covers."""
        return PartialDate(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> PartialDate:
        """The last day that it covers.

        >>> str(PartialDate(2024, 2).last_day)
        '2024-02-29'
        """
        month = self.month or 12
        return PartialDate(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def covers(self, other: PartialDate) -> bool:
        """Whether every day of another date is one of its own.

        >>> PartialDate(2024, 2).covers(PartialDate(2024, 2, 29)), PartialDate(2024, 2).covers(
        ...     PartialDate(2024))
        (True, False)
        """
        return self.first_day <= other.first_day and other.last_day <= self.last_day


@dataclass(frozen=True, slots=True)
class Period:
    """From one year to another; open at one end where the text names only the other.

    >>> str(Period(2021, 2024)), str(Period(None, 2030)), str(Period(2025, 2025))
    ('2021-2024', '-2030', '2025')

    Raises ValueError where both ends are open or the end comes first.
    """

    start: int | None
    end: int | None

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("a period needs a start or an end")
        for year in (self.start, self.end):
            if year is not None and not 1 <= year <= 9999:
                raise ValueError(f"year {year} is out of range")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"a period cannot end in {self.end} and start in {self.start}")

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period that `2021-2024`, `2025`, `-2030` or `2021-` writes."""
        match = re.fullmatch(r"([0-9]{4})?(-)?([0-9]{4})?", text)
        if not match or not (match[1] or match[3]) or (match[3] and not match[2]):
            raise ValueError(f"a period is 2021-2024, 2025, -2030 or 2021-, not {text!r}")
        start = int(match[1]) if match[1] else None
        if not match[2]:
            return cls(start, start)
        return cls(start, int(match[3]) if match[3] else None)

    def __str__(self) -> str:
        if self.start == self.end:
            return f"{self.start:04}"
        start = "" if self.start is None else f"{self.start:04}"
        end = "" if self.end is None else f"{self.end:04}"
        return f"{start}-{end}"
