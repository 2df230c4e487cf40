"""Entities: everything the graph knows of one thing."""

from __future__ import annotations

from fastapi import APIRouter

from app.moved import require_own_path
from app.problems import ProblemBody, unknown
from app.routers.asked import AskedDay
from app.routers.bodies import (
    ArticleCard,
    ClaimBody,
    EntityCard,
    article_card,
    claim_body,
    entity_card,
)
from app.routers.current import CurrentSnapshot
from graph.canonical import CanonicalEntity
from graph.view import View

router = APIRouter(prefix="/v1", tags=["entities"])


class EntityBody(EntityCard):
    """An entity with every claim about it, each with its article and quote."""

    aliases: list[str]
    name_en: str | None
    latitude: float | None
    longitude: float | None
    lies_in: list[EntityCard]
    articles: list[ArticleCard]
    claims: list[ClaimBody]


@router.get(
    "/entities/{entity_id:path}",
    operation_id="get_entity",
    responses={
        308: {"description": "It was joined to another thing, which this leads to"},
        404: {"model": ProblemBody, "description": "No such entity"},
    },
)
def entity(entity_id: str, snapshot: CurrentSnapshot, asked: AskedDay) -> EntityBody:
    """An entity by its id, such as `region/48120`."""
    view, iris = asked.view, snapshot.iris
    found = entity_of(view, entity_id)
    sources = dict.fromkeys(article for article, _ in found.members if article in view.articles)
    said = view.sayings_about(found.path)
    return EntityBody(
        **entity_card(found, iris).model_dump(),
        aliases=list(found.aliases),
        name_en=found.name_en,
        latitude=found.latitude,
        longitude=found.longitude,
        lies_in=[
            entity_card(view.entities[path], iris) for path in sorted(view.places_of(found.path))
        ],
        articles=[article_card(view.articles[source]) for source in sources],
        claims=[
            claim_body(statement, view, iris, said[statement.id])
            for statement in view.about(found.path)
        ],
    )


def entity_of(view: View, entity_id: str) -> CanonicalEntity:
    """The entity of a view by its id; raises Problem 404 where no article had told of it.

    Raises MovedError for the id of what was joined to another thing.
    """
    require_own_path(view, entity_id)
    found = view.entities.get(entity_id)
    if found is None:
        raise unknown("entity", entity_id)
    return found
