"""The list of articles: what was read, by day, outlet and title, never their text."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from pydantic import Field

from app.lists.envelope import ListRow
from app.lists.listing import Column, Key, Listing, day
from app.lists.shown import Viewed
from app.routers.bodies import article_card
from graph.model import Article
from graph.view import View


class ArticleRow(ListRow):
    """What identifies an article."""

    id: str = Field(examples=["b931d85137ad4507"])
    title: str | None = Field(examples=["창원시, 소부장 특화단지 본격 추진"])
    outlet: str | None = Field(examples=["경남신문"])
    reporter: str | None = Field(examples=["김산맥"])
    published: str | None = Field(examples=["2022-02-07"])
    url: str | None = Field(examples=["https://news.example/1"])
    rights: str | None = Field(examples=["© 경남신문"])


def _body(_: Viewed, article: Article) -> ArticleRow:
    return ArticleRow(**dict(article_card(article)))


def _by_outlet(_: Viewed, article: Article) -> Iterator[Key]:
    if article.outlet:
        yield article.outlet, article.outlet


def _by_year(_: Viewed, article: Article) -> Iterator[Key]:
    if article.published:
        yield f"{article.published.year:04}", f"{article.published.year:04}"


def _published(_: View, article: Article) -> str | None:
    return str(article.published or "") or None


ARTICLES: Listing[Article] = Listing(
    name="articles",
    items=lambda view: list(view.articles.values()),
    key=lambda article: article.id,
    orders={
        "published": _published,
        "title": lambda _, article: article.title,
        "outlet": lambda _, article: article.outlet,
    },
    default="-published",
    groupings={"outlet": _by_outlet, "year": _by_year},
    row=ArticleRow,
    body=_body,
    columns=[
        *(Column(one, one, attrgetter(one)) for one in ("id", "title", "outlet", "reporter")),
        Column("published", "published", lambda row: day(row.published)),
        Column("url", "url", lambda row: row.url),
        Column("rights", "rights", lambda row: row.rights),
    ],
)
