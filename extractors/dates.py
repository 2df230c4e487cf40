"""Dates and periods in Korean text, as far as the text tells, by regular expressions on it.

A relative date (`지난해 12월`, `오는 3월`, `26일`) is resolved against the day of publication, or
for `같은 해`, `이듬해`, `그해` against the year named last, for `이날` and `전날` against the day
named last. Without either it has no date. Halves and quarters of a year, its beginning and its end
give the year alone.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from enum import StrEnum

from graph.values import PartialDate, Period


class DateKind(StrEnum):
    """Whether the text names the date itself, counts from another, or names a stretch of time."""

    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or a period, and where it stands; both are None where nothing resolves them.

    The period of `2024년 2월까지` keeps its end as `date`, since a period has years alone.
    """

    start: int
    end: int
    date: PartialDate | None
    period: Period | None
    kind: DateKind


_PLAIN_FORMS = str.maketrans("０１２３４５６７８９∼〜～–—‘`＇´'", "0123456789~~~--’’’’’")

_YEAR = r"(?:(?:19|20)\d\d(?!\d)|’\d\d)"
_FULL_YEAR = rf"{_YEAR}\s?년(?!산(?![업단학])|생(?![산명]))도?"
_RELATIVE_YEAR = (
    r"지지난해|재작년|지난해|작년|올해|금년|내년도?|내후년|이듬해|다음\s?해|같은\s?해|그해|그\s해|당해"
    r"|올(?=\s?(?:[1-9]|1[0-2])\s?월|\s?(?:상|하)반기|\s?(?:연)?말|\s?초|\s)"
)
_RELATIVE_MONTH = r"지난달|지난\s달|전달|이달|이번\s?달|금월|다음\s?달|내달"
_MONTH = r"(?:(?:1[0-2]|0?[1-9])~)?(?:1[0-2]|0?[1-9])\s?월(?!드|요)"
_DAY = (
    r"(?:(?:3[01]|[12]\d|0?[1-9])\s?일?~\s?)?(?:3[01]|[12]\d|0?[1-9])\s?일"
    r"(?!간|째|차|\s?동안|반|대|자리|일|평균|만에|\s?\d+\s?회|\s?최대|\s?평균)"
)
_PART = (
    r"(?:상반기|하반기|[1-4]\s?분기|초반|중반|후반|연초|연말|연내|[초말](?=까지|께|쯤|경|에|부터|이|을|의|로|[^가-힣]|$)"
    r"|중(?=[에,]|\s|$)|봄|여름|가을|겨울)"
)
_TO = r"\s?(?:~|-|부터|에서)\s?"

_NO_YEAR = r"(?!\d|\.\d|\s?(?:만|억|조|원|명|개|월|㎡|t|m))"
_LASTING = r"\s?(?:년간|년\s?동안|개년)"

_LEAD = "오는|지난|이번|돌아오는"
_SEASON = "연말|연내|연초"
_NEAR = r"이날|전날|이튿날|다음\s?날|오늘|어제"
_WORDS = "|".join((_RELATIVE_YEAR, _RELATIVE_MONTH, _LEAD, _SEASON, _NEAR))
_FIRST_LETTERS = "".join(
    sorted({word[0] for word in _WORDS.split("|") if "가" <= word[:1] <= "힣"})
)
_OPENS = rf"(?=[0-9’{_FIRST_LETTERS}])"
"""What any date or period begins with: most places of a text are refused by this one look."""

