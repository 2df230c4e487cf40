"""Articles: what was read. Their text is never shown, only what identifies them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Response

from app.criteria import read_day
from app.lists import Asking, ListBody, Shown, answer, asking
from app.lists.articles import ARTICLES, ArticleRow
from app.lists.criteria import Since, Until, meant
from app.lists.documentation import list_responses
from app.lists.envelope import Understood
from app.problems import unknown
from app.routers.bodies import ArticleCard, ClaimBody, article_card, claim_body
from app.routers.failures import nothing
from graph.folding import fold

router = APIRouter(prefix="/v1", tags=["articles"])


class ArticlesBody(ListBody[ArticleRow]):
    """A page of articles, the newest first."""


class ArticleBody(ArticleCard):
    """An article with its claims."""

    claims: list[ClaimBody]


@router.get(
    "/articles",
    operation_id="list_articles",
    response_model=ArticlesBody,
    responses=list_responses(),
)
def articles(  # noqa: PLR0917  FastAPI passes query parameters by name
    viewed: Shown,
    asked: Annotated[Asking, Depends(asking(ARTICLES))],
    outlet: Annotated[
        str | None, Query(description="언론사", examples=["경남신문"], max_length=200)
    ] = None,
    words: Annotated[
        str | None,
        Query(alias="q", description="제목에 든 낱말", examples=["소부장"], max_length=200),
    ] = None,
    since: Since = None,
    until: Until = None,
) -> Response:
    """기사, 새것부터. `from`과 `to`는 나온 날이다."""
    first = meant(viewed, lambda: read_day("from", since))
    last = meant(viewed, lambda: read_day("to", until))
    wanted = [fold(word) for word in (words or "").split()]
    told: dict[str, Understood] = {
        name: str(value)
        for name, value in (("outlet", outlet), ("q", words), ("from", first), ("to", last))
        if value
    }
    if not told:
        return answer(ARTICLES, asked, viewed, None, told)
    chosen = {
        article.id
        for article in viewed.view.articles.values()
        if (not outlet or fold(article.outlet or "") == fold(outlet))
        and all(word in fold(article.title or "") for word in wanted)
        and (not first or (article.published and article.published.last_day >= first.first_day))
        and (not last or (article.published and article.published.first_day <= last.last_day))
    }
    return answer(ARTICLES, asked, viewed, chosen, told)


@router.get(
    "/articles/{article_id}",
    operation_id="get_article",
    responses=nothing("article", "없음"),
)
def article(
    article_id: Annotated[
        str, Path(description="기사의 id", examples=["b931d85137ad4507"], max_length=200)
    ],
    viewed: Shown,
) -> ArticleBody:
    """기사 하나와 그 주장들. 본문은 보이지 않는다."""
    view = viewed.view
    found = view.articles.get(article_id)
    if found is None:
        raise unknown("article", article_id)
    return ArticleBody(
        **dict(article_card(found)),
        claims=[
            claim_body(statement, view, viewed.iris, language=viewed.language)
            for statement in view.told_by(article_id)
        ],
    )
