"""Articles: what was read. Their text is never shown, only what identifies them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from app.problems import ProblemBody, unknown
from app.routers.bodies import ArticleCard, ClaimBody, article_card, claim_body
from app.routers.current import CurrentSnapshot

router = APIRouter(prefix="/v1", tags=["articles"])


class ArticlesMeta(BaseModel):
    """How many articles there are, and which page this is."""

    count: int
    page: int
    per_page: int
    dataset_version: str


class ArticlesBody(BaseModel):
    """A page of articles, the newest first."""

    meta: ArticlesMeta
    results: list[ArticleCard]


class ArticleBody(ArticleCard):
    """An article with its claims."""

    claims: list[ClaimBody]


@router.get("/articles", operation_id="list_articles")
def articles(
    snapshot: CurrentSnapshot,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    per_page: Annotated[int, Query(ge=1, le=200)] = 50,
) -> ArticlesBody:
    """The articles of the graph, the newest first."""
    found = list(snapshot.view.articles.values())[::-1]
    return ArticlesBody(
        meta=ArticlesMeta(
            count=len(found), page=page, per_page=per_page, dataset_version=snapshot.version
        ),
        results=[article_card(row) for row in found[(page - 1) * per_page : page * per_page]],
    )


@router.get(
    "/articles/{article_id}",
    operation_id="get_article",
    responses={404: {"model": ProblemBody, "description": "No such article"}},
)
def article(article_id: str, snapshot: CurrentSnapshot) -> ArticleBody:
    """One article's metadata and claims."""
    view = snapshot.view
    found = view.articles.get(article_id)
    if found is None:
        raise unknown("article", article_id)
    return ArticleBody(
        **article_card(found).model_dump(),
        claims=[
            claim_body(statement, view, snapshot.iris)
            for statement in view.statements
            if statement.article.id == article_id
        ],
    )
