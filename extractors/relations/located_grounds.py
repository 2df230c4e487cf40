"""What rises on the ground of a place, and what a zone is laid over.

- `PLACE 일원 46만㎡에 들어서는 X`, `PLACE에 200억원을 들여 짓는 X`: the words between the two;
- `X는 A와 B를 아우른다`, `X에는 A와 B가 묶여 있다`: a zone and the places it is made of;
- `PLACE 일대를 X로 꾸민다`: ground that becomes something;
- `A는 B단지에 속한다`; `A사는 B로, C사는 D로 간다`, `A원 → B시`: each with its own place;
- `A시는 B읍에서 …`: the town where its city acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.reading import Occurrence
from extractors.relations.clauses import OBJECT, PLACE, SUBJECT, TOPIC, Clause
from extractors.relations.located_rows import Places
from extractors.relations.located_scene import BODIES, THINGS, Scene, is_place, kinds_of
from extractors.relations.located_words import AREA, NEAR, SPOT
from extractors.relations.phrases import OPENING
from extractors.relations.regions import coded_apart, is_metropolis, level
from graph.model import PLACES, EntityType, Located

_RISES = (
    r"(?:들어서|들어설|들어선|조성|건립|구축|건설|설립|설치|짓|지을|지은|지어|세우|세울|세워|마련|추진|"
    r"자리|위치|있|놓|만들|착공|준공|개소|개관|개원|문을|운영|열리|열린|열릴|유치|닦)"
)
_RISING = re.compile(
    rf"(?:\([^()\n]{{1,20}}\))?(?: ?(?:약 ?)?(?:{SPOT}|{AREA}|등)(?:여)?)*(?:에|에서) "
    rf"(?:[^.,\n‘'“\"]{{0,40}}? )?{_RISES}[가-힣]{{0,3}}"
    rf"(?: (?:있|잡|오|여|중|예정|계획))?(?:인|는|은|을|ᆯ|한|할|된|될|던|선|설|릴|린|운|울|진|질)?"
    rf" [{re.escape(OPENING)}]*"
)
_NO_NAME = re.compile(r"(?:다|고|며|면|자|어|아|서|지만) ")
_SPANS = re.compile(r"^(?:잇|이으|아우르|묶|걸치|포함|이루|이뤄지|구성|나뉘|펼치|엮)")
_OVER = frozenset({"에는", "에"}) | SUBJECT | TOPIC
_MADE_OF = frozenset({"", "와", "과", "등"}) | OBJECT | SUBJECT
_BECOMES = re.compile(r"^(?:꾸미|꾸리|조성|만들|키우|육성|바꾸|바뀌|탈바꿈|개발|거듭나)")
_GROUND = re.compile(r"(?:일대|일원|부지|터|땅|주변|안)")


_BELONGS = re.compile(r"^(?:속하|딸리)")
_EACH_TO = re.compile(r"(?:\([^()\n]{1,20}\))?(?: ?→ ?|(?:은|는|이|가) (?:[가-힣]{1,4} )?)")
_STILL = re.compile(r"[’'”\"]?(?:에|에서) (?:있|위치|소재|운영|가동)")
"""What stands behind a place that is left, not gone to: `B시에 있는 공장을 C로 옮긴다`."""
_TO = re.compile(r"[’'”\"]?(?:으로|로)(?![가-힣])|,|$")
_INTO = re.compile(
    rf"[’'”\"]?(?: ?(?:{SPOT}|{AREA})의?)*에(?: [0-9][0-9,억만천백 ]*원(?:을|씩)?)?(?:,| )"
)
_SHARED = BODIES - {EntityType.GOVERNMENT} | {EntityType.PROJECT}
_GOES = re.compile(
    r"옮|이전|간다|가고|입주|확정|둥지|배치|들어|투자|자리|짓|지어|세우|놓인|놓는|조성|구축|"
    r"[신증]설|신축|증축|건립|건설"
)


def grounded(scene: Scene) -> Iterator[Located]:
    """What a sentence says of the ground of things."""
    if not scene.lists:
        return
    yield from _rising(scene)
    yield from _each_to(scene)
    yield from _acting(scene)
    for clause in scene.parts:
        stem = clause.predicate.stem
        if _SPANS.search(stem):
            yield from _spanning(scene, clause)
        if _BECOMES.search(stem):
            yield from _becoming(scene, clause)
        if _BELONGS.search(stem):
            yield from _belonging(scene, clause)


def _rising(scene: Scene) -> Iterator[Located]:
    """`PLACE 일원 46만㎡에 들어서는 X`."""
    text, end = scene.reading.document.text, scene.sentence.end
    things = scene.reading.within(scene.sentence.start, end, THINGS)
    for places in scene.lists:
        thing = next((thing for thing in things if thing.start >= places.end), None)
        if thing is None or not thing.named:
            continue
        gap = text[places.end : thing.start]
        if len(gap) > 80 or NEAR.search(gap) or _NO_NAME.search(gap):
            continue
        if _RISING.fullmatch(gap):
            span = places.start, thing.end
            yield from scene.claims((thing.key,), places.smallest, span, "rising 0.7")


def _spanning(scene: Scene, clause: Clause) -> Iterator[Located]:
    """`X는 A와 B를 아우른다`."""
    zones = [
        phrase
        for phrase in (*clause.phrases, *clause.topics)
        if phrase.particle in _OVER and kinds_of(scene, phrase) == {EntityType.PROJECT}
    ]
    if not zones:
        return
    zone = zones[0]
    for phrase in clause.phrases:
        if (
            phrase.start > zone.end
            and phrase.particle in _MADE_OF
            and is_place(scene, phrase)
            and not NEAR.search(phrase.tail)
        ):
            span = zone.start, phrase.end
            yield from scene.claims(zone.keys, scene.at(phrase), span, "spanning 0.6")


def _becoming(scene: Scene, clause: Clause) -> Iterator[Located]:
    """`PLACE 일대를 X로 꾸민다`."""
    into = [
        phrase
        for phrase in clause.phrases
        if phrase.particle in {"로", "으로"} and kinds_of(scene, phrase) == {EntityType.PROJECT}
    ]
    for zone in into[-1:]:
        for phrase in clause.phrases:
            if (
                phrase.end <= zone.start
                and phrase.particle in OBJECT | SUBJECT
                and is_place(scene, phrase)
                and (_GROUND.search(phrase.tail) or EntityType.SITE in kinds_of(scene, phrase))
            ):
                span = phrase.start, zone.end
                yield from scene.claims(zone.keys, scene.at(phrase), span, "becoming 0.65")


def _belonging(scene: Scene, clause: Clause) -> Iterator[Located]:
    """`A는 B단지에 속한다`."""
    for inner in (*clause.topics, *clause.subjects):
        for outer in clause.of(PLACE):
            if kinds_of(scene, inner) == kinds_of(scene, outer) == {EntityType.SITE}:
                span = min(inner.start, outer.start), max(inner.end, outer.end)
                yield from scene.claims(inner.keys, scene.at(outer), span, "belonging 0.7")


def _each_to(scene: Scene) -> Iterator[Located]:
    """`A사는 B로, C사는 D로 간다`, `A원 → B시`; in 에 only where two or more are shared out."""
    text, sentence = scene.reading.document.text, scene.sentence
    bodies = scene.reading.within(sentence.start, sentence.end, _SHARED)
    if _GOES.search(text, sentence.start, sentence.end) is None and "→" not in text:
        return
    found: list[tuple[Occurrence, Places, bool]] = []
    for places in scene.lists:
        body = next((body for body in reversed(bodies) if body.end <= places.start), None)
        if body is None or _EACH_TO.fullmatch(text, body.end, places.start) is None:
            continue
        behind = _TO.match(text, places.end, sentence.end)
        into = _INTO.match(text, places.end, sentence.end)
        if _STILL.match(text, places.end, sentence.end):
            continue
        if behind is not None or into is not None:
            arrow = "→" in text[body.end : places.start]
            moves = behind is not None and (arrow or not behind.group().startswith(","))
            found.append((body, places, moves))
    shared = len({body.key for body, _, _ in found}) > 1
    for body, places, moves in found:
        if shared or (moves and scene.reading.by_key[body.key].type in BODIES):
            span = body.start, places.end
            yield from scene.claims((body.key,), places.smallest, span, "each_to 0.7")


def _acting(scene: Scene) -> Iterator[Located]:
    """`A시는 B읍에서 …`."""
    reading, start = scene.reading, scene.sentence.start
    actors = [
        phrase
        for clause in scene.parts
        for phrase in (*clause.subjects, *clause.topics)
        if phrase.start >= start and kinds_of(scene, phrase) == {EntityType.REGION}
    ]
    for places in scene.lists:
        first = reading.within(places.start, places.end, PLACES)[0]
        town = reading.by_key[first.key]
        small = level(town) if town.type is EntityType.REGION else None
        if small is None or small < 3:
            continue
        named = [p for p in actors if p.end <= places.start and p.last.named]
        for actor in named[:1]:
            for key in actor.keys:
                city = reading.by_key[key]
                large = level(city)
                if large is None or large >= small or (large == 1 and not is_metropolis(city)):
                    continue
                if (large == 1 and small > 3) or coded_apart(city, town):
                    continue
                span = min(actor.start, first.start), max(actor.end, first.end)
                yield from scene.claims((first.key,), (key,), span, "acting 0.5")
