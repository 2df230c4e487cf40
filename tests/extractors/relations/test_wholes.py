from __future__ import annotations

import pytest

from extractors.relations.demonstratives import settle
from extractors.relations.part_of import proposed
from extractors.relations.wholes import Wholes
from extractors.relations.wholes_fellows import Fellows
from extractors.relations.wholes_words import kinds_of
from graph.model import Entity, EntityType, PartOf
from tests.extractors.relations.told import claims_of, reading_of


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


def _signs(text: str, part: str, whole: str, **named: str) -> set[str]:
    reading = settle(reading_of(text, **named))
    wholes = Wholes(reading)
    return set(Fellows(wholes.sites, proposed(reading)).signs(part, whole))


LISTED = (
    "‘구름 타운’에는 ‘바람 시험센터’와 ‘노을 지원센터’가 들어간다. ‘바람 시험센터’는 "
    "‘구름 타운’의 하나다."
)
NAMES = "구름 타운, 바람 시험센터, 노을 지원센터"


def test_a_list_speaks_for_its_members() -> None:
    assert "r fellow" in _signs(LISTED, "노을 지원센터", "구름 타운", project=NAMES)
    assert "fellows" in _signs(LISTED, "노을 지원센터", "바람 시험센터", project=NAMES)


def test_what_is_said_the_other_way_round_or_elsewhere_is_seen() -> None:
    assert "r reverse" in _signs(LISTED, "구름 타운", "바람 시험센터", project=NAMES)
    assert "r elsewhere" in _signs(LISTED, "바람 시험센터", "노을 지원센터", project=NAMES)


def test_bullets_line_by_line_are_one_list() -> None:
    text = "‘구름 타운’이 뜬다.\n▲바람 시험센터 30억원\n▲노을 지원센터 20억원"
    assert "fellows" in _signs(text, "바람 시험센터", "노을 지원센터", project=NAMES)
