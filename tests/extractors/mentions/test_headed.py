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
        ("배나래 갈대테크노밸리원장이 발표했다.", "갈대테크노밸리", EntityType.INSTITUTE),
        ("배나래 국방기술원 원장이 발표했다.", "국방기술원", EntityType.INSTITUTE),
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


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("가온글로벌허브(센터장 배나래)가 맡는다.", "가온글로벌허브", EntityType.INSTITUTE),
        ("갈대머티리얼(대표이사 배나래)과 협약했다.", "갈대머티리얼", EntityType.COMPANY),
        ("두루풍력얼라이언스(회장 배나래)가 맡는다.", "두루풍력얼라이언스", EntityType.ASSOCIATION),
        (
            "한국재료연구원 억새공정센터(센터장 배나래)다.",
            "한국재료연구원 억새공정센터",
            EntityType.INSTITUTE,
        ),
    ],
)
def test_what_stands_before_a_bracket_with_its_head_is_a_body(
    text: str, name: str, kind: EntityType
) -> None:
    assert name in names(text, kind)


def test_one_who_leads_a_task_leads_no_branch() -> None:
    text = "배나래 산업통상자원부 통상교섭본부장이 나왔다."
    assert names(text, EntityType.GOVERNMENT) == {"산업통상자원부"}
    assert not names(text, EntityType.INSTITUTE)
