"""What surrounds one thing: the claims about it, and the things that they tie it to."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.routers.asked import AskedDay
from app.routers.bodies import ClaimBody, EntityCard, claim_body, entity_card
from app.routers.current import CurrentSnapshot
from app.routers.entities import entity_of
from app.routers.failures import JOINED, NO_ENTITY, WRONG_PARAMETER
from app.routers.paging import Page, PageMeta, PerPage
from graph.iris import Iris
from graph.neighbors import MAX_DEPTH, Neighbor, neighborhood
from graph.view import View

router = APIRouter(prefix="/v1", tags=["entities"])
_FAILURES = {**JOINED, **NO_ENTITY, **WRONG_PARAMETER}

ClaimType = Literal[
    "budget",
    "role",
    "located",
    "participates",
    "part_of",
    "status",
    "agreement",
    "about",
    "produces",
]


class EntityClaimsBody(BaseModel):
    """A page of the claims about one thing, the oldest first."""

    meta: PageMeta
    results: list[ClaimBody]


class NeighborBody(EntityCard):
    """A thing 1 or 2 steps away.

    `through` is what the last step starts from, `claims` how many claims of each type make that
    step, `newest` the newest of them.
    """

    distance: int
    through: EntityCard
    claims: dict[str, int] = Field(examples=[{"participates": 3, "agreement": 1}])
    newest: ClaimBody


class NeighborsMeta(PageMeta):
    """Which page this is; `unread` are the neighbours whose own were too many to look at."""

    unread: list[EntityCard]


class NeighborsBody(BaseModel):
    """A page of neighbours, the nearest first, then those of the most claims."""

    meta: NeighborsMeta
    results: list[NeighborBody]


@router.get(
    "/entities/{entity_id:path}/claims", operation_id="list_entity_claims", responses=_FAILURES
)
def claims(
    entity_id: str,
    snapshot: CurrentSnapshot,
    asked: AskedDay,
    *,
    types: Annotated[
        list[ClaimType] | None,
        Query(alias="type", description="only claims of these types", examples=[["budget"]]),
    ] = None,
    page: Page = 1,
    per_page: PerPage = 50,
) -> EntityClaimsBody:
    """The claims about one thing, each with its article and quote."""
    view = asked.view
    path = entity_of(view, entity_id).path
    said = view.sayings_about(path)
    told = [one for one in view.about(path) if not types or one.claim.TYPE in types]
    return EntityClaimsBody(
        meta=PageMeta(
            count=len(told), page=page, per_page=per_page, dataset_version=snapshot.version
        ),
        results=[
            claim_body(one, view, snapshot.iris, said[one.id])
            for one in told[(page - 1) * per_page : page * per_page]
        ],
    )


@router.get(
    "/entities/{entity_id:path}/neighbors", operation_id="list_neighbors", responses=_FAILURES
)
def neighbors(
    entity_id: str,
    snapshot: CurrentSnapshot,
    asked: AskedDay,
    *,
    depth: Annotated[int, Query(ge=1, le=MAX_DEPTH, description="how many steps away")] = 1,
    page: Page = 1,
    per_page: PerPage = 50,
) -> NeighborsBody:
    """The things that claims tie one thing to, directly or (depth 2) through one other."""
    view, iris = asked.view, snapshot.iris
    found = neighborhood(view, entity_of(view, entity_id).path, depth)
    return NeighborsBody(
        meta=NeighborsMeta(
            count=len(found.neighbors),
            page=page,
            per_page=per_page,
            dataset_version=snapshot.version,
            unread=[entity_card(view.entities[path], iris) for path in found.unread],
        ),
        results=[
            _neighbor(one, view, iris)
            for one in found.neighbors[(page - 1) * per_page : page * per_page]
        ],
    )


def _neighbor(one: Neighbor, view: View, iris: Iris) -> NeighborBody:
    return NeighborBody(
        **entity_card(view.entities[one.path], iris).model_dump(),
        distance=one.distance,
        through=entity_card(view.entities[one.through], iris),
        claims=one.kinds,
        newest=claim_body(one.statements[-1], view, iris),
    )
