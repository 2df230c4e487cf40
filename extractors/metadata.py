"""What a page says of its article: title, day of publication, newspaper, reporter.

The page's rows outside the article are asked: those between title and body first, then those after
the body up to other news, then those above the title. A date above the title counts only with a
label (`입력`, `승인`) or beside a newspaper and a time: alone it is the day the page was saved.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.clutter import Line
from extractors.credits import BYLINE, DATELINE, MAIL, PRESS, is_byline
from extractors.document import Zone
from extractors.furniture import is_interface, is_interface_item, opens_other_news
from graph.values import PartialDate


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the text gives of its article; None where it gives nothing."""

    title: str | None = None
    published: PartialDate | None = None
    outlet: str | None = None
    reporter: str | None = None


def read_metadata(text: str, lines: Sequence[Line], outlets: Iterable[str] = ()) -> Metadata:
    r"""The metadata of a page whose article stands in `lines`; `outlets` are known newspapers.

    >>> page = "시, 공장 짓는다\n한빛신문 | 입력 2024-03-02 | 홍길동 기자\n시가 공장을 짓는다."
    >>> lines = [Line(0, 9, Zone.TITLE), Line(40, 50, Zone.BODY)]
    >>> found = read_metadata(page, lines)
    >>> str(found.published), found.outlet, found.reporter
    ('2024-03-02', '한빛신문', '홍길동')
    """
    known = frozenset(outlets)
    if not lines:
        return Metadata()
    page = _Page(text, lines)
    title = _title(text, lines)
    outlet = _outlet(page, known)
    if title:
        title = _without_mark(title, outlet, known)
    return Metadata(title, _published(page), outlet, _reporter(page))


class _Page:
    """The rows of a page outside its article, and the article's first words."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        first, last = lines[0], lines[-1]
        body = [line for line in lines if line.zone not in (Zone.TITLE, Zone.SUBTITLE)] or [first]
        self.above = list(_rows(text, max(0, first.start - 6000), first.start, lines))
        self.header = list(_rows(text, first.end, body[0].start, lines))
        self.tail: list[str] = []
        for row in _rows(text, last.end, min(len(text), last.end + 1500), lines):
            if opens_other_news(row):
                break
            self.tail.append(row)
        self.after = list(_rows(text, last.end, min(len(text), last.end + 20_000), lines))
        self.leads = [self._lead(text, line) for line in body[:4]]
        self.inner = list(_rows(text, body[0].start, last.end, lines))[:200]

    @staticmethod
    def _lead(text: str, line: Line) -> str:
        """What stands before the kept part of a line: its dateline."""
        return text[text.rfind("\n", 0, line.start) + 1 : line.start][-200:]


def _rows(text: str, start: int, end: int, lines: Sequence[Line]) -> Iterator[str]:
    """The rows of `text[start:end]` that hold no part of the article."""
    starts = [line.start for line in lines]
    position = start
    while position < end:
        stop = text.find("\n", position, end)
        stop = end if stop < 0 else stop
        at = bisect_right(starts, stop) - 1
        row = text[position:stop].strip()
        if row and len(row) < 400 and (at < 0 or lines[at].end <= position):
            yield row
        position = stop + 1


def _title(text: str, lines: Sequence[Line]) -> str | None:
    for line in lines:
        if line.zone is Zone.TITLE:
            return text[line.start : line.end]
    return None


_LABELS = re.compile(r"^(?:제\s?목\s?[:：]\s*|[◆◇■□●]\s?|\((?:뉴스|TV)[^()\n]{0,8}\)\s*)+(?=\S)")
_PROGRAMME = re.compile(r"^뉴스|뉴스(?:데스크|투데이|와이드)?\d?$|보도자료$|일보$|신문$")
_MARK = re.compile(r"^\[([^\]\n]{1,20})\]\s*")


def _without_mark(title: str, outlet: str | None, known: frozenset[str]) -> str:
    """A title without the bracket that names its newspaper or calls it a press release."""
    title = _LABELS.sub("", title)
    match = _MARK.match(title)
    if match and len(title) > match.end():
        mark = "".join(match[1].split())
        if mark in {"보도자료", outlet} | known or _PROGRAMME.search(mark):
            return title[match.end() :]
    return title


_YMD = (
    r"(?P<{0}y>(?:19|20)\d\d|(?<!\d)\d\d)\s?[.\-/년]\s?(?P<{0}m>1[0-2]|0?[1-9])\s?[.\-/월]\s?"
    r"(?P<{0}d>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_LABEL = (
    r"(?:(?<![가-힣])(?:(?:기사|최초)?\s?(?:입력|승인|등록|송고|작성|발행|게재|배포|제공|업로드|보도)"
    r"\s?(?:시간|일시|일자|일시|일|날짜|시점)?|날짜|일시|방송일)|(?<![A-Za-z])date)"
)
_LABELLED = re.compile(rf"{_LABEL}\s?[:：]?\s*[\[(]?{_YMD.format('')}")
_FULL_DATE = re.compile(_YMD.format("").replace(r"|(?<!\d)\d\d", ""))
_DAY_FIRST = re.compile(
    r"^\W*(?P<d>3[01]|[12]\d|[1-9])\s(?P<m>1[0-2]|[1-9])월\s(?P<y>(?:19|20)\d\d)\W*$"
)
_SHORT_DATE = re.compile(
    rf"\W*{_YMD.format('')}\.?(?:\s?\([월화수목금토일]\))?\s*(?:\d\d?:\d\d(?::\d\d)?)?\W*"
)
_CLOCK = re.compile(r"\d{1,2}:\d\d")
_LATER = re.compile(r"(?:수정|편집일?|업데이트|지면게재일|게재일|최종수정|최종)\s?[:：]?\s*$")
_NO_MENU = 3
"""Rows above a title of a page without menus: a day there is the article's own."""
_BRACKETED_DAY = re.compile(rf"[\[(<][^\]\n]{{0,30}}{_FULL_DATE.pattern}\.?\s?[\])>]")


