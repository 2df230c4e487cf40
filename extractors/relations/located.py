"""Where projects, sites and bodies are.

Constructions:
- places that stand in a row, from the large to the small: `전남 여수시 율촌면 율촌산단`;
- a place in front of a name, with or without 의: `부산 기업 파나시아`, `원주 ‘반도체 교육센터’`;
- a place in the name of a project, site or event (not of an institute): `익산 식품클러스터`;
- `PLACE에 들어서는 X`, `PLACE에 X를 짓는다`, `X는 PLACE 일원에 조성된다`, `PLACE에서 열린 X`;
- `PLACE(X)` and `X(PLACE)`.
`인근` and `주변` locate nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import PLACE, Clause, clauses
from extractors.relations.phrases import CLOSING, OPENING, Phrase, outermost, phrases
from extractors.relations.themes import Themes
from graph.model import PLACES, UNDERTAKINGS, Entity, EntityType, Located

_NEAR = re.compile(r"인근|주변|부근|근처")
_PLACED = re.compile(
    r"들어서|들어오|조성|위치|짓|지어|세우|세워|건립|구축|설립|설치|입주|자리|둥지|마련|신설|증설|옮기|이전|"
    r"있$|두$|착공|준공|완공|열리|열$|개최|개소|진행|꾸리|만들|유치|건설|지정|가동|문을|놓|추진|운영|펼치|이사|투자|투입|들이|뿌리|깔리|생기|설비|확장"
)
_HELD = re.compile(r"열리|열$|열었|개최|갖|치르|진행|참석|체결|맺|개막")
_LEVELS = (
    (re.compile(r"(특별시|광역시|특별자치시|특별자치도|도)$"), 1),
    (re.compile(r"(시|군)$"), 2),
    (re.compile(r"구$"), 3),
    (re.compile(r"(읍|면|동)$"), 4),
    (re.compile(r"(리|가)$"), 5),
)
_BODIES = frozenset(
    {
        EntityType.COMPANY,
        EntityType.INSTITUTE,
        EntityType.UNIVERSITY,
        EntityType.ASSOCIATION,
        EntityType.GOVERNMENT,
    }
)
_FIRM_WORDS = re.compile(
    r"\s?(?:의|계|산|소재|에 본사를 둔|에 있는|에 위치한)?\s?"
    r"(?:[가-힣A-Za-z0-9·]{1,8} ){0,3}?(?:기업|업체|회사|그룹|투자운용사|자동차|대기업|중소기업)?(?:인)?\s?[‘'“\"㈜]*"
)
_TO_PLACE = re.compile(r"[가-힣 ]{0,3}(?:일대|일원|내|안|부지|현장|지역|소재|도심|앞바다|해역|터)?")


def relate(reading: Reading) -> Iterator[Located]:
    """What lies where, the smallest place first; a place in a name only where none other says."""
    stated: dict[str, set[str]] = {}
    for claim in _stated(reading):
        if _sensible(reading, claim):
            stated.setdefault(claim.entity, set()).add(claim.place)
            yield claim
    for claim in _in_names(reading):
        if claim.place not in _above(stated, claim.entity):
            yield claim


def _stated(reading: Reading) -> Iterator[Located]:
    themes = Themes(reading)
    for sentence in reading.document.sentences:
        yield from _rows(reading, sentence)
        yield from _in_front(reading, sentence)
        for clause in clauses(reading, sentence):
            yield from _said(reading, clause, themes)


def _above(stated: dict[str, set[str]], key: str) -> set[str]:
    """Every place that holds `key`, step by step."""
    seen: set[str] = set()
    waiting = [key]
    while waiting:
        for place in stated.get(waiting.pop(), ()):
            if place not in seen:
                seen.add(place)
                waiting.append(place)
    return seen


def _sensible(reading: Reading, claim: Located) -> bool:
    """Whether the place can hold the thing: a county holds a town, never the reverse."""
    inner, outer = reading.by_key[claim.entity], reading.by_key[claim.place]
    if inner.type is not EntityType.REGION:
        return True
    if outer.type is not EntityType.REGION:
        return False
    low, high = level(inner), level(outer)
    return low is None or high is None or low > high or (low == high == 2 and _is_metropolis(outer))


def _is_metropolis(entity: Entity) -> bool:
    return any(name.endswith(("광역시", "특별시")) for name in entity.names)


def level(region: Entity) -> int | None:
    """1 for a province or metropolitan city down to 5 for a village; None where the name hides it."""
    for name in region.names:
        for pattern, number in _LEVELS:
            if len(name) > 1 and pattern.search(name):
                return number
    return None


def _rows(reading: Reading, sentence: Sentence) -> Iterator[Located]:
    """Places in a row; `반룡리` and `좌동` in `장안읍 좌동·반룡리` both lie in 장안읍."""
    text = reading.document.text
    places = [
        spot
        for spot in outermost(reading.in_sentence(sentence))
        if reading.by_key[spot.key].type in PLACES
    ]
    outer: Occurrence | None = None
    for index, place in enumerate(places):
        if not index:
            continue
        before = places[index - 1]
        gap = text[before.end : place.start]
        if gap in {" ", "", "의 ", " ‘", " '"} or re.fullmatch(r"\([가-힣 ]+\) ", gap):
            outer = before
        elif (
            gap not in {"·", ", ", "와 ", "과 "}
            or outer is None
            or not _siblings(reading, before, place)
        ):
            outer = None
        if outer is not None and outer.key != place.key:
            yield Located(
                place.key,
                outer.key,
                reading.evidence(outer.start, place.end, "located/row", 0.93),
            )


def _siblings(reading: Reading, one: Occurrence, other: Occurrence) -> bool:
    first, second = reading.by_key[one.key], reading.by_key[other.key]
    return (
        first.type is second.type is EntityType.REGION
        and level(first) == level(second)
        and (level(first) or 0) >= 4
    )


def _in_front(reading: Reading, sentence: Sentence) -> Iterator[Located]:
    """A place right before a project's, site's or firm's name."""
    text = reading.document.text
    found = outermost(reading.in_sentence(sentence))
    for place, thing in zip(found, found[1:], strict=False):
        kind = reading.by_key[thing.key].type
        if reading.by_key[place.key].type not in PLACES or place.key == thing.key:
            continue
        gap = text[place.end : thing.start]
        if len(gap) > 30:
            continue
        if kind in {EntityType.PROJECT, EntityType.SITE} and thing.named:
            quoted = rf"(?: |의 |에 | 내 | 안 | 내의 )[{OPENING}]*(?:국내 첫 )?[{OPENING}]*"
            if kind is EntityType.PROJECT and not re.fullmatch(quoted, gap):
                continue
            if kind is EntityType.SITE:
                continue
            if text[thing.start - 1] not in OPENING and gap != " " and gap != "의 ":
                continue
            yield Located(
                thing.key,
                place.key,
                reading.evidence(place.start, thing.end, "located/front", 0.8),
            )
        elif kind is EntityType.COMPANY and gap and _FIRM_WORDS.fullmatch(gap):
            if re.search(r"기업|업체|회사|그룹|계|본사|있는|위치|투자운용사|소재", gap) or _country(
                reading, place
            ):
                yield Located(
                    thing.key,
                    place.key,
                    reading.evidence(place.start, thing.end, "located/firm", 0.85),
                )


