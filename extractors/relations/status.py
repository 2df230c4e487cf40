"""What stage a project has reached, and when.

Constructions: a milestone word (`milestones`) in a clause; the project is what is named as (`특구로 지정`),
the clause's subject, object or modified noun, else its topic, else what the text is talking about. The
date is the clause's own, nearest before the milestone; the step is still ahead where the date is, or where
the clause says so (`예정`, `목표`, `계획`). `2026년까지 … 짓는다` is a completion ahead, `2021년부터 2024년까지 추진한다` a
start and a completion; an event whose day is told was held then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.dates import DateKind
from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.clauses import Clause, Form, clauses
from extractors.relations.milestones import BUILDING, Step, step_of
from extractors.relations.phrases import Phrase
from extractors.relations.themes import Themes
from extractors.relations.timeline import Timeline, end_of
from graph.model import UNDERTAKINGS, EntityType, Milestone, Status
from graph.values import PartialDate

_AHEAD = re.compile(
    r"예정|목표|계획|방침|구상|전망|기대|앞두|까지|겠|기로|앞으로|추진키로|할 것|한다$"
)
_VOID = re.compile(
    r"촉구|요구|건의|바라|하려면|경우|유찰|못하|못했|지 않|아니|실패|늦어|탈락|떨어|미뤄|밀려|밀렸|연기|지연|되면|하면|으면|위해|위한"
)
_REPORTED = re.compile(r"^(?:밝히|전하|말하|설명하|발표하|알리)")
_PROJECT_TAIL = re.compile(
    r"(?:등|사업|조성|구축|건립|건설|지정|유치|공모|착공식|준공식|기공식|개소식|개관식|개막식|공사|예타|예비타당성조사|예타 면제|면제|"
    r"완공|준공|착공|개소|선정|설립|추진|사업계획|단지|[0-9]+건|[0-9]+개 사업|기본설계|후보지|대상지|1차 협의대상|구상|부지| |·)*"
)
_GENERIC = re.compile(
    r"(?:사업|공사|단지|센터|시설|공장|플랜트|산단|특구|지구|클러스터|준공|완공|착공|개소|개통|심사|예타|조사|지정|선정|공모|목표|계획|조성|"
    r"건립|구축|일정|시점|공정|건물|면제|통과|이번|설계|여기|이곳|예산|사업비|원|면적|년|월|일|말|초)$"
)
_SPAN_VERBS = re.compile(r"추진|진행|이어|시행|벌|걸쳐|계속|나눠|운영")


def relate(reading: Reading) -> Iterator[Status]:
    """The milestones of the article's projects and events."""
    found = list(_read(reading))
    dated = {(claim.project, claim.status) for claim in found if claim.date is not None}
    moved = {claim.project for claim in found if claim.status is not Milestone.PLANNED}
    for claim in found:
        if claim.date is None and (claim.project, claim.status) in dated:
            continue
        if claim.status is not Milestone.PLANNED or claim.project not in moved:
            yield claim


def _read(reading: Reading) -> Iterator[Status]:
    themes, timeline = Themes(reading), Timeline(reading)
    for sentence in reading.document.sentences:
        parts = clauses(reading, sentence)
        since = sentence.start
        reported = bool(parts) and _REPORTED.match(parts[-1].predicate.stem) is not None
        for clause in parts:
            yield from _reached(
                reading, sentence, clause, themes, timeline, since, reported=reported
            )
            if clause.predicate.form is not Form.MODIFIER:
                since = clause.end
            yield from _lasting(reading, sentence, clause, themes, timeline)
        yield from _held(reading, sentence, parts, timeline)


def _reached(
    reading: Reading,
    sentence: Sentence,
    clause: Clause,
    themes: Themes,
    timeline: Timeline,
    since: int,
    *,
    reported: bool,
) -> Iterator[Status]:
    text = reading.document.text
    end = min(sentence.end, clause.end)
    step = step_of(text, clause, end)
    if step is None or _VOID.search(text[step.start : min(sentence.end, clause.end + 5)]):
        return
    for keys, start, stop, confidence, how in _projects(reading, sentence, clause, themes, step):
        anchor = start if how == "named" else step.start
        date = _date(text, clause, timeline, since, anchor, reported=reported)
        ahead = _is_ahead(reading, sentence, clause, step, date)
        found = _weighed(text, sentence, clause, step, timeline, date, ahead=ahead)
        if found is None:
            continue
        milestone, date, ahead = found
        for key in keys:
            far = how == "theme" or abs(step.start - start) > 70
            yield Status(
                key,
                _of_kind(reading, key, milestone),
                reading.evidence(
                    max(clause.start, step.start - 40) if far else min(start, step.start),
                    end if far else max(end, stop),
                    f"status/{how}",
                    confidence,
                    step.start,
                ),
                date=date,
                scheduled=ahead,
            )


