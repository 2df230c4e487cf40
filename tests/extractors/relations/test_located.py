from __future__ import annotations

import pytest

from graph.model import Located
from tests.extractors.relations.told import claims_of


def places(text: str, **named: str) -> set[tuple[str, str]]:
    return {(claim.entity, claim.place) for claim in claims_of(Located, text, **named)}


def test_places_in_a_row_lie_in_one_another() -> None:
    found = places(
        "군은 충남 청양군 비봉면 녹평리에 ‘구기자 가공센터’를 짓는다고 밝혔다.",
        region="충남, 청양군, 비봉면, 녹평리",
        project="구기자 가공센터",
    )
    assert found == {
        ("청양군", "충남"),
        ("비봉면", "청양군"),
        ("녹평리", "비봉면"),
        ("구기자 가공센터", "녹평리"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "‘승강기 시험타워’는 거창일반산단에 들어선다고 군은 밝혔다.",
        "거창일반산단에 들어서는 ‘승강기 시험타워’가 내년에 문을 연다고 한다.",
        "군은 거창일반산단에 320억원을 들여 ‘승강기 시험타워’를 짓는다고 밝혔다.",
    ],
)
def test_what_is_built_somewhere_lies_there(text: str) -> None:
    assert places(text, project="승강기 시험타워", site="거창일반산단") == {
        ("승강기 시험타워", "거창일반산단")
    }


def test_nearby_is_nowhere() -> None:
    assert not places(
        "‘승강기 시험타워’는 거창일반산단 인근에 들어선다고 군은 밝혔다.",
        project="승강기 시험타워",
        site="거창일반산단",
    )


def test_a_place_in_a_projects_name_is_stated_and_in_an_institutes_is_not() -> None:
    found = places(
        "거창승강기연구원은 ‘거창 승강기 시험타워’의 설계를 맡는다고 밝혔다.",
        region="거창군|거창",
        institute="거창승강기연구원",
        project="거창 승강기 시험타워",
    )
    assert found == {("거창 승강기 시험타워", "거창군")}


def test_a_larger_place_gives_way_to_a_smaller_one_except_in_the_name() -> None:
    found = places(
        "경남에 들어서는 ‘거창 승강기 시험타워’는 경남 거창군 남상면에 짓는다고 군은 밝혔다.",
        region="경남, 거창군|거창, 남상면",
        project="거창 승강기 시험타워",
    )
    assert found == {
        ("거창 승강기 시험타워", "남상면"),
        ("거창 승강기 시험타워", "거창군"),
        ("남상면", "거창군"),
        ("거창군", "경남"),
    }


def test_a_list_of_rows_goes_back_to_the_step_that_holds_it() -> None:
    found = places(
        "‘누에 융합단지’는 전북 부안군 변산면·하서면과 전남 곡성군 옥과면에 걸쳐 있다.",
        region="전북, 부안군, 변산면, 하서면, 전남, 곡성군, 옥과면",
        project="누에 융합단지",
    )
    assert found == {
        ("부안군", "전북"),
        ("변산면", "부안군"),
        ("하서면", "부안군"),
        ("곡성군", "전남"),
        ("옥과면", "곡성군"),
        ("누에 융합단지", "변산면"),
        ("누에 융합단지", "하서면"),
        ("누에 융합단지", "옥과면"),
    }


def test_two_governments_side_by_side_lie_in_neither() -> None:
    assert not places("전북도와 부안군은 협약을 맺었다.", region="전북도, 부안군")


@pytest.mark.parametrize(
    "text",
    [
        "군은 곡성산단 3만㎡에 210억원을 쏟아 ‘토란 가공센터’를 짓는다.",
        "‘토란 가공센터’를 짓는다. 대상지는 곡성산단 2만㎡다.",
        "곡성산단에는 ‘토란 가공센터’가 들어서 있다.",
        "‘토란 가공센터’로 지정된 곡성산단이 붐빈다.",
    ],
)
def test_more_ways_to_say_where(text: str) -> None:
    found = places(text, project="토란 가공센터", site="곡성산단")
    assert found == {("토란 가공센터", "곡성산단")}


def test_a_firm_goes_where_it_moves_and_not_where_it_was() -> None:
    found = places(
        "한빛정공은 순창에 있던 공장을 곡성산단으로 옮긴다.",
        company="한빛정공",
        region="순창",
        site="곡성산단",
    )
    assert found == {("한빛정공", "곡성산단")}


def test_a_wish_and_a_talk_locate_nothing() -> None:
    for text in (
        "군은 ‘토란 가공센터’를 곡성산단에 세워 달라고 했다.",
        "곡성산단에서 ‘토란 가공센터’ 업무협약을 맺었다.",
    ):
        assert not places(text, project="토란 가공센터", site="곡성산단")


def test_a_heading_holds_what_its_paragraph_names() -> None:
    found = places(
        "◇ 곡성 = 한빛정공이 32억원을 들여 공장을 옥과산단으로 옮긴다. "
        "두레식품은 9억원을 투자한다.",
        region="곡성",
        company="한빛정공, 두레식품",
        site="옥과산단",
    )
    assert found == {("옥과산단", "곡성"), ("한빛정공", "옥과산단"), ("두레식품", "곡성")}


