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
