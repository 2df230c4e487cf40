"""Full text search over names, other names and quotes."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.routers.bodies import EntityCard, Proof, entity_card, proof
from app.routers.current import CurrentSnapshot, CurrentState
from app.routers.failures import WRONG_PARAMETER
from app.routers.suggest import FoundMeta, Types
from graph.kinds import EntityType
from graph.search import MAX_QUESTION, Hit, Matched
from graph.view import View

router = APIRouter(prefix="/v1", tags=["finding"])


class HitBody(EntityCard):
    """A thing, and where the words were found: in a name, or in a quote, whose `proof` it is.

    `score` lies between 0 and 1 and orders the hits of one question.
    """

    score: float = Field(examples=[0.98])
    matched: Matched
    text: str | None = Field(description="the name in which they were found", examples=["재료연"])
    proof: Proof | None


class HitsBody(BaseModel):
    """Hits, the surest first: names before quotes, whole names before parts."""

    meta: FoundMeta
    results: list[HitBody]


@router.get("/search", operation_id="search", responses=WRONG_PARAMETER)
def search(
    state: CurrentState,
    snapshot: CurrentSnapshot,
    *,
    q: Annotated[
        str,
        Query(
            min_length=1,
            max_length=MAX_QUESTION,
            description="words; each must stand in a name or a quote, at the beginning of a word, "
            "in the middle or before a particle",
            openapi_examples={
                "재료연구원": {"value": "재료연구원"},
                "지능형 실증": {"value": "지능형 실증", "summary": "두 낱말 모두"},
            },
        ),
    ],
    types: Types = None,
    limit: Annotated[int, Query(ge=1, le=200, description="at most so many")] = 20,
) -> HitsBody:
    """Things whose names hold all words, then those of which a quote that holds them speaks."""
    view, iris = snapshot.view, snapshot.iris
    found = state.finding.index.search(q, limit, types or EntityType)
    results = [
        HitBody(
            **entity_card(view.entities[hit.path], iris).model_dump(),
            score=hit.score,
            matched=hit.matched,
            text=None if hit.article else hit.text,
            proof=_proof(hit, view),
        )
        for hit in found
        if hit.path in view.entities
    ]
    return HitsBody(
        meta=FoundMeta(count=len(results), dataset_version=snapshot.version), results=results
    )


def _proof(hit: Hit, view: View) -> Proof | None:
    """The proof whose quote was found, shown by the rule that holds for all quotes."""
    for statement in view.about(hit.path):
        if statement.article.id == hit.article and statement.claim.evidence.quote == hit.text:
            return proof(statement)
    return None
