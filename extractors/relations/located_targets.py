"""Zones that are declared, and targets that are told.

`PLACE 일대를 X로 지정했다`, `X로 지정된 PLACE`; `대상지는 PLACE다`, `위치 : PLACE`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.relations.clauses import OBJECT, TOPIC, Clause
from extractors.relations.located_headings import headings
from extractors.relations.located_scene import Scene, is_place, kinds_of
from extractors.relations.located_words import AREA, MORE, NEAR, SPOT, TO_PLACE
from extractors.relations.phrases import CLOSING, Phrase
from extractors.relations.regions import is_metropolis, level
from graph.model import EntityType, Located

_TARGET = (
    r"(?:(?:사업 ?)?(?:대상지|예정지|무대|부지|위치|입지|후보지|장소|사업지|건립지|자리|터)"
    r"|사업지구|현장|(?:사업 ?)?구역"
    r"|(?:새|신공장|공장|건립|건설|이쪽|사업) ?(?:터|자리|부지|무대)|입주지"
    r"|(?:들어설|들어선|들어서는|세워질|지어질) (?:곳|자리|땅))"
)
_WHERE = rf"[’'”\"]?{MORE}(?: ?(?:{SPOT}|{AREA}|등))*"
_IS_TARGET = re.compile(
    rf"{_WHERE}(?:이|가|을|를) (?:최종 )?(?:{_TARGET}|대상)(?:다|이다|로)"
    rf"|{_WHERE}(?:이|가) (?:[^,.\n]{{0,30}} )?(?:사업 ?)?대상지(?:가 [됐되]|로 [선뽑낙확])"
    rf"|{_WHERE}(?:을|를) (?:(?:한 덩어리|하나)로 )?(?:엮|묶|아우르)"
)
_RUMOURED = re.compile(r" ?(?:물망|거론|오르내|꼽|검토|저울|떠[오올])")
_TARGET_IS = re.compile(rf"{_TARGET}(?:은|는) ")
_OTHERS = re.compile(
    r"(?<=[가-힣0-9A-Za-z])(?<![은는인한된될할의이가을를에서])(?<!사업)(?<!조성)(?<!건립)(?<!구축)(?<!건설)(?<!개발)(?<!설치)"
    r"(?<!유치)(?<!이전)(?<!입주)(?<!지정)(?<!공모)(?<!최종)(?<!신규)(?<!주요) $"
)
"""Behind a word for something else that it is the target of: `지역특화 대상지는`."""
_SETS_TARGET = re.compile(rf"{_TARGET}(?:을|를) $")
_ITS = re.compile(rf"[{re.escape(CLOSING)}]*(?:의|(?: ?(?:조성|건립|구축|건설|사업))*) ?")
_SET = re.compile(
    rf"{_WHERE}(?:[와과] [가-힣 ]{{2,20}}?(?: ?(?:{SPOT}|{AREA})){{0,3}})?"
    r"(?:으로|로) (?:최종 )?(?:확정|선정|결정|정[하해했한]|낙점|택[하해했한])"
)
_LABEL = re.compile(
    r"(?:^|[○●◦▢□■ㅇ▲△▷▶•·(-] ?)(?:사업 ?)?"
    r"(?:(?:대상지|예정지|위 ?치|장 ?소|소재지) ?[:：]|위치|대상지|소재지"
    r"|\((?:위치|대상지|구역)[^()]{0,6}\)) ?$"
)
_IS = re.compile(
    rf"{_WHERE}(?:이다|다|이며|이고|입니다|이었다|였다|으?로,? )|에 걸친 {AREA}(?:다|이다|로)"
)
_BEING = re.compile(r"(?:지역|특구|지구|단지)[’'”\"]?인 [‘'“\"]?$")
_MARKED = re.compile(r" ?(?:등 ?)?[△▲▷▶·,] ?")
_PART_OF_THEM = re.compile(rf"의 {AREA}(?:은|는|이|가|을|를) ")
_PASSIVE = re.compile(r"지정(?:[돼된됐되]|받)")


def declared(scene: Scene) -> Iterator[Located]:
    """What a sentence designates, and what it calls the target of something."""
    for clause in scene.parts:
        yield from _designated(scene, clause)
    yield from _targets(scene)


def _designated(scene: Scene, clause: Clause) -> Iterator[Located]:
    """`고창을 ‘…특구’로 지정했다`, `고창은 ‘…특구’로 지정받았다`, `특구로 지정된 고창`."""
    text = scene.reading.document.text
    words = text[max(clause.start, clause.predicate.start - 6) : clause.end]
    if not re.search(r"지정|고시", words):
        return
    zones = [
        phrase
        for phrase in clause.phrases
        if phrase.particle in {"로", "으로", "로도", "으로도"}
        and kinds_of(scene, phrase) == {EntityType.PROJECT}
    ]
    said_of = [
        phrase
        for phrase in (
            *((clause.head,) if clause.head and not clause.head.tail else ()),
            *clause.phrases,
            *clause.subjects,
            *clause.topics,
        )
        if is_place(scene, phrase)
        and (phrase is clause.head or _is_designated(scene, phrase))
        and not NEAR.search(phrase.tail)
    ]
    for zone in zones:
        nearest = [p for p in said_of if p.end <= zone.start and p.particle in OBJECT]
        for place in nearest[-1:] or said_of[:1]:
            span = min(place.start, zone.start), max(place.end, zone.end)
            yield from scene.claims(zone.keys, scene.at(place), span, "designated 0.78")


def _is_designated(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is what is designated; a province in 은 or 가 is who does it."""
    text = scene.reading.document.text
    if phrase.particle == "의":
        return _PART_OF_THEM.match(text, phrase.end) is not None
    if phrase.particle in OBJECT:
        return TO_PLACE.fullmatch(phrase.tail) is not None
    if phrase.particle not in {"이", "가", *TOPIC} or not TO_PLACE.fullmatch(phrase.tail):
        return False
    last = scene.reading.by_key[phrase.last.key]
    if is_metropolis(last) and _PASSIVE.search(text[phrase.end : scene.sentence.end]):
        return True
    return last.type is EntityType.SITE or level(last) != 1 or bool(phrase.tail)


