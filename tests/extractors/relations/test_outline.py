from __future__ import annotations

import pytest

from extractors.mentions.ground import QUOTED
from extractors.relations.outline import outline_of
from extractors.relations.themes import themes_of
from graph.model import Budget
from tests.extractors.relations.told import claims_of, reading_of

TITLE = "나래시, 해양로봇 기반 다진다\n\n나래시는 5일 두 사업을 서두르겠다고 밝혔다.\n\n"
END = "\n시는 앞으로 두 곳을 함께 키워 나가겠다고 설명했다.\n"
NAMES = "해양로봇 시험센터, 파력발전 실증단지"


def held(body: str, **named: str) -> dict[str, str]:
    reading = reading_of(TITLE + body, **named)
    outline = outline_of(reading)
    sentences = reading.document.sentences
    return {
        reading.document.surface(sentences[number]).split(":")[0]: phrase.last.key
        for number, phrase in outline.holders.items()
    }


@pytest.mark.parametrize(
    ("first", "second", "mark"),
    [
        ("□ 「해양로봇 시험센터」", "□ 「파력발전 실증단지」", " ㅇ "),
        ("◇ 해양로봇 시험센터 구축사업", "◇ 파력발전 실증단지 조성", "- "),
        ("1. 해양로봇 시험센터", "2. 파력발전 실증단지", "  ○ "),
        ("<해양로봇 시험센터>", "<파력발전 실증단지>", ""),
        ("① 해양로봇 시험센터", "② 파력발전 실증단지", "· "),
        ("해양로봇 시험센터", "파력발전 실증단지", ""),
    ],
)
def test_lines_under_a_heading_belong_to_its_project(first: str, second: str, mark: str) -> None:
    body = f"{first}\n{mark}총사업비: 299억 원\n\n{second}\n{mark}추진상황: 내년 착공 목표\n{END}"
    found = held(body, project=NAMES)
    assert list(found.values()) == ["해양로봇 시험센터", "파력발전 실증단지"]


def test_the_next_line_of_the_headings_rank_ends_its_outline() -> None:
    body = "□ 해양로봇 시험센터\n ㅇ 위치: 들샘동\n□ 시는 다른 일도 한다.\n ㅇ 총사업비: 40억 원\n"
    assert list(held(body, project=NAMES)) == ["ㅇ 위치"]


def test_names_one_below_the_other_are_a_list_and_no_headings() -> None:
    body = "· 해양로봇 시험센터\n· 파력발전 실증단지\n\n시는 40억 원을 들인다.\n"
    assert not outline_of(reading_of(TITLE + body, project=NAMES)).headings


def test_a_heading_over_prose_is_what_the_prose_is_about() -> None:
    text = TITLE + "◆ 해양로봇 시험센터\n\n시는 40억 원을 들여 장비를 갖춘다.\n"
    reading = reading_of(text, project=NAMES)
    theme = themes_of(reading).before(text.index("40억"))
    assert theme is not None
    assert theme.key == "해양로봇 시험센터"


def test_a_sum_of_an_outline_goes_to_the_headings_project() -> None:
    one = "□ 해양로봇 시험센터\n ㅇ 총사업비: 299억 원\n\n"
    body = one + "□ 파력발전 실증단지\n ㅇ 총사업비: 100억 원\n"
    found = claims_of(Budget, TITLE + body, project=NAMES)
    assert {(claim.project, claim.money.amount) for claim in found} == {
        ("해양로봇 시험센터", 29_900_000_000),
        ("파력발전 실증단지", 10_000_000_000),
    }


@pytest.mark.parametrize(
    "line", ["'24년 11월 착공 → '25년 12월 준공", "‘24.3월 착공, ’25.12월 준공"]
)
def test_the_apostrophe_of_a_year_quotes_nothing(line: str) -> None:
    assert QUOTED.search(line) is None
