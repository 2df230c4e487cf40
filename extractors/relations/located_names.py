"""Places that a name holds, and places right in front of a name.

- a region or site at the head of a project's, site's or event's name, two of them joined
  (`천안·아산 특화단지`), or a region in a later word for a place (`부산대학교 양산캠퍼스`);
- `PLACE ‘X’`, `PLACE의 의료기기 업체 X`, and a town before a body (`직산읍 충남테크노파크`).
The name of an institute locates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.phrases import OPENING, outermost
from extractors.relations.regions import level, short_forms
from graph.model import PLACES, UNDERTAKINGS, Entity, EntityType, Located

_RIGHT_BEFORE = re.compile(rf"(?: |에 | 내 | 안 )[{OPENING}]*(?:국내 첫 )?[{OPENING}]*")
_FIRM = re.compile(r"기업|업체|회사|그룹|계|본사|있는|위치|투자운용사|소재|자리|둥지")
_FIRM_WORDS = re.compile(
    r"(?!에서|에는|에도|과 |와 |은 |는 |이 |가 |을 |를 )\s?(?:의|계|산|소재|에 본사를 둔|"
    r"에 (?:있는|위치한|소재한|자리한|둥지를 튼|본사를 두고 있는))?\s?"
    r"(?:[가-힣A-Za-z0-9·]{1,8}(?<![은는을를에도이가]) ){0,3}?"
    r"(?:[가-힣A-Za-z0-9·]{0,6}(?:기업|업체|회사|그룹|투자운용사|자동차))?(?:인)?\s?[‘'“\"㈜]*"
)
_BODY_BEFORE = re.compile(r"(?: |의 |에 있는 |에 위치한 |에 자리한 | 소재 | 소재의 )[‘'“\"]?")
_PLACED_BEFORE = re.compile(r"(?:에 있는 |에 위치한 |에 자리한 | 소재 | 소재의 )[‘'“\"]?")
_BODIES = frozenset({EntityType.INSTITUTE, EntityType.UNIVERSITY, EntityType.COMPANY})
_OF = re.compile(rf"(?:의| 중심의| 일원의| 일대의) [{OPENING}]*")
_SEAT_BEHIND = re.compile(r" (?:본사|본점|본관|사옥)")
_NO_PLACE = re.compile(r"(?:계획|법|조례안?|용역|전환|기념사업|로드쇼|정책|비전|선언|전시회|대전)$")
_PLACE_WORD = re.compile(r"(?:제?[0-9]*(?:공장|캠퍼스|지구|공구|사업장|본원|분원|단지|산단|항)$)")
_BRANCH = re.compile(
    r"(?:(?:지역|권)?본부|분원|본원|캠퍼스|(?:지역|권)?센터|분소|사업장|공장|지사|지점|지부|사무소|지원)$"
)
_PROVINCIAL = re.compile(r"(?:첨단)?[가-힣]{2,4}연구본부$")
_LONGEST_PART = 8
_COMPLEX = re.compile(r"(?:국가|일반|농공|도시첨단|첨단)?(?:산업단지|산단|단지|지구)")
"""What may follow a site's name without making it another site."""
_JOINED = re.compile(r"[~·ㆍ‧∼]")
_UNIVERSITY = re.compile(r"대(?:학|[ ~∼·-]|$)")
"""What makes a region's name the beginning of a university's: `경북대학교`."""

Forms = list[tuple[str, str]]
"""Names of places with the keys, the longest first."""


def in_names(reading: Reading) -> Iterator[Located]:
    """The places in the names of projects, sites and events."""
    regions = _forms(reading, EntityType.REGION)
    sites = _forms(reading, EntityType.SITE)
    first: dict[str, Occurrence] = {}
    for occurrence in reversed(reading.occurrences):
        if occurrence.named:
            first[occurrence.key] = occurrence
    for entity in reading.entities:
        if entity.key not in first:
            continue
        if entity.type in UNDERTAKINGS | {EntityType.SITE}:
            found = _places_in(entity, regions, sites)
        elif entity.type in _BODIES:
            found = [key for name in entity.names for key in _branch_in(name, regions)][:1]
        else:
            continue
        mention = first[entity.key]
        for place in found:
            yield Located(
                entity.key,
                place,
                reading.evidence(mention.start, mention.end, "located/name", 0.72),
            )
        if entity.type not in UNDERTAKINGS | {EntityType.SITE}:
            continue
        for region, site in _sites_behind(entity, regions, sites):
            evidence = reading.evidence(mention.start, mention.end, "located/name_site", 0.7)
            yield Located(site, region, evidence)
        for rule, place in _further(entity, regions):
            if place not in found and place != entity.key:
                yield Located(
                    entity.key,
                    place,
                    reading.evidence(mention.start, mention.end, f"located/{rule}", 0.5),
                )


def _forms(reading: Reading, kind: EntityType) -> Forms:
    found = [
        (name, entity.key)
        for entity in reading.entities
        if entity.type is kind
        for name in (*entity.names, *short_forms(entity))
        if len(name) >= 2
    ]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _places_in(entity: Entity, regions: Forms, sites: Forms) -> list[str]:
    for name in entity.names:
        if _NO_PLACE.search(name):
            continue
        behind = [site for _, site in _sites_behind(entity, regions, sites)]
        found = _site_at_head(entity, name, sites) or behind or _regions_in(name, regions)
        if found:
            return [key for key in found if key != entity.key]
    return []


