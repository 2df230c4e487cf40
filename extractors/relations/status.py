"""What stage a project has reached, and when.

Constructions: a milestone word (`착공`, `첫 삽`, `문을 열`, `예타를 통과`, `공모에 뽑혔다`, `추진하고 있다`) in a clause; the
project is the clause's subject, object or modified noun, else its topic, else what the text is talking
about. The date is the clause's own, nearest before the milestone; the step is still ahead where the date
is, or where the clause says so (`예정`, `목표`, `계획`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.dates import find_dates
from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.clauses import Clause, Form, clauses
from extractors.relations.phrases import Phrase
from extractors.relations.themes import Themes
from graph.model import UNDERTAKINGS, EntityType, Milestone, Status
from graph.values import PartialDate

_MILESTONES: tuple[tuple[Milestone, re.Pattern[str]], ...] = (
    (
        Milestone.CANCELLED,
        re.compile(r"취소[되됐돼]|무산[되됐돼]|백지화|철회[하했]|접고|접었|중단[되됐돼하했]"),
    ),
    (
        Milestone.OPENED,
        re.compile(
            r"개소|개관|개막|개장|개원|개통|문을 [열연여]|문 [열연]|상업 ?가동|본격 ?(?:가동|운영)|출범|열린다|열렸|열린|개최"
        ),
    ),
    (
        Milestone.COMPLETED,
        re.compile(
            r"준공|완공|(?:사업|구축|조성|공사|건립|건설|개발|설치)[을를이가은는]? ?(?:모두 )?(?:완료|마무리|마친|마쳤|끝내|끝난|끝났)|완료[하한할했되된될됐]|마무리[하한할했되된될됐]|갖춘다"
        ),
    ),
    (
        Milestone.STARTED,
        re.compile(
            r"착공|첫 ?삽|삽을 [뜨뜬떴]|기공식|공사를 시작|공사에 들어|공사에 착수|착수|시작[하한할했되된될됐해]|첫발|닻을 올"
        ),
    ),
    (
        Milestone.APPROVED,
        re.compile(
            r"(?:예타|예비타당성조사|타당성 ?조사|심사|심의|조사|국무회의)(?:\([^)]*\))?[을를도]? ?(?:최종 |면제 |모두 |최근 )*통과|"
            r"통과[하한했해]|(?:최종 |면제[가로]? |면제 대상으로 |사업이 |계획이 )확정|승인|의결|제정[하한했됐되된]|개정[했됐]"
        ),
    ),
    (
        Milestone.DESIGNATED,
        re.compile(r"지정[되됐돼하한할했·]|지정[을이]? ?(?:받|고시|확정|됐)|지정·"),
    ),
    (
        Milestone.SELECTED,
        re.compile(
            r"선정[되됐돼된될했하한]|뽑[혔히혀힌]|뽑았|따[냈낸내]|거머쥐|낙점|당선|최종 후보지|공모로 확보|선정$|유치[했하한]|유치에 성공"
        ),
    ),
    (
        Milestone.APPLIED,
        re.compile(r"신청[하한할했]|응모[하한했]|도전장|신청서를|제출[하한할했]|도전한다"),
    ),
    (
        Milestone.UNDER_WAY,
        re.compile(
            r"(?:추진|진행|조성|구축|건설|시행|개발)(?:하고|되고|돼|해)? ?(?:있|왔|온)|(?:추진|진행|조성|구축|건설|공사) ?중|한창|벌이고 있|벌여 왔|짓고 있|추진하는|추진되는|추진해|속도를 내"
        ),
    ),
    (
        Milestone.PLANNED,
        re.compile(
            r"들어[설선]|조성[할한]|구축[할한]|건립[할한]|추진[할한]|설립[할한]|짓는다|지을|세운다|세울|마련[할한]|꾸리기로|나선다|나서기로|"
            r"하기로 했|조성하기로|만든다|구상|계획|유치에|뛰어들"
        ),
    ),
)
_AHEAD = re.compile(r"예정|목표|계획|방침|구상|전망|기대|앞두|까지|겠|기로|내년|오는|앞으로|목표다")
_BUILDING = re.compile(
    r"조성|구축|건립|짓|지어|지을|세우|세운|들어[서선설]|설립|만든|만들|깔리|갖추|갖춘|개발|설치|건설"
)
_WISH = re.compile(
    r"촉구|요구|건의|바라|위해|하려면|경우|[면]$|유찰|못하|못했|않|아니|실패|늦어|탈락|떨어"
)
_PROJECT_TAIL = re.compile(
    r"(?:등|사업|조성|구축|건립|건설|지정|유치|공모|착공식|준공식|기공식|개소식|개관식|개막식|공사|예타|예비타당성조사|예타 면제|완공|준공|착공|개소|선정|"
    r"설립|추진|사업계획|예비타당성조사 면제|단지|[0-9]+건|[0-9]+개 사업| |·)*"
)


@dataclass(frozen=True, slots=True)
class _Step:
    milestone: Milestone
    start: int
    end: int


def relate(reading: Reading) -> Iterator[Status]:
    """The milestones of the article's projects and events."""
    themes = Themes(reading)
    for sentence in reading.document.sentences:
        for clause in clauses(reading, sentence):
            yield from _reached(reading, sentence, clause, themes)