_PERIOD = re.compile(
    rf"{_OPENS}(?:(?<![\d.])(?P<from>{_YEAR}|{_RELATIVE_YEAR})\s?(?:년도?)?(?:\s?{_MONTH})?{_TO}(?:오는\s)?"
    rf"(?P<to>{_YEAR}|{_RELATIVE_YEAR}|\d\d(?=\s?년)){_NO_YEAR}\s?(?:년도?)?"
    rf"(?:\s?{_MONTH}|\s?{_PART})?(?:까지)?"
    rf"|(?<![\d.])(?P<since>{_YEAR}|{_RELATIVE_YEAR})\s?(?:년도?)?부터\s?(?:향후\s?|앞으로\s?)?"
    rf"(?P<lasting>\d{{1,2}}){_LASTING}"
    rf"|(?:오는\s)?(?<![\d.])(?P<until>{_YEAR}|내년|내후년|올해)\s?(?:년도?)?"
    rf"(?:\s?(?P<until_month>{_MONTH})|\s?{_PART})?까지"
    rf"(?:\s?(?:앞으로|향후|총)?\s?(?P<years>\d{{1,2}}){_LASTING})?)"
)
_DOTTED = (
    r"(?:(?:19|20)\d\d|’\d\d)\s?[.\-/]\s?(?:1[0-2]|0?[1-9])"
    r"(?:\s?[.\-/]\s?(?:3[01]|[12]\d|0?[1-9]))?(?!\d|\s?(?:㎡|㎞|%|만|억|조|원|명|t|k|m|M))\.?"
)
_DATE = re.compile(
    rf"{_OPENS}(?<![\d.])(?:(?P<dotted>{_DOTTED})"
    rf"|(?P<year>{_FULL_YEAR}|{_RELATIVE_YEAR})(?:[.,]?\s?(?P<month>{_MONTH})(?:\s?(?P<day>{_DAY}))?)?"
    rf"|(?P<lead>{_LEAD})\s?(?P<led_month>{_MONTH})(?:\s?(?P<led_day>{_DAY}))?"
    rf"|(?P<relmonth>{_RELATIVE_MONTH})(?:\s?(?P<rel_day>{_DAY}))?"
    rf"|(?P<lone_month>{_MONTH})(?:\s?(?P<lone_month_day>{_DAY}))?"
    r"|(?P<short>(?:1[0-2]|[1-9])\.(?:3[01]|[12]\d|0?[1-9]))(?=\s?(?:\([월화수목금토일]\)|일))일?"
    rf"|(?P<led>오는\s|지난\s)?(?P<lone_day>{_DAY})"
    rf"|(?P<season>{_SEASON})|(?<![가-힣])(?P<near>{_NEAR})"
    rf")(?:\s?(?P<part>{_PART}))?"
)

SAME_BREATH = 60
"""How near the month of another year must stand for a bare month to belong to that year."""


def find_dates(
    text: str, start: int, end: int, published: PartialDate | None = None
) -> list[DateSpan]:
    """The dates and periods in `text[start:end]`, in order and without overlap.

    Give a whole article at once where `같은 해` should reach back over a sentence.

    >>> text = "지난해 12월 착공해 2029년까지 5년간 짓는다."
    >>> [str(found.date or found.period)
    ...  for found in find_dates(text, 0, len(text), PartialDate(2024, 3, 2))]
    ['2023-12', '2025-2029']
    """
    return _Reader(text[start:end].translate(_PLAIN_FORMS), start, published).read()


