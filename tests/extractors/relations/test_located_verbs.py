from __future__ import annotations

import pytest

from tests.extractors.relations.test_located import places


@pytest.mark.parametrize(
    "text",
    [
        "‘다래 에듀센터’는 가온산단에 자리 잡는다.",
        "가온산단에 ‘다래 에듀센터’를 잇달아 세워 거점으로 쓴다.",
        "시는 지난해 ‘다래 에듀센터’를 가온산단으로 끌어왔다.",
        "‘다래 에듀센터’는 가온산단에 섰다.",
    ],
)
def test_what_takes_its_seat_somewhere_lies_there(text: str) -> None:
    found = places(text, project="다래 에듀센터", site="가온산단")
    assert found == {("다래 에듀센터", "가온산단")}


def test_a_place_reaches_past_what_modifies_the_thing() -> None:
    found = places(
        "군은 누리면에도 빅데이터를 활용하는 ‘다래 양식단지’를 구축하고 있다.",
        region="누리면",
        project="다래 양식단지",
    )
    assert found == {("다래 양식단지", "누리면")}


def test_what_a_list_is_centred_on_lies_not_in_the_list() -> None:
    found = places(
        "‘다래 융복합단지’는 가온지구를 중심으로 누리군·마루군에 지정됐다.",
        project="다래 융복합단지",
        site="가온지구",
        region="누리군, 마루군",
    )
    assert found >= {("다래 융복합단지", "누리군"), ("다래 융복합단지", "마루군")}
    assert ("가온지구", "누리군") not in found


def test_what_is_told_to_be_the_thing_on_the_ground_lies_there() -> None:
    found = places(
        "‘다래산단’은 누리면과 마루면 일원 121만㎡에 들어설 ‘반도체 특화단지’다.",
        project="다래산단, 반도체 특화단지",
        region="누리면, 마루면",
    )
    assert found >= {("다래산단", "누리면"), ("다래산단", "마루면")}


def test_a_ceremony_is_held_for_what_the_text_is_about() -> None:
    found = places(
        "도는 ‘다래 시험센터’를 짓는다. 지난 3일 가온산단에서 착공식을 열었다.",
        project="다래 시험센터",
        site="가온산단",
    )
    assert found == {("다래 시험센터", "가온산단")}


@pytest.mark.parametrize(
    "text",
    [
        "도는 ‘다래 시험센터’를 짓는다. 누리면 일원 약 2만㎡ 부지에 총사업비 300억원이 투입된다.",
        "도는 ‘다래 시험센터’를 짓는다. 누리면 2만㎡ 터에 300억원이 들어간다.",
        "도는 ‘다래 시험센터’를 짓는다. 누리면 일원에 총사업비 300억원을 투입해 내년 완공한다.",
    ],
)
def test_money_goes_into_measured_ground_for_what_the_text_is_about(text: str) -> None:
    assert places(text, project="다래 시험센터", region="누리면") == {("다래 시험센터", "누리면")}


def test_money_for_a_place_locates_nothing() -> None:
    text = "도는 ‘다래 시험센터’를 짓는다. 누리면에 올해 300억원을 투입한다."
    assert not places(text, project="다래 시험센터", region="누리면")


@pytest.mark.parametrize(
    "ends", ["조성된다", "조성될 예정이다", "지어질 계획이다", "들어설 전망이다"]
)
def test_what_is_to_be_built_on_ground_is_what_the_text_is_about(ends: str) -> None:
    text = f"도는 ‘다래 시험센터’를 짓는다. 누리면 일대 2만㎡ 부지에 {ends}."
    assert places(text, project="다래 시험센터", region="누리면") == {("다래 시험센터", "누리면")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("시는 나래체육관에서 ‘다래 에듀센터’ 기공식을 열었다.", False),
        ("시는 나래체육관에서 ‘다래 에듀센터’를 운영한다.", True),
    ],
)
def test_a_hall_that_holds_the_ceremony_is_not_where_it_rises(text: str, *, found: bool) -> None:
    assert bool(places(text, project="다래 에듀센터", site="나래체육관")) is found


@pytest.mark.parametrize(
    "ground",
    [
        "등 4개 리 일원",
        "4-1 생활권",
        "34만 5000여㎡",
        "47.4헥타르 부지",
        "2단계 지역 내",
        "안 8328.2㎡의 부지",
        "내 옛 곡물창고 부지",
        "가람섬 서쪽 해상",
    ],
)
def test_ground_is_told_in_many_words(ground: str) -> None:
    text = f"‘다래 시험센터’는 누리면 {ground}에 조성된다고 군은 밝혔다."
    assert places(text, project="다래 시험센터", region="누리면") == {("다래 시험센터", "누리면")}


