from __future__ import annotations

import pytest

from extractors.relations.status import together
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


def test_a_noun_that_stands_for_a_project_makes_it_a_candidate() -> None:
    text = (
        "나래시가 ‘갯벌 연구센터’와 ‘들샘 산책로’, ‘너울 공원’을 소개했다. "
        "‘너울 공원’은 시민의 쉼터다. ‘들샘 산책로’는 길이가 5㎞다. 갯벌센터는 내년 착공한다."
    )
    reading = reading_of(text, project="갯벌 연구센터, 들샘 산책로, 너울 공원")
    found = [c for c in candidates(reading, []) if c.word.word == "착공"]
    assert any(cue.startswith("noun=") for c in found for cue in c.pair)


@pytest.mark.parametrize("word", ["재개", "접수", "결성", "굴러가", "신청서", "발주", "이뤄지"])
def test_words_of_the_list_are_found(word: str) -> None:
    told = {"재개": "공사를 재개했다", "접수": "신청을 접수했다", "결성": "펀드를 결성했다"}
    told |= {
        "신청서": "신청서를 넣었다",
        "발주": "공사를 발주했다",
        "이뤄지": "실증이 이뤄지고 있다",
    }
    text = f"나래시가 ‘갯벌 연구센터’ {told.get(word, '사업이 굴러가고 있다')}."
    reading = reading_of(text, project="갯벌 연구센터")
    assert word in {w.word for s in reading.document.sentences for w in words_that_tell(reading, s)}


def test_what_is_told_twice_is_likelier_than_what_is_told_once() -> None:
    text = "‘갯벌 연구센터’가 내년 착공한다.\n\n‘갯벌 연구센터’는 내년 5월 착공할 예정이다."
    reading = reading_of(text, project="갯벌 연구센터")
    started = [c for c in candidates(reading, []) if c.milestone is Milestone.STARTED]
    assert len({c.word.start for c in started}) > 1
    chances = [chance for chance, _ in together([(0.3, c) for c in started])]
    assert max(chances) == pytest.approx(1 - 0.7 ** len(started))
    assert sorted(chances)[:-1] == [0.3] * (len(started) - 1)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("군은 ‘2023년 갯벌 재생사업’ 공모에 최종 선정됐다고 밝혔다.", None),
        ("군은 2022년 ‘2023년 갯벌 재생사업’ 공모에 최종 선정됐다.", "2022"),
    ],
)
def test_a_year_in_a_projects_name_dates_nothing(text: str, date: str | None) -> None:
    found = stages(text, project="2023년 갯벌 재생사업")
    assert {told for _, stage, told, _ in found if stage is Milestone.SELECTED} == {date}


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("‘갯벌 연구센터’를 준공하고 도로를 낸다.", True),
        ("‘갯벌 연구센터’를 착공하며 길을 닦을 계획이다.", True),
        ("연말 준공되는 ‘갯벌 연구센터’를 소개했다.", True),
        ("‘갯벌 연구센터’ 착공에 들어간다.", True),
        ("‘갯벌 연구센터’를 준공하고 잔치를 열었다.", False),
        ("‘갯벌 연구센터’를 착공하며 길을 닦았다고 밝혔다.", False),
        ("공모에 선정돼 국비 40억원을 받게 된다.", False),
    ],
)
def test_a_word_without_tense_has_that_of_its_sentence(text: str, ahead: bool) -> None:  # noqa: FBT001
    reading = reading_of(text, project="갯벌 연구센터")
    words = [w for s in reading.document.sentences for w in words_that_tell(reading, s)]
    known = [w for w in words if w.word in {"준공", "착공", "선정"}]
    assert [w.ahead for w in known] == [ahead]


def test_a_day_told_elsewhere_dates_the_milestone() -> None:
    found = stages(
        "‘갯벌 연구센터’가 준공됐다. 군은 그동안 갯벌을 살려 왔다. "
        "‘갯벌 연구센터’는 2023년 7월 준공됐다.",
        project="갯벌 연구센터",
    )
    assert ("갯벌 연구센터", Milestone.COMPLETED, "2023-07", False) in found


def test_what_is_chosen_as_the_best_of_its_kind_wins_nothing() -> None:
    text = "나래군은 ‘갯벌 연구센터’ 등 올해를 빛낸 성과 10건을 선정했다."
    reading = reading_of(text, project="갯벌 연구센터")
    words = [w.word for s in reading.document.sentences for w in words_that_tell(reading, s)]
    assert "선정" not in words


@pytest.mark.parametrize(
    "text",
    [
        "‘낡은 산단 되살리기’는 착공 후 20년 이상 지난 산업단지의 도로를 고친다.",
        "‘낡은 산단 되살리기’는 준공된 지 30년이 넘은 산업단지의 도로를 고친다.",
    ],
)
def test_how_old_a_thing_is_tells_no_step(text: str) -> None:
    reading = reading_of(text, project="낡은 산단 되살리기")
    words = {w.word for s in reading.document.sentences for w in words_that_tell(reading, s)}
    assert not words & {"착공", "준공"}


def test_a_step_that_is_done_takes_no_day_that_is_ahead() -> None:
    found = stages(
        "‘다래 시험센터’가 예비타당성조사를 통과했다. 이 센터는 내년 3월 승인될 전망이다.",
        project="다래 시험센터",
    )
    assert ("다래 시험센터", Milestone.APPROVED, None, False) in found


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("‘갯벌 연구센터’는 2029년 시제품 생산을 목표로 지난달 착공했다.", "2024-05"),
        ("군은 2029년 시제품 생산을 목표로 ‘갯벌 연구센터’를 착공했다.", None),
        ("군은 2029년 철도 개통에 맞춰 ‘갯벌 연구센터’를 착공했다.", None),
    ],
)
def test_the_year_of_an_aim_dates_no_step_towards_it(text: str, date: str | None) -> None:
    found = stages(text, project="갯벌 연구센터")
    assert {told for _, stage, told, _ in found if stage is Milestone.STARTED} == {date}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("‘갯벌 연구센터’의 완공 시점이 2025년 12월에서 2027년 6월로 늦춰진다.", "2027-06"),
        ("‘갯벌 연구센터’ 준공이 당초 2025년에서 2026년으로 1년 연기됐다.", "2026"),
        ("‘갯벌 연구센터’는 준공 시기를 오는 10월에서 내년 3월로 미뤘다.", "2025-03"),
        ("‘갯벌 연구센터’는 준공을 2028년에서 2026년으로 앞당긴다.", "2026"),
    ],
)
def test_what_is_put_off_is_still_to_come_on_the_later_told_day(text: str, date: str) -> None:
    found = stages(text, project="갯벌 연구센터")
    told = {(when, ahead) for _, stage, when, ahead in found if stage is Milestone.COMPLETED}
    assert told == {(date, True)}


def test_a_notice_on_the_buying_of_land_approves_nothing() -> None:
    text = "‘갯벌 연구센터’는 지난 5월 보상 계획을 공고했다."
    reading = reading_of(text, project="갯벌 연구센터")
    assert not [w for s in reading.document.sentences for w in words_that_tell(reading, s)]


def test_what_is_started_starts_with_the_first_year_of_its_period() -> None:
    reading = reading_of(
        "‘갯벌 연구센터’ 사업기간은 2026년부터 2029년까지다.", project="갯벌 연구센터"
    )
    told = {(c.milestone, str(c.date)) for c in candidates(reading, []) if c.word.word == "기간"}
    assert (Milestone.STARTED, "2026") in told
    assert (Milestone.STARTED, "2029") not in told
