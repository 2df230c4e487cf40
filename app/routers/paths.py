"""How two things are connected, each step with the claims that make it."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.problem_texts import Case
from app.problems import Problem
from app.routers.asked import AskedDay
from app.routers.bodies import ClaimBody, EntityCard, claim_body, entity_card
from app.routers.current import CurrentSnapshot
from app.routers.failures import failure
from app.routers.resolve import named_or_problem
from graph.iris import Iris
from graph.kinds import EntityType
from graph.paths import MAX_LENGTH, statements_between, ways
from graph.view import View

router = APIRouter(prefix="/v1", tags=["finding"])
_SHOWN = 3
_ANY = frozenset(EntityType)


class StepBody(BaseModel):
    """A step from one thing to the next; `claims` are the newest of the `support` that make it."""

    start: EntityCard = Field(serialization_alias="from")
    end: EntityCard = Field(serialization_alias="to")
    support: int
    claims: list[ClaimBody]


class PathBody(BaseModel):
    """A way from one thing to the other."""

    length: int
    steps: list[StepBody]


class PathsMeta(BaseModel):
    """How the question was understood, and whether these are all ways of at most that length.

    `more` tells that there are others beyond the limit, `unread` which things were not gone
    through because too many claims speak of them.
    """

    count: int
    longest: int
    more: bool
    unread: list[EntityCard]
    as_of: str
    dataset_version: str
    interpreted: dict[str, EntityCard]


class PathsBody(BaseModel):
    """Ways between two things, the shortest first."""

    meta: PathsMeta
    results: list[PathBody]


@router.get(
    "/paths",
    operation_id="find_paths",
    responses={
        **failure(404, "unknown", "Unknown name", "from: no article speaks of '없는연구원'."),
        **failure(
            422, "ambiguous", "Ambiguous name", "to: '고성' could be 강원 고성군, 경남 고성군."
        ),
    },
)
def paths(
    snapshot: CurrentSnapshot,
    asked: AskedDay,
    *,
    start: Annotated[
        str,
        Query(
            alias="from",
            min_length=1,
            max_length=200,
            description="a thing by id or by a name that is its alone",
            examples=["한국재료연구원"],
        ),
    ],
    end: Annotated[
        str,
        Query(
            alias="to",
            min_length=1,
            max_length=200,
            description="the other thing",
            examples=["region/48120"],
        ),
    ],
    longest: Annotated[int, Query(ge=1, le=MAX_LENGTH, description="the most steps of a way")] = 4,
    limit: Annotated[int, Query(ge=1, le=50, description="at most so many ways")] = 5,
) -> PathsBody:
    """The ways between two things through what articles state, the shortest first.

    Two things are one step apart where a claim names both. That one place lies in another is
    publicly known and stated by no article, so it makes no step.
    """
    view, iris = asked.view, snapshot.iris
    first, last = (
        named_or_problem(view, iris, parameter, view.joined.get(name, name), _ANY)
        for parameter, name in (("from", start), ("to", end))
    )
    if first == last:
        raise Problem(
            422,
            "invalid-parameter",
            "A parameter is wrong",
            f"from and to are one thing, {first.name} ({first.path}). Give two different ones.",
            case=Case("invalid-parameter/one_thing", {"name": first.name, "id": first.path}),
        )
    found = ways(view, first.path, last.path, longest=longest, limit=limit)
    return PathsBody(
        meta=PathsMeta(
            count=len(found.ways),
            longest=longest,
            more=found.more,
            unread=[entity_card(view.entities[path], iris) for path in found.unread],
            as_of=str(asked.day),
            dataset_version=snapshot.version,
            interpreted={"from": entity_card(first, iris), "to": entity_card(last, iris)},
        ),
        results=[_path(way, view, iris) for way in found.ways],
    )


def _path(way: tuple[str, ...], view: View, iris: Iris) -> PathBody:
    return PathBody(
        length=len(way) - 1,
        steps=[_step(one, other, view, iris) for one, other in pairwise(way)],
    )


def _step(one: str, other: str, view: View, iris: Iris) -> StepBody:
    said = statements_between(view, one, other)
    return StepBody(
        start=entity_card(view.entities[one], iris),
        end=entity_card(view.entities[other], iris),
        support=len(said),
        claims=[claim_body(statement, view, iris) for statement in said[: -_SHOWN - 1 : -1]],
    )
