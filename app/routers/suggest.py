"""Suggestions while somebody types: by letters, initial consonants, other names and in English."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.routers.bodies import EntityCard, entity_card
from app.routers.current import CurrentSnapshot, CurrentState
from app.routers.failures import WRONG_PARAMETER
from graph.kinds import EntityType
from graph.suggest import MAX_PREFIX

router = APIRouter(prefix="/v1", tags=["finding"])

Typed = Annotated[
    str,
    Query(
        min_length=1,
        max_length=200,
        description="the beginning of a name or of a word of it: letters, half-typed syllables, "
        f"initial consonants, English; the first {MAX_PREFIX} letters count",
        openapi_examples={
            "창원": {"value": "창원"},
            "ㅊㅇ": {"value": "ㅊㅇ", "summary": "초성"},
            "Changwon": {"value": "Changwon"},
            "재료연": {"value": "재료연", "summary": "줄임말"},
        },
    ),
]
Types = Annotated[
    list[EntityType] | None,
    Query(alias="type", description="only things of these types", examples=[["region"]]),
]


class FoundMeta(BaseModel):
    """How many are listed, and of which data."""

    count: int
    dataset_version: str


class SuggestionBody(EntityCard):
    """A thing, and the name of it that begins as it was typed."""

    matched: str = Field(examples=["창원"])


class SuggestionsBody(BaseModel):
    """Things with such a name: whole names first, then those that most articles name."""

    meta: FoundMeta
    results: list[SuggestionBody]


@router.get("/suggest", operation_id="suggest", responses=WRONG_PARAMETER)
def suggest(
    state: CurrentState,
    snapshot: CurrentSnapshot,
    *,
    q: Typed,
    types: Types = None,
    limit: Annotated[int, Query(ge=1, le=50, description="at most so many")] = 10,
) -> SuggestionsBody:
    """Things with a name that begins so, as for a search box."""
    found = state.finding.suggestions(snapshot.view).suggest(q, limit, types or EntityType)
    entities = snapshot.view.entities
    return SuggestionsBody(
        meta=FoundMeta(count=len(found), dataset_version=snapshot.version),
        results=[
            SuggestionBody(
                **entity_card(entities[one.path], snapshot.iris).model_dump(), matched=one.matched
            )
            for one in found
        ],
    )
