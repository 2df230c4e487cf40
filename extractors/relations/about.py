"""What industry a project belongs to: where its name says so, or the clause that defines it.

Constructions: the industry's name inside the project's name or one of its aliases (`전남 해상풍력
실증단지`), the longest of nested ones; `INDUSTRY 분야의 X`, `INDUSTRY를 키우는 X` right before
the project's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.phrases import outermost
from extractors.relations.themes import themes_of
from graph.model import UNDERTAKINGS, About, Entity, EntityType

_GENERIC = re.compile(r"(산업|기술|분야|사업|융합)$")
_IS_A = re.compile(
    r"(?:시설|곳|공간|연구소|사업|단지|거점|센터|기관|과제|플랫폼)"
    r"(?:이다|다|입니다|이며|로|으로)[.,]?(?= |$)"
)
_DEFINES = re.compile(r"(?:것|뼈대|골자|구상|목표|취지|얼개|일)(?:이다|입니다|다)[.]?[’'”\"]?$")
"""How a sentence ends that says what an undertaking is for: `X는 … 키우는 것이 뼈대다`."""
_KIND = re.compile(r"(?:\([^)]*\))?(?: 등)?(?: [0-9]+개)?(?: [가-힣]+ ?[가-힣]*)? ?업종[을이의]")
_TAKES_IN = re.compile(
    r"(?:유치|입주|대상|특화) ?(?:대상 ?)?업종(?:은|으로는|에는|: ?)(?:크게 )? ?"
)
"""Before the list of what a zone takes in: `유치 업종은`."""
_AT_HEAD = 30
"""How many characters may stand before a project at the head of its sentence."""
_AND = re.compile(r"(?:\([^)]*\))?(?:와|과|,|[·ㆍ]|및| 및)? ?")
_FIELD = re.compile(r" ?(?:산업)? ?(?:분야|관련|전문|특화|핵심|기반)?(?:의|인)? ?[‘'“\"「『｢]*")


def relate(reading: Reading) -> Iterator[About]:
    """The industries of the article's projects."""
    industries = [entity for entity in reading.entities if entity.type is EntityType.INDUSTRY]
    forms = sorted(
        ((form, entity) for entity in industries for form in _forms(entity)),
        key=lambda pair: -len(pair[0]),
    )
    spots = {}
    for occurrence in reversed(reading.occurrences):
        if occurrence.named:
            spots[occurrence.key] = occurrence
    for project in reading.entities:
        if project.type not in UNDERTAKINGS or project.key not in spots:
            continue
        spot = spots[project.key]
        for industry in _in_name(project, forms):
            yield About(
                project.key,
                industry.key,
                reading.evidence(spot.start, spot.end, "about/name", 0.7),
            )
    yield from _in_front(reading)
    yield from _defined(reading)


def _defined(reading: Reading) -> Iterator[About]:
    """`X는 위성을 만드는 곳이다`, `X는 뷰티와 의료기기 업종을 모은다`: a project and its fields."""
    text = reading.document.text
    themes = themes_of(reading)
    for sentence in reading.document.sentences:
        fields = [
            spot
            for spot in outermost(reading.in_sentence(sentence))
            if reading.by_key[spot.key].type is EntityType.INDUSTRY
        ]
        if not fields:
            continue
        topic = themes.topic(sentence.end)
        whole = topic.last if topic is not None and not topic.tail else None
        if whole is not None and (
            _IS_A.search(text, whole.end, sentence.end) or _defines(text, sentence, whole)
        ):
            found = [spot for spot in fields if spot.start > whole.end]
        else:
            found = _of_a_kind(text, fields, sentence.end) or _told_first(text, sentence, fields)
            whole = themes.at(found[0].start) if found else None
        if whole is None or reading.by_key[whole.key].type is not EntityType.PROJECT:
            continue
        for spot in found:
            yield About(
                whole.key,
                spot.key,
                reading.evidence(
                    min(whole.start, spot.start) if whole.start >= sentence.start else spot.start,
                    max(spot.end, spot.start + 20),
                    "about/defined",
                    0.77,
                    spot.start,
                ),
            )


def _defines(text: str, sentence: Sentence, whole: Occurrence) -> bool:
    """Whether a sentence that ends in what its first words are for begins with the project."""
    near = whole.start - sentence.start <= _AT_HEAD
    return near and _DEFINES.search(text, whole.end, sentence.end) is not None


def _of_a_kind(text: str, fields: list[Occurrence], end: int) -> list[Occurrence]:
    """A list of fields that ends in `업종을`: what a zone takes in."""
    found: list[Occurrence] = []
    for spot in fields:
        if found and not _AND.fullmatch(text[found[-1].end : spot.start]):
            found = []
        found.append(spot)
        if _KIND.match(text, spot.end, end):
            return found
    return []


def _told_first(text: str, sentence: Sentence, fields: list[Occurrence]) -> list[Occurrence]:
    """The list behind `유치 업종은`: what a zone takes in."""
    opened = _TAKES_IN.search(text, sentence.start, sentence.end)
    if opened is None:
        return []
    found: list[Occurrence] = []
    at = opened.end()
    for spot in fields:
        if spot.start < at:
            continue
        if not (spot.start == at if not found else _AND.fullmatch(text[at : spot.start])):
            break
        found.append(spot)
        at = spot.end
    return found


def _in_name(project: Entity, forms: list[tuple[str, Entity]]) -> list[Entity]:
    found: dict[str, Entity] = {}
    for name in project.names:
        taken = [False] * len(name)
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
            and 0 < other.start - one.end < 14
            and other.named
            and _FIELD.fullmatch(text[one.end : other.start])
        ):
            yield About(
                other.key,
                one.key,
                reading.evidence(one.start, other.end, "about/front", 0.6),
            )
