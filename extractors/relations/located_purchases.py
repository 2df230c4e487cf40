"""Firms that a noun puts at a place: by a contract for its ground, or by a plant that they add.

- `A사는 B산단 내 9만㎡ 규모 부지 매입을 결정했다`, `A사, C사 등이 B단지 내 산업용지 3만㎡에 대한
  분양계약을 맺었다`, `B산단에는 A사, C사가 입주 계약을 마쳤다`;
- `A사는 B시에서 공장 증설에 나섰다`, `A사는 B산단 공장 신축을 추진한다`, `A사는 B산단에서 부품을
  만드는 기업이다`;
- `군은 B산단에 A사를 유치했다`;
- `시는 A사와 B산단에 공장을 짓는 내용의 투자협약을 맺었다`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.relations.clauses import OBJECT, PLACE, SUBJECT, TOPIC, Form
from extractors.relations.located_rows import Places
from extractors.relations.located_scene import Scene, is_place, kinds_of
from extractors.relations.located_words import AREA, NEAR, SPOT
from extractors.relations.phrases import Phrase, phrases
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
    r"(?:공장|사옥|본사|연구소|사업장|생산 ?시설|생산 ?라인)(?:[을를] | ?)"
    r"(?:신[·‧]?증설|신설|증설|신축|증축|건립|건설|이전)(?:[에을를](?: |$)|[하할한]|$)"
)
_RUNS = re.compile(
    rf"(?: ?{_GROUND}){{0,6}}에서? (?:[^.,\n]{{0,24}} )?"
    r"(?:공장|생산 ?시설|사업장|생산 ?라인)[을를] "
    r"(?:돌[리려린릴]|가동|운영|두|둔|뒀|갖|증설|넓[히혀힌])"
)
_MAKES = re.compile(
    rf"(?: ?{_GROUND}){{0,4}}에서 (?:[^.,\n]{{0,30}} )?[^ .,\n]{{1,20}}[을를] "
    r"(?:생산|제조|가공)하(?:는|고)"
)
"""Behind a place: what is made there."""
_PACT = re.compile(
    rf"(?: ?{_GROUND}){{0,6}}에(?:다)? [^.\n]{{0,80}}?"
    r"(?:공장|사옥|본사|연구소|사업장|창고|센터|시설|라인|설비)(?:를|을|로)? ?"
    r"(?:(?:(?:신·?증설|신설|증설|신축|증축|건립|건설|이전|조성)하|짓|세우)는 (?:내용|것을|걸)|"
    r"(?:신·?증설|신설|증설|신축|증축|건립|건설|이전|조성)(?:[을를] 위한|에 관한|을 골자로 한)?)"
    r"[^.\n]{0,24}(?:협약|양해각서|MOU)"
)
"""Behind a place: what those who sign a pact will build there."""
_DRAWN = re.compile(
    rf"(?: ?{_GROUND}){{0,4}}(?:에|으로|로) "
    r"(?=[^.\n]{2,80}[을를] (?:[가-힣]{1,6} )?(?:유치[하해했]|끌어들[여이였]|데려[오왔]))"
)
"""Behind a place: whom a city brings there."""
_TENANTS = re.compile(
    rf"(?: ?{_GROUND}){{0,4}}(?:의|에)? ?(?:(?:들어선|들어설|입주한|입주할|입주하는|둥지를 튼|"
    r"오기로 한|투자한|투자하는) )?(?:주요 |대표 )?(?:입주 ?)?(?:기업|업체)(?:들)?"
    r"(?:으로는|에는|은|으로) (?:[^.,\n]{0,16} )?[‘'“\"㈜]*"
)
_SETS_UP = re.compile(r"짓|지어|세우|건립|건설|신설|증설|투자|들이|내$|열$|마련|갖추|넣|쏟")
_SPENT = re.compile(r"원|공장|본사|지사|지점|연구소|사업장|시설|라인|센터|사옥|스튜디오")
_SAID_OF = re.compile(
    r"[’'”\"]?(?:\([^()\n]{1,20}\))?(?:은|는|이|가|도|=| ?[:：]|이?다\.|입니다|이다)"
)
_BESIDE = 24
"""How many letters may lie between the word for tenants and the first of them."""
_BACK = 3
"""How many sentences back a firm is looked for that one without a subject is about."""
_FIRM = frozenset({EntityType.COMPANY})
_WITH = frozenset({"와", "과"})


def acquired(scene: Scene) -> Iterator[Located]:
    """Firms at the places where a sentence has them acquire ground or add a plant."""
    text, end = scene.reading.document.text, scene.sentence.end
    for places in scene.lists:
        found = next(
            (
                m
                for how in (_ACQUIRED, _PLANT, _RUNS, _MAKES)
                if (m := how.match(text, places.end, end))
            ),
            None,
        )
        before = [firm for firm in _firms(scene) if firm.end <= places.start]
        if found is not None and before and not NEAR.search(found.group()):
            yield from _claimed(scene, before[-1:], places)
        elif _PACT.match(text, places.end, end):
            named = phrases(scene.reading, scene.sentence, _FIRM)
            signers = [f for f in named if f.end <= places.start and f.particle in _WITH]
            yield from _claimed(scene, signers[-1:], places)
        elif _DRAWN.match(text, places.end, end):
            named = phrases(scene.reading, scene.sentence, _FIRM)
            drawn = [f for f in named if f.start >= places.end and f.particle in OBJECT]
            yield from _claimed(scene, drawn[:1], places)
        elif _CONTRACTED.match(text, places.end, end):
            behind = [firm for firm in _firms(scene) if firm.start >= places.end]
            yield from _claimed(scene, behind[:1], places)
        elif tenants := _TENANTS.match(text, places.end, end):
            named = phrases(scene.reading, scene.sentence, _FIRM)
            listed = [firm for firm in named if 0 <= firm.start - tenants.end() <= _BESIDE]
            yield from _claimed(scene, listed[:1], places)
    yield from _going_on(scene)


def _going_on(scene: Scene) -> Iterator[Located]:
    """`가장 큰 곳은 A사다. B산단에 90억 원을 들여 공장을 세운다`: the firm told of before."""
    clauses = scene.parts
    if not scene.lists or any((*clause.subjects, *clause.topics) for clause in clauses[:1]):
        return
    text = scene.reading.document.text
    firm = _told_before(scene)
    if firm is None:
        return
    for clause in clauses:
        if clause.predicate.form is Form.MODIFIER or not _SETS_UP.search(clause.predicate.stem):
            continue
        for place in clause.of(PLACE):
            words = text[place.after : clause.predicate.end]
            if is_place(scene, place) and not NEAR.search(place.tail) and _SPENT.search(words):
                span = place.start, clause.end
                yield from scene.claims((firm,), scene.at(place), span, "going_on 0.6")
                return


def _told_before(scene: Scene) -> str | None:
    """The one firm that the nearest sentence of the paragraph to name any is said of or ends in."""
    reading, sentence = scene.reading, scene.sentence
    number = reading.document.number_at(sentence.start)
    for before in reversed(reading.document.sentences[max(0, number - _BACK) : number]):
        if before.paragraph != sentence.paragraph:
            return None
        firms = {spot.key: spot for spot in reading.in_sentence(before, _FIRM)}
        for key, spot in firms.items():
            words = reading.document.text[spot.end : min(before.end, spot.end + 8)]
            return key if len(firms) == 1 and _SAID_OF.match(words) else None
    return None


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
        yield from scene.claims(firm.keys, places.smallest, span, "acquired 0.86")