def _of_kind(reading: Reading, key: str, milestone: Milestone) -> Milestone:
    if reading.by_key[key].type is EntityType.EVENT and milestone in {
        Milestone.STARTED,
        Milestone.COMPLETED,
        Milestone.UNDER_WAY,
    }:
        return Milestone.OPENED
    return milestone


def _weighed(
    text: str,
    sentence: Sentence,
    clause: Clause,
    step: Step,
    timeline: Timeline,
    date: PartialDate | None,
    *,
    ahead: bool,
) -> tuple[Milestone, PartialDate | None, bool] | None:
    """The milestone that the clause's tense and dates leave of a word's."""
    predicate = clause.predicate
    milestone = step.milestone
    if milestone is Milestone.PLANNED:
        until = _until(text, sentence, clause, timeline)
        builds = BUILDING.search(text[step.start : step.end + 4]) is not None
        if until is not None and builds and not predicate.past:
            return Milestone.COMPLETED, until, True
        promised = re.search(r"기로|구상|유치|뛰어", text[step.start : sentence.end][:16])
        if predicate.form is not Form.FINAL and not promised:
            return None
        if predicate.past and not promised:
            return None
        return Milestone.PLANNED, None, False
    if milestone is Milestone.UNDER_WAY:
        return milestone, None, False
    if (
        date is None
        and ahead
        and milestone
        not in {
            Milestone.OPENED,
            Milestone.COMPLETED,
            Milestone.STARTED,
        }
    ):
        return Milestone.PLANNED, None, False
    if date is None and milestone in {Milestone.COMPLETED, Milestone.STARTED, Milestone.OPENED}:
        told = predicate.past or "식" in text[step.end : step.end + 2]
        if not told:
            return None
    return milestone, date, ahead


def _projects(
    reading: Reading, sentence: Sentence, clause: Clause, themes: Themes, step: Step
) -> Iterator[tuple[tuple[str, ...], int, int, float, str]]:
    """The projects of a step: their keys, where they stand, how sure and by which cue."""

    def fits(phrase: Phrase) -> bool:
        return all(reading.by_key[key].type in UNDERTAKINGS for key in phrase.keys) and bool(
            _PROJECT_TAIL.fullmatch(phrase.tail)
        )

    def found(
        phrase: Phrase, confidence: float, how: str
    ) -> tuple[tuple[str, ...], int, int, float, str]:
        return phrase.keys, phrase.start, phrase.end, confidence, how

    own = [phrase for phrase in clause.phrases if fits(phrase)]
    if step.milestone in {Milestone.DESIGNATED, Milestone.SELECTED}:
        named = [phrase for phrase in own if phrase.particle in {"로", "으로", "로도", "으로도"}]
        members = [phrase for phrase in own if phrase.particle in {"을", "를"}]
        if named and members and members[-1].keys != named[-1].keys:
            yield found(members[-1], 0.75, "own")
            return
        for phrase in named:
            yield found(phrase, 0.8, "named")
        if named:
            return
    if clause.head is not None and fits(clause.head):
        yield found(clause.head, 0.75, "head")
        return
    for wanted in (("이", "가"), ("을", "를"), ("은", "는", "도"), ("", "의", "와", "과")):
        for phrase in reversed(own):
            if phrase.particle in wanted:
                yield found(phrase, 0.7, "own")
                return
    if clause.head_noun and clause.head_noun not in {
        "것",
        "사업",
        "시설",
        "곳",
        "프로젝트",
        "단지",
    }:
        return
    topics = [phrase for phrase in (*clause.subjects, *clause.topics) if fits(phrase)]
    if topics and not _has_own_subject(reading, clause):
        yield found(topics[-1], 0.65, "topic")
        return
    for phrase in reversed(own):
        if phrase.particle in {"에", "에는", "에도"} and step.milestone is not Milestone.OPENED:
            yield found(phrase, 0.6, "own")
            return
    if step.milestone in {Milestone.PLANNED, Milestone.UNDER_WAY, Milestone.CANCELLED}:
        if not (step.milestone is Milestone.PLANNED and _until_building(reading, clause, step)):
            return
    if clause.predicate.form is Form.NOUN or _has_own_subject(reading, clause):
        return
    theme = themes.at(clause.start)
    if theme is not None and not any(fits(phrase) for phrase in clause.phrases):
        yield (theme.key,), theme.start, theme.end, 0.5, "theme"


def _until_building(reading: Reading, clause: Clause, step: Step) -> bool:
    text = reading.document.text
    return (
        "까지" in text[clause.start : step.start]
        and BUILDING.search(text[step.start : step.end + 4]) is not None
    )


