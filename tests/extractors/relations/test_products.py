from __future__ import annotations

import pytest

from graph.model import Produces
from tests.extractors.relations.told import claims_of


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("바다생명(해조류 식이섬유)이 완도에 공장을 짓는다고 밝혔다.", "해조류 식이섬유"),
        ("승강기 제어반을 만드는 바다생명이 거창에 공장을 짓는다고 밝혔다.", "승강기 제어반"),
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
