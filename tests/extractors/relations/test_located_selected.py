from __future__ import annotations

import pytest

from graph.model import Located
from tests.extractors.relations.told import claims_of


def places(text: str, **named: str) -> set[tuple[str, str]]:
    return {(claim.entity, claim.place) for claim in claims_of(Located, text, **named)}


@pytest.mark.parametrize(
    "text",
    [
        "산업부는 ‘갈대 클러스터’ 대상지로 나래시와 두루군을 선정했다.",
        "산업부는 ‘갈대 클러스터’의 지원 대상으로 나래시·두루군 2곳을 추가로 뽑았다.",
        "‘갈대 클러스터’에는 나래시, 두루군 등 2개 시군이 먼저 선정됐다.",
        "‘갈대 클러스터’가 새로 지정됐다. 함께 이름을 올린 곳은 나래시·두루군이다.",
    ],
)
def test_what_several_places_are_chosen_for_lies_in_each(text: str) -> None:
    found = places(text, project="갈대 클러스터", region="나래시, 두루군")
    assert found == {("갈대 클러스터", "나래시"), ("갈대 클러스터", "두루군")}


def test_a_city_that_wins_a_call_is_not_where_the_call_is() -> None:
    assert not places(
        "나래시가 산업부의 ‘갈대 기반구축’ 공모에 최종 선정됐다.",
        project="갈대 기반구축",
        region="나래시",
    )


def test_a_list_goes_on_about_the_choice_told_before() -> None:
    found = places(
        "‘억새 연구동’이 문을 연다. 나래시가 ‘갈대 특화단지’로 지정됐다. "
        "함께 지정된 곳은 마루군·두루군이다.",
        project="억새 연구동, 갈대 특화단지",
        region="나래시, 마루군, 두루군",
    )
    assert {("갈대 특화단지", "마루군"), ("갈대 특화단지", "두루군")} <= found
    assert not {pair for pair in found if pair[0] == "억새 연구동"}


def test_each_place_has_its_own_zone() -> None:
    found = places(
        "정부는 나래시를 ‘갈대 특화지구’, 두루군을 ‘억새 특화지구’로 지정했다.",
        project="갈대 특화지구, 억새 특화지구",
        region="나래시, 두루군",
    )
    assert found == {("갈대 특화지구", "나래시"), ("억새 특화지구", "두루군")}


@pytest.mark.parametrize(
    "text",
    [
        "‘갈대 산단’을 넓힌다. 마루동·가람동 일원 43만6천㎡를 첨단업종 용지로 바꾸는 일이다.",
        "‘갈대 산단’을 넓힌다. 마루동과 가람동 일대 21.7㎢가 무대다.",
    ],
)
def test_ground_that_is_measured_out_is_where_the_project_is(text: str) -> None:
    found = places(text, project="갈대 산단", region="마루동, 가람동")
    assert {("갈대 산단", "마루동"), ("갈대 산단", "가람동")} <= found


def test_a_site_that_is_only_rumoured_is_no_place() -> None:
    assert not places(
        "‘갈대 발사장’은 아직 정해지지 않았다. 나래시와 두루군이 후보지로 물망에 올랐다.",
        project="갈대 발사장",
        region="나래시, 두루군",
    )


def test_a_numbered_part_of_what_the_text_is_about_does_not_hold_it() -> None:
    assert not places(
        "‘갈대 산단’을 넓힌다. 1구역 17만5천㎡는 내년에 착공한다.",
        project="갈대 산단",
        site="1구역",
    )
