"""Signs around a sum: bullets that are no arrows, words for more than one project."""

from __future__ import annotations

import pytest

from extractors.relations.budget_amounts import bundles
from extractors.relations.budget_scene import scene_of
from extractors.relations.budget_view import View
from extractors.relations.budgets import ruled_sums
from extractors.relations.demonstratives import settle
from graph.model import Budget
from tests.extractors.relations.told import claims_of, reading_of

EOK = 10**8


def amounts(text: str, **named: str) -> set[int]:
    return {budget.money.amount // EOK for budget in claims_of(Budget, text, **named)}


def test_a_bullet_behind_a_sum_is_no_arrow() -> None:
    text = "올해 예산에는 ▲나래 물길 정비 71억원 ▲들샘 회관 건립 54억원 ▲너울 쉼터 5억원이 담겼다."
    found = amounts(text, project="나래 물길 정비, 들샘 회관 건립, 너울 쉼터")
    assert found == {71, 54, 5}


def test_a_sum_that_is_told_to_have_grown_is_none_of_a_project() -> None:
    text = "‘나래 물길 정비’에 71억원이 든다. 지난해보다 12억원 ▲20% 커졌다."
    found = amounts(text, project="나래 물길 정비")
    assert found == {71}


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("‘나래 물길’과 ‘들샘 회관’ 두 사업의 총사업비는 622억원이다.", ("both",)),
        ("일반회계는 1조1천869억원이다. ‘나래 물길’도 들어 있다.", ("purse",)),
        ("‘나래 물길’에 71억원을 들인다.", ()),
    ],
)
def test_words_for_more_than_one_project_are_seen(text: str, signs: tuple[str, ...]) -> None:
    reading = settle(reading_of(text, project="나래 물길, 들샘 회관"))
    bundle, owner = next(ruled_sums(reading))
    assert View(scene_of(reading), bundle, owner, None, -1).signs == signs


def lost_before(text: str, sum_: str, **named: str) -> tuple[str, ...]:
    reading = reading_of(text, **named)
    at = text.index(sum_)
    for sentence in reading.document.sentences:
        for bundle in bundles(reading, sentence):
            if bundle.start <= at < bundle.end:
                return View(scene_of(reading), bundle, None, None, -1).lost
    raise AssertionError(sum_)


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("낡은 축사 매입 85억 원이 반영됐다", True),
        ("올해 예산 85억 원이 반영됐다", False),
        ("총사업비 85억 원이 반영됐다", False),
        ("‘갯벌 연구센터’ 85억 원이 반영됐다", False),
    ],
)
def test_a_sum_right_on_a_noun_that_is_no_project_is_seen(
    words: str,
    bare: bool,  # noqa: FBT001
) -> None:
    text = f"‘갯벌 연구센터’가 첫 삽을 떴다. 국회에서는 {words}."
    assert ("bare" in lost_before(text, "85억", project="갯벌 연구센터")) is bare


@pytest.mark.parametrize(
    ("text", "subject", "apart"),
    [
        ("들샘단지는 71억원을 들여 넓히고, 나래 물길은 내년에 판다.", "site:는", True),
        ("들샘시는 길을 냈고, 71억원으로 나래 물길을 판다.", "", False),
        ("들샘단지에 71억원을 들여 나래 물길을 판다.", "site:에", False),
    ],
)
def test_what_a_sums_clause_is_about_is_seen(
    text: str,
    subject: str,
    apart: bool,  # noqa: FBT001
) -> None:
    reading = settle(reading_of(text, project="나래 물길", site="들샘단지", region="들샘시"))
    bundle, owner = next(ruled_sums(reading))
    view = View(scene_of(reading), bundle, owner, None, -1)
    spots = [spot for spots in view.spots.values() for spot in spots]
    assert (view.subject, [spot.apart for spot in spots]) == (subject, [apart])


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("‘나래 물길’과 함께 △들샘 회관 정비(71억원) △너울 쉼터(5억원)가 뽑혔다.", True),
        ("뽑힌 곳은 △나래 물길(71억원) △들샘 회관(5억원)이다.", False),
        ("‘나래 물길’에는 국비(71억원)가 든다.", False),
    ],
)
def test_a_listed_item_that_no_name_stands_for_keeps_its_sum_to_itself(
    text: str,
    unread: bool,  # noqa: FBT001
) -> None:
    reading = settle(reading_of(text, project="나래 물길"))
    bundle, owner = next(ruled_sums(reading))
    assert View(scene_of(reading), bundle, owner, None, -1).is_unread is unread


def test_a_row_of_sums_gives_none_to_the_item_before() -> None:
    text = "반영된 사업은 나래 물길 71억원, 들샘회관건립(다래) 5억원, 너울길정비 3억원 등이다."
    found = {
        (budget.project, budget.money.amount // EOK)
        for budget in claims_of(Budget, text, project="나래 물길")
    }
    assert ("나래 물길", 71) in found
    assert not {("나래 물길", 5), ("나래 물길", 3)} & found


@pytest.mark.parametrize(
    "text",
    [
        "‘나래 물길’에 드는 기업에는 3억원 이내의 고용보조금을 준다.",
        "도는 사상 첫 국비 10조 원 달성을 목표로 ‘나래 물길’을 건의했다.",
    ],
)
def test_the_most_that_one_may_get_and_what_is_aimed_at_are_no_budgets(text: str) -> None:
    assert not amounts(text, project="나래 물길")


def test_a_sum_behind_a_month_is_not_told_monthly() -> None:
    text = "나래전지는 2021년 6월 860억원을 들여 공장을 착공했다. 직원은 월 50억원을 쓴다."
    assert amounts(text, company="나래전지") == {860}


@pytest.mark.parametrize(
    "text",
    [
        "‘나래 수출단지’에는 710억원이 들어간다고 시는 밝혔다.",
        "시는 710억원을 들여 수출 업체를 모을 ‘나래 수출단지’를 짓는다고 밝혔다.",
    ],
)
def test_words_of_trade_in_what_is_built_make_no_sum_a_sale(text: str) -> None:
    assert amounts(text, project="나래 수출단지") == {710}


def test_sales_are_no_budget() -> None:
    text = "‘나래 수출단지’는 지난해 수출 710억원을 기록했다고 시는 밝혔다."
    assert not amounts(text, project="나래 수출단지")


def test_a_firms_plant_without_a_name_is_seen() -> None:
    text = "‘나래 단지’에 기업이 모인다. 다솔전지는 71억원을 들여 부품 공장을 짓는다고 밝혔다."
    reading = settle(reading_of(text, project="나래 단지", company="다솔전지"))
    bundle, owner = next(ruled_sums(reading))
    assert "plant" in View(scene_of(reading), bundle, owner, None, -1).signs


def test_one_that_is_named_of_many_tasks_does_not_own_their_sum() -> None:
    text = "도는 ‘나래 물길’ 등 15건, 710억원의 추가 반영을 건의할 방침이라고 밝혔다."
    reading = settle(reading_of(text, project="나래 물길"))
    bundle, owner = next(ruled_sums(reading))
    assert list(View(scene_of(reading), bundle, owner, None, -1).candidates()) == [None]