def _country(reading: Reading, place: Occurrence) -> bool:
    return reading.by_key[place.key].ref is None and level(reading.by_key[place.key]) is None


def _said(reading: Reading, clause: Clause, themes: Themes) -> Iterator[Located]:
    """`PLACE에 …` with a verb of being placed."""
    if not _PLACED.search(clause.predicate.stem):
        return
    for place in clause.of(PLACE):
        if any(reading.by_key[key].type not in PLACES for key in place.keys):
            continue
        if _NEAR.search(place.tail) or not _TO_PLACE.fullmatch(place.tail):
            continue
        thing = _placed(reading, clause, place, themes)
        if thing is None:
            continue
        for key in thing.keys:
            if key in place.keys:
                continue
            for where in place.keys:
                yield Located(
                    key,
                    where,
                    reading.evidence(
                        min(place.start, thing.start),
                        max(clause.end, thing.end),
                        "located/verb",
                        0.75,
                        place.start,
                    ),
                )


def _placed(reading: Reading, clause: Clause, place: Phrase, themes: Themes) -> Phrase | None:
    """What is placed: the modified noun, the object, the subject, or what is being talked about."""

    def thing(candidates: tuple[Phrase, ...] | list[Phrase]) -> Phrase | None:
        for phrase in candidates:
            if all(
                reading.by_key[key].type in UNDERTAKINGS | {EntityType.SITE} for key in phrase.keys
            ) and not (set(phrase.keys) & set(place.keys)):
                return phrase
        return None

    if clause.head is not None and (found := thing([clause.head])):
        return found
    objects = [phrase for phrase in clause.phrases if phrase.particle in {"을", "를"}]
    if found := thing(objects):
        return found
    if found := thing([p for p in clause.subjects]):
        return found
    if found := thing([p for p in clause.topics]):
        return found
    if found := thing([p for p in clause.phrases if p.start > place.start]):
        return found
    firms = [
        phrase
        for phrase in (*clause.subjects, *clause.topics)
        if all(reading.by_key[key].type in _BODIES for key in phrase.keys)
        and phrase.tail in {"", "등"}
    ]
    if firms and re.search(
        r"입주|이전|옮기|짓|지어|세우|증설|신설|자리|둥지|들어서|들어오|투자|확장|설립|들이|있$",
        clause.predicate.stem,
    ):
        return firms[-1]
    return None


def _in_names(reading: Reading) -> Iterator[Located]:
    """A region's name at the head of a project's, site's or event's name."""
    regions = [
        (name, entity.key)
        for entity in reading.entities
        if entity.type is EntityType.REGION
        for name in entity.names
        if len(name) >= 2
    ]
    regions.sort(key=lambda pair: -len(pair[0]))
    first = {}
    for occurrence in reversed(reading.occurrences):
        if occurrence.named:
            first[occurrence.key] = occurrence
    for entity in reading.entities:
        if entity.type not in UNDERTAKINGS | {EntityType.SITE} or entity.key not in first:
            continue
        place = _place_in(entity.name, regions, entity.type) or next(
            filter(None, (_place_in(alias, regions, entity.type) for alias in entity.aliases)), None
        )
        if place is None:
            continue
        mention = first[entity.key]
        yield Located(
            entity.key,
            place,
            reading.evidence(mention.start, mention.end, "located/name", 0.75),
        )


def _place_in(name: str, regions: list[tuple[str, str]], kind: EntityType) -> str | None:
    for region, key in regions:
        if name.startswith(region) and len(name) > len(region):
            return key
    return None


__all__ = ["CLOSING", "level", "phrases", "relate"]
