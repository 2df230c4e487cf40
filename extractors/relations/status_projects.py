"""Whose milestone a clause tells.

In this order: what is named as (`특구로 지정`) or its members, the noun that the clause modifies,
its subject, object or topic, and then what the text is talking about, unless the clause has a
subject of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.reading import Reading
from extractors.relations.clauses import Clause, Form
from extractors.relations.milestones import BUILDING, Step
from extractors.relations.phrases import Phrase
from extractors.relations.referents import PLAIN_NOUNS, Referent, is_undertaking
from extractors.relations.themes import Themes
from graph.model import UNDERTAKINGS, EntityType, Milestone

_PROJECT_TAIL = re.compile(
    r"(?:등|대상|대상지|대상자|분야|주관기관|후보|본사업|사업|조성|구축|건립|건설|지정|유치|"
    r"공모|착공식|준공식|기공식|개소식|개관식|개막식|"
    r"공사|예타|예비타당성조사|예타 면제|면제|"
    r"완공|준공|착공|개소|선정|설립|추진|사업계획|단지|[0-9]+건|[0-9]+개 사업|기본설계|후보지|"
    r"계획서|신청서|제안서|실시계획|기본계획|개발계획|수행기관|참여기관|사업자|안|내|몫|"
    r"대상지|1차 협의대상|구상|부지| |·)*"
)
_GENERIC = re.compile(
    r"(?:사업|공사|단지|센터|시설|공장|플랜트|산단|특구|지구|클러스터|준공|완공|착공|개소|개통|"
    r"심사|예타|조사|지정|선정|공모|목표|계획|조성|"
    r"건립|구축|일정|시점|공정|건물|면제|통과|이번|설계|여기|이곳|예산|사업비|원|면적|년|월|일|"
    r"말|초)$"
)
_ORDER = (
    frozenset({"이", "가"}),
    frozenset({"을", "를"}),
    frozenset({"은", "는", "도"}),
    frozenset({"", "의", "와", "과"}),
)
_AS = frozenset({"로", "으로", "로도", "으로도"})
_AFTER = frozenset({"데", "뒤", "후", "다음", "이후", "지", "만", "직후", "이래"})
"""Nouns of time behind a modifier that says what came first: `후보지로 뽑힌 뒤`."""
_BY_OTHERS = frozenset({Milestone.APPROVED, Milestone.DESIGNATED, Milestone.SELECTED})
_ACTORS = frozenset({EntityType.GOVERNMENT, EntityType.INSTITUTE, EntityType.REGION})
_ACTIVE = re.compile(r"(?:[하한할했해]|시[켰키킨]|뽑[았은])")
_OF_PROJECTS = _BY_OTHERS | {Milestone.APPLIED, Milestone.UNDER_WAY}
_OBJECT = re.compile(
    r"([가-힣A-Za-z0-9·’'”)]+)[을를] (?!비롯|포함|위해|통해|거쳐|맡아|끝으로|시작으로|계기로)"
)
_OF_ITS_OWN = re.compile(
    r"(?:사업|공사|단지|센터|시설|공장|산단|특구|지구|클러스터|건물|연구동|예타|조사|심사|심의|면제|공모|"
    r"승인|지정|조성|건립|구축|문턱|관문|고비|부지|첫|곳|계획|고시)$"
)
_UNTOLD = frozenset({Milestone.PLANNED, Milestone.UNDER_WAY, Milestone.CANCELLED})


def projects_of(reading: Reading, clause: Clause, themes: Themes, step: Step) -> Iterator[Referent]:
    """The projects of a step."""
    own = [
        phrase
        for phrase in clause.phrases
        if is_undertaking(reading, phrase, _PROJECT_TAIL) and not _is_scene(reading, phrase, step)
    ]
    named = list(_named(own, step))
    if named:
        yield from named
        return
    found = _own(reading, clause, own) or _carried(reading, clause, own, themes, step)
    if found is not None:
        yield found


def _is_scene(reading: Reading, phrase: Phrase, step: Step) -> bool:
    """Whether it is the meeting at which something was settled."""
    return (phrase.particle in {"에서", "에서는"} or step.milestone in _OF_PROJECTS) and all(
        reading.by_key[key].type is EntityType.EVENT for key in phrase.keys
    )


def _named(own: list[Phrase], step: Step) -> Iterator[Referent]:
    """`A와 B를 X로 지정했다`: A and B; `X로 지정됐다`: X."""
    if step.milestone not in {Milestone.DESIGNATED, Milestone.SELECTED}:
        return
    named = [phrase for phrase in own if phrase.particle in _AS]
    members = [phrase for phrase in own if phrase.particle in {"을", "를"}]
    if named and members and members[-1].keys != named[-1].keys:
        yield Referent.of(members[-1], 0.8, "own")
        return
    for phrase in named:
        yield Referent.of(phrase, 0.81, "named")


def _own(reading: Reading, clause: Clause, own: list[Phrase]) -> Referent | None:
    if clause.head is not None and is_undertaking(reading, clause.head, _PROJECT_TAIL):
        return Referent.of(clause.head, 0.7, "head")
    for wanted in _ORDER:
        for phrase in reversed(own):
            if phrase.particle in wanted:
                return Referent.of(phrase, 0.8, "own")
    return None


def _carried(
    reading: Reading, clause: Clause, own: list[Phrase], themes: Themes, step: Step
) -> Referent | None:
    if clause.head_noun and clause.head_noun not in PLAIN_NOUNS | _AFTER:
        return None
    other = _has_own_subject(reading, clause, step)
    topics = [
        phrase
        for phrase in (*clause.subjects, *clause.topics)
        if is_undertaking(reading, phrase, _PROJECT_TAIL)
    ]
    if topics and not other:
        return Referent.of(topics[-1], 0.55, "topic")
    if step.milestone is not Milestone.OPENED:
        for phrase in reversed(own):
            if phrase.particle in {"에", "에는", "에도"}:
                return Referent.of(phrase, 0.7, "own")
    if step.milestone in _UNTOLD and not _builds_until(reading, step):
        return None
    if _has_own_object(reading, clause, step):
        return None
    theme = themes.at(clause.start)
    if clause.predicate.form is Form.NOUN or other or theme is None or own:
        return None
    return Referent((theme.key,), theme.start, theme.end, 0.6, "theme")


def _has_own_object(reading: Reading, clause: Clause, step: Step) -> bool:
    """Whether the step is done to something else: `업종을 유치한다`, `교육장비를 갖춘다`."""
    text = reading.document.text
    objects = [match[1] for match in _OBJECT.finditer(text, clause.start, step.start)]
    return bool(objects) and _OF_ITS_OWN.search(objects[-1]) is None


def _builds_until(reading: Reading, step: Step) -> bool:
    text = reading.document.text
    return (
        step.milestone is Milestone.PLANNED
        and "까지" in text[step.since : step.start]
        and BUILDING.search(text[step.start : step.end + 4]) is not None
    )


def _has_own_subject(reading: Reading, clause: Clause, step: Step) -> bool:
    """Whether a noun that is no project, and no word for one, is what the step is said of.

    A ministry that approves and a body that builds are not.
    """
    text = reading.document.text
    acts = (
        _ACTORS
        if step.milestone in _BY_OTHERS and _ACTIVE.search(text, step.start, step.end + 3)
        else frozenset()
    )
    for phrase in clause.phrases:
        if phrase.particle in {"이", "가"} and not all(
            reading.by_key[key].type in UNDERTAKINGS | acts for key in phrase.keys
        ):
            return True
    words = text[clause.start : clause.predicate.start]
    for match in re.finditer(r"([가-힣A-Za-z0-9·’'”)]+?)(?:이|가)(?= )", words):
        spot = clause.start + match.end(1)
        if acts and match[1].endswith(("위원회", "의회", "이사회", "부", "처", "청")):
            continue
        if any(phrase.start < spot <= phrase.mark for phrase in clause.phrases):
            continue
        if len(match[1]) > 1 and not _GENERIC.search(match[1]):
            return True
    return False
