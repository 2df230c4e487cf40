"""A reading with the projects that the gold names, as if every name had been read right.

What is learned on such readings beside the real ones holds when names come to be read better.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractors.reading import Occurrence, Reading
from extractors.relations.demonstratives import settle
from extractors.spans import longest
from graph.model import Entity, EntityType

Annotation = Mapping[str, Any]


def as_annotated(
    reading: Reading, gold: Annotation, mapping: Mapping[str, str]
) -> tuple[Reading, dict[str, str]]:
    """The reading with the gold's projects, and its mapping from keys to the gold's."""
    spots = _spots(reading, gold)
    stated = {spot.key for spot in spots}
    entities = [e for e in reading.entities if e.type is not EntityType.PROJECT]
    kept = {entity.key for entity in entities}
    known = {key: of for key, of in mapping.items() if key in kept}
    for entity in gold["entities"]:
        key = f"gold-{entity['key']}"
        if key in stated:
            aliases = [name for name in entity.get("aliases") or () if name != entity["name"]]
            names = tuple(dict.fromkeys(aliases))
            entities.append(Entity(key, EntityType.PROJECT, entity["name"], names))
            known[key] = entity["key"]
    occurrences = [o for o in reading.occurrences if o.key in kept] + spots
    for word in reading.occurrences:
        if word.named or word.key in kept:
            continue
        key = f"gold-{mapping.get(word.key)}"
        before = [spot.key for spot in spots if spot.end <= word.start]
        if key in stated or before:
            occurrences.append(word._replace(key=key if key in stated else before[-1]))
    found = Reading(reading.document, tuple(entities), tuple(sorted(occurrences)))
    return settle(found), known


def _spots(reading: Reading, gold: Annotation) -> list[Occurrence]:
    """Where the gold's projects are named, the longest of names that overlap, in order."""
    text, document = reading.document.text, reading.document
    return longest(
        Occurrence(match.start(), match.end(), f"gold-{entity['key']}")
        for entity in gold["entities"]
        if entity["type"] == EntityType.PROJECT.value
        for name in (entity["name"], *(entity.get("aliases") or ()))
        for match in re.finditer(re.escape(name), text)
        if document.holds(*match.span())
    )
