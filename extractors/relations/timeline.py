"""The dates of an article, found once and asked by place; and the year of its budget."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractors.dates import DateSpan, find_dates
from extractors.reading import Reading, once
from graph.model import EntityType
from graph.values import PartialDate, Period

_BUDGET = re.compile(
    r"도?(?: 제?[0-9]회)?(?: [가-힣]{1,4}){0,2} ?(?:추가경정 ?)?(?:예산|국비|본예산|추경)"
)

_PROJECTS = frozenset({EntityType.PROJECT})
_NAME = 60
"""How far a project's name may reach beyond a year in it."""


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
        self._told = [span for span in self._spans if not _names_a_year(reading, span)]
        self._told_starts = [span.start for span in self._told]
        self.budget_year = _budget_year(reading, self)

    def within(self, start: int, end: int) -> list[DateSpan]:
        """The dates and periods that begin in `text[start:end]`."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return self._spans[low:high]

    def told(self, start: int, end: int) -> list[DateSpan]:
        """Those of them that say when something happens: none is part of a project's name."""
        low, high = bisect_left(self._told_starts, start), bisect_left(self._told_starts, end)
        return self._told[low:high]


@once
def timeline_of(reading: Reading) -> Timeline:
    """The dates of an article."""
    return Timeline(reading)


def _names_a_year(reading: Reading, span: DateSpan) -> bool:
    """Whether a year is part of a project's name: `2025년 갯마을 재생 공모`."""
    return any(
        occurrence.start <= span.start and span.end <= occurrence.end
        for occurrence in reading.within(span.start - _NAME, span.end + _NAME, _PROJECTS)
    )


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
