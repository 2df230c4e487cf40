"""Frames of a whole sentence that tell what a whole holds, however many clauses lie between.

- `단지에는 내년에 준공할 A와 B가 함께 놓인다`: what is in the whole;
- `사업은 … 센터를 세우는 것이다`: what the whole comes to;
- `사업은 1단계 7만㎡, 2단계 9만㎡로 나뉜다`: what it falls into;
- `X의 뼈대는 A다`, `A는 X의 허리 노릇을 한다`, `X는 A를 축으로 한다`: what it rests on;
- `· X: A, B`: a line that names the whole and then its parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.document import Sentence
from extractors.points import NUMBERED, POINTS
from extractors.reading import Reading
from extractors.relations.phrases import CLOSING, Phrase
from graph.model import PartOf

_IN = frozenset({"에", "에는", "에도", "엔", "에서는", "에선"})
_ASIDE = frozenset({"로", "으로", "은", "는", "의"})
_SUM = re.compile(r"(?:는|도)? ?(?:국비 |도비 |시비 |약 |총 )?[0-9][0-9,.]*(?:조|억|천만|백만|만)")
_TAIL = re.compile(r"|안|내|부지|터|일대|일원")
_TOPIC = frozenset({"은", "는", "이", "가"})
_SUBJECTS = frozenset({"은", "는", "이", "가", "을", "를", "도"})
_MOST = 30
"""So many projects behind a whole are looked at."""
_BEFORE = 6
"""So many projects before a whole are looked at."""
_HELD = re.compile(
    r"(?:들어[서섰선설오온올가간갈갔]|놓[이인일였]|자리|차[려렸린릴]|묶[이인일였]|갖[추춘출춰췄]|"
    r"세[우운울워웠]|짓는|지어|지을|지었|둔다|두었|뒀|두고|둘 |예정|포함|담[기긴길겼]|만[들든]|"
    r"조성|건립|구축|설치|있다|있습니다|마련|꾸[려렸린릴민며])"
)
_REACH = 28
"""Within how many letters of a sentence's end its last words stand."""
_COMES_TO = re.compile(
    r"(?:짓|세우|세운|짓고|갖추|꾸리|꾸미|만드|만들|조성하|구축하|건립하|설치하|두)는 "
    r"(?:[0-9가-힣]+ )?(?:것|사업|일|내용|프로젝트|계획)(?:이|으로|입|을|$|\.)|"
    r"뼈대|골자|핵심이|핵심 (?:사업|시설)"
)
_FALLS = re.compile(
    r"(?:나뉘|나뉜|나뉩|나눠|나누|나눈|쪼개|쪼갠|쪼갰|짜[여였인]|짜이|구성[되된한]|이뤄|이루어|꾸며)"
)
_BASE = (
    r"(?:[가-힣]+ )?(?:뼈대|심장|거점|근거지|중추|고갱이|알맹이|허리|한복판|출발점|바탕|밑돌|중심|"
    r"핵심(?: ?(?:시설|사업|축|과제))?|첫 단추|앵커(?: ?시설)?|마중물|축|일부|한 갈래|"
    r"[두세네] ?번째(?: (?:건물|시설|거점|사업))?)"
)
_OF = re.compile(rf"[{re.escape(CLOSING)}]*의 {_BASE}")
_MAIN = re.compile(rf"[{re.escape(CLOSING)}]*의 {_BASE}[은는] ")
_AS = re.compile(
    rf"[{re.escape(CLOSING)}]*[을를이가] (?:뼈대|심장|거점|중추|알맹이|축|중심|핵심|출발점|바탕)"
    r"(?:으로|로|다|이다|입니다)"
)
_LABEL = re.compile(rf"[{re.escape(CLOSING)}]*(?: ?\([^()\n]{{1,40}}\))? ?[:=–] ?")
_MARK = re.compile(
    rf"\s*[{POINTS}{NUMBERED}∙•·ㆍㅇ*-]?\s*(?:[0-9가-하]{{1,2}}[.)])?\s*[‘'“\"「『<]*"
)
_APART = re.compile(rf"[{re.escape(CLOSING)} ]*(?:말고도|외에|제외|별도|별개|인근|옆|근처|맞은편)")


