"""What has changed since a revision, for those who keep a copy up."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.routers.bodies import ArticleCard, article_card
from app.routers.current import CurrentSnapshot, CurrentState
from app.routers.failures import WRONG_PARAMETER
from graph.archive import Changed, Kind
from graph.ledger import Judgement

router = APIRouter(prefix="/v1", tags=["changes"])


class ChangeBody(BaseModel):
    """An article that came, is told of otherwise than before, or was retracted.

    Of a forgotten article nothing but the id is known.
    """

    revision: int = Field(examples=[17])
    kind: Kind
    article: ArticleCard
    extractor: str = Field(examples=["sanmaek/0a1b2c3d4e5f"])
    retracted_at: str | None


class DecidedBody(BaseModel):
    """What a person decided of two things; `number` counts the decisions from the first."""

    number: int = Field(examples=[3])
    judgement: Judgement
    left: str = Field(examples=["company/sk머티리얼즈그룹14"])
    right: str = Field(examples=["company/sk머티리얼즈그룹포틴"])
    at: str = Field(examples=["2026-11-20T04:05:06+00:00"])


class ChangesMeta(BaseModel):
    """Up to which revision and decision the server's graph is, and where to go on."""

    count: int
    since: int
    revision: int = Field(description="the revision that the server answers from")
    next_since: int = Field(description="the `since` of the next call")
    decisions: int = Field(description="how many decisions the server answers with")
    next_decided_since: int = Field(description="the `decided_since` of the next call")
    more: bool = Field(description="whether the next call finds something already")
    dataset_version: str


class ChangesBody(BaseModel):
    """Changes in the order of their revisions; each article once, with its last one.

    `decisions` are what people said since of who is who, in the order in which they did.
    """

    meta: ChangesMeta
    results: list[ChangeBody]
    decisions: list[DecidedBody]


@router.get("/changes", operation_id="list_changes", responses=WRONG_PARAMETER)
def changes(
    state: CurrentState,
    snapshot: CurrentSnapshot,
    since: Annotated[
        int, Query(ge=0, le=2**53, description="a revision that is known; 0: none", examples=[0])
    ] = 0,
    decided_since: Annotated[
        int,
        Query(ge=0, le=2**53, description="so many decisions are known; 0: none", examples=[0]),
    ] = 0,
    limit: Annotated[int, Query(ge=1, le=1000, description="at most so many of each")] = 200,
) -> ChangesBody:
    """The articles that were added, changed or retracted after a revision, and people's decisions.

    What people decide about who is who changes the data set's version and no revision, so it is
    counted apart. Where `decisions` has become less than was known, somebody has edited the ledger.
    """
    known = snapshot.view.revision
    found = [one for one in state.changed_since(since, limit + 1) if one.archived.revision <= known]
    shown, decided = found[:limit], state.decided
    decisions = decided[decided_since : decided_since + limit]
    decided_to = min(decided_since, len(decided)) + len(decisions)
    return ChangesBody(
        meta=ChangesMeta(
            count=len(shown),
            since=since,
            revision=known,
            next_since=shown[-1].archived.revision if shown else since,
            decisions=len(decided),
            next_decided_since=decided_to,
            more=len(found) > limit or decided_to < len(decided),
            dataset_version=snapshot.version,
        ),
        results=[_change(one) for one in shown],
        decisions=[
            DecidedBody(
                number=number, judgement=one.judgement, left=one.left, right=one.right, at=one.at
            )
            for number, one in enumerate(decisions, decided_since + 1)
        ],
    )


def _change(one: Changed) -> ChangeBody:
    return ChangeBody(
        revision=one.archived.revision,
        kind=one.kind,
        article=article_card(one.archived.article),
        extractor=one.archived.extractor,
        retracted_at=one.archived.retracted_at,
    )
