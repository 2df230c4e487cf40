"""Which of a sentence's dates are a milestone's own: the day of the announcement is not."""

from __future__ import annotations

import re

from extractors.dates import DateKind, DateSpan

IS_WHEN = re.compile(r"(?: ?(?:시점|목표|시기|예정일))?(?:은|는) ?(?:당초 |애초 )?")
"""What stands between a milestone and the date that it is said to be: `준공 시점은 2027년`."""

REPORTED = re.compile(r"^(?:밝히|전하|말하|설명하|발표하|알리)")
"""The verbs of announcing."""


def dates_the_report(text: str, span: DateSpan, anchor: int) -> bool:
    """`시는 11일 A가 뽑혔다고 밝혔다`: the day is the announcement's."""
    return (
        span.date is not None
        and span.date.day > 0
        and span.kind is DateKind.RELATIVE
        and re.search(r"(?:은|는) $", text[max(0, span.start - 2) : span.start]) is not None
        and re.search(r"[이가] ", text[span.end : anchor]) is not None
    )
