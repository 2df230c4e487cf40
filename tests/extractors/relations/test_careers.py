"""Offices that a verb tells of: what somebody was, and what somebody was made."""

from __future__ import annotations

import pytest

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


def test_a_sentence_without_subject_goes_on_about_the_one_before() -> None:
    text = (
        "김나래 원장은 정선 출신으로 고한고를 나왔다. "
        "옛 산림청 목재산업과장, 갈대연구원 수석 연구원 등을 두루 거치며 이름을 알렸고 "
        "최근까지 두루공사 감사실장을 지냈다."
    )
    named = {"person": "김나래", "government": "산림청", "institute": "갈대연구원, 두루공사"}
    assert _roles(text, **named) == {
        ("목재산업과장", True),
        ("수석 연구원", True),
        ("감사실장", True),
    }


def test_the_posts_of_another_holder_are_not_those_of_the_one_before() -> None:
    text = "김나래 원장은 웃었다. 정선 출신인 도 청장은 갈대연구원 실장을 지냈다."
    assert _roles(text, person="김나래", institute="갈대연구원") == set()


def test_a_department_may_stand_between_a_body_and_its_post() -> None:
    text = "김나래 원장은 마루대 전자물리학과 교수, 갈대연구원 정책기획실 과장 등을 역임했다."
    found = _roles(text, person="김나래", university="마루대", institute="갈대연구원")
    assert found == {("교수", True), ("과장", True)}


def test_posts_without_a_body_are_of_the_one_that_somebody_joined() -> None:
    text = (
        "김나래 원장은 1990년 갈대연구원에 입사한 뒤 전력센터장, 시험본부장, 부원장 등을 역임했다."
    )
    assert _roles(text, person="김나래", institute="갈대연구원") == {
        ("전력센터장", True),
        ("시험본부장", True),
        ("부원장", True),
    }


def test_an_office_is_of_the_body_that_the_sentence_is_about() -> None:
    text = "갈대연구원은 제8대 원장에 김나래 전 실장이 취임했다고 밝혔다."
    assert _roles(text, person="김나래", institute="갈대연구원") == {("원장", False)}


def test_several_are_put_into_offices_at_once() -> None:
    text = "갈대시는 미래국장에 김나래 과장을, 예산담당관에 박다래 팀장을 각각 발령했다."
    found = claims_of(Role, text, person="김나래, 박다래", region="갈대시")
    assert {
        (role.person, role.title, role.organization)
        for role in found
        if role.evidence.extractor == "roles/taken-up"
    } == {("김나래", "미래국장", "갈대시"), ("박다래", "예산담당관", "갈대시")}


def test_what_somebody_came_from_and_became_are_two_offices() -> None:
    text = "김나래 원장은 두루공사 이사 출신이다. 김 원장은 올해 갈대연구원장이 됐다."
    found = _roles(text, person="김나래|김 원장", institute="갈대연구원, 두루공사")
    assert found == {("이사", True), ("원장", False)}


def test_a_career_told_in_marks_is_of_who_was_named_last() -> None:
    text = (
        "김나래 원장이 취임했다.\n\n"
        "△1968년 갈대시 출생 △마루대 졸업 △두루공사 감사실장 △현 갈대연구원 원장이다."
    )
    assert _roles(text, person="김나래", institute="갈대연구원, 두루공사") == {
        ("감사실장", True),
        ("원장", False),
    }


def test_the_office_of_another_is_no_step_of_a_career() -> None:
    text = "김나래 원장은 박다래 두루공사 이사와 함께 일했다."
    assert _roles(text, person="김나래, 박다래", institute="두루공사") == set()


def test_posts_of_several_bodies_may_share_a_verb() -> None:
    text = (
        "김나래 원장은 갈대연구원에서 연구기획실장과 전략단장을, 두루진흥원에서 사업국장을 지냈고 "
        "억새재단 이사도 거쳤다."
    )
    found = _roles(text, person="김나래", institute="갈대연구원, 두루진흥원, 억새재단")
    assert {title for title, former in found if former} == {
        "연구기획실장",
        "전략단장",
        "사업국장",
        "이사",
    }


def test_work_at_a_body_goes_on_with_its_posts() -> None:
    text = "김나래 원장은 두루대에서 교수로 일하며 창업지원단장을 지냈다."
    assert ("창업지원단장", True) in _roles(text, person="김나래", university="두루대")


def test_what_begins_the_name_of_a_bureau_is_no_office() -> None:
    text = "김나래 원장은 갈대연구원 실장, 대통령 미래정책실 기획비서관을 지냈다."
    assert "대통령" not in {
        title for title, _ in _roles(text, person="김나래", institute="갈대연구원")
    }


def test_one_who_leaves_an_office_may_take_up_another() -> None:
    text = "김나래 전 두루진흥원 이사장이 갈대연구원 제10대 원장으로 취임했다고 도가 발표했다."
    found = claims_of(Role, text, person="김나래", institute="두루진흥원, 갈대연구원")
    assert {(role.title, role.organization, role.former) for role in found} == {
        ("이사장", "두루진흥원", True),
        ("원장", "갈대연구원", False),
    }


