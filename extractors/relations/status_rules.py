"""What stage a project has reached, and when, by constructions; the linker weighs what they say.

Constructions: a milestone word (`milestones`) in a clause; the project is what is named as
(`특구로 지정`), the clause's subject, object or modified noun, else its topic, else what the text
is talking about. The date is the clause's own, nearest before the milestone; the step is still
ahead where the date is, or where the clause says so (`예정`, `목표`, `계획`). `2026년까지 …
짓는다` is a completion ahead, `2021년부터 2024년까지 추진한다` a start and a completion; an event
whose day is told was held then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.dates import DateKind
from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.ceremonies import ceremony_of
from extractors.relations.clauses import Clause, Form, clauses
from extractors.relations.milestones import BUILDING, Step, step_of
from extractors.relations.status_dates import IS_WHEN, REPORTED, is_its_own
from extractors.relations.status_projects import projects_of
from extractors.relations.themes import Themes, themes_of
from extractors.relations.timeline import Timeline, end_of, timeline_of
from graph.model import EntityType, Milestone, Status
from graph.values import PartialDate

_HOLDING = frozenset({Milestone.STARTED, Milestone.COMPLETED, Milestone.UNDER_WAY})
_BUILT = frozenset({Milestone.OPENED, Milestone.COMPLETED, Milestone.STARTED})
_AHEAD = re.compile(
    r"예정|목표|계획|방침|구상|전망|기대|앞두|까지|겠|기로|앞으로|추진키로|할 것|한다$"
)
_VOID = re.compile(
    r"촉구|요구|건의|바라|하려면|경우|유찰|못하|못했|지 않|아니|실패|늦어|늦춰|늦췄|탈락|떨어|미뤄|"
    r"미뤘|밀려|밀렸|연기|순연|지연|불발|되면|하면|으면|위해|위한|"
    r"지정 ?(?:해제|취소|철회)"
)
_PAPER = re.compile(r"(?:계획|목표|방침|전략|대책|협의체|조직|전담반|체계|기준|제도)[을를]? ")
_INTENT = re.compile(r"(?:계획|방침|예정|구상|생각|목표|복안|데)$")
_RISES = re.compile(r"짓|들어서|세우|조성|건립|들어오")
_PROMISE = re.compile(
    r"(?:[ㄱ-힣]+(?:ㄹ|을|할|울|올|릴|일|될|갈|칠) )(?:방침|계획|예정|구상|생각)|겠다|기로 했"
)
_LACKS = re.compile(r" ?(?:적|곳|것|데|사업)?[이은도]? ?없")
_WAS_AIM = re.compile(r"[가-힣]{2} ?(?:목표|시점|시기|예정)[은이]? [^.,]{0,16}(?:이었|였)")
_IS_ONE = re.compile(
    r" ?(?:[가-힣]{2,4} )?(?:사업|프로젝트|과제)(?:이다|으로|로|입니다|이며|이고|인데|이라)"
)
"""What stands behind a clause that says what sort of thing it is: `정부가 추진하는 사업이다`."""
_MONEY = re.compile(r"(?:원|국비|도비|시비|예산|설계비|사업비)[을를도]? (?:이미 |새로 |최종 )?$")
_ADVERBS = frozenset({"잇따르", "거듭하", "더불", "나란하", "이어지", "걸치", "서두르"})
_TAKES_OVER = re.compile(r"통과시키|통과하|의결하|확정하|승인하|지정하|선정하|준공하|개소하")
_SPAN_VERBS = re.compile(r"추진|진행|이어|시행|벌|걸쳐|계속|나눠|운영")


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with what is known around it; `reported` where it ends in `밝혔다`."""

    reading: Reading
    sentence: Sentence
    themes: Themes
    timeline: Timeline
    reported: bool

    @property
    def text(self) -> str:
        return self.reading.document.text


def ruled(reading: Reading) -> Iterator[Status]:
    """The milestones of the article's projects and events, as far as constructions tell them."""
    found = list(_read(reading))
    dated = {(claim.project, claim.status) for claim in found if claim.date is not None}
    moved = {claim.project for claim in found if claim.status is not Milestone.PLANNED}
    for claim in found:
        if claim.date is None and (claim.project, claim.status) in dated:
            continue
        if claim.status is not Milestone.PLANNED or claim.project not in moved:
            yield claim


def _read(reading: Reading) -> Iterator[Status]:
    themes, timeline = themes_of(reading), timeline_of(reading)
    for sentence in reading.document.sentences:
        parts = clauses(reading, sentence)
        reported = bool(parts) and REPORTED.match(parts[-1].predicate.stem) is not None
        scene = _Scene(reading, sentence, themes, timeline, reported)
        since = sentence.start
        for clause in _joined(parts):
            yield from _reached(scene, clause, since)
            yield from _lasting(scene, clause)
            if clause.predicate.form is not Form.MODIFIER:
                since = clause.end
        yield from _held(scene, parts)


