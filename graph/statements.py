"""A statement: one claim of one article, its slots pointing to canonical entities."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from graph.model import Agreement, Article, Claim, Extraction, slots_of


@dataclass(frozen=True, slots=True)
class Statement:
    """`article` (without its text) says `claim`; `paths` gives the canonical entities by slot.

    `is_quoted` says whether the words that prove it may be shown; ask `graph.quotes` for them.
    """

    article: Article
    index: int
    claim: Claim
    paths: Mapping[str, tuple[str, ...]]
    is_quoted: bool = True

    @property
    def id(self) -> str:
        """The article's id and the claim's place in its extraction."""
        return f"{self.article.id}-{self.index}"

    @property
    def entities(self) -> frozenset[str]:
        """The canonical entities in all slots."""
        return frozenset(path for paths in self.paths.values() for path in paths)

    @property
    def order(self) -> tuple[str, str, int]:
        """Statements stand in the order of their articles' days and ids, and of the text."""
        return str(self.article.published or ""), self.article.id, self.index

    def path(self, slot: str) -> str | None:
        """The canonical entity in a slot that holds one; None where it is empty."""
        found = self.paths.get(slot, ())
        return found[0] if found else None


def names_any(claim: Claim, keys: Collection[str]) -> bool:
    """Whether a claim has one of some entities in a slot, or is an agreement about it."""
    if isinstance(claim, Agreement) and claim.subject in keys:
        return True
    return any(key in keys for _, key in slots_of(claim))


def statements_of(
    extraction: Extraction, paths_by_key: Mapping[str, str], shown: Collection[str] | None = None
) -> Iterator[Statement]:
    """One article's claims as statements, in the order of the extraction.

    `shown` are the quotes that may be shown (`graph.quotes.shown_words`), None is all.
    """
    article = extraction.article.without_text()
    for index, claim in enumerate(extraction.claims):
        paths: dict[str, tuple[str, ...]] = {}
        for slot, key in slots_of(claim):
            path = paths_by_key[key]
            if path not in paths.get(slot, ()):
                paths[slot] = (*paths.get(slot, ()), path)
        subject = claim.subject if isinstance(claim, Agreement) else None
        if subject is not None and subject in paths_by_key:
            paths["subject"] = (paths_by_key[subject],)
        yield Statement(
            article, index, claim, paths, shown is None or claim.evidence.quote in shown
        )
