"""Who signed what with whom, and when.

Construction: a stretch of a sentence that signs (`협약을 맺었다`, `MOU를 체결했다`, `양해각서에
서명했다`); its parties are the bodies that are its subject or topic or stand in 와/과 before it,
persons standing for the body of their office. A stretch with one party takes the body that the
sentence before was about for the other. The subject is the project that stands before the
agreement's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.dates import DateKind
from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.phrases import Phrase, phrases
from extractors.relations.timeline import Timeline, timeline_of
from graph.model import ORGANIZATIONS, Agreement, EntityType
from graph.values import PartialDate

_PACT = (
    r"(?:협약서?|양해각서|MOU|MOA|합의서|협정서?|의향서|계약서?)(?:\([^()]{1,20}\))?[’'”\"」』]*"
)
_SIGNED = re.compile(
    rf"{_PACT}(?:을|를|에|도|으로)? ?(?:[가-힣 ]{{0,8}})(?:맺|체결|교환|주고받|서명|나눠|나눴)|"
    rf"{_PACT}식[을를에]? ?(?:[가-힣 ]{{0,6}})(?:열|가졌|갖|개최|했)|협약[했한하](?!는)|"
    rf"(?:협약|MOU) 체결"
)
_WITH = frozenset({"와", "과", "와의", "과의", "와는", "하고"})
_SIGNER = frozenset({"은", "는", "이", "가", "도", "에서는"})
_TAIL = re.compile(
    r"(?:등|측|등 [0-9가-힣· ]{1,14}|[0-9]+개 ?[가-힣]{1,3}|(?:[가-힣]{0,4})?(?:대표|대표이사|"
    r"장|지사|시장|군수|원장|직무대행|권한대행|본부장)(?: 등.{0,14})?)?"
)
_BETWEEN = re.compile(r"간(?: |$)")


def relate(reading: Reading) -> Iterator[Agreement]:
    """The agreements that an article reports, once each."""
    timeline = timeline_of(reading)
    done: list[set[str]] = []
    topic: str | None = None
    for sentence in reading.document.sentences:
        bodies = phrases(reading, sentence, ORGANIZATIONS)
        for claim in _signed(reading, timeline, sentence, bodies, topic):
            parties = set(claim.parties)
            if any(_repeats(parties, other) for other in done):
                continue
            done.append(parties)
            yield claim
        for phrase in bodies:
            if phrase.particle in {"은", "는"} and phrase.tail == "":
                topic = phrase.last.key
                break


def _repeats(parties: set[str], other: set[str]) -> bool:
    return parties <= other or len(parties & other) * 3 >= 2 * max(len(parties), len(other))


def _signed(
    reading: Reading,
    timeline: Timeline,
    sentence: Sentence,
    bodies: tuple[Phrase, ...],
    topic: str | None,
) -> Iterator[Agreement]:
    text = reading.document.text
    begin = sentence.start
    for match in _SIGNED.finditer(text, sentence.start, sentence.end):
        signers = [
            phrase for phrase in bodies if begin <= phrase.start < match.start() and _signs(phrase)
        ]
        parties = list(dict.fromkeys(key for phrase in signers for key in phrase.keys))
        alone = all(phrase.particle in _WITH for phrase in signers)
        if len(parties) >= 1 and alone and topic is not None and topic not in parties:
            parties.insert(0, topic)
        if len(parties) < 2:
            continue
        yield Agreement(
            tuple(parties),
            reading.evidence(
                min(phrase.start for phrase in signers),
                match.end(),
                "agreements/alone" if alone else "agreements/signed",
                0.85 if alone else 0.9,
                match.start(),
            ),
            subject=_subject(reading, begin, match.start()),
            date=_date(timeline, begin, match.start()),
        )
        begin = match.end()


def _signs(phrase: Phrase) -> bool:
    if _BETWEEN.match(phrase.tail):
        return True
    if phrase.particle == "":
        return len(phrase.keys) > 1 or phrase.tail == "등"
    return phrase.particle in _WITH | _SIGNER and _TAIL.fullmatch(phrase.tail) is not None


def _subject(reading: Reading, begin: int, at: int) -> str | None:
    projects = reading.within(max(begin, at - 60), at, {EntityType.PROJECT})
    return projects[-1].key if projects else None


def _date(timeline: Timeline, begin: int, at: int) -> PartialDate | None:
    dates = [
        span.date
        for span in timeline.within(begin, at)
        if span.date is not None and span.kind is not DateKind.PERIOD
    ]
    return dates[-1] if dates else None
