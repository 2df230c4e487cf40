"""Posts in a stretch of text: each title with the body that it is of.

A title stands behind its body (`나래연구원 실장`, `나래연구원장`, `나래대 물리학과 교수`); one that
follows another in a list goes by that one's body where it has none (`두루산업 상무, 전무`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from extractors.mentions.titles import TITLES
from extractors.reading import Occurrence, Reading
from extractors.relations.office_titles import WITHIN, ends_word, title_at
from graph.model import ORGANIZATIONS, EntityType

TITLE = "|".join(
    sorted({*TITLES, *WITHIN.split("|")} - {"씨", "후보", "청년"}, key=len, reverse=True)
)
"""Any title, as a pattern."""
UNIT = (
    "(?:[가-힣A-Za-z·]{2,16}(?:학과|학부|전공|대학|대학원|실|부문|본부|센터|연구소)|"
    "[가-힣A-Za-z·]{2,12} (?:과정|전공|분야)) "
)
"""Where in a body a post is: `나래대 전자물리학과 교수`, `나래대에서 도시정책 과정 겸임교수`."""
GRADE = "(?:수석|책임|선임|전임|연구|겸임|초빙|석좌|명예|특임|산학협력|여당|야당|상임|비상임|공동) "
"""What stands apart before a title and belongs to it: `수석 연구원`."""
_THEN = re.compile(r"(?:전|前|옛|현|現|당시|초대|신임|차기|제?[0-9]{1,2}대|[0-9]선) ?")
_GAP = re.compile(
    rf"(?:(?:의|에서)(?= ))? ?(?:\([^()\n]{{1,25}}\) ?)?(?:{_THEN.pattern}){{0,2}}(?:{UNIT}){{0,2}}"
)
_BARE = re.compile(
    rf"(?:{GRADE})?(?:[가-힣A-Za-z0-9](?:[가-힣A-Za-z0-9]|(?<![관장])·){{0,11}}?)?"
    rf"(?:(?:{TITLE})(?!(?:심의|정책|지원|기획|관리|담당)관)|[가-힣]{{2}}관(?=·))|[가-힣]{{2,6}}관"
)
_SERIES = re.compile(
    r" ?(?:,|·|ㆍ|과|와|및|겸|이자|,? ?그리고)? ?"
    r"|(?:을|를), |(?:으로|로) (?:일하며|일하면서|있으면서) "
)
_HEADS_ELSE = re.compile(r"대통령 (?=[가-힣])")
"""A title that begins the name of a body: `대통령 경제수석비서관실`."""
_OPENING = re.compile(r"(?:^|[\s,(·ㆍ△▲▷▶◇○])$")
_ONCE = re.compile(r"(?:전|前|옛) $")
_LISTED = re.compile(r", ?|[·ㆍ]|(?:와|과) ")
SEAT = re.compile(r"(?:위원|이사|자문관)$")
"""What one may be of several bodies at a time: `나래위원회, 다래협의회 위원`."""
_OF_NONE = frozenset(
    {"국회의원", "대통령", "국무총리", "변호사", "도의원", "시의원", "군의원", "구의원"}
)
"""Titles that are told without a body."""


_OF_UNKNOWN = frozenset(("원장", "병원장", "의료원장", "센터장", "협회장", "조합장"))
"""Offices whose body, if no entity, is read as a part of the title and left out of it."""
_LONG = 7
"""Letters from which on a title may hold the name of the body that it heads."""
_PLACED_WORDS = (
    "서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 전북 전남 경북 경남 제주 "
    "충청 전라 경상 호남 영남 수도권 한국 국립"
)
_PLACES = tuple(_PLACED_WORDS.split())


class Post(NamedTuple):
    """A title, where it stands with its body, and the body, if any."""

    start: int
    end: int
    title: str
    body: str | None
    former: bool

    @property
    def told(self) -> bool:
        """Whether its body is known, or it is a title that has none."""
        return self.body is not None or self.title in _OF_NONE


def posts(reading: Reading, low: int, high: int, body: str | None = None) -> Iterator[Post]:
    """The posts that begin in `text[low:high]`; one that opens the list may be of `body`.

    Those whose body is not known are among them, for what stands behind them goes on.
    """
    text = reading.document.text
    bodies = [b for b in reading.within(low, high, ORGANIZATIONS) if b.named]
    found = list(_titled(text, bodies, low, high))
    found += [Post(*m.span(), m[0], None, former=False) for m in _bare(text, low, high, bodies)]
    cursor, last = low, body
    for post in sorted(found, key=attrgetter("start", "end")):
        if post.start < cursor:
            continue
        if post.body is None:
            opens = cursor == low and body is not None
            follows = opens or _SERIES.fullmatch(text, cursor, post.start) is not None
            elsewhere = last is not None and _placed(post.title)
            if follows and not elsewhere and not _holder_beside(reading, post.start, post.end):
                post = post._replace(body=last)  # noqa: PLW2901  what the loop is for
        yield post
        cursor, last = post.end, post.body


def told(reading: Reading, low: int, high: int, body: str | None = None) -> Iterator[Post]:
    """The posts of which the body is known, or that have none."""
    return (post for post in posts(reading, low, high, body) if post.told)


def _titled(text: str, bodies: list[Occurrence], low: int, high: int) -> Iterator[Post]:
    """The posts that begin with their body; a seat that several bodies share is of each."""
    listed: list[Occurrence] = []
    for body in bodies:
        if listed and _LISTED.fullmatch(text, listed[-1].end, body.start) is None:
            listed = []
        read = _of(text, body, high)
        if read is None:
            listed.append(body)
            continue
        title, end, former = read
        once = _ONCE.search(text, max(low, body.start - 2), body.start)
        former = former or once is not None
        if SEAT.search(title):
            for one in listed:
                yield Post(one.start, one.end, title, one.key, former)
        yield Post(body.start, end, title, body.key, former)
        listed = []


def _bare(text: str, low: int, high: int, bodies: list[Occurrence]) -> Iterator[re.Match[str]]:
    """The titles that are no part of a body's name."""
    starts = [body.start for body in bodies]
    reach = list(accumulate((body.end for body in bodies), max))
    for match in _BARE.finditer(text, low, high):
        start, end = match.span()
        before = bisect_left(starts, end)
        if (before and reach[before - 1] > start) or _HEADS_ELSE.match(text, start):
            continue
        if _OPENING.search(text[max(0, start - 1) : start]) and ends_word(text, end):
            yield match


