"""Places that a paragraph stands under: `◇ 천안 = A가 350억원을 들여 공장을 북부산단으로 옮긴다`.

What the paragraph calls a place, and which no row puts anywhere, lies in the region of its
heading; so does a firm that invests there and of which no smaller place is said. Under a project
(`○ 수소교통복합기지 : 국토부 공모 선정. 평택항 160억 원`) stands the place of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.document import Sentence
from extractors.reading import Occurrence, Reading, once
from extractors.relations.clauses import clauses
from extractors.relations.located_rows import places_of
from extractors.relations.phrases import outermost
from extractors.relations.regions import holds
from graph.model import PLACES, EntityType, Located

_MARK = re.compile(r"[◇◆■□▲△▶▷●○]\s?$")
_END = re.compile(
    r"[’'”\"]?(?:\([^()\n]{1,20}\))?(?:\s?[=:：]| [0-9][0-9,.억만천조 ]*원 ?[-–=:])\s"
)
_INVESTS = re.compile(r"투자|증설|신설|입주|이전|옮기|짓|지어|세우|늘리|건립|설립|확장|들이|넓")
_AT = re.compile(
    r"(?: (?:산 ?)?[0-9]{1,4}(?:-[0-9]{1,3})?(?:, ?[0-9]{1,3})?(?:번지)?(?![0-9,.억만천조]))?"
    r"(?: ?(?:일대|일원|내|안|부지|[가-힣]{2}용지|[0-9]{1,3} ?곳|"
    r"[0-9][0-9만천백,.]* ?(?:㎡|평|ha)))*"
    r"(?:\([^()\n]{1,20}\))?"
    r"(?:에 |에서 |[을를] (?:중심|거점)|[이가] 대상|이다|다\.| [0-9][0-9,억만천 ]*원| 선정|[.]?$)"
)
_PART = re.compile(r"(?:에|에서|으로|로|에는)(?![가-힣])")


def under_headings(reading: Reading) -> Iterator[Located]:
    """What lies in the region of its paragraph's heading."""
    placed: set[str] = set()
    for sentence, heading in headings(reading):
        if reading.by_key[heading.key].type is EntityType.REGION:
            yield from _within(reading, sentence, heading)
        elif heading.key not in placed:
            for claim in _item(reading, sentence, heading):
                placed.add(heading.key)
                yield claim


@once
def headings(reading: Reading) -> list[tuple[Sentence, Occurrence]]:
    """The sentences that stand under a region or a project as heading, each with it."""
    text = reading.document.text
    heading: Occurrence | None = None
    paragraph = -1
    under: list[tuple[Sentence, Occurrence]] = []
    for sentence in reading.document.sentences:
        found = _heading(reading, sentence)
        if found is not None:
            heading, paragraph = found, sentence.paragraph
        elif _MARK.match(text, sentence.start) or sentence.paragraph != paragraph:
            heading = None
        if heading is not None:
            under.append((sentence, heading))
    return under


def _heading(reading: Reading, sentence: Sentence) -> Occurrence | None:
    text = reading.document.text
    for first in outermost(reading.in_sentence(sentence))[:1]:
        lead = text[max(0, first.start - 3) : first.start].rpartition("\n")[2]
        if (
            reading.by_key[first.key].type in {EntityType.REGION, EntityType.PROJECT}
            and _MARK.search(lead)
            and _END.match(text, first.end)
        ):
            return first
    return None


def _item(reading: Reading, sentence: Sentence, heading: Occurrence) -> Iterator[Located]:
    """`○ X : 국토부 공모 선정. PLACE 210억 원`, the first place of what is listed as a project."""
    text = reading.document.text
    for places in places_of(reading, sentence):
        if places.start > heading.end and _AT.match(text, places.end, sentence.end):
            evidence = reading.evidence(places.start, places.end, "located/item", 0.75)
            for place in places.smallest:
                yield Located(heading.key, place, evidence)
            return


def _within(reading: Reading, sentence: Sentence, heading: Occurrence) -> Iterator[Located]:
    text = reading.document.text
    region = reading.by_key[heading.key]
    lists = [places for places in places_of(reading, sentence) if places.start > heading.end]
    if heading.start >= sentence.start and not lists:
        for thing in reading.within(heading.end, sentence.end, {EntityType.PROJECT})[:1]:
            yield Located(
                thing.key,
                heading.key,
                reading.evidence(heading.start, thing.end, "located/label", 0.6, thing.start),
            )
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
