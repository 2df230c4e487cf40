"""Where the words of an extraction stand in a text that was kept apart from it."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Claim, Entity, Extraction, Span


def with_offsets(extraction: Extraction, text: str) -> Extraction:
    """The extraction over its article's text, with a span wherever one was missing.

    A claim gets the first place where its quote stands, an entity the first of each of its names;
    what the text does not hold word for word stays without. Spans that are there already are kept:
    a ValueError tells of one that does not quote this text.
    """
    return Extraction(
        article=replace(extraction.article, text=text),
        entities=tuple(_entity(entity, text) for entity in extraction.entities),
        claims=tuple(_claim(claim, text) for claim in extraction.claims),
        extractor=extraction.extractor,
    )


def _entity(entity: Entity, text: str) -> Entity:
    if entity.spans:
        return entity
    found = {span for name in entity.names if (span := _first(name, text)) is not None}
    return replace(entity, spans=tuple(sorted(found)))


def _claim(claim: Claim, text: str) -> Claim:
    evidence = claim.evidence
    if evidence.span is not None:
        return claim
    return replace(claim, evidence=replace(evidence, span=_first(evidence.quote, text)))


def _first(words: str, text: str) -> Span | None:
    start = text.find(words) if words else -1
    return Span.of(text, start, start + len(words)) if start >= 0 else None
