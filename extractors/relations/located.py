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
from itertools import pairwise

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import OBJECT, PLACE, Clause, clauses
from extractors.relations.phrases import OPENING, Phrase, outermost
from extractors.relations.referents import PLAIN_NOUNS
from extractors.relations.regions import level
from extractors.relations.themes import Themes, themes_of
from graph.model import PLACES, UNDERTAKINGS, EntityType, Located

_THINGS = frozenset({EntityType.PROJECT, EntityType.SITE})
_RIGHT_BEFORE = re.compile(rf"(?: |에 | 내 | 안 )[{OPENING}]*(?:국내 첫 )?[{OPENING}]*")
_FIRM = re.compile(r"기업|업체|회사|그룹|계|본사|있는|위치|투자운용사|소재")
_SETTLES = re.compile(
    r"입주|이전|옮기|짓|지어|세우|증설|신설|자리|둥지|들어서|들어오|투자|확장|설립|들이|있$|넣|"
    r"늘리|갖추"
)
_NEAR = re.compile(r"인근|주변|부근|근처")
_PLACED = re.compile(
    r"들어서|들어오|조성|위치|짓|지어|세우|세워|건립|구축|설립|설치|입주|자리|둥지|마련|신설|"
    r"증설|옮기|이전|"
    r"있$|두$|착공|준공|완공|열리|열$|개최|개소|진행|꾸리|만들|유치|건설|지정|가동|문을|놓|"
    r"추진|운영|펼치|이사|투자|투입|들이|뿌리|깔리|생기|설비|확장|펼치|걸치|시작|넣|넓|갖추|"
    r"늘리"
)
_HELD = re.compile(r"열리|열$|열었|개최|갖|치르|진행|참석|체결|맺|개막")
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
    r"(?!에서|에는|에도|과 |와 |은 |는 |이 |가 |을 |를 )\s?(?:의|계|산|소재|에 본사를 둔|"
    r"에 있는|에 위치한)?\s?"
    r"(?:[가-힣A-Za-z0-9·]{1,8} ){0,3}?(?:기업|업체|회사|그룹|투자운용사|자동차|대기업|"
    r"중소기업)?(?:인)?\s?[‘'“\"㈜]*"
)
_TO_PLACE = re.compile(
    r"[가-힣 ]{0,3}(?:일대|일원|내|안|부지|현장|지역|소재|도심|앞바다|해역|터)?"
    r"(?: ?(?:두|세|네|[0-9]+) ?곳)?(?: ?[0-9만천,.]+ ?(?:㎡|평|ha|㏊|만평|"
    r"제곱미터)(?:여)?(?: ?터| ?부지)?)?"
)
_NO_PLACE = re.compile(r"(?:계획|법|조례|전환|기념사업|로드쇼|정책|비전|선언|전시회|대전)$")
_SPENDING = re.compile(r"들이|투입|쏟|쓰|투자|확보")
_BUILT = re.compile(r"짓|들어서|조성|위치|세우|건립|구축|설립|펼치|걸치|들이|놓|착공|자리")


def relate(reading: Reading) -> Iterator[Located]:
    """What lies where, the smallest place first; a place in a name only where none other says."""
    stated: dict[str, set[str]] = {}
    for claim in _stated(reading):
        if _sensible(reading, claim):
            stated.setdefault(claim.entity, set()).add(claim.place)
            yield claim
    for claim in (*_in_names(reading), *_all_in_front(reading)):
        if claim.place not in _above(stated, claim.entity):
            stated.setdefault(claim.entity, set()).add(claim.place)
            yield claim


def _all_in_front(reading: Reading) -> Iterator[Located]:
    for sentence in reading.document.sentences:
        yield from _in_front(reading, sentence)


def _stated(reading: Reading) -> Iterator[Located]:
    themes = themes_of(reading)
    for sentence in reading.document.sentences:
        yield from _rows(reading, sentence)
        yield from _bracketed(reading, sentence)
        parts = clauses(reading, sentence)
        for index, clause in enumerate(parts):
            following = parts[index + 1] if index + 1 < len(parts) else None
            yield from _said(reading, clause, following, themes)
            yield from _designated(reading, clause)


