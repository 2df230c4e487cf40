from __future__ import annotations

from tests.extractors.relations.test_located import places

_BODY = "\n\n가온시가 수소로 움직이는 마을을 짓는다고 3일 밝혔다. 시는 내년에 설계를 마친다."


def test_a_headline_puts_a_project_at_a_place_without_a_verb() -> None:
    told = "가온시 누리동에 300억 ‘다래 수소마을’…2026년 준공" + _BODY
    found = places(told, region="가온시, 누리동", project="다래 수소마을")
    assert ("다래 수소마을", "누리동") in found


def test_a_headline_says_nothing_of_what_stands_in_its_other_half() -> None:
    told = "가온시 누리동에 활기…인구 늘어 ‘다래 수소마을’도 순항" + _BODY
    found = places(told, region="가온시, 누리동", project="다래 수소마을")
    assert ("다래 수소마을", "누리동") not in found
