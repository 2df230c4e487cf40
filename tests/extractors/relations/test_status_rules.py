from __future__ import annotations

import pytest

from extractors.relations.demonstratives import settle
from extractors.relations.status_rules import ruled
from graph.model import Milestone
from tests.extractors.relations.told import reading_of


def stages(text: str, **named: str) -> set[tuple[str, Milestone, str | None, bool]]:
    return {
        (claim.project, claim.status, str(claim.date) if claim.date else None, claim.scheduled)
        for claim in ruled(settle(reading_of(text, **named)))
    }


@pytest.mark.parametrize(
    ("text", "milestone", "date", "scheduled"),
    [
        ("‘목재 실증단지’는 지난해 3월 첫 삽을 떴다.", Milestone.STARTED, "2023-03", False),
        ("‘목재 실증단지’는 내년 5월 착공할 예정이다.", Milestone.STARTED, "2025-05", True),
        ("‘목재 실증단지’는 2027년 준공이 목표다.", Milestone.COMPLETED, "2027", True),
        ("‘목재 실증단지’가 지난달 문을 열었다.", Milestone.OPENED, "2024-05", False),
        (
            "‘목재 실증단지’는 2022년 4월 예비타당성조사를 통과했다.",
            Milestone.APPROVED,
            "2022-04",
            False,
        ),
        ("‘목재 실증단지’가 2023년 7월 공모에 선정됐다.", Milestone.SELECTED, "2023-07", False),
        ("군은 ‘목재 실증단지’를 추진하고 있다.", Milestone.UNDER_WAY, None, False),
        ("군은 ‘목재 실증단지’를 조성하기로 했다.", Milestone.PLANNED, None, False),
        (
            "군은 2027년까지 90억원을 들여 ‘목재 실증단지’를 조성한다.",
            Milestone.COMPLETED,
            "2027",
            True,
        ),
    ],
)
def test_the_verb_and_its_date_tell_the_stage(
    text: str,
    milestone: Milestone,
    date: str | None,
    scheduled: bool,  # noqa: FBT001
) -> None:
    assert stages(text, project="목재 실증단지") == {("목재 실증단지", milestone, date, scheduled)}


def test_a_region_is_named_as_a_zone_and_the_zone_is_designated() -> None:
    found = stages(
        "완도군은 2023년 12월 ‘해조류 특구’로 지정됐다.", region="완도군", project="해조류 특구"
    )
    assert found == {("해조류 특구", Milestone.DESIGNATED, "2023-12", False)}


def test_the_day_of_the_announcement_dates_nothing() -> None:
    found = stages(
        "양구군은 10일 ‘시래기 특화단지’가 공모에 선정됐다고 밝혔다.",
        region="양구군",
        project="시래기 특화단지",
    )
    assert found == {("시래기 특화단지", Milestone.SELECTED, None, False)}


def test_a_stretch_of_years_starts_and_ends() -> None:
    found = stages("‘목재 실증사업’은 2021년부터 2026년까지 추진된다.", project="목재 실증사업")
    assert {
        ("목재 실증사업", Milestone.STARTED, "2021", False),
        ("목재 실증사업", Milestone.COMPLETED, "2026", True),
    } <= found


def test_a_failed_step_is_no_stage() -> None:
    assert not stages(
        "‘목재 실증단지’는 지난해 예비타당성조사를 통과하지 못했다.", project="목재 실증단지"
    )


@pytest.mark.parametrize(
    "text",
    [
        "‘목재 실증단지’는 올해 보상을 마무리하고 공사에 들어갈 계획이다.",
        "군은 내년까지 ‘목재 실증단지’의 실시설계를 완료할 예정이다.",
        "군은 ‘목재 실증단지’ 분양까지 끝낼 참이다.",
        "‘목재 실증단지’는 공모 선정을 거쳐 실시설계가 지난해 9월 완료됐다.",
    ],
)
def test_what_comes_before_the_work_completes_nothing(text: str) -> None:
    found = {status for _, status, _, _ in stages(text, project="목재 실증단지")}
    assert Milestone.COMPLETED not in found