def _bracketed(reading: Reading, sentence: Sentence) -> Iterator[Located]:
    """`율촌산단(여수시 율촌면)` and `여수시(율촌산단)`."""
    text = reading.document.text
    found = outermost(reading.in_sentence(sentence))
    for index, (one, other) in enumerate(pairwise(found)):
        if not re.fullmatch(r"[’'”]*\(", text[one.end : other.start]):
            continue
        kinds = reading.by_key[one.key].type, reading.by_key[other.key].type
        if kinds[0] in _THINGS and kinds[1] is EntityType.REGION:
            last = other
            for spot in found[index + 2 :]:
                if (
                    text[last.end : spot.start] != " "
                    or reading.by_key[spot.key].type not in PLACES
                ):
                    break
                last = spot
            inner, outer = one, last
        elif kinds[0] is EntityType.REGION and kinds[1] in _THINGS:
            last, inner, outer = other, other, one
        else:
            continue
        if text[last.end : last.end + 1] == ")":
            yield Located(
                inner.key,
                outer.key,
                reading.evidence(one.start, last.end, "located/bracket", 0.9),
            )


def _designated(reading: Reading, clause: Clause) -> Iterator[Located]:
    """`고창을 ‘…특구’로 지정했다`, `고창은 ‘…특구’로 지정받았다`."""
    words = reading.document.text[max(clause.start, clause.predicate.start - 4) : clause.end]
    if "지정" not in words:
        return
    zones = [
        phrase
        for phrase in clause.phrases
        if phrase.particle in {"로", "으로", "로도", "으로도"}
        and all(reading.by_key[key].type is EntityType.PROJECT for key in phrase.keys)
    ]
    places = [
        phrase
        for phrase in (*clause.phrases, *clause.subjects, *clause.topics)
        if phrase.particle in {"을", "를", "이", "가", "은", "는"}
        and phrase.tail in {"", "일대", "일원"}
        and all(reading.by_key[key].type in PLACES for key in phrase.keys)
    ]
    for zone in zones:
        for place in places[:1]:
            for key in zone.keys:
                for where in place.keys:
                    yield Located(
                        key,
                        where,
                        reading.evidence(
                            min(place.start, zone.start),
                            max(place.end, zone.end),
                            "located/designated",
                            0.75,
                        ),
                    )


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
    return low is None or high is None or low > high or low == high == 4


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
        if gap in {" ", "", "의 ", " ‘", " '", "의 ‘", " 내 ", " 소재 "} or re.fullmatch(
            r"\([가-힣 ]+\) ", gap
        ):
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
                reading.evidence(outer.start, place.end, "located/row", 0.96),
            )


def _siblings(reading: Reading, one: Occurrence, other: Occurrence) -> bool:
    first, second = reading.by_key[one.key], reading.by_key[other.key]
    levels = {level(first), level(second)} - {None}
    return first.type is second.type is EntityType.REGION and all(
        number is not None and number >= 4 for number in levels
    )


def _in_front(reading: Reading, sentence: Sentence) -> Iterator[Located]:
    """A place right before a project's or firm's name."""
    text = reading.document.text
    for place, thing in pairwise(outermost(reading.in_sentence(sentence))):
        gap = text[place.end : thing.start]
        if (
            reading.by_key[place.key].type not in PLACES
            or place.key == thing.key
            or not gap
            or len(gap) > 30
        ):
            continue
        kind = reading.by_key[thing.key].type
        if kind is EntityType.PROJECT and thing.named and _RIGHT_BEFORE.fullmatch(gap):
            rule, confidence = "front", 0.5
        elif (
            kind is EntityType.COMPANY
            and _FIRM_WORDS.fullmatch(gap)
            and (_FIRM.search(gap) or level(reading.by_key[place.key]) is None)
        ):
            rule, confidence = "firm", 0.9
        else:
            continue
        yield Located(
            thing.key,
            place.key,
            reading.evidence(place.start, thing.end, f"located/{rule}", confidence),
        )


