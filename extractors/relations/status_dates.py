"""Which of a sentence's dates are a milestone's own.

The day of an announcement is not, nor that of an aim (`2027년 개통을 목표로 착공했다`); where a
milestone was moved, the day to which it was moved is.
"""

from __future__ import annotations

import re

from extractors.dates import DateKind, DateSpan, find_dates
from graph.values import PartialDate

IS_WHEN = re.compile(r"(?: ?(?:시점|목표|시기|예정일))?(?:은|는) ?(?:당초 |애초 )?")
"""What stands between a milestone and the date that it is said to be: `준공 시점은 2027년`."""

REPORTED = re.compile(r"^(?:밝히|전하|말하|설명하|발표하|알리)")
"""The verbs of announcing."""

_LATER = "늦[어춰췄추]|미[뤄뤘루]|밀[려렸리]|연기|순연"
DELAYED = re.compile(rf"{_LATER}|지연")
"""What says that a milestone has not been reached yet, though it was to be."""

_MOVED = re.compile(
    r"(?: ?(?:시점|목표|시기|예정일|일정|시한))?[은는이가을를도] "
    r"(?:(?:당초|애초|기존) )?(?:[^.,\n]{2,16}에서 )?(?P<to>[^.,\n]{2,14}?)(?:경|께|쯤)?으?로 "
    rf"(?:[^ .,\n]{{1,8}} ){{0,2}}(?:{_LATER}|앞당|당[겨기긴]|조정|변경)"
)
_AIMED = re.compile(r"[을를] (?:목표로|목표 아래|앞두고|겨냥해)|목표로|에 맞춰")
"""What stands behind a date that something else is to come at."""


def is_its_own(text: str, span: DateSpan, anchor: int, *, reported: bool) -> bool:
    """Whether a date before a milestone is its day: no aim's, and not that of an announcement."""
    return not _is_of_aim(text, span, anchor) and not (
        reported and _dates_the_report(text, span, anchor)
    )


def _dates_the_report(text: str, span: DateSpan, anchor: int) -> bool:
    """`시는 11일 A가 뽑혔다고 밝혔다`: the day is the announcement's."""
    return (
        span.date is not None
        and span.date.day > 0
        and span.kind is DateKind.RELATIVE
        and re.search(r"(?:은|는) $", text[max(0, span.start - 2) : span.start]) is not None
        and re.search(r"[이가] ", text[span.end : anchor]) is not None
    )


def _is_of_aim(text: str, span: DateSpan, anchor: int) -> bool:
    """`2027년 개통을 목표로 착공했다`: the year is the opening's."""
    return _AIMED.search(text, span.end, anchor) is not None


def moved_to(text: str, at: int, end: int, published: PartialDate | None) -> DateSpan | None:
    """The day to which the milestone that ends at an offset is put off or brought forward."""
    moved = _MOVED.match(text, at, end)
    if moved is None:
        return None
    found = find_dates(text, moved.start("to"), moved.end("to"), published)
    return found[0] if found and found[0].date is not None else None
