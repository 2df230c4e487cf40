"""The lines of a page that are the article: title, subtitles, paragraphs, captions.

A page saved as text holds menus, weather, other headlines, buttons, comment boxes and often the
article twice. What holds everywhere is that an article is a run of sentences under a line that
shares their words: so the sentences are found first, then their end, then their title above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extractors.credits import (
    BYLINE,
    CREDIT,
    article_parts,
    is_byline,
    is_label,
    may_be_credited,
)
from extractors.document import Zone
from extractors.furniture import (
    is_headline_elsewhere,
    is_interface,
    is_notice,
    is_office_line,
    is_prose,
    opens_other_news,
    opens_related,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article, or a part of one: `text[start:end]`, trimmed."""

    start: int
    end: int
    zone: Zone


@dataclass(frozen=True)
class _Row:
    """A line of the page that is not blank, with what it looks like."""

    start: int
    end: int
    text: str
    prose: bool
    blank_before: bool

    @cached_property
    def interface(self) -> bool:
        """Whether it is menus, buttons, weather or an address."""
        return is_interface(self.text)

    @cached_property
    def notice(self) -> bool:
        """Whether it claims a copyright."""
        return is_notice(self.text)

    @cached_property
    def other_news(self) -> bool:
        """Whether it heads other headlines or comments."""
        return opens_other_news(self.text)

    @cached_property
    def clutter(self) -> bool:
        """Whether it is no words of an article."""
        return (
            self.interface
            or is_byline(self.text)
            or is_label(self.text)
            or self.notice
            or is_headline_elsewhere(self.text)
            or is_office_line(self.text)
            or self.other_news
        )

    @cached_property
    def carries(self) -> bool:
        """Whether it is a paragraph, or the kind of point that lists are made of."""
        if self.prose:
            return not self.interface and not self.notice
        return len(self.text) >= 25 and _BULLET.match(self.text) is not None and not self.clutter


HEADER_SHARE = 0.25
"""A mark that ends articles ends this one only when so much of the prose came before it."""

TITLE_SHARE = 0.6
"""The title is the first line to share so much of its words with the body, beside the best."""

SHORTEST_TITLE = 8
USUAL_TITLE = 20
"""Characters from which on a row loses nothing for being short."""
"""Shorter rows above a body are a section's or a photo's name."""

SHORTEST_CUT = 60
"""A shorter row without an end behind the last sentence is no sentence that was cut off."""

LEAST_PARTICLES = 3

MOST_BROKEN = 3
"""Rows before its last one that the first sentence of a script is broken over, at most."""

SHORTEST_POINT = 12
"""Shorter rows behind the last sentence are no points of a list, unless they say what they tell."""

_CAPTION_LEAD = re.compile(r"^\s*(?:[▲△▼▶▷◁↑←]|◀(?![^▶]{0,20}▶))\s?")
_CAPTION_END = re.compile(
    r"(?:조감도|투시도|위치도|배치도|전경|모습|장면|안내도|개념도)[.)\]]?\s*$"
)
_BULLET = re.compile(r"^\s*(?:[○●□■◇◆▶▷▲△ㅇ◦•∙·\-–—*※☞]|\d{1,2}[.)]|[①-⑳]|[가-하][.)])\s?\S")
_HEADED = re.compile(r"[◆◇■□●]\s?[^◆◇■□●]*$")
"""A mark that may stand before a headline, too."""
_GLUED = re.compile(r"^\s*▷[가-힣A-Z0-9]")
"""A point or a small heading inside an article; links to others have a space behind the mark."""
_POINT = re.compile(r"^\s*[○●◦•∙·▪※*ㅇ–—-]?\s?\(?[가-힣][가-힣·/ ]{1,13}\)?\s?[:：]\s?\S")
"""A line of an outline: `ㅇ 총사업비: 299억 원`."""
_LETTERS = re.compile(r"[가-힣A-Za-z]{2,}")
_TABLED = re.compile(r"\|\s*제\s*목\s*\|\s*(?P<told>[^|]{8,200}?)\s*\|[\s|]*$")
"""A title in the table of an office's notice board."""
_GLUED_BUTTONS = re.compile(r"(?:세 줄 요약)?이 (?:뉴스|기사)를? ?공유(?:하기|합니다).*$")
_TOPIC = re.compile(r"[가-힣](?:은|는|이|가|을|를|에|의|로) ")
"""A word with a particle, of which headlines have few."""
_TITLE_TAIL = re.compile(r"\s+(?:<|::|\|)\s+\S.{0,80}$|\s+-\s+[가-힣A-Za-z]{2,12}$")