def test_the_head_of_one_body_may_be_made_that_of_another() -> None:
    text = "두루협의회는 총회에서 갈대연구원 김나래 원장을 제3대 신임 회장으로 선출했다."
    found = claims_of(Role, text, person="김나래", institute="갈대연구원", association="두루협의회")
    assert {(role.title, role.organization) for role in found} == {
        ("원장", "갈대연구원"),
        ("회장", "두루협의회"),
    }


def test_the_head_of_a_council_is_no_speaker_of_an_assembly() -> None:
    text = "김나래 원장은 두루협의회장을 지냈다."
    assert _roles(text, person="김나래", association="두루협의회") == {("회장", True)}


@pytest.mark.parametrize(
    "text",
    [
        "갈대연구원 실장 출신인 김나래 회장이 물러났다.",
        "갈대연구원 실장을 두 번 지낸 뒤 지사에 당선된 김나래 회장이 물러났다.",
        "김나래 회장은 갈대연구원 실장 시절인 2012년에 이 사업을 꺼냈다.",
        "김나래 회장은 갈대연구원 실장으로 있던 2012년에 이 사업을 꺼냈다.",
        "김나래 회장은 갈대연구원 실장으로 일하면서 이 사업을 꺼냈다.",
        "김나래 회장이 갈대연구원 실장이던 2012년에 이 사업을 꺼냈다.",
        "김나래 회장은 갈대연구원 실장 등 요직을 두루 거친 사람이다.",
        "갈대연구원 실장을 끝으로 자리를 떠난 김나래 회장이 왔다.",
        "갈대연구원 실장을 맡았던 김나래 회장이 왔다.",
        "갈대연구원 실장을 지낸 김나래 씨가 대표를 맡았다.",
    ],
)
def test_a_former_office_may_be_told_by_its_time_or_before_its_holder(text: str) -> None:
    found = {
        (role.title, role.former)
        for role in claims_of(Role, text, person="김나래", institute="갈대연구원")
        if role.organization is not None
    }
    assert found == {("실장", True)}


def test_an_office_before_the_topic_is_not_the_topics() -> None:
    text = "갈대연구원 실장 시절 꺼낸 이 일은 김나래 회장이 그만두었다."
    assert _roles(text, person="김나래", institute="갈대연구원") == set()


def test_who_acts_for_a_mayor_is_the_one_named_last() -> None:
    text = "이다래 나래시장이 물러나 김나래 제1부시장이 시장 권한대행을 맡았다."
    named = {"person": "이다래, 김나래", "region": "나래시"}
    acting = [
        (role.person, role.title, role.organization is not None)
        for role in claims_of(Role, text, **named)
        if role.acting
    ]
    assert acting == [("김나래", "시장", True)]


def test_heads_may_be_named_one_after_the_other() -> None:
    text = "갈대연구원 초대 원장은 이다래, 2대 원장은 김나래다."
    named = {"person": "이다래, 김나래", "institute": "갈대연구원"}
    found = {(role.title, role.organization is not None) for role in claims_of(Role, text, **named)}
    assert found == {("원장", True)}
    assert len(claims_of(Role, text, **named)) == 2


def test_the_first_of_an_office_has_its_title() -> None:
    text = "도는 갈대연구원 초대원장에 김나래를 임명했다."
    assert _roles(text, person="김나래", institute="갈대연구원") == {("원장", False)}


def test_a_seat_that_bodies_share_is_held_in_each() -> None:
    found = claims_of(
        Role,
        "김나래 원장은 갈대연구원, 두루진흥원 위원을 맡고 있으며, 가온대에서 도시정책 과정 "
        "겸임교수를 겸해 왔다.",
        person="김나래",
        institute="갈대연구원, 두루진흥원",
        university="가온대",
    )
    assert {(role.organization, role.title) for role in found} >= {
        ("갈대연구원", "위원"),
        ("두루진흥원", "위원"),
        ("가온대", "겸임교수"),
    }


def test_points_join_the_posts_of_one_body() -> None:
    found = claims_of(
        Role,
        "서도담 원장은 나래부 재정관리관·예산총괄심의관·공공정책국장 등을 역임했다.",
        person="서도담",
        government="나래부",
    )
    assert {(r.title, r.organization) for r in found if r.former} == {
        ("재정관리관", "나래부"),
        ("예산총괄심의관", "나래부"),
        ("공공정책국장", "나래부"),
    }


def test_who_tells_of_an_appointment_is_not_appointed() -> None:
    found = claims_of(
        Role,
        "나래부 차관에 임명했다고 서도담 다온실 대변인이 밝혔다.",
        person="서도담",
        government="나래부, 다온실",
    )
    assert {(r.title, r.organization) for r in found} == {("대변인", "다온실")}


def test_a_post_of_the_same_name_elsewhere_is_another() -> None:
    found = claims_of(
        Role,
        "서도담 나래연구원장은 두루연구원 실장, 가람연구원장을 지냈다.",
        person="서도담",
        institute="나래연구원, 두루연구원, 가람연구원",
    )
    assert ("원장", "가람연구원") in {(r.title, r.organization) for r in found if r.former}
