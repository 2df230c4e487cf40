from __future__ import annotations

import pytest

from extractors.relations.wholes import kinds_of
from graph.model import Entity, EntityType, PartOf
from tests.extractors.relations.told import claims_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("구름항 2단계", "phase"),
        ("구름 규제자유특구", "zone"),
        ("구름 실증센터", "house"),
        ("구름 종합계획", "plan"),
        ("구름", "other"),
    ],
)
def test_a_name_tells_what_kind_of_undertaking_it_is(name: str, kind: str) -> None:
    assert kind in kinds_of(Entity("e1", EntityType.PROJECT, name))


def test_a_lone_project_has_no_parts() -> None:
    assert not claims_of(PartOf, "‘구름 실증센터’가 문을 열었다.", project="구름 실증센터")


def test_no_project_is_part_of_its_own_part() -> None:
    found = claims_of(
        PartOf,
        "‘구름 산업단지’ 안에는 ‘바람 시험센터’와 ‘노을 지원센터’가 들어선다.",
        project="구름 산업단지, 바람 시험센터, 노을 지원센터",
    )
    joined = {(claim.part, claim.whole) for claim in found}
    assert joined
    assert not joined & {(whole, part) for part, whole in joined}
