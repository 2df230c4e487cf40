from __future__ import annotations

import pytest

from extractors.relations.demonstratives import settle
from extractors.relations.wholes import Wholes
from extractors.relations.wholes_heads import bare_heads
from extractors.relations.wholes_lists import counted
from tests.extractors.relations.told import reading_of

NAMES = "안개 산업단지, 이슬 시험센터, 서리 지원센터"
ITEMS = "◇ 이슬 시험센터 = 30억원을 들인다.\n내년에 연다.\n◇ 서리 지원센터 = 20억원을 들인다."


def signs(text: str, part: str = "서리 지원센터", whole: str = "안개 산업단지") -> set[str]:
    """What the lists of a text tell of two projects."""
    wholes = Wholes(settle(reading_of(text, project=NAMES)))
    return {sign for site in wholes.sites[part] for sign in wholes.rows.signs(site, whole)}


def test_the_line_before_a_list_names_the_whole_of_its_last_item() -> None:
    found = signs(f"‘안개 산업단지’에는 두 곳이 선다.\n{ITEMS}")
    assert {"L0 head in lead", "L0 head in lead counted"} <= found


def test_a_bare_noun_before_a_list_stands_for_the_whole() -> None:
    found = signs(f"‘안개 산업단지’가 뜬다.\n산업단지를 이룰 시설은 셋이다.\n{ITEMS}")
    assert {"L head head in lead", "L0 head head in lead True"} <= found


def test_a_list_within_a_sentence_has_the_sentence_before_as_its_lead() -> None:
    found = signs("‘안개 산업단지’가 뜬다. 주요 시설은 ▲이슬 시험센터 ▲서리 지원센터다.")
    assert {"I head in lead", "I head pre content"} <= found


def test_items_of_one_list_are_fellows_however_far_apart() -> None:
    wholes = Wholes(reading_of(f"‘안개 산업단지’가 뜬다.\n{ITEMS}", project=NAMES))
    assert frozenset({"이슬 시험센터", "서리 지원센터"}) in wholes.rows.fellows


def test_a_lone_item_is_no_list() -> None:
    assert not signs("‘안개 산업단지’가 뜬다.\n◇ 서리 지원센터 = 20억원을 들인다.")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("시설은 넷이다.", [4]),
        ("센터 세 곳이 담겼다.", [3]),
        ("과제 5개를 따냈다.", [5]),
        ("2027년에 12층으로 짓는다.", []),
    ],
)
def test_a_sentence_announces_how_many_there_are(words: str, numbers: list[int]) -> None:
    assert list(counted(words)) == numbers


def test_the_end_of_a_name_may_stand_for_it() -> None:
    text = "‘안개 산업단지’가 뜬다. 산업단지에는 길도 난다. 여기에 공원이 생긴다."
    found = bare_heads(reading_of(text, project="안개 산업단지"))
    assert 1 in found
    assert 2 not in found