def _joined(parts: tuple[Clause, ...]) -> Iterator[Clause]:
    """The clauses, those behind a bare `잇따라` or an object that goes on with its phrases."""
    before: Clause | None = None
    for clause in parts:
        whole = clause
        if before is not None and before.predicate.form is Form.LINKING and not clause.phrases:
            if before.predicate.stem in _ADVERBS:
                whole = clause._replace(start=before.start, phrases=before.phrases)
            elif _TAKES_OVER.search(clause.predicate.stem):
                objects = tuple(p for p in before.phrases if p.particle in {"을", "를"})
                whole = clause._replace(phrases=objects)
        yield whole
        before = whole


def _reached(scene: _Scene, clause: Clause, since: int) -> Iterator[Status]:
    text, sentence = scene.text, scene.sentence
    end = min(sentence.end, clause.end)
    step = step_of(text, clause, end, sentence.start)
    if step is None or _VOID.search(text[step.start : min(sentence.end, clause.end + 5)]):
        return
    if _LACKS.match(text, clause.end, sentence.end) or _WAS_AIM.match(
        text, step.start, sentence.end
    ):
        return
    if step.milestone is Milestone.UNDER_WAY and _IS_ONE.match(text, clause.end, sentence.end):
        return
    if step.milestone is Milestone.SELECTED and _MONEY.search(text[sentence.start : step.start]):
        return
    for found in projects_of(scene.reading, clause, scene.themes, step):
        anchor = found.start if found.how == "named" else step.start
        date = _date(scene, clause, since, anchor)
        weighed = _weighed(scene, clause, step, date)
        if weighed is None:
            continue
        milestone, date, ahead = weighed
        far = found.how == "theme" or abs(step.start - found.start) > 70
        for key in found.keys:
            yield Status(
                key,
                _of_kind(scene.reading, key, milestone),
                scene.reading.evidence(
                    max(clause.start, step.start - 40) if far else min(found.start, step.start),
                    end if far else max(end, found.end),
                    f"status/{found.how}",
                    found.confidence,
                    step.start,
                ),
                date=date,
                scheduled=ahead,
            )


def _of_kind(reading: Reading, key: str, milestone: Milestone) -> Milestone:
    if reading.by_key[key].type is EntityType.EVENT and milestone in _HOLDING:
        return Milestone.OPENED
    return milestone


def _weighed(
    scene: _Scene, clause: Clause, step: Step, date: PartialDate | None
) -> tuple[Milestone, PartialDate | None, bool] | None:
    """The milestone that the clause's tense and dates leave of a word's."""
    milestone = step.milestone
    if milestone is Milestone.PLANNED:
        return _intended(scene, clause, step, date)
    if milestone is Milestone.UNDER_WAY:
        return milestone, None, False
    ahead = _is_ahead(scene, clause, step, date)
    if date is None and ahead and milestone not in _BUILT:
        return Milestone.PLANNED, None, False
    if date is None and milestone in _BUILT:
        ceremony = "식" in scene.text[step.end : step.end + 2]
        if not clause.predicate.past and not ceremony:
            return None
    return milestone, date, ahead


def _intended(
    scene: _Scene, clause: Clause, step: Step, date: PartialDate | None
) -> tuple[Milestone, PartialDate | None, bool] | None:
    """`조성한다`: a completion ahead where the clause says until when, else an intention."""
    predicate, text = clause.predicate, scene.text
    until = _until(scene, clause)
    builds = BUILDING.search(text[step.start : step.end + 4]) is not None
    if until is not None and builds and not predicate.past:
        return Milestone.COMPLETED, until, True
    if predicate.past and builds and _is_building(text, clause, step):
        if predicate.form is Form.MODIFIER and not _RISES.search(predicate.stem):
            return None
        return Milestone.COMPLETED, date, False
    since = _since(scene, clause)
    if since is not None and builds and not predicate.past:
        published = scene.reading.document.article.published
        if published is not None and since.last_day > published:
            return Milestone.STARTED, since, True
    return (Milestone.PLANNED, None, False) if _is_meant(scene, clause, step) else None


def _is_building(text: str, clause: Clause, step: Step) -> bool:
    """`센터를 지었다`, not `계획을 세웠다`."""
    before = text[clause.start : step.start]
    return _PAPER.search(before) is None


def _is_meant(scene: _Scene, clause: Clause, step: Step) -> bool:
    """Whether a clause says what somebody is going to do, itself or by how its sentence ends."""
    predicate, text = clause.predicate, scene.text
    if re.search(r"기로|구상|유치|뛰어", text[step.start : scene.sentence.end][:16]):
        return True
    if predicate.past:
        return False
    if predicate.form is Form.FINAL:
        return True
    if predicate.form is Form.MODIFIER:
        return _INTENT.match(clause.head_noun) is not None or (
            clause.head is not None and _RISES.search(predicate.stem) is not None
        )
    return _PROMISE.search(text, predicate.end, scene.sentence.end) is not None


