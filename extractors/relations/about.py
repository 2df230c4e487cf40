"""What industry a project belongs to: where its name says so, or the clause that defines it.

Constructions: the industry's name inside the project's name or one of its aliases (`전남 해상풍력
실증단지`), the longest of nested ones; `INDUSTRY 분야의 X`, `INDUSTRY를 키우는 X` right before
the project's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.reading import Reading
from graph.model import UNDERTAKINGS, About, Entity, EntityType

_GENERIC = re.compile(r"(산업|기술|분야|사업|융합)$")
_FIELD = re.compile(r" ?(?:산업)? ?(?:분야|관련|전문|특화|핵심|기반)?(?:의|인)? ?[‘'“\"「『｢]*")


def relate(reading: Reading) -> Iterator[About]:
    """The industries of the article's projects."""
    industries = [entity for entity in reading.entities if entity.type is EntityType.INDUSTRY]
    spots = {}
    for occurrence in reversed(reading.occurrences):
        if occurrence.named:
            spots[occurrence.key] = occurrence
    for project in reading.entities:
        if project.type not in UNDERTAKINGS or project.key not in spots:
            continue
        spot = spots[project.key]
        for industry in _in_name(project, industries):
            yield About(
                project.key,
                industry.key,
                reading.evidence(spot.start, spot.end, "about/name", 0.88),
            )
    yield from _in_front(reading)


def _in_name(project: Entity, industries: list[Entity]) -> list[Entity]:
    found: dict[str, Entity] = {}
    for name in project.names:
        taken = [False] * len(name)
        forms = sorted(
            ((form, entity) for entity in industries for form in _forms(entity)),
            key=lambda pair: -len(pair[0]),
        )
        for form, entity in forms:
            start = name.find(form)
            if start < 0 or any(taken[start : start + len(form)]):
                continue
            taken[start : start + len(form)] = [True] * len(form)
            found[entity.key] = entity
    return list(found.values())


def _forms(industry: Entity) -> set[str]:
    forms = set(industry.names)
    for name in industry.names:
        short = _GENERIC.sub("", name).strip()
        if len(short) >= 2:
            forms.add(short)
    return forms


def _in_front(reading: Reading) -> Iterator[About]:
    text = reading.document.text
    for one, other in zip(reading.occurrences, reading.occurrences[1:], strict=False):
        if (
            reading.by_key[one.key].type is EntityType.INDUSTRY
            and reading.by_key[other.key].type is EntityType.PROJECT
            and other.start - one.end < 14
            and other.named
            and _FIELD.fullmatch(text[one.end : other.start])
        ):
            yield About(
                other.key,
                one.key,
                reading.evidence(one.start, other.end, "about/front", 0.7),
            )
