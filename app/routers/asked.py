"""The graph of the day that a request asks about: `?as_of=2022-12-31`, else of now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Query

from app.problem_texts import Case
from app.problems import Problem
from app.routers.current import CurrentSnapshot
from app.today import today
from graph.values import PartialDate
from graph.view import View

WRITTEN_DAY = {"pattern": r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"}
"""A day, month or year in a JSON schema; that February has no 30th stands in none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A view of what had been published by a day, and that day; today's view holds all."""

    view: View
    day: PartialDate


def _asked(
    snapshot: CurrentSnapshot,
    as_of: Annotated[
        str | None,
        Query(
            description="이날(달, 해)까지 보도된 것으로 답한다",
            examples=["2022-12-31"],
            json_schema_extra=WRITTEN_DAY,
            max_length=10,
        ),
    ] = None,
) -> Asked:
    if as_of is None:
        return Asked(snapshot.view, today())
    try:
        day = PartialDate.parse(as_of)
    except ValueError as error:
        raise Problem(
            422,
            "invalid-parameter",
            "A parameter is wrong",
            f"as_of: {error}.",
            case=Case("unreadable/day", {"parameter": "as_of", "value": as_of}),
        ) from None
    return Asked(snapshot.view.as_of(day), day.last_day)


AskedDay = Annotated[Asked, Depends(_asked)]
