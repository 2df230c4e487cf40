"""The day that it is in Korea, where what was announced comes due."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from graph.values import PartialDate

SEOUL = timezone(timedelta(hours=9))
"""Korea keeps no summer time; a fixed offset needs no time zone database on the machine."""


def today() -> PartialDate:
    """Today's date in Korea."""
    now = datetime.now(SEOUL)
    return PartialDate(now.year, now.month, now.day)
