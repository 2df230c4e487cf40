"""Bodies that only the office of who heads them tells."""

from __future__ import annotations

import pytest

from graph.model import EntityType
from tests.extractors.shared_names import names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "배나래 두루풍력얼라이언스 사무국장이 발표했다.",
            "두루풍력얼라이언스",
            EntityType.ASSOCIATION,
        ),
        (
            "배나래 갈대공장혁신추진단 단장이 발표했다.",
            "갈대공장혁신추진단",
            EntityType.INSTITUTE,
        ),
        ("배나래 갈대국제연수원장이 발표했다.", "갈대국제연수원", EntityType.INSTITUTE),
    ],
)
def test_what_stands_between_a_person_and_an_office_is_a_body(
    text: str, name: str, kind: EntityType
) -> None:
    assert name in names(text, kind)


@pytest.mark.parametrize("kind", [EntityType.ASSOCIATION, EntityType.INSTITUTE])
def test_a_common_word_before_an_office_is_no_body(kind: EntityType) -> None:
    assert names("배나래 신임 사무국장이 발표했다.", kind) == set()
