"""Names from elsewhere to things of the graph: scored candidates, for a person or a program."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.criteria import CriterionError, entity_named
from app.problems import Problem
from app.routers.bodies import EntityCard, entity_card
from app.routers.current import CurrentSnapshot
from app.routers.failures import failure
from app.routers.suggest import Types
from graph.candidates import MAX_NAME, candidates
from graph.canonical import CanonicalEntity
from graph.iris import Iris
from graph.kinds import PLACES, EntityType
from graph.view import View

router = APIRouter(prefix="/v1", tags=["finding"])


class CandidateBody(EntityCard):
    """A thing that may be meant; `score` is 0 to 100, `match` says that it alone is to be taken.

    `likeness` is that of the names, 0 to 1; `near` whether it lies in the place asked for, null
    where none was asked for or none is known of it.
    """

    score: float = Field(examples=[99.0])
    match: bool
    matched: str = Field(examples=["창원"])
    likeness: float
    near: bool | None
    lies_in: list[EntityCard]


class ResolveMeta(BaseModel):
    """How many candidates are listed, how the question was understood, and of which data."""

    count: int
    dataset_version: str
    interpreted: dict[str, EntityCard]


class CandidatesBody(BaseModel):
    """Candidates, the surest first."""

    meta: ResolveMeta
    results: list[CandidateBody]


@router.get(
    "/resolve",
    operation_id="resolve",
    responses={
        **failure(404, "unknown", "Unknown name", "near: no article speaks of '없는시'."),
        **failure(
            422, "ambiguous", "Ambiguous name", "near: '고성' could be 강원 고성군, 경남 고성군."
        ),
    },
)
def resolve(
    snapshot: CurrentSnapshot,
    name: Annotated[
        str,
        Query(
            min_length=1,
            max_length=MAX_NAME,
            description="a name in any spelling",
            examples=["한국재료연구소"],
        ),
    ],
    types: Types = None,
    near: Annotated[
        str | None,
        Query(max_length=200, description="a place it lies in, by name or code", examples=["경남"]),
    ] = None,
    limit: Annotated[int, Query(ge=1, le=50, description="at most so many")] = 10,
) -> CandidatesBody:
    """What a name may stand for, by how alike the names are and whether the place fits."""
    view, iris = snapshot.view, snapshot.iris
    place = named_or_problem(view, iris, "near", near) if near is not None else None
    found = candidates(view, name, types or EntityType, place.path if place else None, limit)
    return CandidatesBody(
        meta=ResolveMeta(
            count=len(found),
            dataset_version=snapshot.version,
            interpreted={"near": entity_card(place, iris)} if place else {},
        ),
        results=[
            CandidateBody(
                **entity_card(view.entities[one.path], iris).model_dump(),
                score=one.score,
                match=one.match,
                matched=one.matched,
                likeness=one.likeness,
                near=one.near,
                lies_in=cards_of_places(view, iris, one.path),
            )
            for one in found
        ],
    )


def cards_of_places(view: View, iris: Iris, path: str) -> list[EntityCard]:
    """What a thing lies in."""
    return [entity_card(view.entities[place], iris) for place in sorted(view.places_of(path))]


_STATUS: Mapping[str, tuple[int, str]] = {
    "unknown": (404, "Unknown name"),
    "ambiguous": (422, "Ambiguous name"),
    "unreadable": (422, "A parameter is wrong"),
}


def named_or_problem(
    view: View, iris: Iris, parameter: str, name: str, types: frozenset[EntityType] = PLACES
) -> CanonicalEntity:
    """The one thing that a parameter names; Problem 404 for none, 422 with several."""
    try:
        return entity_named(view, parameter, name, types)
    except CriterionError as error:
        status, title = _STATUS[error.kind]
        cards = [entity_card(one, iris).model_dump() for one in error.candidates]
        raise Problem(
            status, error.kind, title, str(error), case=error.case, candidates=cards or None
        ) from error
