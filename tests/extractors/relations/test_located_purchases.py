from __future__ import annotations

import pytest

from tests.extractors.relations.test_located import places


@pytest.mark.parametrize(
    "text",
    [
        "다솔전지는 지난 6월 누리산단 내 9만9130㎡ 규모 부지 매입을 결정했다.",
        "다솔전지는 누리산단 안 산업용지 1만4000㎡에 대한 분양계약을 맺었다고 밝혔다.",
        "누리산단에는 다솔전지가 최근 입주 계약을 마쳤다고 시는 설명했다.",
        "다솔전지는 누리산단에서 공장 증설에 나섰다고 5일 밝혔다.",
        "다솔전지는 누리산단에 1200억 원 규모의 공장 신설을 추진한다.",
    ],
)
def test_a_firm_goes_where_it_acquires_ground_or_adds_a_plant(text: str) -> None:
    assert places(text, company="다솔전지", site="누리산단") == {("다솔전지", "누리산단")}


def test_all_firms_of_a_list_go_where_they_contract() -> None:
    found = places(
        "누리산단에는 다솔전지, 가온화학이 입주 계약을 마쳤다고 시는 설명했다.",
        company="다솔전지, 가온화학",
        site="누리산단",
    )
    assert found == {("다솔전지", "누리산단"), ("가온화학", "누리산단")}


def test_a_firm_does_not_go_where_the_ground_only_lies_near() -> None:
    text = "다솔전지는 누리산단 인근 부지 매입을 결정했다고 밝혔다."
    assert not places(text, company="다솔전지", site="누리산단")


@pytest.mark.parametrize(
    "text",
    [
        "금액이 가장 큰 곳은 다솔전지다. 누리산단에 5751억 원을 들여 제조시설을 세운다.",
        "▲다솔전지=배터리를 만드는 업체다. 해외 지사를 닫는다. 누리산단에 공장을 짓는다.",
    ],
)
def test_a_sentence_without_a_subject_goes_on_about_the_firm_before(text: str) -> None:
    assert places(text, company="다솔전지", site="누리산단") == {("다솔전지", "누리산단")}


def test_of_two_firms_before_a_sentence_goes_on_about_none() -> None:
    text = "다솔전지와 가온화학이 왔다. 누리산단에 5751억 원을 들여 제조시설을 세운다."
    assert not places(text, company="다솔전지, 가온화학", site="누리산단")


def test_tenants_of_a_place_lie_there() -> None:
    found = places(
        "누리산단에 입주한 기업은 다솔전지, 가온화학 등이라고 시는 설명했다.",
        company="다솔전지, 가온화학",
        site="누리산단",
    )
    assert found == {("다솔전지", "누리산단"), ("가온화학", "누리산단")}


@pytest.mark.parametrize(
    "text",
    [
        "다솔전지는 누리산단에서 1·2공장을 가동하고 있다고 밝혔다.",
        "다솔전지는 누리산단 공장을 증설한다고 5일 밝혔다.",
    ],
)
def test_a_firm_lies_where_its_plants_run(text: str) -> None:
    assert places(text, company="다솔전지", site="누리산단") == {("다솔전지", "누리산단")}


@pytest.mark.parametrize(
    "text",
    [
        "다솔전지는 누리산단에서 배터리 부품을 생산하는 기업이다.",
        "시는 다솔전지와 누리산단에 공장을 짓는 내용의 투자협약을 맺었다고 밝혔다.",
        "시는 다솔전지와 누리산단 2만㎡에 300억원 규모의 공장 건립을 위한 협약을 체결했다.",
        "시는 누리산단에 배터리 기업 다솔전지를 유치했다고 밝혔다.",
    ],
)
def test_a_firm_goes_where_it_produces_signs_to_build_or_is_drawn(text: str) -> None:
    assert places(text, company="다솔전지", site="누리산단") == {("다솔전지", "누리산단")}
