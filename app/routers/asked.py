"""The graph of the day that a request asks about: `?as_of=2022-12-31`, else of now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

from fastapi import Depends, Query

from app.problems import Problem
from app.routers.current import CurrentSnapshot
from graph.values import PartialDate
from graph.view import View

SEOUL = ZoneInfo("Asia/Seoul")


@dataclass(frozen=True, slots=True)
class Asked:
    """A view of what had been published by a day, and that day; today's view holds all."""

    view: View
    day: PartialDate


def today() -> PartialDate:
    """The day that it is in Korea, where what was announced comes due."""
    now = datetime.now(SEOUL)
    return PartialDate(now.year, now.month, now.day)


def _asked(
    snapshot: CurrentSnapshot,
    as_of: Annotated[
        str | None,
        Query(
            description="answer from what had been published by this day (month, year)",
            examples=["2022-12-31"],
        ),
    ] = None,
) -> Asked:
    if as_of is None:
        return Asked(snapshot.view, today())
    try:
        day = PartialDate.parse(as_of)
    except ValueError as error:
        raise Problem(
            422, "invalid-parameter", "A parameter is wrong", f"as_of: {error}."
        ) from None
    return Asked(snapshot.view.as_of(day), day.last_day)


AskedDay = Annotated[Asked, Depends(_asked)]
