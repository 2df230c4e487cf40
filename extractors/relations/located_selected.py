"""Places that are chosen for a project, and places that are measured out for it.

- `X 대상지로 A와 B를 뽑았다`, `X에는 A·B 등 5곳이 선정됐다`, `함께 이름을 올린 곳은 A·B다`;
- `A를 X지구, B를 Y지구로 지정했다`, each place with its own zone;
- `A·B 일원 33만㎡를 바꾸는 X`, `A와 B 일대 27만㎡가 무대다`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.reading import Occurrence
from extractors.relations.located_rows import Places
from extractors.relations.located_scene import Scene
from extractors.relations.located_words import AREA, NEAR, SPOT
from extractors.relations.phrases import CLOSING, OPENING
from graph.model import EntityType, Located

_PROJECT = frozenset({EntityType.PROJECT})
_COUNT = (
    r"(?: ?등)?(?: ?(?:전국|모두|총))?"
    r"(?: ?(?:[0-9]{1,2}|[두세네]|다섯|여섯|일곱|여덟|아홉|열) ?(?:개 ?)?"
    r"(?:곳|지역|시[·ㆍ]?[군도]|시군구|군|광역시|도시|지자체|지구|권역)(?! ?단체)){0,2}"
    r"(?: ?(?:지역|일대|일원))?"
)
_CHOSEN = r"(?:선정|지정|뽑|낙점|확정|이름을 올|당선|묶)"
_SUBJECT = re.compile(
    rf"{_COUNT}(?:이|가|은|는|도) (?:[^.\n]{{0,40}}? )?"
    rf"(?:{_CHOSEN}[되돼됐된혔히힌렸였받]|지정을 받)"
)
_OBJECT = re.compile(rf"{_COUNT}[을를] (?:[^.\n]{{0,24}}? )?{_CHOSEN}(?!되|돼|됐|된|받)")
_IS = re.compile(rf"{_COUNT}(?:입니다|이다|이며|이고|다\.|였다|이었다|[.]?$)")
_THE_CHOSEN = re.compile(
    r"(?:선정[된한]|지정[된한]|뽑힌|뽑은|이름을 올린|낙점된|확정된) ?"
    r"(?:곳|지역|도시|지자체|시군|대상지)"
    r"(?:은|는)[ :](?:모두 )?$"
)
_ANY_CHOICE = re.compile(_CHOSEN)
_COUNTED = re.compile(r" ?(?:등 )?(?:[가-힣]{1,4} )?(?:[0-9]{1,2}|[두세네]) ?(?:개|곳)")
_BACK = 3
"""How many sentences back a choice is looked for that a list goes on about."""
_AREAS = re.compile(
    rf"(?:[’'”\"]?\([^()\n]{{1,20}}\))?(?: ?(?:{SPOT}|등))*(?:의)? ?"
    rf"(?:{AREA}(?:\([^()\n]{{1,24}}\))?)(?:이|가|은|는|을|를)(?: |$)"
)
_PORTION = re.compile(r"(?:제 ?)?[0-9]+(?:구역|공구|블록|단계|지구|권역)$")
"""A numbered part of what the text talks about, and no place that it lies in."""
_EACH = re.compile(rf"[을를] [{re.escape(OPENING)}]*")
_ZONE_GOES_ON = re.compile(
    rf"[{re.escape(CLOSING)}]*(?:, ?|으?로 (?:각각 |새로 |신규 |공식 )?(?:지정|정|선정|육성|키))"
)


def selected(scene: Scene) -> Iterator[Located]:
    """What a sentence says of places that are chosen or measured out for a project."""
    text = scene.reading.document.text
    end = scene.sentence.end
    for places in scene.lists:
        if NEAR.match(text, places.end + 1):
            continue
        before = text[scene.sentence.start : places.start]
        chosen = _SUBJECT.match(text, places.end, end) or _OBJECT.match(text, places.end, end)
        if chosen is None and _THE_CHOSEN.search(before):
            chosen = _IS.match(text, places.end, end)
        if chosen is not None:
            if _many(scene, places):
                yield from _for_project(scene, places, chosen.end(), "selected 0.6")
            continue
        area = _AREAS.match(text, places.end, end)
        portion = any(_PORTION.match(scene.reading.by_key[key].name) for key in places.smallest)
        if area is not None and not portion and not NEAR.search(area.group()):
            yield from _for_project(scene, places, area.end(), "area 0.5")
    yield from _each(scene)


def _for_project(scene: Scene, places: Places, past: int, rule: str) -> Iterator[Located]:
    """The project that a list of places is told of: named before or behind it, else the theme."""
    reading = scene.reading
    named = reading.within(scene.sentence.start, scene.sentence.end, _PROJECT)
    before = [spot for spot in named if spot.end <= places.start]
    behind = [spot for spot in named if places.end <= spot.start]
    into = [spot for spot in behind if _into(scene, spot)]
    spot: Occurrence | None = next(iter((*into[:1], *before[-1:])), None)
    if rule.startswith("selected"):
        spot = spot or _chosen_before(scene)
    spot = spot or scene.themes.before(scene.sentence.start) or next(iter(behind), None)
    if spot is not None:
        start = places.start
        yield from scene.claims((spot.key,), places.smallest, (start, past), rule)


def _many(scene: Scene, places: Places) -> bool:
    """Whether several are chosen: of one that wins a call, the text says who won, not where."""
    words = scene.reading.document.text[places.end : places.end + 16]
    return len(places.smallest) > 1 or _COUNTED.match(words) is not None


def _chosen_before(scene: Scene) -> Occurrence | None:
    """What the nearest sentence before was chosen for that tells of a choice."""
    reading = scene.reading
    number = reading.document.number_at(scene.sentence.start)
    for sentence in reversed(reading.document.sentences[max(0, number - _BACK) : number]):
        if not _ANY_CHOICE.search(reading.document.surface(sentence)):
            continue
        named = reading.in_sentence(sentence, _PROJECT)
        for spot in (*(spot for spot in named if _into(scene, spot)), *named[-1:]):
            return spot
    return None


def _into(scene: Scene, spot: Occurrence) -> bool:
    words = scene.reading.document.text[spot.end : spot.end + 3].lstrip(CLOSING)
    return words.startswith(("로", "으로", "에 "))


def _each(scene: Scene) -> Iterator[Located]:
    """`A를 X지구, B를 Y지구로 지정했다`."""
    text = scene.reading.document.text
    zones = scene.reading.within(scene.sentence.start, scene.sentence.end, _PROJECT)
    for places in scene.lists:
        gap = _EACH.match(text, places.end, scene.sentence.end)
        if gap is None:
            continue
        for zone in zones:
            if zone.start == gap.end() and _ZONE_GOES_ON.match(text, zone.end):
                span = places.start, zone.end
                yield from scene.claims((zone.key,), places.smallest, span, "each 0.7")
