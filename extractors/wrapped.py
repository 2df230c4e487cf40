"""Sentences that a page breaks over several lines, as broadcasters' scripts do: made whole.

Only where a page has the habit: a headline or a line of a list ends without a full stop, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.clutter import Line
from extractors.document import Zone
from extractors.furniture import SENTENCE_END

WIDEST = 45
"""Characters of the longest line that is broken so."""
HABIT = 0.4
"""What share of a page's body lines goes on in the next one where that is its habit."""
FEWEST = 4
LONGEST = 400
"""Characters of the longest sentence that is made of lines."""

_OPENS = re.compile(r"\s*(?:[○●□■◇◆▶▷◀▲△☞ㅇ◦•∙·▪※*<\[【(–—-]|\d{1,2}[.)]|[①-⑳])")
_CLOSED = re.compile(r"[.!?:>\])】…=]\s*$")
_BREAK = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK = re.compile(r"\n\s*\n")


def unwrapped(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those that are one sentence joined where the page breaks sentences."""
    joints = [_goes_on(text, one, other) for one, other in pairwise(lines)]
    body = sum(line.zone is Zone.BODY for line in lines)
    if sum(joints) < max(FEWEST, HABIT * body):
        return tuple(lines)
    found: list[Line] = []
    for line, joined in zip(lines, [False, *joints], strict=True):
        if joined and line.end - found[-1].start <= LONGEST:
            found[-1] = Line(found[-1].start, line.end, line.zone)
        else:
            found.append(line)
    return tuple(found)


def flowing(text: str, lines: Sequence[Line]) -> str:
    r"""The text with spaces for the line breaks within those lines, every offset as before.

    >>> flowing("시가 올해\n짓는다.\n끝", [Line(0, 10, Zone.BODY)])
    '시가 올해 짓는다.\n끝'
    """
    found: list[str] = []
    position = 0
    for line in lines:
        words = text[line.start : line.end]
        if _BREAK.search(words):
            found += (text[position : line.start], _BREAK.sub(" ", words))
            position = line.end
    return "".join((*found, text[position:])) if found else text


def _goes_on(text: str, line: Line, following: Line) -> bool:
    words = text[line.start : line.end]
    gap = text[line.end : following.start]
    return (
        line.zone is Zone.BODY is following.zone
        and len(words) <= WIDEST
        and not gap.strip()
        and (words.endswith(",") or not _BLANK.search(gap))
        and not SENTENCE_END.search(words)
        and not _CLOSED.search(words)
        and not _OPENS.match(words)
        and not _OPENS.match(text, following.start, following.end)
    )