def _published(page: _Page) -> PartialDate | None:
    return next(_days(page), None)


def _days(page: _Page) -> Iterator[PartialDate]:
    """The days that a page may have been published, the likeliest first."""
    for row in [*page.header, *page.above[::-1], *page.tail, *page.inner]:
        yield from filter(None, map(_day, _LABELLED.finditer(row)))
    for row in page.header:
        yield from _unlabelled(row)
    for lead in page.leads:
        yield from filter(None, map(_day, _BRACKETED_DAY.finditer(lead)))
    for row in page.above[-2:]:
        if _CLOCK.search(row) and not is_interface(row) and _newspaper_beside(row):
            yield from _unlabelled(row)
    for row in page.tail:
        if BYLINE.search(row) or "송고" in row:
            yield from _unlabelled(row)
    bare = [*page.tail, *page.inner[-8:]]
    if len(page.above) <= _NO_MENU and not any(map(is_interface, page.above)):
        bare = [*page.above, *bare]
    for row in bare:
        if is_byline(row) or _SHORT_DATE.fullmatch(row):
            yield from _unlabelled(row)
    for row in page.header:
        yield from filter(None, map(_day, _FULL_DATE.finditer(row)))


def _unlabelled(row: str) -> Iterator[PartialDate]:
    """The days in a row that needs no label, such as those between title and body."""
    for match in (*_FULL_DATE.finditer(row), *_DAY_FIRST.finditer(row)):
        if not _LATER.search(row[: match.start()]) and (found := _day(match)):
            yield found
    short = _SHORT_DATE.fullmatch(row)
    if short and (found := _day(short)):
        yield found


def _day(match: re.Match[str]) -> PartialDate | None:
    year = int(match["y"])
    try:
        return PartialDate(year if year > 99 else 2000 + year, int(match["m"]), int(match["d"]))
    except ValueError:
        return None


_OWNER = r"[가-힣A-Za-z][가-힣A-Za-z0-9&·]{1,19}(?:\s(?:신문|일보|뉴스|방송|TV))?"
_RIGHTS = re.compile(
    r"(?:저작권자?|Copyrights?|copyrights?|COPYRIGHT|ⓒ|©|\(c\)|\(C\))[\s:ⓒ©@]*(?:\([cC]\))?[\s:ⓒ©@<]*"
    rf"(?:Copyrights?\s?)?(?:(?:19|20)\d\d(?:\s?-\s?(?:19|20)\d\d)?\.?\s*)?(?P<owner>{_OWNER})"
)
_NOT_OWNER = re.compile(
    r"무단|재배포|저작|All|By|by|Inc|Copyright|rights|기자|사진|인터넷신문위원회"
)
_SLOGAN = re.compile(r"[을를의은는]$")
_SOURCE = re.compile(rf"^\W*출처\s?[:：]\s?(?P<owner>{_OWNER})(?P<rest>.*)$")
_BRACKET = re.compile(r"[\[<(](?P<owner>[^\]\[()\s=]{2,20})(?:\s[^\]\n]{0,30})?[\])>]")
_REPORTER_IN_BRACKET = re.compile(r"[\[<(](?P<owner>\S{2,20})\s(?P<name>[가-힣]{2,4})\s?기자")
_NEWSPAPER = re.compile(
    rf"[가-힣A-Za-z0-9·]{{1,14}}(?:{PRESS}|저널리즘|미디어|TV|헤럴드|포스트|데일리안|신보|시보)"
)
_PAPER_END = re.compile(r"(?:신문|일보|뉴스|통신|방송|경제|타임스?|TV)$")
_TOWN_BEHIND = re.compile(r"(?P<owner>[^\s,]{3,})(?:,\s?|\s)[가-힣]{2,4}")
"""A newspaper with the town that its reporter writes from."""
_ITEM_BREAK = re.compile(r"\s*[|/·•,]\s*|\s{2,}|\s+")
_NAME_AND_DUTY = re.compile(rf"{BYLINE.pattern}|{MAIL}")