def framed(reading: Reading, sentence: Sentence, named: Sequence[Phrase]) -> Iterator[PartOf]:
    """What the frame of a sentence says of the projects that it names, in order."""
    if not named:
        return
    yield from _labelled(reading, sentence, named)
    text = reading.document.text
    last = text[max(sentence.start, sentence.end - _REACH) : sentence.end]
    for place, whole in enumerate(named):
        if len(whole.keys) != 1:
            continue
        key = whole.last.key
        rest = [p for p in named[place + 1 : place + 1 + _MOST] if key not in p.keys]
        before = [p for p in named[max(0, place - _BEFORE) : place] if key not in p.keys]
        if rest and not _APART.match(text, whole.end):
            yield from _held_in(reading, sentence, whole, rest, last)
            if not place and whole.particle in _TOPIC:
                yield from _told_of(reading, sentence, whole, rest, last)
            if _MAIN.match(text, whole.end):
                yield from _claims(reading, whole, rest[:1], "main", 0.5)
        if before and _OF.match(text, whole.end) and not _MAIN.match(text, whole.end):
            parts = [p for p in before if p.particle in _SUBJECTS]
            yield from _claims(reading, whole, parts[-1:], "rests_on", 0.5)


def _held_in(
    reading: Reading, sentence: Sentence, whole: Phrase, rest: Sequence[Phrase], last: str
) -> Iterator[PartOf]:
    """`단지에는 A와 B가 놓인다`, but no `A에는 30억원, B에는 20억원이 든다`."""
    if whole.particle not in _IN or not _TAIL.fullmatch(whole.tail) or not _HELD.search(last):
        return
    if _SUM.match(reading.document.text, whole.after):
        return
    end = next((p.start for p in rest if p.particle in _IN), sentence.end)
    parts = [p for p in rest if p.end <= end and p.particle not in _ASIDE]
    yield from _claims(reading, whole, parts, "held_in", 0.5)


def _told_of(
    reading: Reading, sentence: Sentence, whole: Phrase, rest: Sequence[Phrase], last: str
) -> Iterator[PartOf]:
    """What a sentence on the whole says that it comes to, falls into or rests on."""
    text = reading.document.text
    if _COMES_TO.search(last):
        parts = [p for p in rest if p.particle not in _ASIDE]
        yield from _claims(reading, whole, parts[-1:], "comes_to", 0.4)
    if (cut := _FALLS.search(text, whole.end, sentence.end)) is not None:
        parts = [p for p in rest if p.end <= cut.start()]
        yield from _claims(reading, whole, parts, "falls_into", 0.5)
    parts = [p for p in rest if _AS.match(text, p.end)]
    yield from _claims(reading, whole, parts, "based_on", 0.5)


def _labelled(reading: Reading, sentence: Sentence, named: Sequence[Phrase]) -> Iterator[PartOf]:
    """`· X: A, B`."""
    text = reading.document.text
    whole = named[0]
    lead = _MARK.match(text, sentence.start, sentence.end)
    if len(whole.keys) != 1 or lead is None or whole.start > lead.end():
        return
    if _LABEL.match(text, whole.end, sentence.end) is None:
        return
    rest = [p for p in named[1 : 1 + _MOST] if whole.last.key not in p.keys]
    yield from _claims(reading, whole, rest, "label", 0.4)


def _claims(
    reading: Reading, whole: Phrase, parts: Sequence[Phrase], rule: str, sure: float
) -> Iterator[PartOf]:
    for part in parts:
        start, end = min(part.start, whole.start), max(part.end, whole.end)
        for key in part.keys:
            evidence = reading.evidence(start, end, f"part_of/{rule}", sure, part.start)
            yield PartOf(key, whole.last.key, evidence)
