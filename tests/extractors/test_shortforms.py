from __future__ import annotations

import pytest

from extractors.groups import Group
from extractors.mentions.mention import Mention
from extractors.shortforms import absorb
from graph.model import EntityType


def joined(*names: str) -> list[set[str]]:
    """The names of projects, named in that order, that are taken for one thing each."""
    groups = [
        Group(Mention(at * 100, at * 100 + len(name), EntityType.PROJECT, name, "said", 0.9))
        for at, name in enumerate(names)
    ]
    return [{mention.name for mention in group.mentions} for group in absorb(groups, ())]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("실증센터", "갈대 실증센터"),
        ("갈대산업 육성 조례", "갈대산업 육성 조례안"),
    ],
)
def test_a_short_form_is_the_longer_name(short: str, full: str) -> None:
    assert joined(full, short) == [{short, full}]


def test_of_two_longer_names_the_one_named_last_before_is_meant() -> None:
    found = joined("갈대 실증센터", "부들 실증센터", "실증센터")
    assert {"부들 실증센터", "실증센터"} in found


def test_a_short_form_that_stands_before_both_is_neither() -> None:
    assert len(joined("실증센터", "갈대 실증센터", "부들 실증센터")) == 3
