"""Who signed what with whom, and when.

Construction: a sentence that signs (`협약을 맺었다`, `MOU를 체결했다`, `양해각서에 서명했다`); its parties are the bodies
that are its subject or topic or stand in 와/과 before the agreement's name. The subject is the project or the
quoted name that the agreement is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.dates import DateKind
from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.phrases import phrases
from extractors.relations.timeline import Timeline
from graph.model import ORGANIZATIONS, Agreement, EntityType
from graph.values import PartialDate

_PACT = re.compile(
    r"(?:업무|투자|상생|입주|상호|협력|공동|이행|기본|실시|양해|[가-힣]{2,4})?\s?(?:협약서?|양해각서|MOU|MOA|합의서|협정서?)"
)
_SIGN = re.compile(r"맺|체결|교환|주고받|서명|손잡|협약식|나눠|열었|개최|합의")
_PARTY_PARTICLES = frozenset(
    {"은", "는", "이", "가", "와", "과", "도", "와의", "과의", "간", "와는", "에서", ""}
)
_PARTY_TAIL = re.compile(
    r"(?:등|측|등 [0-9가-힣 ]{1,14}|간|[0-9]+개 ?[가-힣]{1,3}|대표(?:이사)?|대표(?:이사)? 등.{0,14}|(?:원|총|회|사)?장)?"
)


def relate(reading: Reading) -> Iterator[Agreement]:
    """The agreements that an article reports, once each."""
    timeline = Timeline(reading)
    done: list[set[str]] = []
    for sentence in reading.document.sentences:
        claim = _signed(reading, timeline, sentence)
        if claim is None:
            continue
        parties = set(claim.parties)
        if any(len(parties & other) * 2 >= min(len(parties), len(other)) for other in done):
            continue
        done.append(parties)
        yield claim


def _signed(reading: Reading, timeline: Timeline, sentence: Sentence) -> Agreement | None:
    words = reading.document.surface(sentence)
    pact = next(
        (
            match
            for match in _PACT.finditer(words)
            if _SIGN.search(words, match.end(), match.end() + 40)
        ),
        None,
    )
    if pact is None:
        return None
    at = sentence.start + pact.start()
    parties: list[str] = []
    first = last = at
    for phrase in phrases(reading, sentence, ORGANIZATIONS):
        if phrase.particle not in _PARTY_PARTICLES or not _PARTY_TAIL.fullmatch(phrase.tail):
            continue
        if phrase.start > at + 60:
            break
        if phrase.particle == "" and phrase.tail == "" and len(phrase.members) == 1:
            continue
        for key in phrase.keys:
            if key not in parties:
                parties.append(key)
        first, last = min(first, phrase.start), max(last, phrase.end)
    if len(parties) < 2:
        return None
    return Agreement(
        tuple(parties),
        reading.evidence(
            first,
            sentence.start + pact.end() + 8
            if sentence.start + pact.end() + 8 < sentence.end
            else sentence.end,
            "agreements/signed",
            0.75,
            at,
        ),
        subject=_subject(reading, sentence, at),
        date=_date(timeline, sentence, at),
    )


def _subject(reading: Reading, sentence: Sentence, at: int) -> str | None:
    for occurrence in reversed(
        reading.within(max(sentence.start, at - 60), at, {EntityType.PROJECT})
    ):
        return occurrence.key
    return None


def _date(timeline: Timeline, sentence: Sentence, at: int) -> PartialDate | None:
    dates = [
        span
        for span in timeline.within(sentence.start, min(sentence.end, at + 40))
        if span.date is not None and span.kind is not DateKind.PERIOD
    ]
    before = [span for span in dates if span.start < at]
    return before[-1].date if before else dates[0].date if dates else None
