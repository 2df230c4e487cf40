"""The bodies of answers: entities, claims and articles as JSON, each claim with its proof."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from pydantic import BaseModel, Field

from app.amounts import amount_text
from app.language import Language
from graph.canonical import CanonicalEntity
from graph.consensus import Standing
from graph.interchange import values_to_json
from graph.iris import Iris
from graph.model import Article, Budget
from graph.quotes import rights_of, shown_quote
from graph.statements import Statement
from graph.support import Told
from graph.view import View


class ArticleCard(BaseModel):
    """What is shown of an article: never its text. `rights` says whose its words are."""

    id: str
    title: str | None
    outlet: str | None
    reporter: str | None
    published: str | None
    url: str | None
    rights: str | None = Field(examples=["© 경남신문"])


class Proof(BaseModel):
    """The words that say it, where they stand (code points), and who read them.

    `quote` is null where too many words of its article would be shown (`graph.quotes`).
    """

    quote: str | None
    start: int | None
    end: int | None
    rule: str
    confidence: float
    article: ArticleCard


class EntityCard(BaseModel):
    """A thing by id and name."""

    id: str = Field(examples=["region/48120"])
    type: str = Field(examples=["region"])
    name: str = Field(examples=["창원시"])
    iri: str


class Sum(BaseModel):
    """A sum exactly as integer won, as people read it, and as it was written.

    `approx` says that the text hedges it, `approximation` how.
    """

    krw: int = Field(examples=[462_950_000_000])
    text: str = Field(examples=["4,629억 5,000만원"])
    as_written: str = Field(examples=["4629억5000만 원"])
    approx: bool = Field(examples=[False])
    approximation: str | None
    kind: str = Field(examples=["total"])
    source: str | None
    period: str | None
    proof: Proof


class ToldSum(Sum):
    """A sum with all who tell it. `standing` is what it is to the accepted one: null for that one.

    `support` counts independent voices, near-copies as one; `belief` is how likely it is that they
    say so. `project` is the part's own where the sum is that of a part.
    """

    standing: Standing | None
    support: int
    belief: float
    sources: list[ArticleCard]
    project: EntityCard


class ClaimBody(BaseModel):
    """One claim: its type, the entities in its slots, its values and its proof.

    `support` counts the independent voices that say the same, near-copies as one; `belief` is how
    likely it is that they do.
    """

    id: str
    type: str
    slots: dict[str, list[EntityCard]]
    values: dict[str, Any]
    support: int
    belief: float
    proof: Proof


def article_card(article: Article) -> ArticleCard:
    """The card of an article."""
    return ArticleCard(
        id=article.id,
        title=article.title,
        outlet=article.outlet,
        reporter=article.reporter,
        published=str(article.published) if article.published else None,
        url=article.url,
        rights=rights_of(article),
    )


def proof(statement: Statement) -> Proof:
    """The proof of a statement."""
    evidence = statement.claim.evidence
    return Proof(
        quote=shown_quote(statement),
        start=evidence.span.start if evidence.span else None,
        end=evidence.span.end if evidence.span else None,
        rule=evidence.extractor,
        confidence=evidence.confidence,
        article=article_card(statement.article),
    )


def entity_card(
    entity: CanonicalEntity, iris: Iris, language: Language = Language.KO
) -> EntityCard:
    """The card of an entity; its name is the Korean one where no other is known."""
    english = entity.name_en if language is Language.EN else None
    return EntityCard(
        id=entity.path,
        type=entity.type.value,
        name=english or entity.name,
        iri=_iri(iris, entity.path),
    )


@lru_cache(maxsize=100_000)
def _iri(iris: Iris, path: str) -> str:
    return iris.entity(path).value


def sum_body(statement: Statement, language: Language = Language.KO) -> Sum | None:
    """The sum of a budget statement in won; None where there is none, or it is foreign money."""
    claim = statement.claim
    if not isinstance(claim, Budget) or claim.money.krw is None:
        return None
    return Sum(
        krw=claim.money.krw,
        text=amount_text(claim.money.krw, language),
        as_written=claim.money.as_written,
        approx=claim.money.approximation is not None,
        approximation=claim.money.approximation,
        kind=claim.kind.value,
        source=claim.source,
        period=str(claim.period) if claim.period else None,
        proof=proof(statement),
    )


def told_sum(
    told: Told,
    standing: Standing | None,
    view: View,
    iris: Iris,
    language: Language = Language.KO,
) -> ToldSum:
    """A sum in won with all who tell it."""
    body = sum_body(told.first, language)
    assert body is not None
    return ToldSum(
        **dict(body),
        standing=standing,
        support=told.support,
        belief=told.belief,
        sources=sources(told),
        project=entity_card(view.entities[told.first.paths["project"][0]], iris, language),
    )


def sources(told: Told) -> list[ArticleCard]:
    """The articles that tell a value, each once."""
    articles = {one.article.id: one.article for one in told.statements}
    return [article_card(article) for article in articles.values()]


def claim_body(
    statement: Statement,
    view: View,
    iris: Iris,
    said: Told | None = None,
    language: Language = Language.KO,
) -> ClaimBody:
    """A statement as it is shown; `said` are all who say the same, where that is known already."""
    told = said or view.sayings(statement)
    slots = {
        slot: [entity_card(view.entities[path], iris, language) for path in paths]
        for slot, paths in statement.paths.items()
    }
    values = values_to_json(statement.claim)
    return ClaimBody(
        id=statement.id,
        type=statement.claim.TYPE,
        slots=slots,
        values={name: value for name, value in values.items() if name not in slots},
        support=told.support,
        belief=told.belief,
        proof=proof(statement),
    )