def article_lines(text: str) -> tuple[Line, ...]:
    r"""The lines of `text` that are the article, in order; none where no line is a sentence.

    >>> page = "정치 경제\n시, 공장 짓는다\n홍길동 기자\n시가 올해 안에 공장을 짓는다.\n댓글 0"
    >>> [(page[line.start:line.end], line.zone.value) for line in article_lines(page)]
    [('시, 공장 짓는다', 'title'), ('시가 올해 안에 공장을 짓는다.', 'body')]
    """
    rows = _once(list(_rows(text)))
    first, last = _body(rows)
    if first < 0:
        return ()
    lines = [
        *_heading(rows, first, last),
        *_paragraphs(text, rows, first, last),
        *_late_captions(text, rows, last),
    ]
    return tuple(lines)


def _rows(text: str) -> Iterator[_Row]:
    position = 0
    blank = True
    for raw in text.splitlines(keepends=True):
        line = raw.strip(" \t\r\n\f\v\u00a0\u3000\u200b\ufeff\x1c\x1d\x1e\x85\u2028\u2029")
        if line:
            start = position + raw.index(line)
            if (tabled := _TABLED.match(line)) is not None:
                line, start = tabled["told"], start + tabled.start("told")
            elif (glued := _GLUED_BUTTONS.search(line)) and glued.start() >= SHORTEST_TITLE:
                line = line[: glued.start()].rstrip()
            yield _Row(start, start + len(line), line, is_prose(line), blank)
        blank = not line
        position += len(raw)


def _key(line: str) -> str:
    return "".join(line.split()).rstrip("….")


def _once(rows: list[_Row]) -> list[_Row]:
    """The rows without those that stood before, or that begin a longer one (a teaser)."""
    longest: dict[str, str] = {}
    for row in rows:
        key = _key(row.text)
        if len(key) > len(longest.get(key[:30], "")):
            longest[key[:30]] = key
    seen: set[str] = set()
    kept: list[_Row] = []
    doubling = False
    for row in rows:
        key = _key(row.text)
        short = len(key) < (30 if _BULLET.match(row.text) else 8)
        again = key in seen and (doubling or not short)
        longer = longest[key[:30]]
        teaser = row.prose and len(key) >= 30 and len(longer) > len(key) and longer.startswith(key)
        if not again and not teaser:
            kept.append(row)
        doubling = again
        seen.add(key)
    return kept


def _body(rows: Sequence[_Row]) -> tuple[int, int]:
    """The indices of the first and the last row of the body; -1 where there is none."""
    weights = [len(row.text) if row.prose and row.carries else 0 for row in rows]
    if not any(weights):
        weights = [len(row.text) if row.carries else 0 for row in rows]
    total = sum(weights)
    before = 0
    first = last = -1
    for index, row in enumerate(rows):
        ends = (row.notice and not CREDIT.search(row.text)) or row.other_news
        if ends and first >= 0:
            if before >= HEADER_SHARE * total:
                break
            first = last = -1
        if weights[index]:
            before += weights[index]
            first = index if first < 0 else first
            last = index
    return _script_start(rows, first), last


def _script_start(rows: Sequence[_Row], first: int) -> int:
    """Where the sentence begins that ends in the first row: behind a broadcaster's mark, if any."""
    for index in range(first - 1, max(-1, first - MOST_BROKEN - 1), -1):
        if is_label(rows[index].text):
            return index + 1
    return first


def _pairs(line: str) -> set[str]:
    return {run[at : at + 2] for run in _LETTERS.findall(line) for at in range(len(run) - 1)}


