from __future__ import annotations

import pytest

from extractors.groups import Group
from extractors.mentions.mention import Mention
from extractors.shortforms import absorb
from graph.model import EntityType


def joined(*names: str, places: tuple[str, ...] = ()) -> list[set[str]]:
    """The names of projects, named in that order, that are taken for one thing each."""
    groups = [
        Group(Mention(at * 100, at * 100 + len(name), EntityType.PROJECT, name, "said", 0.9))
        for at, name in enumerate(names)
    ]
    return [{mention.name for mention in group.mentions} for group in absorb(groups, places)]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("실증센터", "갈대 실증센터"),
        ("갈대산업 육성 조례", "갈대산업 육성 조례안"),
        ("종합발전계획", "제1차 갈대특구 종합발전계획"),
        ("뉴딜사업", "갈대재생 뉴딜사업"),
        ("갈대 특화단지 조성사업", "억새 갈대 특화단지"),
        ("갈대 에너지화시설사업", "2022년 갈대 에너지화시설"),
        ("갈대파크 조성사업", "KR 갈대파크"),
    ],
)
def test_a_short_form_is_the_longer_name(short: str, full: str) -> None:
    assert joined(full, short) == [{short, full}]


def test_of_two_longer_names_the_one_named_last_before_is_meant() -> None:
    found = joined("갈대 실증센터", "부들 실증센터", "실증센터")
    assert {"부들 실증센터", "실증센터"} in found


def test_a_short_form_that_stands_before_both_is_neither() -> None:
    assert len(joined("실증센터", "갈대 실증센터", "부들 실증센터")) == 3


def test_like_programmes_of_several_regions_are_not_the_whole() -> None:
    names = ("갈대 상생사업", "나래 갈대 상생사업", "다래 갈대 상생사업")
    assert len(joined(*names, places=("나래", "다래"))) == 3
    assert len(joined(*names[:2], places=("나래", "다래"))) == 1


def test_a_region_that_begins_a_short_form_is_not_taken_from_it_where_the_longer_name_has_it() -> (
    None
):
    names = ("다래 나래 체육공원 조성사업", "나래 체육공원 조성사업")
    assert len(joined(*names, places=("나래", "다래"))) == 1


def test_what_only_skips_letters_of_a_longer_name_is_it_by_its_whole_name_alone() -> None:
    assert len(joined("갈대·억새산업 거점단지", "갈대산업 거점단지 조성사업")) == 2


def test_one_of_a_province_is_not_that_of_another() -> None:
    found = joined("서울테크노파크", "경기테크노파크", places=("경기",))
    assert found == [{"서울테크노파크"}, {"경기테크노파크"}]


def test_a_place_that_a_name_holds_is_no_short_form_of_it() -> None:
    text = "'다온산단 AI 전환 실증산단'"
    whole = Group(Mention(1, len(text) - 1, EntityType.PROJECT, text[1:-1], "said", 0.9))
    held = Group(Mention(1, 5, EntityType.SITE, "다온산단", "site.held", 0.8))
    assert len(absorb([whole, held], ())) == 2
