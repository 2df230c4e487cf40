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


def test_a_larger_place_gives_way_to_a_smaller_one() -> None:
    found = places(
        "‘거창 승강기 시험타워’는 거창군 남상면에 들어선다고 군은 밝혔다.",
        region="거창군|거창, 남상면",
        project="거창 승강기 시험타워",
    )
    assert found == {("거창 승강기 시험타워", "남상면"), ("남상면", "거창군")}


def test_a_designated_region_holds_its_zone() -> None:
    found = places(
        "정부는 지난해 완도군을 ‘해조류 특구’로 지정했다고 밝혔다.",
        region="완도군",
        project="해조류 특구",
    )
    assert found == {("해조류 특구", "완도군")}
