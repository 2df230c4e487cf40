"""Where bodies have their seats, and places that are told by what stands in them.

- `PLACE에 본사를 둔 X`, `본사를 PLACE에 둔 X`, `X의 본사는 PLACE에 있다`;
- `PLACE에 입주한 X`, `X가 있는 PLACE`, `X가 들어설 PLACE`; `A와 B를 잇는 X`;
- `두 회사는 PLACE에 공장을 짓는다`: the firms that the sentences before name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.reading import Reading
from extractors.relations.clauses import OBJECT, PLACE, SUBJECT, Clause, Form
from extractors.relations.located_scene import BODIES, THINGS, Scene, kinds_of
from extractors.relations.located_verbs import SETTLES
from extractors.relations.located_words import NEAR, TO_PLACE
from extractors.relations.phrases import Phrase
from graph.model import PLACES, EntityType, Located

_SEAT = (
    r"(?:본사|본원|본점|본부|사업장|[가-힣]{0,4}공장|[가-힣]{0,4}연구소|생산기지|거점|뿌리|둥지|"
    r"터전|터|캠퍼스|사옥)"
)
_KEEPS = re.compile(rf"{_SEAT}(?:[와과·] ?{_SEAT})?[을를가이] ?$")
_SEAT_FIRST = re.compile(rf"{_SEAT}[을를이가은는] ?[‘'“\"]?$")
_SEATED = re.compile(r"^(?:두|갖|있|내리|틀|위치하|자리하)")
_HOUSES = re.compile(r"^(?:있|위치하|들어서|자리|밀집하|모이|모여|입주하|조성되|구축되|지어지)")
_ALSO = frozenset({"", "등", "공장", "본사", "사업장"})
_SETTLED = re.compile(r"^(?:입주|들어서|들어오|둥지|자리|위치|소재하|이전하|있)")
_PLANTS = re.compile(
    r"(?:공장|사업장|연구소|사옥|센터|생산시설|생산기지|설비|생산라인)(?:[와과] [가-힣]{2,6})?"
    r"[을를] (?:[^.,\n]{0,16} )?$"
)
_BUILDS = re.compile(r"^(?:짓|지어|세우|건립|건설|신설|증설|신축|운영|가동)")
_JOINS = re.compile(r"^(?:잇|이으|아우르|연결하)")
_THEY = re.compile(
    r"(?:이들|(?P<two>두)|(?P<three>세)|(?P<count>[0-9]{1,2})개) ?"
    r"(?:(?:기업|회사|업체)(?:들)?|사)[은는이가] |이들[은이] "
)
_BACK = 3
"""How many sentences back the firms are looked for that `이들 기업` means."""


def seated(scene: Scene) -> Iterator[Located]:
    """What a sentence says of seats, of places by what is in them, and of `these firms`."""
    for clause in scene.parts:
        yield from _seat(scene, clause)
        if clause.predicate.form is Form.MODIFIER and clause.head is not None:
            yield from _housing(scene, clause, clause.head)
            yield from _settled(scene, clause, clause.head)
            yield from _joined(scene, clause, clause.head)
    yield from _they(scene)


def _seat(scene: Scene, clause: Clause) -> Iterator[Located]:
    if not _SEATED.search(clause.predicate.stem):
        return
    text = scene.reading.document.text
    for place in clause.of(PLACE):
        if not kinds_of(scene, place) <= PLACES or NEAR.search(place.tail):
            continue
        behind = text[place.after : clause.predicate.start]
        ahead = text[max(clause.start, place.start - 12) : place.start]
        if not (_KEEPS.search(behind) or (not behind.strip() and _SEAT_FIRST.search(ahead))):
            continue
        modifies = clause.predicate.form is Form.MODIFIER
        holders = (*clause.topics[-1:], *clause.subjects[-1:])
        if modifies:
            holders = (clause.head,) if clause.head else ()
        for holder in holders:
            if kinds_of(scene, holder) <= BODIES:
                span = min(place.start, holder.start), max(place.end, holder.end)
                yield from scene.claims(holder.keys, scene.at(place), span, "seat 0.85")
                break


def _settled(scene: Scene, clause: Clause, head: Phrase) -> Iterator[Located]:
    """`PLACE에 입주한 X`; not where a firm was (`PLACE에 있던 X`)."""
    text = scene.reading.document.text
    words = text[clause.predicate.start : clause.predicate.end]
    stem, behind = clause.predicate.stem, text[clause.start : clause.predicate.start]
    builds = _BUILDS.search(stem) is not None and _PLANTS.search(behind) is not None
    if not (builds or _SETTLED.search(stem)) or words.endswith("던") or clause.of(SUBJECT):
        return
    if not kinds_of(scene, head) <= BODIES or head.tail not in {"", "등"}:
        return
    for place in clause.of(PLACE)[-1:]:
        if NEAR.search(place.tail) or not TO_PLACE.fullmatch(place.tail):
            continue
        if kinds_of(scene, place) <= PLACES:
            span = place.start, head.end
            yield from scene.claims(head.keys, scene.at(place), span, "settled 0.8")


def _housing(scene: Scene, clause: Clause, head: Phrase) -> Iterator[Located]:
    """`X가 있는 PLACE`."""
    if not _HOUSES.search(clause.predicate.stem) or not kinds_of(scene, head) <= PLACES:
        return
    if NEAR.search(head.tail) or not TO_PLACE.fullmatch(head.tail) or clause.of(PLACE):
        return
    things = [
        phrase
        for phrase in clause.of(SUBJECT)
        if kinds_of(scene, phrase) <= BODIES | THINGS and phrase.tail in _ALSO
    ]
    for thing in things[-1:]:
        yield from scene.claims(thing.keys, scene.at(head), (thing.start, head.end), "houses 0.7")


def _joined(scene: Scene, clause: Clause, head: Phrase) -> Iterator[Located]:
    """`A와 B를 잇는 X`."""
    if not _JOINS.search(clause.predicate.stem) or not kinds_of(scene, head) <= THINGS:
        return
    for places in clause.of(OBJECT)[-1:]:
        if kinds_of(scene, places) <= PLACES and len(places.keys) > 1:
            span = places.start, head.end
            yield from scene.claims(head.keys, places.keys, span, "joined 0.75")


def _they(scene: Scene) -> Iterator[Located]:
    """`이들 기업은 PLACE에 공장을 짓는다`."""
    text, sentence = scene.reading.document.text, scene.sentence
    match = _THEY.search(text, sentence.start, sentence.end)
    if match is None:
        return
    firms = _firms_before(scene)
    counted = match["count"] or ("2" if match["two"] else "3" if match["three"] else None)
    if len(firms) < 2 or (counted is not None and int(counted) != len(firms)):
        return
    for clause in scene.parts:
        if clause.start < match.start() - 40 or not SETTLES.search(clause.predicate.stem):
            continue
        modifies = clause.predicate.form is Form.MODIFIER and clause.head_noun != "데"
        if modifies or clause.predicate.end < match.end():
            continue
        for place in clause.of(PLACE):
            if place.start > match.start() and kinds_of(scene, place) <= PLACES:
                span = match.start(), clause.end
                yield from scene.claims(firms, scene.at(place), span, "they 0.9")
                return


def _firms_before(scene: Scene) -> tuple[str, ...]:
    """The firms of the nearest sentence before that names at least two."""
    reading: Reading = scene.reading
    sentences = reading.document.sentences
    index = sentences.index(scene.sentence)
    for sentence in reversed(sentences[max(0, index - _BACK) : index]):
        named = reading.in_sentence(sentence, {EntityType.COMPANY})
        keys = tuple(dict.fromkeys(spot.key for spot in named))
        if len(keys) >= 2:
            return keys
    return ()
