"""What a person is asked: pairs that may be one thing, with what both are told as.

A doubt shows both sides in the words of their articles, so that whoever judges need not look up
either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graph.joining import Link
from graph.live import LiveGraph
from graph.model import Article, EntityType, slots_of

_QUOTES = 3


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article and words of it that speak of a thing."""

    article: Article
    quote: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two identities: its path, the thing that it is part of now, and what is told of it."""

    path: str
    thing: str
    type: EntityType
    name: str
    quotes: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two identities that may be one, with how sure that is, between 0 and 1, and why."""

    left: Side
    right: Side
    score: float
    reason: str


def doubts(graph: LiveGraph, *, postponed: bool = False) -> list[Doubt]:
    """The pairs that nobody has judged, the surest first; with `postponed`, those kept for later.

    Of several pairs between the same two things the surest is asked.
    """
    resolver = graph.resolver
    asked: dict[frozenset[str], Link] = {}
    links = sorted(
        resolver.doubts(postponed=postponed),
        key=lambda link: (-link.score, link.left, link.right),
    )
    for link in links:
        things = frozenset((resolver.thing(link.left), resolver.thing(link.right)))
        asked.setdefault(things, link)
    return [
        Doubt(side(graph, link.left), side(graph, link.right), link.score, link.reason)
        for link in asked.values()
    ]


def side(graph: LiveGraph, path: str) -> Side:
    """An identity as a person sees it; KeyError where no article tells of it."""
    profile = graph.resolver.profile(path)
    quotes: dict[str, Quoted] = {}
    for article, key in profile.order:
        for quote in _quotes(graph, article, key):
            quotes.setdefault(article, quote)
        if len(quotes) == _QUOTES:
            break
    return Side(
        path=path,
        thing=graph.resolver.thing(path),
        type=profile.type,
        name=profile.members[profile.order[0]].entity.name,
        quotes=tuple(quotes.values()),
    )


def _quotes(graph: LiveGraph, article: str, key: str) -> Iterator[Quoted]:
    """The words of an article's claims about one of its entities, then where it is named."""
    extraction = graph.extraction(article)
    told, shown = extraction.article.without_text(), graph.shown_words(article)
    for claim in extraction.claims:
        if claim.evidence.quote in shown and any(key == slot for _, slot in slots_of(claim)):
            yield Quoted(told, claim.evidence.quote)
    yield Quoted(told, extraction.entity(key).name)