def _outlet(page: _Page, known: frozenset[str]) -> str | None:
    for row in [*page.tail, *page.after, *page.inner]:
        for match in _RIGHTS.finditer(row):
            owner = match["owner"].strip()
            latin_words = owner.isascii() and not owner.isupper()
            if (
                not latin_words
                and not _NOT_OWNER.search(owner)
                and "제공" not in row
                and "사진" not in row
            ):
                return _paper_of(owner, row, known)
        source = _SOURCE.match(row)
        if source and ("http" in source["rest"] or _NEWSPAPER.fullmatch(source["owner"])):
            return source["owner"].strip()
    for lead in page.leads:
        if found := _outlet_of_dateline(lead, known):
            return found
    for row in [*page.header, *page.above[-2:][::-1]]:
        if found := _newspaper_beside(row, known):
            return found
    return _outlet_above(page, known)


def _paper_of(owner: str, row: str, known: frozenset[str]) -> str:
    """Whose rights a row claims: the newspaper in it, where what it opens with is a slogan.

    >>> _paper_of("내일을", "ⓒ내일을 여는 신문, 나루일보(naru.example) 무단전재 금지", frozenset())
    '나루일보'
    """
    if owner in known or _NEWSPAPER.fullmatch(owner) or not _SLOGAN.search(owner):
        return owner
    words: list[str] = re.findall(r"[가-힣A-Za-z0-9]+", row)
    return next((w for w in words if w in known or _NEWSPAPER.fullmatch(w)), owner)


def _outlet_of_dateline(lead: str, known: frozenset[str]) -> str | None:
    if match := DATELINE.match(lead):
        rest = match["rest"].strip()
        first = rest.split()[0]
        if "기자" in rest and not (first in known or _PAPER_END.search(first)):
            return _without_place(match["place"].strip())
        return first
    if match := _REPORTER_IN_BRACKET.search(lead):
        return match["owner"]
    match = _BRACKET.match(lead)
    if match and (match["owner"] in known or _NEWSPAPER.fullmatch(match["owner"])):
        return match["owner"]
    if match and _FULL_DATE.search(lead):
        return match["owner"]
    return None


def _without_place(owner: str) -> str:
    """A newspaper without the town that its reporter writes from.

    >>> _without_place("나루헤럴드 산맥"), _without_place("나루,산맥"), _without_place("나루 뉴스")
    ('나루헤럴드', '나루,산맥', '나루 뉴스')
    """
    match = _TOWN_BEHIND.fullmatch(owner)
    return owner if match is None or _PAPER_END.search(owner) else match["owner"]


def _newspaper_beside(row: str, known: frozenset[str] = frozenset()) -> str | None:
    """The newspaper in a row that else gives the day or the reporter: the one word left over."""
    if DATELINE.match(row):
        return _outlet_of_dateline(row, known)
    rest = _NAME_AND_DUTY.sub(" ", row)
    rest = _LABELLED.sub(" ", rest)
    rest = _FULL_DATE.sub(" ", rest)
    told = rest != row
    rest = re.sub(
        rf"\(?[월화수목금토일](?:요일)?\)|[월화수목금토일]요일|\d+(?::\d+)*|{_LABEL}|[^\w가-힣&·]",
        " ",
        rest,
    )
    words = [word for word in _ITEM_BREAK.split(rest) if len(word) > 1]
    words = [word for word in words if not is_interface_item(word)]
    for word in words:
        if word in known or _NEWSPAPER.fullmatch(word):
            return word
    if told and len(words) == 1 and 3 <= len(words[0]) <= 15 and not is_interface(row):
        return words[0]
    return None


def _outlet_above(page: _Page, known: frozenset[str]) -> str | None:
    """The site's name in the rows above the title: known, named as papers are, or repeated."""
    rows = page.above[:6]
    for row in rows:
        words: list[str] = re.findall(r"[가-힣A-Za-z0-9]+", row)
        names = [word for word in words if word in known or _NEWSPAPER.fullmatch(word)]
        plain = [word for word in words if not is_interface_item(word)]
        if names and len(plain) <= 3:
            return names[0]
    below = "\n".join(page.after)
    for row in rows[:3]:
        word = re.sub(r"[^가-힣A-Za-z0-9]", "", row)
        if 3 <= len(word) <= 12 and not is_interface_item(word) and word in below:
            return word
    return None


_NAME_ALONE = re.compile(r"[•·∙]\s*(?P<name>[가-힣]{2,4})")
_NOT_NAMES = frozenset(
    {"본지", "취재", "사진", "시민", "인턴", "객원", "전문", "선임", "수석", "편집", "담당"}
    | {"소속", "현직", "전직", "다른", "우리", "해당", "일부", "각사", "매체와"}
)


def _reporter(page: _Page) -> str | None:
    for row in [*page.header, *page.leads, *page.tail, *page.inner[-8:], *page.above[-3:][::-1]]:
        for match in BYLINE.finditer(row):
            name = str(match["titled"] or match["name"])
            if name not in _NOT_NAMES:
                return name
        if bracket := _REPORTER_IN_BRACKET.search(row):
            return str(bracket["name"])
    for row, following in pairwise(page.header):
        alone = _NAME_ALONE.fullmatch(row)
        if alone and _LABELLED.search(following) and alone["name"] not in _NOT_NAMES:
            return str(alone["name"])
    return None
