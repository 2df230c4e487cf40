"""Places that stand together: in a row from the large to the small, and in lists of such rows.

`전남 여수시 율촌면 율촌산단` is a row. In `광주 북구 오룡동·대촌동과 광산구 비아동` there are
three: a place behind 과 or a comma goes back to the step of the row that it can hang on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.phrases import outermost
from extractors.relations.regions import coded_apart, holds, level
from graph.model import PLACES, Entity, EntityType

_ROW = re.compile(
    r"(?: (?:산 ?)?[0-9]{1,4}(?:-[0-9]{1,4})?(?:번지)?)?(?: (?:일대|일원))?"
    r"(?:(?: |의 | 내 | 안 | 소재 |[·∙‧ㆍ・]읍 )(?:옛 )?)?[‘'“\"]?|"
    r"\([가-힣 ]+\) |\([0-9][0-9만천백,.]*여? ?(?:㎡|평)\)의? "
)
_AND = re.compile(
    r"[’'”\"]?(?: ?(?:일대|일원|지역|등))?(?:와|과|,|[·ㆍ‧]| 및)(?: (?:및 )?)?[‘'“\"]?"
)


class Places(NamedTuple):
    """A list of rows, `text[start:end]`; `links` are its steps, each (smaller, larger).

    `smallest` has the last place of every row, which is what a verb is said of.
    """

    start: int
    end: int
    smallest: tuple[str, ...]
    links: tuple[tuple[Occurrence, Occurrence], ...]


def places_of(reading: Reading, sentence: Sentence) -> Iterator[Places]:
    """The places of a sentence, those that stand together in one."""
    text = reading.document.text
    group: list[Occurrence] = []
    links: list[tuple[Occurrence, Occurrence]] = []
    chain: list[Occurrence] = []
    for place in _spots(reading, sentence):
        gap = text[group[-1].end : place.start] if group else ""
        if group and _ROW.fullmatch(gap) and _can_hold(reading, group[-1], place):
            links.append((place, group[-1]))
        elif group and _AND.fullmatch(gap):
            chain = _step_back(reading, chain, place)
            if chain:
                links.append((place, chain[-1]))
        else:
            if group:
                yield _closed(group, links)
            group, links, chain = [], [], []
        group.append(place)
        chain.append(place)
    if group:
        yield _closed(group, links)


def _spots(reading: Reading, sentence: Sentence) -> Iterator[Occurrence]:
    """The places of a sentence; a site that begins with a region's name is that region and a site.

    `대구 서구 비산염색공단`: what lies in 대구 is 서구, although the site is called by both words.
    """
    text = reading.document.text
    last: Occurrence | None = None
    for place in outermost(reading.in_sentence(sentence)):
        kind = reading.by_key[place.key].type
        if kind not in PLACES:
            continue
        beside = last is not None and text[last.end : place.start] == " "
        before = reading.by_key[last.key] if last is not None and beside else None
        last = place
        start = place.start
        space = text.find(" ", start, place.end)
        if kind is EntityType.SITE and space > 0:
            region = _called(reading, text[start:space])
            if region is not None and (level(region) or 0) >= 2 and not _below(region, before):
                yield Occurrence(start, space, region.key, place.named)
                start = space + 1
        yield Occurrence(start, place.end, place.key, place.named)


def _below(region: Entity, before: Entity | None) -> bool:
    """Whether the place right before is smaller: `백석동 천안 외국인투자지역` lies in 백석동."""
    if before is None or before.type is not EntityType.REGION:
        return False
    small, large = level(before), level(region)
    return small is not None and large is not None and small > large


def _called(reading: Reading, name: str) -> Entity | None:
    return next(
        (e for e in reading.entities if e.type is EntityType.REGION and name in e.names), None
    )


def _closed(group: list[Occurrence], links: list[tuple[Occurrence, Occurrence]]) -> Places:
    larger = {outer for _, outer in links}
    smallest = dict.fromkeys(place.key for place in group if place not in larger)
    return Places(group[0].start, group[-1].end, tuple(smallest), tuple(links))


def _can_hold(reading: Reading, outer: Occurrence, inner: Occurrence) -> bool:
    return outer.key != inner.key and holds(reading.by_key[outer.key], reading.by_key[inner.key])


def _step_back(reading: Reading, chain: list[Occurrence], place: Occurrence) -> list[Occurrence]:
    """What is left of a row where `place` goes on beside one of its steps; nothing if none fits.

    A place of the same rank is a neighbour, one without a rank that of the last step, and a town
    hangs on any county.
    """
    entity = reading.by_key[place.key]
    rank = level(entity) if entity.type is EntityType.REGION else None
    last = reading.by_key[chain[-1].key]
    if entity.type is not last.type:
        return []
    if rank is None:
        return _holding(reading, chain[:-1], place)
    left = list(chain)
    beside = level(last)
    while left:
        beside = level(reading.by_key[left[-1].key])
        if beside is not None and beside < rank:
            break
        left.pop()
        if beside == rank:
            break
    fits = len(left) < len(chain) and (beside in {None, rank} or rank >= 4)
    return _holding(reading, left, place) if fits else []


def _holding(reading: Reading, chain: list[Occurrence], place: Occurrence) -> list[Occurrence]:
    if not chain or not _can_hold(reading, chain[-1], place):
        return []
    entity = reading.by_key[place.key]
    # Codes of districts and towns are guesses where their names occur more than once.
    apart = level(entity) == 2 and coded_apart(reading.by_key[chain[-1].key], entity)
    return [] if apart else chain
