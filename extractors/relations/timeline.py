"""The dates of an article, found once and asked by place; and the year of its budget."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.dates import DateSpan, find_dates
from extractors.reading import Reading, once
from graph.values import PartialDate, Period

_BUDGET = re.compile(r"도?(?: [가-힣]{1,4}){0,2} ?(?:예산|국비|본예산|추경)")


class Timeline:
    """An article's dates in order; `이듬해` and `같은 해` reach back over sentences."""

    def __init__(self, reading: Reading) -> None:
        document = reading.document
        sentences = document.sentences
        self._spans: list[DateSpan] = []
        if sentences:
            self._spans = find_dates(
                document.text,
                sentences[0].start,
                sentences[-1].end,
                document.article.published,
            )
        self._starts = [span.start for span in self._spans]

        self.budget_year = _budget_year(reading, self)

    def within(self, start: int, end: int) -> list[DateSpan]:
        """The dates and periods that begin in `text[start:end]`."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._spans[low:high]


@once
def timeline_of(reading: Reading) -> Timeline:
    """The dates of an article."""
    return Timeline(reading)


def _budget_year(reading: Reading, timeline: Timeline) -> Period | None:
    """The year of the budget that the article is about: `2025년도 정부 예산안에`, `내년 국비`."""
    text = reading.document.text
    for sentence in reading.document.sentences:
        for span in timeline.within(sentence.start, sentence.end):
            after = text[span.end : min(sentence.end, span.end + 14)]
            if span.date is None or span.date.month or not _BUDGET.match(after):
                continue
            return Period(span.date.year, span.date.year)
    return None


def end_of(span: DateSpan) -> PartialDate | None:
    """The date that a span names, or the end of its period."""
    if span.date is not None:
        return span.date
    if span.period is not None and span.period.end is not None:
        return PartialDate(span.period.end)
    return None