@pytest.mark.parametrize(
    "text",
    [
        "올해도 ‘목재 실증단지’ 착공은 불발됐다.",
        "도는 ‘목재 실증단지’의 지정 해제를 결정했다.",
    ],
)
def test_what_came_to_nothing_or_was_taken_back_is_no_stage(text: str) -> None:
    assert not stages(text, project="목재 실증단지")


def test_an_event_was_held_on_its_day() -> None:
    found = stages("군은 지난 3일 열린 ‘약초 박람회’에서 새 제품을 선보였다.", event="약초 박람회")
    assert found == {("약초 박람회", Milestone.OPENED, "2024-06-03", False)}


@pytest.mark.parametrize(
    ("text", "status", "date", "ahead"),
    [
        ("군은 ‘약초 타운’을 조성해 관광객을 끌어모을 계획이다.", Milestone.PLANNED, None, False),
        ("군은 ‘약초 타운’을 조성할 방침이다.", Milestone.PLANNED, None, False),
        ("‘약초 타운’은 내년부터 차례로 조성된다.", Milestone.STARTED, "2025", True),
        ("‘약초 타운’은 2027년까지다.", Milestone.COMPLETED, "2027", True),
        ("군은 지난해 ‘약초 타운’을 지었다.", Milestone.COMPLETED, "2023", False),
        ("‘약초 타운’은 지난해 3월 후보지에 올랐다.", Milestone.SELECTED, "2023-03", False),
        ("‘약초 타운’은 지난해 예비타당성조사를 넘었다.", Milestone.APPROVED, "2023", False),
        ("군은 지난달 ‘약초 타운’ 조성에 돌입했다.", Milestone.STARTED, "2024-05", False),
        ("‘약초 타운’은 내년 운영을 시작한다.", Milestone.OPENED, "2025", True),
        ("군은 ‘약초 타운’ 조성을 서두르고 있다.", Milestone.UNDER_WAY, None, False),
        ("군은 이달 ‘약초 타운’ 계획서를 낸다.", Milestone.APPLIED, "2024-06", True),
    ],
)
def test_more_words_for_a_stage(
    text: str, status: Milestone, date: str | None, *, ahead: bool
) -> None:
    assert stages(text, project="약초 타운") == {("약초 타운", status, date, ahead)}


def test_a_ceremony_marks_its_projects_step() -> None:
    found = stages(
        "군은 지난 3일 ‘약초 타운 기공식’을 열었다.",
        project="약초 타운",
        event="약초 타운 기공식",
    )
    assert ("약초 타운", Milestone.STARTED, "2024-06-03", False) in found


@pytest.mark.parametrize(
    "text",
    [
        "‘약초 타운’은 군의 자랑이다. 지난해 국비 30억원을 따냈다.",
        "‘약초 타운’은 군의 자랑이다. 지난해 행정절차를 모두 마쳤다.",
        "‘약초 타운’은 군의 자랑이다. 준공 시점은 애초 2022년이었다.",
    ],
)
def test_what_is_done_to_something_else_is_no_stage(text: str) -> None:
    assert not stages(text, project="약초 타운")


def test_who_approves_is_not_what_is_approved() -> None:
    found = stages(
        "‘약초 타운’이 커진다. 지난해 5월 국토위원회가 계획을 승인했다.",
        project="약초 타운",
        government="국토위원회",
    )
    assert found == {("약초 타운", Milestone.APPROVED, "2023-05", False)}


def test_what_sort_of_thing_a_project_is_tells_no_stage() -> None:
    text = "‘목재 실증단지’는 산림청이 산촌을 살리려고 추진하는 사업이다."
    assert stages(text, project="목재 실증단지") == set()
