from __future__ import annotations

import pytest

from extractors.relations.demonstratives import settle
from extractors.relations.part_of import proposed
from tests.extractors.relations.told import reading_of

NAMES = "약초 타운, 구기자 가공센터, 산양삼 연구동"
BOTH = {("구기자 가공센터", "약초 타운"), ("산양삼 연구동", "약초 타운")}


def told(rule: str, text: str, projects: str = NAMES) -> set[tuple[str, str]]:
    """The parts and wholes that one rule sees."""
    found = proposed(settle(reading_of(text, project=projects)))
    return {pair for pair, known in found.items() if rule in {one.extractor for one in known}}


def test_what_is_in_a_whole_is_told_behind_clauses_that_lie_between() -> None:
    text = "‘약초 타운’에는 내후년 준공할 ‘구기자 가공센터’와 주차장, ‘산양삼 연구동’이 놓인다."
    assert told("part_of/held_in", text) == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "‘약초 타운’에 30억원, ‘구기자 가공센터’에 20억원을 들여 ‘산양삼 연구동’을 짓는다.",
        "‘약초 타운’ 인근에 ‘구기자 가공센터’가 들어선다.",
    ],
)
def test_what_stands_beside_or_costs_as_much_is_not_in_it(text: str) -> None:
    assert not told("part_of/held_in", text)


def test_a_topic_comes_to_what_is_built_falls_into_parts_or_rests_on_one() -> None:
    one = "‘약초 타운’은 60억원으로 매봉면에 ‘구기자 가공센터’를 세우는 사업이다."
    assert told("part_of/comes_to", one) == {("구기자 가공센터", "약초 타운")}
    two = "‘약초 타운’은 ①구기자 가공센터 ②산양삼 연구동으로 나뉜다."
    assert told("part_of/falls_into", two) == BOTH
    three = "‘약초 타운’은 ‘구기자 가공센터’를 축으로 한다."
    assert told("part_of/based_on", three) == {("구기자 가공센터", "약초 타운")}


def test_the_heart_of_a_whole_is_part_of_it_on_either_side() -> None:
    one = "‘약초 타운’의 심장은 내년에 여는 ‘산양삼 연구동’이다."
    assert told("part_of/main", one) == {("산양삼 연구동", "약초 타운")}
    two = "‘산양삼 연구동’은 ‘약초 타운’의 허리 노릇을 한다."
    assert told("part_of/rests_on", two) == {("산양삼 연구동", "약초 타운")}


def test_a_line_names_the_whole_and_then_its_parts() -> None:
    text = "군이 계획을 냈다.\n- 약초 타운(20만㎡) : 구기자 가공센터, 산양삼 연구동"
    assert told("part_of/label", text) == BOTH
