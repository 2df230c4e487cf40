"""Whose purse an article is about, and what a bare sum in it is."""

from __future__ import annotations

from extractors.relations.budget_purse import purse_of
from graph.model import Budget, BudgetKind, Funder
from tests.extractors.relations.told import claims_of, reading_of

CITY = "나래시는 내년도 본예산안을 2일 시의회에 냈다. ‘들샘 회관’에 12억원이 잡혔다."
STATE = "나래시는 내년도 정부예산에서 국비 900억원을 확보했다. ‘들샘 회관’ 12억원이 대표적이다."


def test_a_citys_own_budget_is_not_paid_by_the_state() -> None:
    purse = purse_of(reading_of(CITY, project="들샘 회관"))
    assert purse is not None
    assert (purse.kind, purse.source) == (BudgetKind.ANNUAL, None)


def test_what_was_won_out_of_one_years_state_budget_is_that_years() -> None:
    purse = purse_of(reading_of(STATE, project="들샘 회관"))
    assert purse is not None
    assert (purse.kind, purse.source) == (BudgetKind.ANNUAL, Funder.NATIONAL)


def test_the_cost_of_what_a_budget_gives_money_to_stays_a_whole() -> None:
    text = STATE + " 300억원짜리 ‘너울 체험관’도 첫발을 뗐다."
    found = claims_of(Budget, text, project="들샘 회관, 너울 체험관")
    kinds = {budget.money.amount // 10**8: budget.kind for budget in found}
    assert kinds[300] is BudgetKind.TOTAL
