"""The ways in which parties of a pact are told."""

from __future__ import annotations

import pytest

from graph.model import Agreement
from tests.extractors.relations.told import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "완도군이 3일 해조 소재 생산업체인 바다생명과 투자협약을 체결했다.",
        "완도군이 3일 공장을 신설하는 바다생명과 투자협약을 가졌다.",
        "바다생명은 3일 완도군청과 입주 협약을 체결하였다고 밝혔다.",
        "완도군은 3일 바다생명을 비롯한 5개 기업과 입주 협약을 맺었다.",
        "완도군은 오는 5일 군청에서 바다생명과 투자협약을 한다.",
        "완도군은 3일 기업 3곳과 협약했다. 협약을 맺은 기업은 바다생명이다.",
        "완도군과 바다생명 두 곳은 지난 3월 협약을 맺고 역할을 나눴다.",
    ],
)
def test_a_party_is_told_in_many_ways(text: str) -> None:
    (claim,) = claims_of(Agreement, text, region="완도군", company="바다생명")
    assert set(claim.parties) == {"완도군", "바다생명"}


def test_a_place_in_the_bracket_of_a_firm_signs_nothing() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군은 3일 다온소재, 바다생명(대표 문해솔, 진도)과 투자협약을 체결한다.",
        region="완도군, 진도",
        company="바다생명, 다온소재",
    )
    assert set(claim.parties) == {"완도군", "바다생명", "다온소재"}


def test_the_country_of_a_firm_signs_nothing() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군은 3일 다온소재, 노르웨이 국영사 바다생명과 투자협약을 체결했다.",
        region="완도군, 노르웨이",
        company="바다생명, 다온소재",
    )
    assert {"완도군", "바다생명"} <= set(claim.parties)


def test_a_consortium_signs_by_its_firm() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군은 3일 바다생명 컨소시엄과 사업협약을 체결했다고 밝혔다.",
        region="완도군",
        company="바다생명",
    )
    assert set(claim.parties) == {"완도군", "바다생명"}