def _date(scene: _Scene, clause: Clause, since: int, anchor: int) -> PartialDate | None:
    """The date nearest before the milestone in its clause, else the one that it is said to be."""
    text = scene.text
    before: PartialDate | None = None
    for span in scene.timeline.told(since, clause.end + 14):
        date = end_of(span)
        if date is None:
            continue
        if span.start < anchor:
            if is_its_own(text, span, anchor, reported=scene.reported):
                before = date
        elif before is None and IS_WHEN.fullmatch(text[anchor + 2 : span.start]):
            return date
    return before


def _until(scene: _Scene, clause: Clause) -> PartialDate | None:
    for span in reversed(scene.timeline.within(scene.sentence.start, clause.end)):
        after = scene.text[span.end : span.end + 4].lstrip("말초 ")
        if span.kind is DateKind.PERIOD or after.startswith(("까지", "이면")):
            return end_of(span)
    return None


def _since(scene: _Scene, clause: Clause) -> PartialDate | None:
    for span in scene.timeline.within(clause.start, clause.end):
        if span.date is not None and scene.text.startswith("부터", span.end):
            return span.date
    return None


def _is_ahead(scene: _Scene, clause: Clause, step: Step, date: PartialDate | None) -> bool:
    published = scene.reading.document.article.published
    predicate = clause.predicate
    if date is not None and published is not None:
        if date.first_day > published:
            return True
        if date.last_day < published:
            return False
        if date.first_day < date.last_day and not predicate.past:
            return predicate.form is not Form.MODIFIER or predicate.future
    if predicate.past:
        return False
    if predicate.form is Form.LINKING and date is None:
        return _PROMISE.search(scene.text, predicate.end, scene.sentence.end) is not None
    tail = scene.text[step.start : min(scene.sentence.end, clause.end + 14)]
    return predicate.future or _AHEAD.search(tail) is not None


def _lasting(scene: _Scene, clause: Clause) -> Iterator[Status]:
    """`2021년부터 2024년까지 추진된다`: a start and a completion."""
    yield from _ending(scene, clause)
    if not _SPAN_VERBS.search(clause.predicate.stem):
        return
    published = scene.reading.document.article.published
    for span in scene.timeline.within(clause.start, clause.end):
        period = span.period
        if period is None or period.start is None or period.end is None:
            continue
        years = (Milestone.STARTED, period.start), (Milestone.COMPLETED, period.end)
        step = Step(Milestone.STARTED, span.start, clause.end)
        for found in projects_of(scene.reading, clause, scene.themes, step):
            for key in found.keys:
                for milestone, year in years:
                    date = PartialDate(year)
                    yield Status(
                        key,
                        milestone,
                        scene.reading.evidence(
                            span.start, clause.end, "status/lasting", found.confidence
                        ),
                        date=date,
                        scheduled=published is not None and date.last_day >= published,
                    )


def _ending(scene: _Scene, clause: Clause) -> Iterator[Status]:
    """`2단계는 2027년까지다`."""
    until = _until(scene, clause) if clause.predicate.stem == "까지이" else None
    if until is None:
        return
    published = scene.reading.document.article.published
    for phrase in clause.topics[-1:]:
        if phrase.tail or phrase.end < scene.sentence.start:
            continue
        for key in phrase.keys:
            if scene.reading.by_key[key].type is EntityType.PROJECT:
                yield Status(
                    key,
                    Milestone.COMPLETED,
                    scene.reading.evidence(phrase.start, clause.end, "status/ending", 0.8),
                    date=until,
                    scheduled=published is not None and until.last_day >= published,
                )


def _held(scene: _Scene, parts: tuple[Clause, ...]) -> Iterator[Status]:
    """An event whose day is told."""
    reading = scene.reading
    published = reading.document.article.published
    for clause in parts:
        phrases = (*clause.phrases, *((clause.head,) if clause.head else ()))
        for member in (member for phrase in phrases for member in phrase.members):
            if reading.by_key[member.key].type is not EntityType.EVENT or not member.named:
                continue
            low = max(scene.sentence.start, member.start - 60)
            spans = [
                span
                for span in scene.timeline.within(low, member.start)
                if span.date is not None and span.kind is not DateKind.PERIOD
            ]
            if not spans:
                continue
            date = spans[-1].date
            ahead = bool(date and published and date.first_day > published)
            step = ceremony_of(reading, member)
            if step is not None:
                yield Status(
                    step[0],
                    step[1],
                    reading.evidence(spans[-1].start, member.end, "status/ceremony", 0.8),
                    date=date,
                    scheduled=ahead,
                )
            yield Status(
                member.key,
                Milestone.OPENED,
                reading.evidence(spans[-1].start, member.end, "status/held", 0.9),
                date=date,
                scheduled=ahead,
            )
