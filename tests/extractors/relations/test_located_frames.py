from __future__ import annotations

from graph.model import Located
from tests.extractors.relations.told import claims_of


def places(text: str, **named: str) -> set[tuple[str, str]]:
    return {(claim.entity, claim.place) for claim in claims_of(Located, text, **named)}


def test_a_place_holds_for_the_sentences_that_fill_it() -> None:
    found = places(
        "나래군에는 이미 갈대 시설이 빼곡하다. ‘갈대 실증센터’는 지난해 문을 열었다. "
        "두루소재는 공장을 돌리고 있다.",
        region="나래군",
        project="갈대 실증센터",
        company="두루소재",
    )
    assert found == {("갈대 실증센터", "나래군"), ("두루소재", "나래군")}


def test_a_place_holds_for_the_list_below() -> None:
    found = places(
        "나래군에는 갈대 관련 시설이 줄을 잇는다.\n◇ 갈대 실증센터(49억원)\n◇ 억새 시험동(19억원)",
        region="나래군",
        project="갈대 실증센터, 억새 시험동",
    )
    assert found == {("갈대 실증센터", "나래군"), ("억새 시험동", "나래군")}


def test_another_place_ends_it() -> None:
    found = places(
        "나래군에는 이미 갈대 시설이 빼곡하다. 마루군은 ‘갈대 실증센터’를 바란다.",
        region="나래군, 마루군",
        project="갈대 실증센터",
    )
    assert ("갈대 실증센터", "나래군") not in found