def _heading(rows: Sequence[_Row], first: int, last: int) -> Iterator[Line]:
    body = _pairs("\n".join(row.text[:2000] for row in rows[first : min(last + 1, first + 200)]))
    shares: list[float] = []
    for row in rows[:first]:
        pairs = _pairs(row.text)
        usable = len(pairs) >= 3 and len(row.text) <= 200 and not row.clutter
        shares.append(len(pairs & body) / len(pairs) if usable else 0.0)
    titles = [
        share * _fullness(row.text) if len(row.text) >= SHORTEST_TITLE else 0.0
        for share, row in zip(shares, rows[:first], strict=True)
    ]
    best = max(titles, default=0.0)
    if best < 0.2:
        return
    title = next(index for index, share in enumerate(titles) if share >= TITLE_SHARE * best)
    for index in range(title, first):
        row = rows[index]
        if index == title:
            tail = _TITLE_TAIL.search(row.text)
            end = row.start + tail.start() if tail else row.end
            yield Line(row.start, end, Zone.TITLE)
        elif is_byline(row.text) or is_office_line(row.text):
            continue
        elif _is_caption(rows, index):
            yield from _parts(row, Zone.CAPTION)
        elif shares[index] >= 0.3 or (
            shares[index] > 0
            and index + 1 < first
            and shares[index + 1] >= 0.3
            and not rows[index + 1].blank_before
        ):
            yield from _parts(row, Zone.SUBTITLE)


def _fullness(row: str) -> float:
    """How far a row is as long as titles are; a point of a list counts half."""
    full = min(1.0, len(row) / USUAL_TITLE) * min(1.0, len(row.split()) / 3)
    return full / 2 if _BULLET.match(row) and not _HEADED.match(row) else full


def _parts(row: _Row, zone: Zone) -> Iterator[Line]:
    for start, end in article_parts(row.text, 0, len(row.text)):
        yield Line(row.start + start, row.start + end, zone)


def _is_caption(rows: Sequence[_Row], index: int) -> bool:
    """Whether a row is the text of a photo: it has a credit, or the next row is one."""
    row = rows[index]
    if len(row.text) > 300:
        return False
    credit = CREDIT.search(row.text) if may_be_credited(row.text) else None
    if credit and credit.end() >= len(row.text) - 40:
        return True
    if index + 1 < len(rows) and not row.prose:
        following = CREDIT.match(rows[index + 1].text)
        if following and following.end() == len(rows[index + 1].text):
            return True
    if len(row.text) < 80 and _CAPTION_END.search(row.text) and not row.prose:
        return True
    return bool(_CAPTION_LEAD.match(row.text)) and row.blank_before and len(row.text) < 160


def _heads_points(rows: Sequence[_Row], index: int) -> bool:
    """Whether a row with a number or mark stands over the lines of an outline."""
    return (
        index + 1 < len(rows)
        and _BULLET.match(rows[index].text) is not None
        and _BULLET.match(rows[index + 1].text) is not None
        and _POINT.match(rows[index + 1].text) is not None
    )


def _paragraphs(text: str, rows: Sequence[_Row], first: int, last: int) -> Iterator[Line]:
    related = False
    for index in range(first, last + 1):
        row = rows[index]
        if opens_related(row.text):
            related = True
            continue
        if row.prose:
            related = False
        pointed = row.carries or _GLUED.match(row.text) or _heads_points(rows, index)
        if related or (row.clutter and not pointed):
            continue
        zone = Zone.CAPTION if _is_caption(rows, index) else Zone.BODY
        for start, end in article_parts(text, row.start, row.end):
            yield Line(start, end, zone)


def _is_cut_off(row: _Row) -> bool:
    """Whether a row reads like a sentence whose end is missing, as in a page that was cut."""
    return (
        len(row.text) >= SHORTEST_CUT
        and len(_TOPIC.findall(row.text)) >= LEAST_PARTICLES
        and "…" not in row.text
    )


def _late_captions(text: str, rows: Sequence[_Row], last: int) -> Iterator[Line]:
    """What belongs to the article though no sentence follows it: points, photo captions, a cut."""
    for index in range(last + 1, len(rows)):
        row = rows[index]
        if is_byline(row.text) or is_label(row.text):
            continue
        if row.clutter or opens_related(row.text):
            return
        if _is_caption(rows, index):
            zone = Zone.CAPTION
        elif BYLINE.search(row.text):
            return
        elif (
            _BULLET.match(row.text)
            and (
                len(row.text) >= SHORTEST_POINT
                or _POINT.match(row.text)
                or _heads_points(rows, index)
            )
        ) or (index == last + 1 and _is_cut_off(row)):
            zone = Zone.BODY
        else:
            return
        for start, end in article_parts(text, row.start, row.end):
            yield Line(start, end, zone)
