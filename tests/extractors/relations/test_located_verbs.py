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