def _said(
    reading: Reading, clause: Clause, following: Clause | None, themes: Themes
) -> Iterator[Located]:
    """`PLACE에 …` with a verb of being placed."""
    if not _PLACED.search(clause.predicate.stem):
        return
    for place in clause.of(PLACE):
        if any(reading.by_key[key].type not in PLACES for key in place.keys):
            continue
        if _NEAR.search(place.tail) or not _TO_PLACE.fullmatch(place.tail):
            continue
        thing = _placed(reading, clause, following, place, themes)
        if thing is None:
            continue
        for key in thing.keys:
            if key in place.keys:
                continue
            for where in _all_places(reading, clause, place):
                if where == key:
                    continue
                yield Located(
                    key,
                    where,
                    reading.evidence(
                        place.start if thing.end < clause.start else min(place.start, thing.start),
                        max(clause.end, thing.end),
                        "located/theme" if thing.end < clause.start else "located/verb",
                        0.65 if thing.end < clause.start else 0.83,
                        place.start,
                    ),
                )


def _all_places(reading: Reading, clause: Clause, place: Phrase) -> tuple[str, ...]:
    """The places of a list that ends in `place`, each the last of its own row."""
    text = reading.document.text
    found = list(place.keys)
    behind = place
    for phrase in reversed([phrase for phrase in clause.phrases if phrase.end <= place.start]):
        gap = text[phrase.end : behind.start]
        if any(reading.by_key[key].type not in PLACES for key in phrase.keys):
            break
        if re.fullmatch(r"(?:와|과|,|[·ㆍ]) ?", gap):
            found = [*phrase.keys, *found]
        elif gap != " ":
            break
        behind = phrase
    return tuple(dict.fromkeys(found))


def _placed(
    reading: Reading, clause: Clause, following: Clause | None, place: Phrase, themes: Themes
) -> Phrase | None:
    """What is placed: the modified noun, the object, the subject, or what is being talked about."""
    objects = clause.of(OBJECT)
    candidates: list[Phrase] = [*((clause.head,) if clause.head else ()), *objects]
    if following is not None and _SPENDING.search(clause.predicate.stem):
        candidates += [*((following.head,) if following.head else ()), *following.of(OBJECT)]
    candidates += [*clause.subjects, *clause.topics]
    candidates += [phrase for phrase in clause.phrases if phrase.start > place.start]
    for phrase in candidates:
        kinds = {reading.by_key[key].type for key in phrase.keys}
        if kinds <= UNDERTAKINGS | {EntityType.SITE} and not set(phrase.keys) & set(place.keys):
            return phrase
    firms = [
        phrase
        for phrase in (*clause.subjects, *clause.topics)
        if all(reading.by_key[key].type in _BODIES for key in phrase.keys)
        and phrase.tail in {"", "등"}
    ]
    if not firms and not objects:
        return _theme(clause, themes)
    return firms[-1] if firms and _SETTLES.search(clause.predicate.stem) else None


def _theme(clause: Clause, themes: Themes) -> Phrase | None:
    """The project talked about, where the clause builds but names nothing that is built."""
    if clause.head is not None or clause.head_noun not in PLAIN_NOUNS | {""}:
        return None
    theme = themes.phrase_before(clause.start)
    built = _BUILT.search(clause.predicate.stem) is not None
    return theme if built and theme is not None and len(theme.keys) == 1 else None


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
        for place in next(filter(None, (_places_in(n, regions) for n in entity.names)), []):
            mention = first[entity.key]
            yield Located(
                entity.key,
                place,
                reading.evidence(mention.start, mention.end, "located/name", 0.8),
            )


def _places_in(name: str, regions: list[tuple[str, str]]) -> list[str]:
    """The regions that a name begins with, joins by ~ or has as a word of its own."""
    if _NO_PLACE.search(name):
        return []
    for region, key in regions:
        rest = name.removeprefix(region)
        if rest == name or not rest or rest.startswith(("만권", "만 ", "강", "산맥")):
            continue
        ends = [other for form, other in regions if rest.startswith(f"~{form}")]
        return [key, *ends[:1]]
    words = name.split()
    return [key for region, key in regions if region in words[1:]][:1]
