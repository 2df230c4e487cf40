from __future__ import annotations

import pytest

from graph.model import Produces
from tests.extractors.relations.told import claims_of


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("바다생명(해조류 식이섬유)이 완도에 공장을 짓는다고 밝혔다.", "해조류 식이섬유"),
        ("승강기 제어반을 만드는 바다생명이 거창에 공장을 짓는다고 밝혔다.", "승강기 제어반"),
        ("굴껍데기 분말 제조업체인 바다생명은 통영에 공장을 짓는다.", "굴껍데기 분말"),
    ],
)
def test_what_a_firm_makes_stands_beside_its_name(text: str, product: str) -> None:
    (claim,) = claims_of(Produces, text, company="바다생명")
    assert (claim.company, claim.product) == ("바다생명", product)


def test_a_bracket_with_a_place_or_a_share_is_no_product() -> None:
    assert not claims_of(
        Produces,
        "바다생명(지분 40%)과 푸른식품(옛 청해식품)이 함께했다.",
        company="바다생명, 푸른식품",
    )


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("바다생명은 국내에서 처음으로 해조류 섬유를 개발했다고 밝혔다.", "해조류 섬유"),
        ("오래 들여오기만 하던 해조류 섬유도 바다생명이 개발했다고 한다.", "해조류 섬유"),
        ("바다생명은 완도에 해조류 섬유 공장을 새로 짓는다고 밝혔다.", "해조류 섬유"),
        ("바다생명의 국내 최초 해조류 섬유, 푸른식품의 첨단 장비가 나왔다.", "해조류 섬유"),
        ("해조류 섬유 전문기업 바다생명이 완도에 온다고 밝혔다.", "해조류 섬유"),
    ],
)
def test_what_a_firm_makes_stands_in_its_clause(text: str, product: str) -> None:
    claims = claims_of(Produces, text, company="바다생명, 푸른식품")
    assert ("바다생명", product) in {(claim.company, claim.product) for claim in claims}


def test_makers_in_a_list_share_their_verb() -> None:
    claims = claims_of(
        Produces,
        "바다생명은 해조류 섬유를, 푸른식품은 승강기 제어반을 생산한다.",
        company="바다생명, 푸른식품",
    )
    assert {(claim.company, claim.product) for claim in claims} == {
        ("바다생명", "해조류 섬유"),
        ("푸른식품", "승강기 제어반"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "바다생명은 일자리를 만들어 내겠다고 밝혔다.",
        "바다생명은 300억원을 넣어 공장을 새로 짓는다고 밝혔다.",
        "대기업 바다생명이 완도에 온다고 밝혔다.",
    ],
)
def test_jobs_plants_and_sizes_are_no_products(text: str) -> None:
    assert not claims_of(Produces, text, company="바다생명")


@pytest.mark.parametrize("plant", ["제2공장", "신공장", "본공장"])
def test_what_tells_one_plant_from_another_is_no_product(plant: str) -> None:
    assert not claims_of(
        Produces, f"바다생명은 100억 원을 들여 {plant}을 짓는다.", company="바다생명"
    )
