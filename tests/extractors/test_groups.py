"""The forms under which names are compared."""

from __future__ import annotations

import pytest

from extractors.groups import cores
from extractors.mentions.mention import Mention
from graph.model import EntityType


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("갈대 단지 조성사업", "갈대단지"),
        ("AX(인공지능 전환) 실증밸리", "ax실증밸리"),
        ("AX(인공지능 전환) 실증밸리", "인공지능전환실증밸리"),
        ("갈대 시범도시(나래동·다래동) 조성 사업", "갈대시범도시"),
    ],
)
def test_a_name_is_compared_without_its_bracket_and_its_generic_end(name: str, form: str) -> None:
    assert form in cores(Mention(0, len(name), EntityType.PROJECT, name, "test", 0.9))


def test_a_list_in_a_bracket_is_no_name() -> None:
    name = "갈대 시범도시(나래동·다래동)"
    found = cores(Mention(0, len(name), EntityType.PROJECT, name, "test", 0.9))
    assert "갈대나래동다래동" not in found
