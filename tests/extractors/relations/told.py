"""A reading of made-up sentences with entities named by hand, and what the relations find in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeVar

from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.korean import Analyzer
from extractors.preparation import prepare
from extractors.reading import Occurrence, Reading
from extractors.relations import find_claims
from extractors.relations.demonstratives import settle
from extractors.spans import longest
from extractors.standins import stand_ins
from graph.model import Article, Claim, Entity, EntityType
from graph.values import PartialDate

KindT = TypeVar("KindT", bound=Claim)
PUBLISHED = PartialDate(2024, 6, 10)


@cache
def _analyzer() -> Analyzer:
    return Analyzer()


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()


def reading_of(text: str, **named: str) -> Reading:
    """`project="국가산단|산단, 실증센터"`: entities by type, names and aliases in the text."""
    entities = tuple(
        Entity(names[0], EntityType(kind), names[0], tuple(names[1:]))
        for kind, written in named.items()
        for names in (one.strip().split("|") for one in written.split(","))
    )
    document = prepare(Article("made-up", text=text, published=PUBLISHED), _analyzer())
    occurrences = _occurrences(document, entities)
    unnamed = stand_ins(document, entities, occurrences, _gazetteer())
    return Reading(document, entities, tuple(sorted((*occurrences, *unnamed))))


def _occurrences(document: Document, entities: tuple[Entity, ...]) -> list[Occurrence]:
    """Every name where it stands, the longest of those that overlap."""
    return longest(
        Occurrence(match.start(), match.end(), entity.key)
        for entity in entities
        for name in entity.names
        for match in re.finditer(re.escape(name), document.text)
    )


def claims_of(kind: type[KindT], text: str, **named: str) -> list[KindT]:
    """The claims of one kind that an article of that text makes."""
    return [
        claim for claim in find_claims(settle(reading_of(text, **named))) if isinstance(claim, kind)
    ]
