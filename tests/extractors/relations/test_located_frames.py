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


def test_firms_of_a_pact_go_to_the_site_that_it_is_for() -> None:
    found = places(
        "군은 10일 누리농공단지에 2개 기업이 투자협약을 맺었다고 밝혔다.\n\n"
        "다솔우유는 70억 원으로 1만㎡ 규모의 공장을 건립한다.\n\n"
        "가온팜은 30억 원을 투자해 생산시설을 새로 갖춘다.",
        company="다솔우유, 가온팜",
        site="누리농공단지",
    )
    assert found == {("다솔우유", "누리농공단지"), ("가온팜", "누리농공단지")}


def test_a_pact_signed_in_a_town_places_no_firm() -> None:
    assert not places(
        "군은 10일 하늘면에서 투자협약을 맺었다고 밝혔다.\n\n다솔우유는 70억 원으로 공장을 짓는다.",
        company="다솔우유",
        region="하늘면",
    )
