from __future__ import annotations

from graph.model import About
from tests.extractors.relations.told import claims_of


def test_the_longest_industry_in_a_projects_name_is_its_field() -> None:
    found = claims_of(
        About,
        "군은 ‘청정 액화수소 실증단지’를 짓는다고 밝혔다. 수소 산업과 액화수소 시장이 커졌다.",
        project="청정 액화수소 실증단지",
        industry="액화수소, 수소",
    )
    assert [(claim.project, claim.industry) for claim in found] == [
        ("청정 액화수소 실증단지", "액화수소")
    ]


def test_what_a_project_is_said_to_be_is_its_field() -> None:
    found = claims_of(
        About,
        "‘구름 센터’는 초소형 위성을 만드는 곳이다. ‘바람 단지’는 뷰티와 의료기기 업종을 받는다.",
        project="구름 센터, 바람 단지",
        industry="초소형 위성, 뷰티, 의료기기",
    )
    assert {(claim.project, claim.industry) for claim in found} == {
        ("구름 센터", "초소형 위성"),
        ("바람 단지", "뷰티"),
        ("바람 단지", "의료기기"),
    }


def test_what_a_project_is_for_is_its_field() -> None:
    found = claims_of(
        About,
        "‘구름 센터’는 백신 기업의 성장을 돕는 것이 뼈대다. 군은 뷰티 산업이 클 것으로 봤다.",
        project="구름 센터",
        industry="백신, 뷰티",
    )
    assert [(claim.project, claim.industry) for claim in found] == [("구름 센터", "백신")]


def test_what_a_zone_takes_in_may_be_told_behind_the_word_for_it() -> None:
    found = claims_of(
        About,
        "‘바람 단지’가 심의를 통과했다. 유치 업종은 뷰티, 의료기기와 로봇이다.",
        project="바람 단지",
        industry="뷰티, 의료기기, 로봇",
    )
    assert {claim.industry for claim in found} == {"뷰티", "의료기기", "로봇"}
