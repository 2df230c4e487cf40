"""Firms that a noun puts at a place: by a contract for its ground, or by a plant that they add.

- `A사는 B산단 내 9만㎡ 규모 부지 매입을 결정했다`, `A사, C사 등이 B단지 내 산업용지 3만㎡에 대한
  분양계약을 맺었다`, `B산단에는 A사, C사가 입주 계약을 마쳤다`;
- `A사는 B시에서 공장 증설에 나섰다`, `A사는 B산단 공장 신축을 추진한다`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.relations.clauses import SUBJECT, TOPIC
from extractors.relations.located_rows import Places
from extractors.relations.located_verbs import Scene, kinds_of
from extractors.relations.located_words import AREA, NEAR, SPOT
from extractors.relations.phrases import Phrase
from graph.model import EntityType, Located

_GROUND = rf"(?:{SPOT}|{AREA}|규모(?:의)?|총|[가-힣]{{2,6}}용지|토지|필지)"
_CONTRACT = (
    r"(?:매입|매수|사들[이였인여]|분양 ?(?:계약|받)|매매 ?계약|임[대차] ?계약|"
    r"입주 ?(?:계약|협약|를 (?:최종 )?확정))"
)
_ACQUIRED = re.compile(
    rf"(?:\([^()\n]{{1,20}}\))?(?: ?{_GROUND}){{0,6}}(?:[을를의]|에 대한|에)? ?"
    rf"(?:{_GROUND} ?){{0,4}}[을를]? ?{_CONTRACT}"
)
_CONTRACTED = re.compile(rf"(?: ?{_GROUND}){{0,6}}에(?:는|도)? (?=[^.\n]{{2,80}} {_CONTRACT})")
_PLANT = re.compile(
    rf"(?: ?{_GROUND}){{0,6}}(?:에서?)? (?:[^.,\n]{{0,24}} )?"
    r"(?:공장|사옥|본사|연구소|사업장|생산 ?시설|생산 ?라인) ?"
    r"(?:신[·‧]?증설|신설|증설|신축|증축|건립|건설|이전)(?:[에을를](?: |$)|$)"
)
_FIRM = {EntityType.COMPANY}


def acquired(scene: Scene) -> Iterator[Located]:
    """Firms at the places where a sentence has them acquire ground or add a plant."""
    text, end = scene.reading.document.text, scene.sentence.end
    for places in scene.lists:
        found = _ACQUIRED.match(text, places.end, end) or _PLANT.match(text, places.end, end)
        if found is not None and not NEAR.search(found.group()):
            before = [firm for firm in _firms(scene) if firm.end <= places.start]
            yield from _claimed(scene, before[-1:], places)
        elif _CONTRACTED.match(text, places.end, end):
            behind = [firm for firm in _firms(scene) if firm.start >= places.end]
            yield from _claimed(scene, behind[:1], places)


def _firms(scene: Scene) -> list[Phrase]:
    """The firms that its clauses are said of, in order."""
    return [
        phrase
        for clause in scene.parts
        for phrase in (*clause.topics, *clause.subjects)
        if phrase.particle in SUBJECT | TOPIC and kinds_of(scene, phrase) == _FIRM
    ]


def _claimed(scene: Scene, firms: list[Phrase], places: Places) -> Iterator[Located]:
    for firm in firms:
        span = min(firm.start, places.start), max(firm.end, places.end)
        yield from scene.claims(firm.keys, places.smallest, span, "acquired 0.7")