def _reached(
    reading: Reading, sentence: Sentence, clause: Clause, themes: Themes
) -> Iterator[Status]:
    text = reading.document.text
    end = min(sentence.end, clause.end)
    step = _step(text, clause, end)
    if step is None:
        return
    around = text[clause.start : min(sentence.end, clause.end + 16)]
    if _WISH.search(around[max(0, step.start - clause.start - 6) :]):
        return
    found = _project(reading, clause, themes, step)
    if found is None:
        return
    phrase_keys, start, stop, confidence, how = found
    date = _date(reading, sentence, clause, step)
    ahead = _is_ahead(reading, text, sentence, clause, step, date)
    milestone = step.milestone
    if milestone is Milestone.PLANNED:
        until = _until(reading, sentence, clause)
        if until is not None and _BUILDING.search(text[step.start : step.end + 4]):
            milestone, date, ahead = Milestone.COMPLETED, until, True
        elif clause.predicate.past and clause.predicate.form is not Form.MODIFIER:
            if "기로" not in around and "구상" not in around:
                return
    if milestone is Milestone.PLANNED:
        ahead = ahead and date is not None
    if milestone is Milestone.UNDER_WAY:
        ahead, date = False, None
    for key in phrase_keys:
        kind = reading.by_key[key].type
        if kind is EntityType.EVENT and milestone in {Milestone.STARTED, Milestone.COMPLETED}:
            milestone = Milestone.OPENED
        yield Status(
            key,
            milestone,
            reading.evidence(
                min(start, step.start) if step.start - start < 80 else step.start,
                max(step.end, stop) if stop - step.start < 80 else step.end,
                f"status/{how}",
                confidence,
                step.start,
            ),
            date=date,
            scheduled=ahead,
        )


def _step(text: str, clause: Clause, end: int) -> _Step | None:
    """The milestone that a clause tells: the one nearest its predicate."""
    best: _Step | None = None
    low = max(clause.start, clause.predicate.start - 24)
    window = text[low : end + 4]
    for milestone, pattern in _MILESTONES:
        for match in pattern.finditer(window):
            start = low + match.start()
            if start > clause.predicate.end:
                continue
            if best is None or (start > best.start + 6):
                best = _Step(milestone, start, min(low + match.end(), end))
    return best


def _project(
    reading: Reading, clause: Clause, themes: Themes, step: _Step
) -> tuple[tuple[str, ...], int, int, float, str] | None:
    def fits(phrase: Phrase) -> bool:
        return all(reading.by_key[key].type in UNDERTAKINGS for key in phrase.keys) and bool(
            _PROJECT_TAIL.fullmatch(phrase.tail)
        )

    if clause.head is not None and fits(clause.head):
        head = clause.head
        return head.keys, head.start, head.end, 0.75, "head"
    own = [phrase for phrase in clause.phrases if fits(phrase)]
    for wanted in (
        ("이", "가"),
        ("을", "를"),
        ("은", "는", "도"),
        ("", "의"),
        ("으로", "로", "에", "에는", "에서"),
    ):
        for phrase in reversed(own):
            if phrase.particle in wanted:
                return phrase.keys, phrase.start, phrase.end, 0.7, "own"
    if clause.predicate.form is Form.MODIFIER:
        return None
    for phrase in (*clause.subjects, *clause.topics):
        if fits(phrase):
            return phrase.keys, phrase.start, phrase.end, 0.65, "topic"
    if step.milestone in {Milestone.PLANNED, Milestone.UNDER_WAY, Milestone.SELECTED}:
        return None
    if any(
        phrase.particle[:1] in {"이", "가"} and phrase.start > clause.start
        for phrase in clause.phrases
    ):
        return None
    theme = themes.at(clause.start)
    if theme is None:
        return None
    return (theme.key,), theme.start, theme.end, 0.5, "theme"


def _date(reading: Reading, sentence: Sentence, clause: Clause, step: _Step) -> PartialDate | None:
    """The date nearest before the milestone in its clause, else behind it."""
    published = reading.document.article.published
    before: PartialDate | None = None
    after: PartialDate | None = None
    for span in find_dates(
        reading.document.text, clause.start, min(sentence.end, clause.end + 12), published
    ):
        date = span.date
        if date is None and span.period is not None and span.period.end is not None:
            date = PartialDate(span.period.end)
        if date is None:
            continue
        if span.start < step.end:
            before = date
        elif after is None:
            after = date
    return before or after


def _until(reading: Reading, sentence: Sentence, clause: Clause) -> PartialDate | None:
    text = reading.document.text
    for span in find_dates(text, sentence.start, clause.end, reading.document.article.published):
        if span.period is not None and span.period.end is not None:
            return PartialDate(span.period.end)
        if span.date is not None and text[span.end : span.end + 3].lstrip("말 ").startswith("까지"):
            return span.date
    return None


def _is_ahead(
    reading: Reading,
    text: str,
    sentence: Sentence,
    clause: Clause,
    step: _Step,
    date: PartialDate | None,
) -> bool:
    published = reading.document.article.published
    if date is not None and published is not None:
        if date.first_day > published:
            return True
        if date.last_day < published:
            return False
    tail = text[step.start : min(sentence.end, clause.end + 14)]
    return clause.predicate.future or (
        not clause.predicate.past and _AHEAD.search(tail) is not None
    )