def _of(text: str, body: Occurrence, high: int) -> tuple[str, int, bool] | None:
    """The title right behind a body: its words, its end, and whether it is a former one."""
    gap = _GAP.match(text, body.end, high)
    starts = [body.end] if gap is None or gap.end() == body.end else [gap.end(), body.end]
    for start in starts:
        glued = start == body.end
        read = title_at(text, start, min(high, start + 28), body if glued else None)
        if read is not None:
            unknown = not glued and read[0] in _OF_UNKNOWN
            if unknown and len(text[start : read[1]].rsplit(" ", 1)[-1]) > len(read[0]):
                return None  # `나래청 가람연수원장` heads a body of its own
            former = re.search(r"(?:전|前|당시) ", text[body.end : start]) is not None
            return read[0], read[1], former
    return None


def _placed(title: str) -> bool:
    """Whether a title begins with a region: then it heads a body of its own."""
    return len(title) >= _LONG and title.startswith(_PLACES)


def _holder_beside(reading: Reading, start: int, end: int) -> bool:
    """Whether a name stands right before or behind a title, which is then its holder's."""
    text = reading.document.text
    people = reading.within(max(0, start - 12), end + 8, {EntityType.PERSON})
    return any(
        not text[p.end : start].strip() if p.end <= start else not text[end : p.start].strip()
        for p in people
    )