def _targets(scene: Scene) -> Iterator[Located]:
    """`대상지는 PLACE다`, `PLACE 일대가 대상지다`."""
    text, sentence = scene.reading.document.text, scene.sentence
    ends = {places.end: places.end for places in scene.lists}
    for one, other in reversed(tuple(pairwise(scene.lists))):
        if _MARKED.fullmatch(text, one.end, other.start):  # `대상지는 △A △B 일원이다`
            ends[one.end] = ends[other.end]
    for places in scene.lists:
        before = text[sentence.start : places.start]
        span = places.start, min(sentence.end, places.end + 30)
        labelled = _LABEL.search(before) is not None
        called = _IS_TARGET.match(text, places.end, sentence.end)
        if called is not None and _RUMOURED.match(text, called.end()):
            continue
        if (
            labelled
            or called
            or (_is_its(scene, before) and _IS.match(text, ends[places.end], sentence.end))
        ):
            heading = dict(headings(scene.reading)).get(scene.sentence)
            theme = scene.themes.at(places.start)
            if heading is not None:
                kind = scene.reading.by_key[heading.key].type
                theme = heading if kind is EntityType.PROJECT else theme
            if theme is not None:
                rule = "labelled 0.9" if labelled and "장소" not in before[-6:] else "target 0.69"
                yield from scene.claims((theme.key,), places.smallest, span, rule)
        set_as = _SETS_TARGET.search(before)
        if set_as and _SET.match(text, places.end, sentence.end):
            yield from scene.claims(
                _owner(scene, sentence.start + set_as.start()), places.smallest, span, "target 0.69"
            )
        if _BEING.search(before):
            for zone in scene.reading.within(sentence.start, places.start, {EntityType.PROJECT}):
                if places.start - zone.end <= 4:
                    yield from scene.claims((zone.key,), places.smallest, span, "target 0.69")


def _is_its(scene: Scene, before: str) -> bool:
    """Whether the words before a place tell of a target, and of nothing else's."""
    told = _TARGET_IS.search(before)
    if told is None:
        return False
    at = scene.sentence.start + told.start()
    named = scene.reading.within(max(scene.sentence.start, at - 2), at, {EntityType.PROJECT})
    return bool(named) or _OTHERS.search(before[: told.start()]) is None


def _owner(scene: Scene, target: int) -> tuple[str, ...]:
    """Whose target begins at an offset: the project right before it, else what is talked about."""
    text, start = scene.reading.document.text, scene.sentence.start
    for project in reversed(scene.reading.within(start, target, {EntityType.PROJECT})):
        if _ITS.fullmatch(text, project.end, target):
            return (project.key,)
    theme = scene.themes.at(target)
    return (theme.key,) if theme is not None else ()
