"""Claims: what articles state, one by one, each with the words that say it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from app.criteria import entity_named, places_meant, read_day
from app.lists import Asking, ListBody, Shown, Viewed, answer, asking
from app.lists.claims import CLAIMS, ClaimCriteria, ClaimRow, ClaimType, chosen_claims
from app.lists.criteria import City, Since, Until, card_of, meant, places_told
from app.lists.documentation import list_responses, problem
from app.lists.envelope import Understood
from app.lists.things import things
from app.problems import unknown
from app.routers.bodies import ClaimBody, claim_body
from graph.kinds import EntityType
from graph.project_index import ProjectIndex

router = APIRouter(prefix="/v1", tags=["claims"])


class ClaimsBody(ListBody[ClaimRow]):
    """A page of claims."""


@router.get(
    "/claims", operation_id="list_claims", response_model=ClaimsBody, responses=list_responses()
)
def claims(  # noqa: PLR0917  FastAPI passes query parameters by name
    viewed: Shown,
    asked: Annotated[Asking, Depends(asking(CLAIMS))],
    kind: Annotated[
        ClaimType | None,
        Query(alias="type", description="주장의 종류", examples=["status"]),
    ] = None,
    entity: Annotated[
        str | None,
        Query(description="이 대상(이름이나 id)에 대한 주장", examples=["재료연"], max_length=200),
    ] = None,
    city: City = None,
    scheduled: Annotated[
        bool | None, Query(description="예정(true)이었는지, 이루어졌는지(false)", examples=[True])
    ] = None,
    since: Since = None,
    until: Until = None,
) -> Response:
    """주장: 예산, 직책, 위치, 참여, 일부, 단계, 협약, 분야, 제품. 저마다 기사와 인용이 있다.

    `city`는 그곳에 있는 사업·기관·행사와 그곳 자체에 대한 주장이다. `from`과 `to`는 기사가 나온
    날이 아니라 그 일의 날이다.
    """
    told: dict[str, Understood] = {}
    about: Collection[str] | None = None
    if entity is not None:
        path = meant(
            viewed, lambda: entity_named(viewed.view, "entity", entity, list(EntityType))
        ).path
        told["entity"] = card_of(path, viewed)
        about = {path}
    if city is not None:
        inside = _inside(viewed, city, told)
        about = inside if about is None else inside.intersection(about)
    first = meant(viewed, lambda: read_day("from", since))
    last = meant(viewed, lambda: read_day("to", until))
    told |= {
        name: str(value)
        for name, value in (("type", kind), ("from", first), ("to", last))
        if value is not None
    }
    criteria = ClaimCriteria(
        kind, None if about is None else frozenset(about), scheduled, first, last
    )
    chosen = None if criteria == ClaimCriteria() else chosen_claims(viewed.view, criteria)
    return answer(CLAIMS, asked, viewed, chosen, told)


def _inside(viewed: Viewed, city: str, told: dict[str, Understood]) -> frozenset[str]:
    """The places meant by a name, and all that lies in them or is run from there."""
    places = meant(viewed, lambda: places_meant(viewed.view, viewed.references, "city", city))
    paths = [place.path for place in places]
    told["city"] = places_told(paths, viewed)
    kinds = [kind for kind in EntityType if kind is not EntityType.PROJECT]
    inside = viewed.view.once(ProjectIndex, ProjectIndex).in_region
    return frozenset(paths).union(
        things(viewed.view).lying_in(paths, kinds), *(inside.get(path, ()) for path in paths)
    )


@router.get(
    "/claims/{claim_id}",
    operation_id="get_claim",
    responses={
        404: problem(
            "그런 주장이 없다",
            {
                "type": "/problems/not-found",
                "title": "Not found",
                "status": 404,
                "detail": "There is no claim '없음-0'.",
            },
        )
    },
)
def claim(
    claim_id: Annotated[
        str, Path(description="주장의 id", examples=["a1b2c3d4e5f60718-0"], max_length=200)
    ],
    viewed: Shown,
) -> ClaimBody:
    """주장 하나: 종류, 대상, 값, 기사와 인용."""
    article_id, _, _ = claim_id.rpartition("-")
    if article_id in viewed.view.articles:
        for statement in viewed.view.told_by(article_id):
            if statement.id == claim_id:
                return claim_body(statement, viewed.view, viewed.iris, language=viewed.language)
    raise unknown("claim", claim_id)
