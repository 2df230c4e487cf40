from __future__ import annotations

import pytest

from tests.extractors.relations.test_located import places


@pytest.mark.parametrize(
    "text",
    [
        "군은 가온리 일원 12만3456㎡에 들어서는 ‘누리 스마트팜 단지’를 둘러봤다.",
        "군은 가온리에 70억원을 들여 짓는 ‘누리 스마트팜 단지’를 둘러봤다.",
        "‘누리 스마트팜 단지’가 5일 가온리에서 첫 삽을 떴다.",
        "‘누리 스마트팜 단지’는 가온리 약 12만㎡에 들어선다.",
    ],
)
def test_a_project_lies_on_the_ground_where_it_rises(text: str) -> None:
    found = places(text, region="가온리", project="누리 스마트팜 단지")
    assert found == {("누리 스마트팜 단지", "가온리")}


def test_a_zone_lies_where_the_places_are_that_it_is_laid_over() -> None:
    found = places(
        "‘다래 기회특구’는 가온산단과 나린산단을 아우른다.",
        project="다래 기회특구",
        site="가온산단, 나린산단",
    )
    assert found == {("다래 기회특구", "가온산단"), ("다래 기회특구", "나린산단")}


def test_ground_becomes_something() -> None:
    found = places(
        "시는 가온산단 일원을 ‘다래 수소마을’로 꾸민다고 밝혔다.",
        site="가온산단",
        project="다래 수소마을",
    )
    assert found == {("다래 수소마을", "가온산단")}


def test_a_site_lies_in_the_one_that_it_belongs_to() -> None:
    found = places("가온산단은 나린지구에 속한다.", site="가온산단, 나린지구")
    assert found == {("가온산단", "나린지구")}


@pytest.mark.parametrize(
    "text",
    [
        "다래정밀은 가온산단으로, 마루소재(필름)는 나린산단으로 옮긴다.",
        "○ 다래정밀 → 가온산단, 마루소재 → 나린산단",
    ],
)
def test_each_goes_to_its_own_place(text: str) -> None:
    found = places(text, company="다래정밀, 마루소재", site="가온산단, 나린산단")
    assert found >= {("다래정밀", "가온산단"), ("마루소재", "나린산단")}
    assert ("다래정밀", "나린산단") not in found


def test_a_town_lies_in_the_county_that_acts_there() -> None:
    told = "가온군은 3일 누리면에서 ‘다래 센터’ 준공식을 열었다."
    assert ("누리면", "가온군") in places(told, region="가온군, 누리면", project="다래 센터")


def test_a_site_called_after_its_city_lies_in_the_town_before_it() -> None:
    found = places(
        "다래정밀은 누리동 가온시 외국인단지에 공장을 짓는다.",
        region="가온시, 누리동",
        site="가온시 외국인단지",
        company="다래정밀",
    )
    assert ("가온시 외국인단지", "누리동") in found


def test_each_gets_its_own_place_in_one_verb_for_all() -> None:
    found = places(
        "다래정밀은 가온군에 40억 원, 마루소재는 나린군에 180억 원을 각각 투자하기로 했다.",
        company="다래정밀, 마루소재",
        region="가온군, 나린군",
    )
    assert found == {("다래정밀", "가온군"), ("마루소재", "나린군")}


def test_a_zone_lies_where_the_places_are_that_it_joins() -> None:
    found = places(
        "‘다래 특화단지’는 가온산단과 나린산단을 이은 220만평이다.",
        project="다래 특화단지",
        site="가온산단, 나린산단",
    )
    assert found == {("다래 특화단지", "가온산단"), ("다래 특화단지", "나린산단")}


def test_who_signs_with_a_province_lies_not_in_it() -> None:
    assert not places(
        "누리산업공단은 다래도, 다래개발공사와 업무협약을 맺었다고 밝혔다.",
        region="다래도",
        institute="누리산업공단, 다래개발공사",
    )


def test_each_firm_has_its_own_ground() -> None:
    found = places(
        "다솔푸드는 누리농공단지 내 8328㎡의 부지에 74억원을 투자해 저장창고를, 가온비료는 나린산단"
        " 내 6610㎡의 부지에 45억원을 투자해 제조시설을 세우기로 했다.",
        company="다솔푸드, 가온비료",
        site="누리농공단지, 나린산단",
    )
    assert found == {("다솔푸드", "누리농공단지"), ("가온비료", "나린산단")}


def test_each_firm_of_a_row_goes_to_its_own_place() -> None:
    found = places(
        "다솔전지는 누리산단에, 가온화학은 한빛산단에 각각 공장을 신설한다고 시는 밝혔다.",
        company="다솔전지, 가온화학",
        site="누리산단, 한빛산단",
    )
    assert {("다솔전지", "누리산단"), ("가온화학", "한빛산단")} <= found


def test_a_place_that_is_left_is_not_gone_to() -> None:
    found = places(
        "다솔전지는 누리산단에 있는 공장을 한빛산단으로 옮긴다고 시는 밝혔다.",
        company="다솔전지",
        site="누리산단, 한빛산단",
    )
    assert ("다솔전지", "누리산단") not in found
