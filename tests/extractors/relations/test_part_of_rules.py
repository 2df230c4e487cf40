from __future__ import annotations

import pytest

from extractors.relations.demonstratives import settle
from extractors.relations.part_of import proposed
from tests.extractors.relations.told import reading_of

NAMES = "약초 타운, 구기자 가공센터, 산양삼 연구동, 헛개 시험동"


def said(text: str, projects: str = NAMES) -> dict[tuple[str, str], set[str]]:
    """The constructions that the rules see, by part and whole."""
    found = proposed(settle(reading_of(text, project=projects)))
    return {pair: {evidence.extractor for evidence in known} for pair, known in found.items()}


@pytest.mark.parametrize(
    "text",
    [
        (
            "‘약초 타운’은 세 갈래로 나뉜다. ‘구기자 가공센터’는 내년에 연다. ‘산양삼 연구동’은 "
            "올해 짓는다. ‘헛개 시험동’은 군이 운영한다."
        ),
        (
            "‘약초 타운’은 3개 사업으로 짜였다.\n▲구기자 가공센터 30억원\n▲산양삼 연구동 20억원"
            "\n▲헛개 시험동 10억원"
        ),
    ],
)
def test_parts_that_are_announced_by_number_are_told_one_by_one(text: str) -> None:
    found = said(text)
    for part in ("구기자 가공센터", "산양삼 연구동", "헛개 시험동"):
        assert "part_of/numbered" in found[part, "약초 타운"]


def test_fewer_parts_than_announced_are_none() -> None:
    assert not said(
        "‘약초 타운’은 세 갈래로 나뉜다. ‘구기자 가공센터’는 내년에 문을 연다. "
        "‘산양삼 연구동’은 군이 운영한다.",
        "약초 타운, 구기자 가공센터, 산양삼 연구동",
    )


def test_a_number_that_nothing_is_divided_by_announces_no_parts() -> None:
    assert not said(
        "‘약초 타운’에는 세 사업이 어렵다고 한다. ‘구기자 가공센터’는 내년에 문을 연다. "
        "‘산양삼 연구동’은 군이 운영한다.",
        "약초 타운, 구기자 가공센터, 산양삼 연구동",
    )


@pytest.mark.parametrize(
    "text",
    [
        "‘헛개 시험동’은 군이 세운 ‘약초 타운’에 담겼다.",
        "군은 ‘약초 타운’에 반영된 ‘헛개 시험동’을 서두른다.",
    ],
)
def test_what_a_plan_holds_is_part_of_it(text: str) -> None:
    assert "part_of/held" in said(text)["헛개 시험동", "약초 타운"]