def test_what_leaves_a_place_lies_where_it_goes() -> None:
    found = places(
        "가온정밀은 나린시에 있는 공장 두 곳을 누리면으로 이전한다고 밝혔다.",
        company="가온정밀",
        region="나린시, 누리면",
    )
    assert found == {("가온정밀", "누리면")}


def test_of_two_places_each_has_what_stands_right_behind_it() -> None:
    found = places(
        "누리면에는 ‘다래 생태관’이, 하늘면에는 ‘소담 농장’이 각각 들어선다고 군은 밝혔다.",
        project="다래 생태관, 소담 농장",
        region="누리면, 하늘면",
    )
    assert found == {("다래 생태관", "누리면"), ("소담 농장", "하늘면")}


def test_counted_firms_settle_and_a_body_lies_where_it_is_built() -> None:
    found = places(
        "다솔전지, 가온화학 등 2개사는 누리산단에 700억 원을 투자한다고 밝혔다.",
        company="다솔전지, 가온화학",
        site="누리산단",
    )
    assert found == {("다솔전지", "누리산단"), ("가온화학", "누리산단")}
    body = "한빛소재연구원 서부본부는 누리산단에 건립된다고 시는 밝혔다."
    assert places(body, institute="한빛소재연구원 서부본부", site="누리산단") == {
        ("한빛소재연구원 서부본부", "누리산단")
    }


@pytest.mark.parametrize(
    "how",
    [
        "누리산단 내 지상 2층, 연면적 2450㎡ 규모로 건립될 예정이다",
        "누리산단 내 부지면적 6만6000㎡ 규모로 조성된다",
        "누리산단의 18만7000㎡ 부지에 들어선다",
        "누리산단에 지하 1층~지상 2층, 연면적 3767㎡ 규모로 내년 초 준공이 완료될 예정이다",
    ],
)
def test_what_has_a_size_at_a_place_is_built_there(how: str) -> None:
    text = f"시는 ‘다래 시험센터’를 맡는다. ‘다래 시험센터’는 {how}."
    assert places(text, project="다래 시험센터", site="누리산단") == {("다래 시험센터", "누리산단")}


def test_what_is_agreed_in_short_is_done() -> None:
    text = "시는 누리산단에 ‘다래 시험센터’를 착공키로 했다고 밝혔다."
    assert places(text, project="다래 시험센터", site="누리산단") == {("다래 시험센터", "누리산단")}


def test_of_two_things_each_lies_at_the_place_right_behind_it() -> None:
    found = places(
        "이 가운데 ‘다래 생태관’은 누리면에, ‘소담 농장’은 하늘면에 들어선다고 군은 밝혔다.",
        project="다래 생태관, 소담 농장",
        region="누리면, 하늘면",
    )
    assert found == {("다래 생태관", "누리면"), ("소담 농장", "하늘면")}


@pytest.mark.parametrize("ends", ["세우려다 접었다", "세우려고 했다", "세우지 못했다"])
def test_what_is_only_striven_for_lies_nowhere(ends: str) -> None:
    text = f"다솔전지는 누리면에 공장을 {ends}고 밝혔다."
    assert not places(text, company="다솔전지", region="누리면")


def test_the_hall_of_a_talk_on_a_project_is_not_where_it_lies() -> None:
    text = "재단은 6일 나래호텔에서 ‘누리 플랫폼’ 성과공유회를 열었다고 밝혔다."
    assert not places(text, project="누리 플랫폼", site="나래호텔")


def test_among_which_places_something_is_the_first_places_nothing() -> None:
    text = "‘누리 구역’은 전북에서 처음으로 지정돼 가온면 일원에 조성된다고 군은 밝혔다."
    assert ("누리 구역", "전북") not in places(text, project="누리 구역", region="전북, 가온면")


def test_who_helps_to_build_a_complex_does_not_move_where_others_will() -> None:
    text = "나래전자는 가온시에 협력사 20곳 이상이 입주할 산업단지 조성을 지원하기로 했다."
    assert not places(text, company="나래전자", region="가온시")


def test_things_that_take_turns_with_places_do_so_behind_a_topic_too() -> None:
    found = places(
        "‘나래 사업’은 북평동에 ‘산업센터’를, 호산리에 ‘시험센터’를 세우는 것이 골자라고 한다.",
        project="나래 사업, 산업센터, 시험센터",
        region="북평동, 호산리",
    )
    assert {("산업센터", "북평동"), ("시험센터", "호산리")} <= found
    assert ("산업센터", "호산리") not in found
