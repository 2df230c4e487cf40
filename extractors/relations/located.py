"""Where projects, sites and bodies are.

Places in a row (`located_rows`), in brackets and under a heading; what a clause says
(`located_verbs`, `located_targets`, `located_seats`); and, where nothing else says it, what a
name holds (`located_names`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.located_frames import framed, signed
from extractors.relations.located_grounds import grounded
from extractors.relations.located_headings import under_headings
from extractors.relations.located_headlines import headlined
from extractors.relations.located_names import in_front, in_names
from extractors.relations.located_purchases import acquired
from extractors.relations.located_rows import Places, places_of
from extractors.relations.located_scene import scene_of
from extractors.relations.located_seats import seated
from extractors.relations.located_selected import selected
from extractors.relations.located_targets import declared
from extractors.relations.located_verbs import said
from extractors.relations.phrases import outermost
from extractors.relations.regions import holds
from extractors.relations.themes import themes_of
from graph.model import PLACES, EntityType, Located

_CLOSES = re.compile(r"(?: [0-9]+층| 소재)?\)")
_OPENS = re.compile(r"[’'”]*\((?:(?:공동)?대표(?:이사)? ?[:=]? ?[가-힣A-Za-z·. ]{2,20}, ?)?")
"""Between a name and its place in brackets, which may tell a firm's head first."""
_CEREMONY = re.compile(
    r"(?: (?:조성|건립|구축|건설))?(?: ?사업)? ?(?:착공|준공|기공|개소|개관|개원|개통)식$"
)
_LABEL = re.compile(r"\) ?[‘'“\"「『]?")
_LONGEST = 60
"""Letters of the longest name that is looked for behind a label."""
_ITEM = re.compile(r"(?:^|[\s,.·⇨→])\($")
"""What stands before an item's label: its mark, or nothing."""
_LABELLED = frozenset(
    {EntityType.PROJECT, EntityType.SITE, EntityType.INSTITUTE, EntityType.COMPANY}
)
_THINGS = frozenset({EntityType.PROJECT, EntityType.SITE})


def relate(reading: Reading) -> Iterator[Located]:
    """What lies where, the smallest place that is stated; a place in a name is stated as well."""
    stated: dict[str, set[str]] = {}
    found = list(_stated(reading))
    found += _opened(reading, found)
    kept = [claim for claim in found if _sensible(reading, claim)]
    for claim in kept:
        stated.setdefault(claim.entity, set()).add(claim.place)
    for claim in kept:
        if not _says_less(reading, stated, claim):
            yield claim
    for claim in in_names(reading):
        stated.setdefault(claim.entity, set()).add(claim.place)
        yield claim
    for claim in _all_in_front(reading):
        if claim.place not in _above(stated, claim.entity):
            stated.setdefault(claim.entity, set()).add(claim.place)
            yield claim


def _opened(reading: Reading, found: list[Located]) -> Iterator[Located]:
    """`PLACE에서 ‘X 착공식’이 열렸다`: X is where the ground for it is broken."""
    for claim in found:
        name = reading.by_key[claim.entity].name
        opened = _CEREMONY.search(name)
        if opened is None or reading.by_key[claim.entity].type is not EntityType.EVENT:
            continue
        for project in reading.entities:
            if project.type is EntityType.PROJECT and name[: opened.start()] in project.names:
                yield Located(project.key, claim.place, claim.evidence)


def _all_in_front(reading: Reading) -> Iterator[Located]:
    for sentence in reading.document.sentences:
        yield from in_front(reading, sentence)


def _stated(reading: Reading) -> Iterator[Located]:
    themes = themes_of(reading)
    yield from under_headings(reading)
    yield from framed(reading)
    yield from signed(reading)
    for sentence in reading.document.sentences:
        lists = tuple(places_of(reading, sentence))
        yield from _rows(reading, lists)
        yield from _bracketed(reading, sentence, lists)
        yield from _labelled(reading, lists)
        scene = scene_of(reading, sentence, lists, themes)
        yield from said(scene)
        yield from declared(scene)
        yield from selected(scene)
        yield from seated(scene)
        yield from grounded(scene)
        yield from headlined(scene)
        yield from acquired(scene)


def _rows(reading: Reading, lists: tuple[Places, ...]) -> Iterator[Located]:
    for places in lists:
        for inner, outer in places.links:
            yield Located(
                inner.key,
                outer.key,
                reading.evidence(outer.start, inner.end, "located/row", 0.96),
            )


def _bracketed(
    reading: Reading, sentence: Sentence, lists: tuple[Places, ...]
) -> Iterator[Located]:
    """`율촌산단(여수시 율촌면)`, `여수시(율촌산단)` and `보쉬(독일)`."""
    text = reading.document.text
    spots = outermost(reading.in_sentence(sentence))
    begins = {spot.start: spot for spot in spots}
    for one in spots:
        opened = _OPENS.match(text, one.end, sentence.end)
        other = begins.get(opened.end()) if opened else None
        if other is None:
            continue
        kinds = reading.by_key[one.key].type, reading.by_key[other.key].type
        inside = next((places for places in lists if places.start == other.start), None)
        pairs: list[tuple[str, str]] = []
        seat = kinds == (EntityType.COMPANY, EntityType.REGION)
        if inside is not None and (seat or (kinds[0] in _THINGS and kinds[1] in PLACES)):
            pairs = [(one.key, place) for place in inside.smallest]
            end = inside.end
        elif kinds[0] is EntityType.REGION and kinds[1] in _THINGS:
            pairs, end = [(other.key, one.key)], other.end
        else:
            continue
        if _CLOSES.match(text, end):
            for inner, outer in (pair for pair in pairs if pair[0] != pair[1]):
                yield Located(
                    inner, outer, reading.evidence(one.start, end, "located/bracket", 0.7)
                )


def _labelled(reading: Reading, lists: tuple[Places, ...]) -> Iterator[Located]:
    """`① (여수) 율촌산단 일대`: an item that tells its region first."""
    text = reading.document.text
    for places in lists:
        label = _LABEL.match(text, places.end)
        if label is None or _ITEM.search(text[max(0, places.start - 8) : places.start]) is None:
            continue
        named = outermost(reading.within(label.end(), label.end() + _LONGEST, _LABELLED))
        for thing in (spot for spot in named if spot.start == label.end()):
            for place in places.smallest:
                if reading.by_key[place].type is EntityType.REGION:
                    evidence = reading.evidence(places.start, thing.end, "located/tag", 0.7)
                    yield Located(thing.key, place, evidence)


def _says_less(reading: Reading, stated: dict[str, set[str]], claim: Located) -> bool:
    """Whether a smaller place is stated for the same thing."""
    if reading.by_key[claim.entity].type is EntityType.REGION:
        return False
    others = stated[claim.entity] - {claim.place}
    return any(claim.place in _above(stated, other) for other in others)


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
    return holds(reading.by_key[claim.place], reading.by_key[claim.entity])
