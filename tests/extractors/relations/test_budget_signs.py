"""Signs around a sum: bullets that are no arrows, words for more than one project."""

from __future__ import annotations

import pytest

from extractors.relations.budget_view import View, scene_of
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
