"""Words that stand for an entity without naming it: `시는`, `이 사업`, `센터는`, `이곳`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from extractors.document import Document, Sentence
from extractors.gazetteer import Gazetteer
from extractors.reading import Occurrence
from graph.model import PLACES, UNDERTAKINGS, Entity, EntityType

NOUNS = {
    "센터": (EntityType.PROJECT, EntityType.INSTITUTE, EntityType.SITE),
    "재단": (EntityType.INSTITUTE,),
    "진흥원": (EntityType.INSTITUTE,),
    "연구원": (EntityType.INSTITUTE,),
    "연구소": (EntityType.INSTITUTE,),
    "기술원": (EntityType.INSTITUTE,),
    "공사": (EntityType.INSTITUTE,),
    "공단": (EntityType.INSTITUTE,),
    "사업단": (EntityType.INSTITUTE,),
    "단지": (EntityType.PROJECT, EntityType.SITE),
    "산단": (EntityType.PROJECT, EntityType.SITE),
    "특구": (EntityType.PROJECT,),
    "특화단지": (EntityType.PROJECT, EntityType.SITE),
    "집적단지": (EntityType.PROJECT, EntityType.SITE),
    "클러스터": (EntityType.PROJECT,),
    "플랫폼": (EntityType.PROJECT,),
    "펀드": (EntityType.PROJECT,),
    "공장": (EntityType.PROJECT, EntityType.SITE),
    "조례": (EntityType.PROJECT,),
    "플랜트": (EntityType.PROJECT, EntityType.SITE),
    "캠퍼스": (EntityType.PROJECT, EntityType.SITE),
    "밸리": (EntityType.PROJECT, EntityType.SITE),
    "타운": (EntityType.PROJECT, EntityType.SITE),
    "허브": (EntityType.PROJECT,),
    "지구": (EntityType.PROJECT, EntityType.SITE),
    "시설": (EntityType.PROJECT,),
    "생산기지": (EntityType.PROJECT,),
    "테크노파크": (EntityType.INSTITUTE,),
    "혁신원": (EntityType.INSTITUTE,),
    "협회": (EntityType.ASSOCIATION,),
    "대학": (EntityType.UNIVERSITY,),
}
GOVERNED = {"시": "시", "도": "도", "군": "군", "구": "구"}
NEAR = 50
"""How many names back a word looks for what it stands for."""

ALONE = re.compile(
    r"(?<![0-9A-Za-z가-힣])(?:(?<!양\s)(?<!두\s)(?<!시[·ㆍ])(?P<region>[시도군구])"
    r"(?=(?:는|은|가|이|도|에|의|와|과|에서|에는)(?![가-힣])|, (?:[시도군구], )?[가-힣A-Z]{4})"
    r"|(?P<work>(?:이번|이|해당|같은|동)\s(?:사업|프로젝트)|사업(?=[은이]\s|에는\s))"
    r"|(?P<place>이곳|여기)"
    r"|(?P<firm>(?:이|해당)\s(?:회사|기업|업체)|(?<!두\s)(?<!세\s)(?<!양\s)회사(?=[는가]))"
    r"|(?:(?:이|해당|이번)\s)?(?P<noun>" + "|".join(sorted(NOUNS, key=len, reverse=True)) + r")"
    r"(?=(?:은|는|이|가|을|를|에는|에서는|에서|에|의|도)(?![가-힣])))"
)


def stand_ins(
    document: Document,
    entities: Sequence[Entity],
    occurrences: Sequence[Occurrence],
    gazetteer: Gazetteer,
) -> Iterator[Occurrence]:
    """Occurrences without a name, each of the last fitting entity before it."""
    by_key = {entity.key: entity for entity in entities}
    full = {
        level: [o for o in occurrences if document.text[o.end - 1] == level] for level in "시도군구"
    }
    covered = [(o.start, o.end) for o in occurrences]
    position = 0
    seen: list[str] = []
    for sentence in document.sentences:
        for match in ALONE.finditer(document.text, sentence.start, sentence.end):
            start, end = match.start(), match.end()
            while position < len(occurrences) and occurrences[position].start < start:
                seen.append(occurrences[position].key)
                position += 1
            near = covered[max(0, position - 3) : position + 1]
            if any(low < end and start < high for low, high in near):
                continue
            if match.group("noun") and _is_new(document.text, sentence, start, end):
                continue
            key = None
            if level := match.group("region"):
                ends = full[level]
                cut = bisect_left(ends, start, key=lambda o: o.start)
                named = [o.key for o in (*reversed(ends[max(0, cut - NEAR) : cut]), *ends[:NEAR])]
                at_home = (name for name in named if by_key[name].ref)
                key = _last(match, at_home, by_key, gazetteer)
                key = key or _last(match, named, by_key, gazetteer)
            key = key or _last(match, reversed(seen[-NEAR * 4 :]), by_key, gazetteer)
            if key is None and match.group("region"):
                key = _last(match, (o.key for o in occurrences[: NEAR * 4]), by_key, gazetteer)
            if key is not None:
                yield Occurrence(start, end, key, named=False)


def _is_new(text: str, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a noun brings up another thing: `5개 산단을 묶은 클러스터를 추진한다`."""
    return text[end : end + 1] in {"을", "를"} and sentence.is_modified(start)


def _last(
    match: re.Match[str],
    keys: Iterable[str],
    by_key: dict[str, Entity],
    gazetteer: Gazetteer,
) -> str | None:
    region, noun = match.group("region"), match.group("noun")
    for key in keys:
        entity = by_key[key]
        if region:
            if entity.type is EntityType.REGION and _is_a(entity, region, gazetteer):
                return key
        elif noun:
            if entity.type in NOUNS[noun] and any(_ends(name, noun) for name in entity.names):
                return key
        elif match.group("work"):
            if entity.type in UNDERTAKINGS and entity.type is not EntityType.EVENT:
                return key
        elif match.group("place"):
            if entity.type in PLACES or entity.type is EntityType.PROJECT:
                return key
        elif entity.type is EntityType.COMPANY:
            return key
    return None


def _is_a(entity: Entity, level: str, gazetteer: Gazetteer) -> bool:
    listed = gazetteer.by_ref.get(entity.ref or "")
    if listed is not None:
        return listed.level in ("province", "city", "county", "district") and (
            listed.name.endswith(level)
        )
    return any(name.endswith(level) for name in entity.names)


def _ends(name: str, noun: str) -> bool:
    return name.endswith(noun) or (noun == "단지" and name.endswith("산단"))
