"""Review: pairs that may be one thing, and people's decisions on them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, Field

from app.authorization import require_token
from app.problems import Problem, ProblemBody, unknown
from app.routers.bodies import ArticleCard, article_card
from app.routers.current import CurrentState
from app.routers.failures import NO_TOKEN, failure
from graph.ledger import Decision, Judgement, LedgerError
from graph.review import Side

router = APIRouter(prefix="/v1/review", tags=["review"])


class QuoteBody(BaseModel):
    """An article and words of it."""

    article: ArticleCard
    quote: str


class SideBody(BaseModel):
    """One of two things: its id, the id that it goes by now, and what articles say of it."""

    id: str
    goes_by: str
    type: str
    name: str
    quotes: list[QuoteBody]


class DoubtBody(BaseModel):
    """Two things that may be one: how sure that is, between 0 and 1, and why."""

    left: SideBody
    right: SideBody
    score: float
    reason: str


class ReviewBody(BaseModel):
    """The pairs that nobody has judged, the surest first."""

    count: int
    results: list[DoubtBody]


class DecisionBody(BaseModel):
    """What somebody says of two things."""

    left: str = Field(examples=["company/sk머티리얼즈그룹포틴"])
    right: str = Field(examples=["company/sk머티리얼즈그룹14"])
    judgement: Judgement
    by: str = Field(default="", max_length=200)
    reason: str = Field(default="", max_length=1000)
    at: str = Field(default="", description="set by the server")


@router.get("", operation_id="list_doubts")
def doubts(
    state: CurrentState,
    *,
    postponed: Annotated[bool, Query(description="the pairs that were put off")] = False,
    limit: Annotated[int, Query(ge=1, le=200, description="보일 쌍의 수", examples=[50])] = 50,
) -> ReviewBody:
    """Pairs of things that may be one, with the words of the articles of both sides."""
    found = state.doubts(postponed=postponed)
    return ReviewBody(
        count=len(found),
        results=[
            DoubtBody(
                left=_side(doubt.left),
                right=_side(doubt.right),
                score=doubt.score,
                reason=doubt.reason,
            )
            for doubt in found[:limit]
        ],
    )


@router.post(
    "",
    operation_id="decide",
    status_code=201,
    responses={
        **failure(400, "unreadable-body", "Unreadable body", "The body is not UTF-8."),
        **NO_TOKEN,
        404: {"model": ProblemBody, "description": "No article tells of one of the two"},
        503: {"model": ProblemBody, "description": "The ledger cannot be read"},
    },
)
async def decide(request: Request, state: CurrentState, said: DecisionBody) -> DecisionBody:
    """Say that two things are the same, different, to be judged later, or (undo) as before.

    It counts at once, before all rules, and stays through re-extraction and rebuild.
    """
    require_token(request, state.settings)
    try:
        decision = Decision(said.left, said.right, said.judgement, said.by, said.reason)
    except ValueError as error:
        raise Problem(422, "invalid-parameter", "A parameter is wrong", str(error)) from error
    try:
        kept = await run_in_threadpool(state.decide, decision)
    except KeyError as error:
        raise unknown("entity", str(error.args[0])) from error
    except LedgerError as error:
        raise Problem(503, "ledger", "The ledger cannot be read", str(error)) from error
    return DecisionBody(
        left=kept.left,
        right=kept.right,
        judgement=kept.judgement,
        by=kept.by,
        reason=kept.reason,
        at=kept.at,
    )


def _side(side: Side) -> SideBody:
    return SideBody(
        id=side.path,
        goes_by=side.thing,
        type=side.type.value,
        name=side.name,
        quotes=[
            QuoteBody(article=article_card(quoted.article), quote=quoted.quote)
            for quoted in side.quotes
        ],
    )
