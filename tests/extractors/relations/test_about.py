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