def _has_own_subject(reading: Reading, clause: Clause) -> bool:
    """Whether a noun that is no project, and no word for one, is the clause's subject."""
    text = reading.document.text
    for phrase in clause.phrases:
        if phrase.particle in {"이", "가"} and not all(
            reading.by_key[key].type in UNDERTAKINGS for key in phrase.keys
        ):
            return True
    words = text[clause.start : clause.predicate.start]
    for match in re.finditer(r"([가-힣A-Za-z0-9·’'”)]+?)(?:이|가)(?= )", words):
        spot = clause.start + match.end(1)
        if any(phrase.start < spot <= phrase.mark for phrase in clause.phrases):
            continue
        if len(match[1]) > 1 and not _GENERIC.search(match[1]):
            return True
    return False


def _date(
    text: str,
    clause: Clause,
    timeline: Timeline,
    since: int,
    anchor: int,
    *,
    reported: bool,
) -> PartialDate | None:
    """The date nearest before the milestone in its clause, else the one that it is said to be."""
    before: PartialDate | None = None
    for span in timeline.within(since, clause.end + 14):
        date = end_of(span)
        if date is None:
            continue
        if span.start < anchor:
            said = (
                reported
                and span.kind is DateKind.RELATIVE
                and date.day
                and re.search(r"(?:은|는) $", text[max(0, span.start - 2) : span.start])
                and re.search(r"[이가] ", text[span.end : anchor])
            )
            if not said:
                before = date
        elif before is None and re.fullmatch(
            r"(?: ?(?:시점|목표|시기|예정일))?(?:은|는) ?(?:당초 |애초 )?",
            text[anchor + 2 : span.start],
        ):
            return date
    return before


def _until(text: str, sentence: Sentence, clause: Clause, timeline: Timeline) -> PartialDate | None:
    for span in reversed(timeline.within(sentence.start, clause.end)):
        if span.kind is DateKind.PERIOD or text[span.end : span.end + 4].lstrip("말초 ").startswith(
            "까지"
        ):
            return end_of(span)
    return None


def _is_ahead(
    reading: Reading, sentence: Sentence, clause: Clause, step: Step, date: PartialDate | None
) -> bool:
    published = reading.document.article.published
    if date is not None and published is not None:
        if date.first_day > published:
            return True
        if date.last_day < published:
            return False
        if date.first_day < date.last_day and not clause.predicate.past:
            return clause.predicate.form is not Form.MODIFIER or clause.predicate.future
    if clause.predicate.past:
        return False
    tail = reading.document.text[step.start : min(sentence.end, clause.end + 14)]
    return clause.predicate.future or _AHEAD.search(tail) is not None


def _lasting(
    reading: Reading, sentence: Sentence, clause: Clause, themes: Themes, timeline: Timeline
) -> Iterator[Status]:
    """`2021년부터 2024년까지 추진된다`: a start and a completion."""
    if not _SPAN_VERBS.search(clause.predicate.stem):
        return
    published = reading.document.article.published
    for span in timeline.within(clause.start, clause.end):
        period = span.period
        if period is None or period.start is None or period.end is None:
            continue
        step = Step(Milestone.STARTED, span.start, clause.end)
        for keys, _, _, confidence, how in _projects(reading, sentence, clause, themes, step):
            for key in keys:
                for milestone, year in (
                    (Milestone.STARTED, period.start),
                    (Milestone.COMPLETED, period.end),
                ):
                    date = PartialDate(year)
                    yield Status(
                        key,
                        milestone,
                        reading.evidence(
                            span.start, clause.end, f"status/lasting-{how}", confidence - 0.05
                        ),
                        date=date,
                        scheduled=published is not None and date.last_day >= published,
                    )


def _held(
    reading: Reading, sentence: Sentence, parts: tuple[Clause, ...], timeline: Timeline
) -> Iterator[Status]:
    """An event whose day is told."""
    published = reading.document.article.published
    for clause in parts:
        phrases = (*clause.phrases, *((clause.head,) if clause.head else ()))
        for phrase in phrases:
            for member in phrase.members:
                if reading.by_key[member.key].type is not EntityType.EVENT or not member.named:
                    continue
                low = max(sentence.start, phrase.start - 60)
                spans = [
                    span
                    for span in timeline.within(low, phrase.start)
                    if span.date is not None and span.kind is not DateKind.PERIOD
                ]
                if not spans:
                    continue
                date = spans[-1].date
                ahead = date is not None and published is not None and date.first_day > published
                yield Status(
                    member.key,
                    Milestone.OPENED,
                    reading.evidence(spans[-1].start, member.end, "status/held", 0.7),
                    date=date,
                    scheduled=ahead,
                )
