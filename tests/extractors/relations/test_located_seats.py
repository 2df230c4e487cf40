from __future__ import annotations

import pytest

from tests.extractors.relations.test_located import places


@pytest.mark.parametrize(
    "text",
    [
        "제천에 본사를 둔 한빛정밀은 새 공장을 찾고 있다고 밝혔다.",
        "본사를 제천에 둔 한빛정밀은 새 공장을 찾고 있다고 밝혔다.",
        "제천 한빛정밀 본사를 찾은 지사는 지원을 약속했다고 밝혔다.",
        "제천에 입주한 한빛정밀이 새 설비를 들였다고 시는 밝혔다.",
        "한빛정밀(제천 소재)도 협약에 이름을 올렸다고 시는 밝혔다.",
    ],
)
def test_a_firm_lies_where_its_seat_is(text: str) -> None:
    assert places(text, company="한빛정밀", region="제천") == {("한빛정밀", "제천")}


def test_where_a_firm_was_is_not_where_it_is() -> None:
    assert not places(
        "제천에 있던 한빛정밀이 문을 닫았다고 시는 밝혔다.", company="한빛정밀", region="제천"
    )


def test_a_place_is_told_by_what_stands_in_it() -> None:
    found = places("도는 누리과학관이 있는 거창군을 찾았다.", site="누리과학관", region="거창군")
    assert found == {("누리과학관", "거창군")}


def test_what_joins_places_lies_in_each() -> None:
    found = places(
        "도는 문경과 상주를 잇는 ‘백두 관광벨트 조성사업’을 시작했다고 밝혔다.",
        region="문경, 상주",
        project="백두 관광벨트 조성사업",
    )
    assert found == {("백두 관광벨트 조성사업", "문경"), ("백두 관광벨트 조성사업", "상주")}


def test_these_firms_are_those_of_the_sentence_before() -> None:
    text = (
        "시는 한빛정밀, 대륙소재와 투자협약을 맺었다고 밝혔다. "
        "두 회사는 내년까지 왕암산단에 공장을 짓는다고 한다."
    )
    found = places(text, company="한빛정밀, 대륙소재", site="왕암산단")
    assert found == {("한빛정밀", "왕암산단"), ("대륙소재", "왕암산단")}
    of_three = text.replace("두 회사는", "세 회사는")
    assert not places(of_three, company="한빛정밀, 대륙소재", site="왕암산단")


def test_each_zone_is_where_it_is_designated() -> None:
    found = places(
        "정부는 제천을 ‘약초 특구’로, 거창을 ‘승강기 특구’로 지정했다고 밝혔다.",
        region="제천, 거창",
        project="약초 특구, 승강기 특구",
    )
    assert found == {("약초 특구", "제천"), ("승강기 특구", "거창")}


def test_an_item_of_a_list_lies_at_its_first_place() -> None:
    found = places(
        "주요 사업은 다음과 같다고 도는 밝혔다.\n\n"
        "○ 약초가공센터 : 농식품부 공모 선정. 왕암산단 160억 원. 시험동\n\n"
        "○ 드론시험장 : 국토부 공모 선정. 남하면 일원에 90억 원.",
        project="약초가공센터, 드론시험장",
        site="왕암산단",
        region="남하면",
    )
    assert found == {("약초가공센터", "왕암산단"), ("드론시험장", "남하면")}


def test_lots_stand_in_a_row() -> None:
    found = places(
        "‘드론시험장’은 거창군 남하면 산 73-1 일원 8천㎡에 들어선다고 군은 밝혔다.",
        project="드론시험장",
        region="거창군, 남하면",
    )
    assert found == {("드론시험장", "남하면"), ("남하면", "거창군")}


def test_a_site_called_after_its_district_hangs_on_the_district() -> None:
    found = places(
        "시는 대구 서구 염색공단을 옮기기로 했다고 밝혔다.",
        region="대구, 서구",
        site="서구 염색공단|염색공단",
    )
    assert {("서구", "대구"), ("서구 염색공단", "서구")} <= found
    assert ("서구 염색공단", "대구") not in found


def test_a_county_tells_which_project_a_sum_is_spent_on() -> None:
    found = places(
        "정부는 ‘제천 약초산단’과 ‘보은 드론산단’을 골랐다고 밝혔다. "
        "제천시 왕암동 3천㎡에 300억 원, 보은군 삼승면 2천㎡에 200억 원을 들인다고 한다.",
        project="제천 약초산단, 보은 드론산단",
        region="제천시, 왕암동, 보은군, 삼승면",
    )
    assert {("제천 약초산단", "왕암동"), ("보은 드론산단", "삼승면")} <= found
    assert ("제천 약초산단", "삼승면") not in found


def test_a_project_lies_where_its_ground_is_broken() -> None:
    found = places(
        "군은 남하면 건립 예정지에서 ‘드론시험장 착공식’을 열었다고 밝혔다.",
        event="드론시험장 착공식",
        region="남하면",
        project="드론시험장|시험장",
    )
    assert found == {("드론시험장 착공식", "남하면"), ("드론시험장", "남하면")}


def test_what_a_province_shapes_is_not_called_after_its_place() -> None:
    assert not places(
        "도는 ‘강원형 교육체계 구축’에 나선다고 밝혔다.",
        region="강원",
        project="강원형 교육체계 구축",
    )


@pytest.mark.parametrize(
    "text",
    [
        "시는 누리산단 2단계 구역 3만평에 공장을 짓는 다솔전지와 협약을 맺었다.",
        "시는 누리산단에서 공장을 가동 중인 다솔전지를 5일 찾았다.",
    ],
)
def test_a_firm_lies_where_it_builds_or_runs_its_plant(text: str) -> None:
    assert places(text, company="다솔전지", site="누리산단") == {("다솔전지", "누리산단")}