class _Reader:
    """Reads one stretch from left to right; `last_year` is what `같은 해` goes back to."""

    def __init__(self, plain: str, offset: int, published: PartialDate | None) -> None:
        self.plain = plain
        self.offset = offset
        self.published = published
        self.last_year: int | None = None
        self.last_month_end: int | None = None
        self.last_day: PartialDate | None = published if published and published.day else None

    def read(self) -> list[DateSpan]:
        periods = {match.start(): match for match in _PERIOD.finditer(self.plain)}
        found: list[DateSpan] = []
        position = 0
        dates = iter(_DATE.finditer(self.plain))
        pending = next(dates, None)
        for begin, match in [*sorted(periods.items()), (len(self.plain), None)]:
            while pending is not None and pending.start() < begin:
                if pending.start() >= position:
                    found.append(self._date(pending))
                    position = pending.end()
                pending = next(dates, None)
            if match is not None and begin >= position:
                span = self._period(match)
                if span is not None:
                    found.append(span)
                    position = match.end()
        return found

    def _span(
        self,
        match: re.Match[str],
        kind: DateKind,
        date: PartialDate | None = None,
        period: Period | None = None,
    ) -> DateSpan:
        surface = match[0].rstrip()
        start = self.offset + match.start()
        return DateSpan(start, start + len(surface), date, period, kind)

    def _period(self, match: re.Match[str]) -> DateSpan | None:
        first: int | None = None
        if match["from"]:
            first, last = self._year(match["from"]), self._year(match["to"])
        elif match["since"]:
            first = self._year(match["since"])
            last = None if first is None else first + int(match["lasting"]) - 1
        else:
            last = self._year(match["until"])
            if match["years"] and last is not None:
                first = last - int(match["years"]) + 1
        if last is None or (match["from"] and first is None):
            return self._span(match, DateKind.PERIOD)
        if not 1 <= last <= 9999 or (first is not None and not max(1, last - 100) <= first <= last):
            return None
        self.last_year = last
        self.last_month_end = None
        until_month = _number(match["until_month"])
        until = _partial(last, until_month, None) if until_month else None
        return self._span(match, DateKind.PERIOD, until, Period(first, last))

    def _date(self, match: re.Match[str]) -> DateSpan:
        groups = match.groupdict()
        absolute = False
        year = month = day = None
        if groups["dotted"]:
            numbers = [int(number) for number in re.findall(r"\d+", groups["dotted"])]
            year, month, day = numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None
            year, absolute = (year if year > 99 else 2000 + year), True
        elif groups["year"]:
            written = groups["year"]
            year, absolute = self._year(written), written[0].isdigit() or written[0] == "’"
            month, day = _number(groups["month"]), _number(groups["day"])
        else:
            year, month, day = self._relative(groups, match.start())
        if year is not None:
            self.last_year = year
            self.last_month_end = match.end() if month else None
        kind = DateKind.ABSOLUTE if absolute else DateKind.RELATIVE
        date = _partial(year, month, day)
        if date is not None and date.day and not groups["near"]:
            self.last_day = date
        return self._span(match, kind, date)

    def _year(self, written: str) -> int | None:
        digits = re.match(r"’?(\d+)", written)
        if digits:
            number = int(digits[1])
            return number if number > 99 else 2000 + number
        word = "".join(written.split())
        if word in ("같은해", "그해", "당해"):
            return self.last_year
        if word in ("이듬해", "다음해"):
            return None if self.last_year is None else self.last_year + 1
        if self.published is None:
            return None
        return self.published.year + _YEARS[word]

    def _relative(
        self, groups: dict[str, str | None], start: int
    ) -> tuple[int | None, int | None, int | None]:
        known = self.published
        if groups["lead"]:
            month, day = _number(groups["led_month"]), _number(groups["led_day"])
            if known is None or month is None:
                return None, month, day
            return _led_year(known, groups["lead"], month, day), month, day
        if groups["relmonth"]:
            if known is None or not known.month:
                return None, None, None
            step = _MONTHS["".join(groups["relmonth"].split())]
            index = known.year * 12 + known.month - 1 + step
            return index // 12, index % 12 + 1, _number(groups["rel_day"])
        if groups["lone_month"]:
            near = self.last_month_end is not None and start - self.last_month_end <= SAME_BREATH
            year = self.last_year if near else (known.year if known else None)
            return year, _number(groups["lone_month"]), _number(groups["lone_month_day"])
        if groups["short"]:
            month, day = (int(number) for number in groups["short"].split("."))
            return (known.year if known else None), month, day
        if groups["near"]:
            return self._near_day("".join(groups["near"].split()))
        if groups["season"]:
            return (known.year if known else None), None, None
        return self._lone_day(_number(groups["lone_day"]), groups["led"])

    def _near_day(self, word: str) -> tuple[int | None, int | None, int | None]:
        from_day = self.published if word in ("오늘", "어제") else self.last_day
        if from_day is None or not from_day.day:
            return None, None, None
        step = {"전날": -1, "어제": -1, "이튿날": 1, "다음날": 1}.get(word, 0)
        day = datetime.date(from_day.year, from_day.month, from_day.day)
        try:
            day += datetime.timedelta(days=step)
        except OverflowError:
            return None, None, None
        return day.year, day.month, day.day

    def _lone_day(
        self, day: int | None, lead: str | None
    ) -> tuple[int | None, int | None, int | None]:
        known = self.published
        if known is None or not known.month or day is None:
            return None, None, None
        index = known.year * 12 + known.month - 1
        latest = known.day if lead is not None and lead.startswith("지난") else known.day + 7
        if known.day and day > latest and (lead is None or lead.startswith("지난")):
            index -= 1
        elif known.day and lead is not None and lead.startswith("오는") and day < known.day:
            index += 1
        return index // 12, index % 12 + 1, day


_YEARS = {
    "지지난해": -2,
    "재작년": -2,
    "지난해": -1,
    "작년": -1,
    "올해": 0,
    "올": 0,
    "금년": 0,
    "내년": 1,
    "내년도": 1,
    "내후년": 2,
}
_MONTHS = {
    "지난달": -1,
    "전달": -1,
    "이달": 0,
    "이번달": 0,
    "금월": 0,
    "다음달": 1,
    "내달": 1,
}


def _led_year(known: PartialDate, lead: str, month: int, day: int | None) -> int:
    """The year of `오는 3월` (not before publication) or `지난 9월` (not after it)."""
    if not known.month:
        return known.year
    if lead == "지난":
        return known.year if month <= known.month else known.year - 1
    if lead == "이번":
        return known.year
    ahead = month > known.month or (month == known.month and (day or 31) >= (known.day or 1))
    return known.year if ahead else known.year + 1


def _number(written: str | None) -> int | None:
    match = re.match(r"\d+", written) if written else None
    return int(match[0]) if match else None


def _partial(year: int | None, month: int | None, day: int | None) -> PartialDate | None:
    """The date, or its month where no calendar has the day; None without a year."""
    if year is None or not 1 <= year <= 9999:
        return None
    try:
        return PartialDate(year, month or 0, day or 0)
    except ValueError:
        return PartialDate(year, month or 0)