def test_names_joined_by_a_point_hold_both_places() -> None:
    found = places(
        "도는 ‘곡성·순창 장류 특구’를 키운다.",
        region="곡성군|곡성, 순창군|순창",
        project="곡성·순창 장류 특구",
    )
    assert found == {("곡성·순창 장류 특구", "곡성군"), ("곡성·순창 장류 특구", "순창군")}


def test_a_town_before_a_body_holds_it() -> None:
    found = places(
        "군은 옥과면 토란연구원에서 협약을 맺었다.", region="옥과면", institute="토란연구원"
    )
    assert found == {("토란연구원", "옥과면")}


def test_a_designated_region_holds_its_zone() -> None:
    found = places(
        "정부는 지난해 완도군을 ‘해조류 특구’로 지정했다고 밝혔다.",
        region="완도군",
        project="해조류 특구",
    )
    assert found == {("해조류 특구", "완도군")}


@pytest.mark.parametrize(
    "text",
    [
        "‘토란 가공센터’는 곡성산단 일원을 중심으로 꾸며진다.",
        "군은 곡성산단에서 ‘토란 가공센터’ 개관식을 했다.",
        "군은 ‘토란 가공센터’를 짓는다. 센터가 들어설 곳은 곡성산단 2만㎡다.",
        "‘토란 가공센터’(곡성산단 3층)가 붐빈다.",
    ],
)
def test_still_more_ways_to_say_where(text: str) -> None:
    found = places(text, project="토란 가공센터", site="곡성산단")
    assert found == {("토란 가공센터", "곡성산단")}


def test_a_named_branch_lies_where_its_name_says() -> None:
    found = places(
        "토란연구원 곡성분원은 새 품종을 냈다.",
        region="곡성군|곡성",
        institute="토란연구원 곡성분원",
    )
    assert found == {("토란연구원 곡성분원", "곡성군")}


@pytest.mark.parametrize(
    "where",
    [
        "비봉면 469의 1(옛 정미소 일대)에 지상 3층 규모로",
        "비봉면 갯섬 일원에",
        "비봉면 두루농공용지에 9만㎡ 규모로",
    ],
)
def test_a_lot_or_a_name_that_no_list_knows_may_stand_behind_a_place(where: str) -> None:
    found = places(
        f"‘구기자 가공센터’가 {where} 세워질 예정이라고 군은 밝혔다.",
        region="비봉면",
        project="구기자 가공센터",
    )
    assert found == {("구기자 가공센터", "비봉면")}


def test_a_firm_that_puts_money_into_a_plant_settles_there_and_a_ministry_does_not() -> None:
    text = "한빛정밀은 거창일반산단에 20억원을 투입해 제조공장을 건립할 계획이다."
    assert places(text, company="한빛정밀", site="거창일반산단") == {("한빛정밀", "거창일반산단")}
    text = "나래부는 거창일반산단에 20억원을 투입해 공동시설을 건립할 계획이다."
    assert places(text, government="나래부", site="거창일반산단") == set()


def test_what_a_place_was_stands_in_its_row() -> None:
    found = places(
        "군은 누리면 옛 다래역에 ‘소담 체험관’을 짓는다고 밝혔다.",
        region="누리면",
        site="다래역",
        project="소담 체험관",
    )
    assert found == {("다래역", "누리면"), ("소담 체험관", "다래역")}


def test_a_project_lies_on_the_grounds_chosen_for_it() -> None:
    found = places(
        "‘무지개 산단’이 청양군 비봉면과 남양면 일원에 최종 선정됐다.",
        region="청양군, 비봉면, 남양면",
        project="무지개 산단",
    )
    assert {("무지개 산단", "비봉면"), ("무지개 산단", "남양면")} <= found


def test_firms_of_a_list_lie_together_though_it_says_what_each_makes() -> None:
    found = places(
        "화장품 업체인 달빛코스와 로봇 업체인 가온로보는 신척산단 내에 공장을 증설한다.",
        company="달빛코스, 가온로보",
        industry="화장품, 로봇",
        site="신척산단",
    )
    assert {("달빛코스", "신척산단"), ("가온로보", "신척산단")} <= found


def test_firms_that_only_a_space_divides_lie_together() -> None:
    found = places(
        "나래식품 다래사료 마루정밀은 신척산단에 새로 터를 잡는다.",
        company="나래식품, 다래사료, 마루정밀",
        site="신척산단",
    )
    assert found == {(firm, "신척산단") for firm in ("나래식품", "다래사료", "마루정밀")}


def test_a_firms_town_stands_behind_its_head_in_brackets() -> None:
    found = places(
        "시는 나래정공(대표 김들, 경산), 다솔금속(울산)과 투자협약을 맺었다고 밝혔다.",
        company="나래정공, 다솔금속",
        person="김들",
        region="경산, 울산",
    )
    assert found == {("나래정공", "경산"), ("다솔금속", "울산")}


def test_an_items_label_places_what_follows_it() -> None:
    text = "선정된 곳은 다음과 같다. ③ (광주) 상무지구 서편 85만㎡가 특구로 꾸며진다."
    assert ("상무지구", "광주") in places(text, region="광주", site="상무지구")
