"""Places that a paragraph stands under: `◇ 천안 = A가 350억원을 들여 공장을 북부산단으로 옮긴다`.

What the paragraph calls a place, and which no row puts anywhere, lies in the region of its
heading; so does a firm that invests there and of which no smaller place is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading
from extractors.relations.clauses import clauses
from extractors.relations.located_rows import places_of
from extractors.relations.phrases import outermost
from extractors.relations.regions import holds
from graph.model import PLACES, EntityType, Located

_MARK = re.compile(r"[◇◆■□▲△▶▷●○]\s?$")
_END = re.compile(r"\s?[=:]\s")
_INVESTS = re.compile(r"투자|증설|신설|입주|이전|옮기|짓|지어|세우|늘리|건립|설립|확장|들이|넓")
_PART = re.compile(r"(?:에|에서|으로|로|에는)(?![가-힣])")


def under_headings(reading: Reading) -> Iterator[Located]:
    """What lies in the region of its paragraph's heading."""
    text = reading.document.text
    heading: Occurrence | None = None
    paragraph = -1
    for sentence in reading.document.sentences:
        found = _heading(reading, sentence)
        if found is not None:
            heading, paragraph = found, sentence.paragraph
        elif _MARK.match(text, sentence.start) or sentence.paragraph != paragraph:
            heading = None
        if heading is not None:
            yield from _within(reading, sentence, heading)


def _heading(reading: Reading, sentence: Sentence) -> Occurrence | None:
    text = reading.document.text
    for first in outermost(reading.in_sentence(sentence))[:1]:
        lead = text[max(0, first.start - 3) : first.start].rpartition("\n")[2]
        if (
            reading.by_key[first.key].type is EntityType.REGION
            and _MARK.search(lead)
            and _END.match(text, first.end)
        ):
            return first
    return None


def _within(reading: Reading, sentence: Sentence, heading: Occurrence) -> Iterator[Located]:
    text = reading.document.text
    region = reading.by_key[heading.key]
    lists = [places for places in places_of(reading, sentence) if places.start > heading.end]
    for places in lists:
        first = reading.within(places.start, places.end, PLACES)[0]
        entity = reading.by_key[first.key]
        if (
            not places.links
            and _PART.match(text, places.end)
            and first.key != heading.key
            and holds(region, entity)
        ):
            yield Located(
                first.key,
                heading.key,
                reading.evidence(heading.start, first.end, "located/heading", 0.85, first.start),
            )
    if lists:
        return
    for clause in clauses(reading, sentence):
        if not _INVESTS.search(clause.predicate.stem):
            continue
        for phrase in (*clause.subjects, *clause.topics):
            for key in phrase.keys:
                if reading.by_key[key].type is EntityType.COMPANY:
                    yield Located(
                        key,
                        heading.key,
                        reading.evidence(phrase.start, clause.end, "located/heading", 0.85),
                    )
