"""The words of articles that are shown. Every quote of every answer, file and graph is from here.

No quote is longer than 120 characters. On a server that is open to others all quotes of an article
together, in every answer there is, stay within 300 characters and 10 % of its text: the surest
claims keep theirs, the others tell where their words stand. Where the text is not at hand, none is
shown there.

What is kept is chosen by the article alone and not by how many others say the same: else it would
change with every new article, and what was shown over time would add up to more.
"""

from __future__ import annotations

from enum import StrEnum

from graph.model import CLAIM_TYPES, MAX_QUOTE, Article, Claim, Extraction
from graph.statements import Statement

MOST = 300
SHARE = 10
"""Of so many characters of a text one may be shown."""

_TYPES = [kind.TYPE for kind in CLAIM_TYPES]


class Audience(StrEnum):
    """Whom quotes are shown to: who archived the articles, or everybody."""

    OWN = "own"
    PUBLIC = "public"


def shown_words(extraction: Extraction, audience: Audience = Audience.OWN) -> frozenset[str]:
    """The quotes of an article that may be shown; the same words count once."""
    quotes = [claim.evidence.quote for claim in sorted(extraction.claims, key=_surest_first)]
    if audience is Audience.OWN:
        return frozenset(words for words in quotes if len(words) <= MAX_QUOTE)
    left = min(MOST, len(extraction.article.text or "") // SHARE)
    kept: set[str] = set()
    for words in quotes:
        if words not in kept and len(words) <= min(left, MAX_QUOTE):
            kept.add(words)
            left -= len(words)
    return frozenset(kept)


def shown_quote(statement: Statement) -> str | None:
    """The quote that proves a statement, or None where only its place may be told."""
    return statement.claim.evidence.quote if statement.is_quoted else None


def rights_of(article: Article) -> str | None:
    """Whose the words of an article are, as far as it tells."""
    return f"© {article.outlet}" if article.outlet else None


def _surest_first(claim: Claim) -> tuple[object, ...]:
    """Surer readings first; among equals sums, then the claim that stands first."""
    evidence = claim.evidence
    return (
        -evidence.confidence,
        _TYPES.index(claim.TYPE),
        evidence.span.start if evidence.span else 0,
        evidence.quote,
    )
