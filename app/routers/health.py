"""Whether the server is well."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from app.routers.current import CurrentSnapshot

router = APIRouter(tags=["health"])


class HealthBody(BaseModel):
    """The server answers, from this much data."""

    status: str
    dataset_version: str
    articles: int
    entities: int
    claims: int


@router.get("/health", operation_id="get_health")
def health(snapshot: CurrentSnapshot) -> HealthBody:
    """Counts of what the server answers from."""
    view = snapshot.view
    return HealthBody(
        status="ok",
        dataset_version=snapshot.version,
        articles=len(view.articles),
        entities=len(view.entities),
        claims=len(view.statements),
    )
