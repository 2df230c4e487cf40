from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import DateKind, find_dates
from graph.values import PartialDate, Period

WORDS = [
    "2021",
    "년",
    "월",
    "일",
    "3",
    "12",
    "31",
    "~",
    "-",
    ".",
    "지난해",
    "오는 ",
    "내년",
    "까지",
    "부터",
]
WORDS += ["간", "이날", "전날", "그해", " 말", "’", "(", ")", "5년", " ", "지난 "]
PUBLISHED = PartialDate(2022, 3, 30)
DAYS = st.dates(
    min_value=datetime.date(1950, 1, 1),
    max_value=datetime.date(2090, 12, 31),
)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021년 7월", "2021-07"),
        ("2024년 1월 31일", "2024-01-31"),
        ("’22년 3월", "2022-03"),
        ("2012년 산업단지계획", "2012"),
        ("2022. 3. 31.", "2022-03-31"),
        ("10.28(월)", "2022-10-28"),
        ("8.21일", "2022-08-21"),
        ("오는 9월", "2022-09"),
        ("오는 2월", "2023-02"),
        ("지난 9월", "2021-09"),
        ("지난 1월", "2022-01"),
        ("지난해 12월", "2021-12"),
        ("작년 말", "2021"),
        ("올해 말", "2022"),
        ("연말", "2022"),
        ("내년 상반기", "2023"),
        ("내년 5월께", "2023-05"),
        ("지난달 26일", "2022-02-26"),
        ("이달 중순", "2022-03"),
        ("다음 달 12일", "2022-04-12"),
        ("26일 열렸다", "2022-03-26"),
        ("오늘", "2022-03-30"),
        ("오는 17~18일에는", "2022-04-17"),
        ("5월 3∼5일", "2022-05-03"),
        ("10~11월", "2022-10"),
        ("2024년 6월 3일~5일", "2024-06-03"),
    ],
)
def test_a_date_says_as_much_as_its_words(text: str, date: str) -> None:
    (found,) = find_dates(text, 0, len(text), PUBLISHED)
    assert str(found.date) == date
    assert found.period is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2029년까지 5년간", Period(2025, 2029)),
        ("2021~2024년", Period(2021, 2024)),
        ("2021년부터 2024년까지", Period(2021, 2024)),
        ("2018년 6월부터 2020년 12월까지", Period(2018, 2020)),
        ("2023∼25년", Period(2023, 2025)),
        ("2020-2024", Period(2020, 2024)),
        ("2020년부터 5년간", Period(2020, 2024)),
        ("2030년까지", Period(None, 2030)),
        ("오는 2030년까지", Period(None, 2030)),
        ("2027년 말까지", Period(None, 2027)),
        ("올해부터 2027년까지", Period(2022, 2027)),
        ("내년부터 2030년까지", Period(2023, 2030)),
    ],
)
def test_a_period_has_the_years_that_its_words_give(text: str, period: Period) -> None:
    (found,) = find_dates(text, 0, len(text), PUBLISHED)
    assert found.period == period
    assert found.kind is DateKind.PERIOD


def test_the_month_before_which_something_ends_is_kept() -> None:
    (found,) = find_dates("2024년 2월까지", 0, 10)
    assert (found.period, found.date) == (Period(None, 2024), PartialDate(2024, 2))


@pytest.mark.parametrize(
    "text",
    ["지난해 12월", "오는 3월", "26일", "이달", "내년까지 5년간", "10.28(월)", "이날", "같은 해"],
)
def test_nothing_relative_is_resolved_without_a_date_to_count_from(text: str) -> None:
    for found in find_dates(text, 0, len(text), None):
        assert (found.date, found.period) == (None, None)
        assert found.kind is not DateKind.ABSOLUTE


def test_later_words_go_back_to_the_year_or_day_named_last() -> None:
    text = "2021년 5월 뽑혔고 같은 해 6월 지정됐다. 이듬해 착공했다. 3일 열렸고 전날 끝났다."
    found = [str(span.date) for span in find_dates(text, 0, len(text), PUBLISHED)]
    assert found == ["2021-05", "2021-06", "2022", "2022-03-03", "2022-03-02"]


@pytest.mark.parametrize(
    "text", ["3년간", "30일간", "5년 만에", "13.1㎿", "2만2267㎡", "1998.5㎡", "1일 2회"]
)
def test_a_length_or_a_measure_is_no_date(text: str) -> None:
    assert find_dates(text, 0, len(text), PUBLISHED) == []


@given(
    DAYS,
    st.sampled_from(
        [
            "{0}년 {1}월 {2}일",
            "{0}년{1:02}월{2:02}일",
            "{0}. {1}. {2}.",
            "{0}-{1:02}-{2:02}",
            "{0}.{1:02}.{2:02}",
        ]
    ),
)
def test_any_day_comes_back_from_any_way_to_write_it(day: datetime.date, form: str) -> None:
    year, month, date = day.year, day.month, day.day
    text = "행사는 " + form.format(year, month, date) + " 열린다"
    (found,) = find_dates(text, 0, len(text), None)
    assert found.date == PartialDate(year, month, date)
    assert found.kind is DateKind.ABSOLUTE


@given(
    st.lists(st.sampled_from(WORDS)).map("".join),
    st.sampled_from(
        [None, PUBLISHED, PartialDate(2024), PartialDate(1, 1, 1), PartialDate(9999, 12, 31)]
    ),
)
def test_spans_are_ordered_apart_and_inside_the_text(
    text: str, published: PartialDate | None
) -> None:
    page = "앞 " + text + " 뒤"
    end = 2
    for found in find_dates(page, 2, 2 + len(text), published):
        assert end <= found.start < found.end <= 2 + len(text)
        assert page[found.start : found.end].strip() == page[found.start : found.end]
        end = found.end
