"""The words of articles that an export shows. Every quote of every format goes through here."""

from __future__ import annotations

from graph.model import MAX_QUOTE
from graph.statements import Statement


def shown_words(words: str, article_id: str) -> str | None:
    """A quote as it may be shown, or None where only its place may be told.

    >>> shown_words("총사업비 3820억 원", "a")
    '총사업비 3820억 원'
    """
    del article_id  # how much of an article is shown in all does not count yet
    return words if len(words) <= MAX_QUOTE else None


def shown_quote(statement: Statement) -> str | None:
    """The quote that proves a statement, as it may be shown."""
    return shown_words(statement.claim.evidence.quote, statement.article.id)
