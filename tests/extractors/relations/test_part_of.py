from __future__ import annotations

import pytest

from extractors.linking.logistic import BIAS, Logistic
from extractors.models import instead
from graph.model import PartOf
from tests.extractors.relations.told import claims_of


def parts(text: str, **named: str) -> set[tuple[str, str]]:
    return {(claim.part, claim.whole) for claim in claims_of(PartOf, text, **named)}


def test_what_goes_into_a_phase_is_part_of_it() -> None:
    found = parts(
        "해조류 산업단지는 두 단계로 짓는다. 1단계에는 해조류 실증센터와 가공센터가 들어간다.",
        project="해조류 산업단지, 1단계, 해조류 실증센터, 가공센터",
    )
    assert {("해조류 실증센터", "1단계"), ("가공센터", "1단계")} <= found


def test_a_phase_is_part_of_the_project_that_its_name_begins_with() -> None:
    found = parts(
        "승강기 밸리가 커진다. 승강기 밸리 2단계는 내년에 시작된다.",
        project="승강기 밸리, 승강기 밸리 2단계",
    )
    assert found == {("승강기 밸리 2단계", "승강기 밸리")}


def test_one_of_a_programme_is_part_of_it() -> None:
    found = parts(
        "‘구기자 가공센터’는 ‘지역활력 공모사업’의 하나로 추진된다.",
        project="구기자 가공센터, 지역활력 공모사업",
    )
    assert found == {("구기자 가공센터", "지역활력 공모사업")}


def test_two_projects_side_by_side_are_no_parts() -> None:
    assert not parts(
        "군은 ‘구기자 가공센터’와 ‘산양삼 연구동’을 짓는다고 밝혔다.",
        project="구기자 가공센터, 산양삼 연구동",
    )


def test_a_sum_broken_down_names_the_parts() -> None:
    found = parts(
        "‘약초 타운’에는 90억원이 들어간다. ‘구기자 가공센터’ 50억원과 ‘산양삼 연구동’ 40억원을 "
        "합쳐 정한 돈이다.",
        project="약초 타운, 구기자 가공센터, 산양삼 연구동",
    )
    assert found == {("구기자 가공센터", "약초 타운"), ("산양삼 연구동", "약초 타운")}


def test_what_a_phase_takes_in_is_part_of_it() -> None:
    found = parts(
        "‘구기자 가공센터’와 ‘산양삼 연구동’을 아우르는 ‘약초 타운’이 뜬다.",
        project="약초 타운, 구기자 가공센터, 산양삼 연구동",
    )
    assert found == {("구기자 가공센터", "약초 타운"), ("산양삼 연구동", "약초 타운")}


def test_a_programmes_chief_project_is_part_of_it() -> None:
    found = parts(
        "‘지역활력 사업’의 간판 사업인 ‘구기자 가공센터’가 뜬다.",
        project="지역활력 사업, 구기자 가공센터",
    )
    assert found == {("구기자 가공센터", "지역활력 사업")}


def test_bullets_behind_the_whole_are_its_parts() -> None:
    found = parts(
        "군은 ‘약초 타운’을 키운다. 주요 내용은 ▲‘구기자 가공센터’ ▲‘산양삼 연구동’ 등이다.",
        project="약초 타운, 구기자 가공센터, 산양삼 연구동",
    )
    assert found == {("구기자 가공센터", "약초 타운"), ("산양삼 연구동", "약초 타운")}


@pytest.mark.parametrize(
    "text",
    [
        "군은 ‘지역활력 사업’ 공모에 신청한 ‘구기자 가공센터’를 맡았다.",
        "‘지역활력 사업’에서 ‘구기자 가공센터’가 선정됐다.",
        "군은 ‘지역활력 사업’으로 90억원을 들여 ‘구기자 가공센터’를 짓는다.",
    ],
)
def test_what_a_call_chose_is_part_of_it(text: str) -> None:
    assert parts(text, project="지역활력 사업, 구기자 가공센터") == {
        ("구기자 가공센터", "지역활력 사업")
    }


def test_a_construction_that_is_often_wrong_is_not_believed_against_the_weights() -> None:
    told = "나래밸리가 커진다. 구기자 가공센터와 산양삼 연구동이 들어선다."
    named = "나래밸리, 구기자 가공센터, 산양삼 연구동"
    with instead("part_of", Logistic({BIAS: -9.0})):
        assert not parts(told, project=named)


def test_a_second_whole_must_be_likelier_than_not() -> None:
    told = "구기자 가공센터는 나래밸리와 다솜공모사업에 들었다."
    named = "구기자 가공센터, 나래밸리, 다솜공모사업"
    for second, wholes in ((0.0, {"나래밸리"}), (0.6, {"나래밸리", "다솜공모사업"})):
        weights = {BIAS: -9.0, "house<estate": 10.0, "house<call": 9.0 + second}
        with instead("part_of", Logistic(weights)):
            assert {whole for _, whole in parts(told, project=named)} == wholes
