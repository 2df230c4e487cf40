"""The dates of an article, found once and asked by place."""

from __future__ import annotations

from bisect import bisect_left

from extractors.dates import DateSpan, find_dates
from extractors.reading import Reading
from graph.values import PartialDate


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

    def within(self, start: int, end: int) -> list[DateSpan]:
        """The dates and periods that begin in `text[start:end]`."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._spans[low:high]


def end_of(span: DateSpan) -> PartialDate | None:
    """The date that a span names, or the end of its period."""
    if span.date is not None:
        return span.date
    if span.period is not None and span.period.end is not None:
        return PartialDate(span.period.end)
    return None