def _further(entity: Entity, regions: Forms) -> Iterator[tuple[str, str]]:
    """Regions in a name besides its head: `경남 우주항공국가산단 사천지구`.

    Papers and plans (`인천시 육성 계획`) are made for a region, which is weighed by itself.
    """
    for name in entity.names:
        paper = _NO_PLACE.search(name) is not None
        words = name.split()
        for region, key in regions:
            if region not in name:
                continue
            if paper and name.startswith(region) and not name.startswith(f"{region}형"):
                yield "name_paper", key
            for word in words[1:]:
                rest = word.removeprefix(region)
                if rest != word and _is_part(rest, paper=paper):
                    yield "name_part", key


def _is_part(rest: str, *, paper: bool) -> bool:
    """Whether what follows a region in a later word leaves it a place: `사천지구`, `이동·남사`."""
    if len(rest) <= _LONGEST_PART and _PLACE_WORD.search(rest):
        return True
    return not paper and (not rest or rest.startswith(("·", "~", "-", "∼")))


def _branch_in(name: str, regions: Forms) -> list[str]:
    """`강릉` of a body's `강릉분원`."""
    words = name.split()[1:]
    return [
        key
        for region, key in regions
        if any(
            word.startswith(region)
            and (_BRANCH.match(word[len(region) :]) or _PROVINCIAL.match(word[len(region) :]))
            for word in words
        )
    ]


def _site_at_head(entity: Entity, name: str, sites: Forms) -> list[str]:
    """`새만금 산단 1공구` lies in 새만금 산단."""
    for form, key in sites:
        rest = name.removeprefix(f"{form} ")
        if rest != name and key != entity.key and not _COMPLEX.fullmatch(rest):
            return [key]
    return []


def _sites_behind(entity: Entity, regions: Forms, sites: Forms) -> Iterator[tuple[str, str]]:
    """A region that a name begins with and the site behind it: `완도 가온항 방파제 연장`."""
    for name in entity.names:
        for region, key in regions:
            rest = name.removeprefix(f"{region} ")
            found = _site_at_head(entity, rest, sites) if rest != name else []
            for site in found:
                yield key, site


def _regions_in(name: str, regions: Forms) -> list[str]:
    """The regions that a name begins with, joins or has in a later word for a place."""
    for region, key in regions:
        rest = name.removeprefix(region)
        if rest == name or not rest or rest.startswith(("만권", "만 ", "강", "산맥", "형 ")):
            continue
        if _UNIVERSITY.match(rest):
            continue
        found = [key]
        while joined := _JOINED.match(rest):
            rest = rest[joined.end() :]
            other = next(((form, k) for form, k in regions if rest.startswith(form)), None)
            if other is None:
                break
            found.append(other[1])
            rest = rest[len(other[0]) :]
        return found
    words = name.split()[1:]
    return [
        key
        for region, key in regions
        if any(
            word == region or (word.startswith(region) and _PLACE_WORD.match(word[len(region) :]))
            for word in words
        )
    ][:1]


def in_front(reading: Reading, sentence: Sentence) -> Iterator[Located]:
    """A place right before a project's, firm's or body's name."""
    text = reading.document.text
    spots = [
        spot
        for spot in outermost(reading.in_sentence(sentence))
        if reading.by_key[spot.key].type is not EntityType.INDUSTRY
    ]
    for place, thing in pairwise(spots):
        gap = text[place.end : thing.start]
        if (
            reading.by_key[place.key].type not in PLACES
            or place.key == thing.key
            or not gap
            or len(gap) > 30
        ):
            continue
        how = _how_in_front(reading, place, thing, gap)
        if how is not None:
            rule, confidence = how
            yield Located(
                thing.key,
                place.key,
                reading.evidence(place.start, thing.end, f"located/{rule}", confidence),
            )


def _how_in_front(
    reading: Reading, place: Occurrence, thing: Occurrence, gap: str
) -> tuple[str, float] | None:
    kind = reading.by_key[thing.key].type
    rank = level(reading.by_key[place.key])
    if kind is EntityType.PROJECT and thing.named and _RIGHT_BEFORE.fullmatch(gap):
        return "front", 0.54
    if kind in UNDERTAKINGS and thing.named and _OF.fullmatch(gap):
        return "of", 0.6
    if kind is EntityType.EVENT and gap == " " and rank is None:
        return "event", 0.7
    if kind is EntityType.COMPANY:
        if _FIRM_WORDS.fullmatch(gap) and (_FIRM.search(gap) or rank is None):
            return "firm", 0.9
        if gap == " " and _SEAT_BEHIND.match(reading.document.text, thing.end):
            return "seat", 0.8
    if kind in _BODIES and thing.named and _BODY_BEFORE.fullmatch(gap):
        small = rank is not None and rank >= 3
        if small or _PLACED_BEFORE.fullmatch(gap):
            return "body", 0.72
    return None
