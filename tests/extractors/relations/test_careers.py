"""Offices that a verb tells of: what somebody was, and what somebody was made."""

from __future__ import annotations

from graph.model import Role
from tests.extractors.relations.told import claims_of


def _roles(text: str, **named: str) -> set[tuple[str, bool]]:
    return {
        (role.title, role.former)
        for role in claims_of(Role, text, **named)
        if role.evidence.extractor.startswith(("roles/c", "roles/t"))
    }


def test_posts_that_somebody_held_are_former_offices() -> None:
    text = "김나래 원장은 갈대연구원 실장과 두루진흥원 단장을 지냈다."
    assert _roles(text, person="김나래", institute="갈대연구원") == {("실장", True)}


def test_an_office_that_is_taken_up_is_held() -> None:
    text = "김나래가 갈대연구원 제3대 원장으로 취임했다."
    assert _roles(text, person="김나래", institute="갈대연구원") == {("원장", False)}


def test_who_is_appointed_may_stand_behind_the_office() -> None:
    text = "도는 갈대연구원 원장에 김나래를 임명했다."
    assert _roles(text, person="김나래", institute="갈대연구원") == {("원장", False)}


def test_a_sentence_without_such_a_verb_tells_no_career() -> None:
    text = "김나래 원장은 갈대연구원 실장과 만났다."
    assert _roles(text, person="김나래", institute="갈대연구원") == set()
