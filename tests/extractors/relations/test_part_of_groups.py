from __future__ import annotations

import pytest

from tests.extractors.relations.test_part_of_frames import BOTH, told

BEFORE = "‘구기자 가공센터’는 내년에 연다. ‘산양삼 연구동’은 올해 짓는다. "


@pytest.mark.parametrize(
    "text",
    ["두 사업은 ‘약초 타운’의 일부다.", "둘 다 ‘약초 타운’에 올라 있다."],
)
def test_a_sentence_on_the_whole_counts_the_parts_named_before(text: str) -> None:
    assert told("part_of/group", BEFORE + text) == BOTH


def test_only_what_is_called_so_is_counted() -> None:
    text = BEFORE + "두 센터는 모두 ‘약초 타운’에 자리한다."
    assert not told("part_of/group", text)
    more = "‘당귀 체험센터’도 생긴다. " + text
    names = "약초 타운, 구기자 가공센터, 산양삼 연구동, 당귀 체험센터"
    assert told("part_of/group", more, names) == {
        ("구기자 가공센터", "약초 타운"),
        ("당귀 체험센터", "약초 타운"),
    }


def test_more_than_were_named_or_another_tie_is_no_group() -> None:
    assert not told("part_of/group", BEFORE + "네 사업은 ‘약초 타운’의 일부다.")
    assert not told("part_of/group", BEFORE + "두 사업은 ‘약초 타운’과 견줄 만하다.")
