from __future__ import annotations

import pytest

from extractors.relations.status_candidates import candidates
from extractors.relations.status_words import words_that_tell
from graph.model import Milestone, Status
from tests.extractors.relations.told import claims_of, reading_of


def stages(text: str, **named: str) -> set[tuple[str, Milestone, str | None, bool]]:
    return {
        (claim.project, claim.status, str(claim.date) if claim.date else None, claim.scheduled)
        for claim in claims_of(Status, text, **named)
    }


@pytest.mark.parametrize(
    ("text", "milestone", "date", "scheduled"),
    [
        ("‘갯벌 연구센터’는 내년 5월 착공할 예정이다.", Milestone.STARTED, "2025-05", True),
        ("‘갯벌 연구센터’는 2027년 준공이 목표다.", Milestone.COMPLETED, "2027", True),
        ("‘갯벌 연구센터’가 지난달 문을 열었다.", Milestone.OPENED, "2024-05", False),
        ("‘갯벌 연구센터’가 2023년 7월 공모에 선정됐다.", Milestone.SELECTED, "2023-07", False),
        ("군은 ‘갯벌 연구센터’를 건립할 계획이다.", Milestone.PLANNED, None, False),
    ],
)
def test_the_likeliest_reading_of_a_word_is_told(
    text: str,
    milestone: Milestone,
    date: str | None,
    scheduled: bool,  # noqa: FBT001
) -> None:
    assert stages(text, project="갯벌 연구센터") == {("갯벌 연구센터", milestone, date, scheduled)}


def test_two_words_together_are_one_that_tells() -> None:
    reading = reading_of("‘갯벌 연구센터’가 지난달 문을 열었다.", project="갯벌 연구센터")
    words = [w for s in reading.document.sentences for w in words_that_tell(reading, s)]
    assert [(word.word, word.past) for word in words] == [("문 열", True)]


def test_a_word_in_a_projects_own_name_tells_nothing() -> None:
    text = "‘갯벌 준공 백서 사업’은 군의 자랑이다."
    assert not list(candidates(reading_of(text, project="갯벌 준공 백서 사업"), []))
