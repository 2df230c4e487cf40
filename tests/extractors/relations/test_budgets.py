"""Kinds and periods of budgets, and each of them once."""

from __future__ import annotations

import time

from extractors.relations.budgets import relate
from graph.model import Budget, BudgetKind, Funder
from tests.extractors.relations.costs import sums
from tests.extractors.relations.told import claims_of, reading_of


def test_a_period_stands_on_the_total_alone() -> None:
    found = claims_of(
        Budget,
        "‘목재 실증단지’에는 2027년까지 국비 60억원 등 100억원이 투입된다고 군은 밝혔다.",
        project="목재 실증단지",
    )
    periods = {budget.kind: str(budget.period) for budget in found}
    assert periods == {BudgetKind.SHARE: "None", BudgetKind.TOTAL: "-2027"}


def test_won_national_money_is_secured() -> None:
    (budget,) = claims_of(
        Budget,
        "양구군은 ‘시래기 특화단지’ 사업으로 국비 35억원을 확보했다고 10일 밝혔다.",
        region="양구군",
        project="시래기 특화단지",
    )
    assert (budget.kind, budget.source) == (BudgetKind.SECURED, Funder.NATIONAL)


def test_a_sum_said_twice_is_one_budget() -> None:
    found = claims_of(
        Budget,
        "‘목재 실증단지’에는 100억원이 투입된다. 100억원 규모의 ‘목재 실증단지’는 내년에 선다.",
        project="목재 실증단지",
    )
    assert len(found) == 1


def test_five_thousand_sums_are_read_in_seconds() -> None:
    line = (
        "‘목재 실증단지’에는 국비 {}억원, 도비 {}억원, 군비 {}억원 등이 투입된다고 군은 밝혔다.\n"
    )
    text = "".join(line.format(n + 1, n + 2, n + 3) for n in range(1700))
    reading = reading_of(text, project="목재 실증단지")
    started = time.perf_counter()
    list(relate(reading))
    assert time.perf_counter() - started < 20


def test_a_year_that_a_cost_runs_until_makes_it_no_years_money() -> None:
    found = sums(
        "‘해조류 연구단지’는 2027년까지 총사업비 300억원을 들여 짓는다.", project="해조류 연구단지"
    )
    assert found == {("해조류 연구단지", 300, "total", None)}


def test_in_a_state_budget_a_bare_sum_is_one_years_national_money() -> None:
    found = claims_of(
        Budget,
        "2025년도 정부 예산안이 국회를 통과했다. ‘해조류 연구단지’에는 30억원이 실렸다.",
        project="해조류 연구단지",
    )
    assert [(b.kind.value, b.source, str(b.period)) for b in found] == [
        ("annual", "national", "2025")
    ]


def test_a_whole_cost_in_a_state_budget_stays_one() -> None:
    found = sums(
        "2025년도 정부 예산안이 국회를 통과했다. ‘해조류 연구단지’의 총사업비는 300억원이다.",
        project="해조류 연구단지",
    )
    assert found == {("해조류 연구단지", 300, "total", None)}


def test_what_was_won_of_state_money_is_secured() -> None:
    found = sums(
        "완도군이 내년 국비를 대거 확보했다. ‘해조류 연구단지’ 30억원, ‘약초 물류동’ 20억원이다.",
        region="완도군",
        project="해조류 연구단지, 약초 물류동",
    )
    assert ("해조류 연구단지", 30, "secured", "national") in found


def test_a_list_of_one_years_money_says_so_once() -> None:
    found = sums(
        "올해 배정액은 △약초 물류동 30억원 △해조류 연구단지 20억원이다.",
        project="약초 물류동, 해조류 연구단지",
    )
    assert {kind for _, _, kind, _ in found} == {"annual"}


def test_what_firms_put_in_is_an_investment_also_in_a_zone() -> None:
    found = sums(
        "‘해조류 특구’에는 바다식품과 청정수산 등이 300억원을 투자한다.",
        project="해조류 특구",
        company="바다식품, 청정수산",
    )
    assert {kind for _, _, kind, _ in found} <= {"investment"}


def test_the_term_of_a_project_is_told_beside_its_cost() -> None:
    found = claims_of(
        Budget,
        "‘해조류 연구단지’를 짓는다. 사업 기간은 2025년부터 2028년까지다. "
        "‘해조류 연구단지’ 총사업비는 300억원이다.",
        project="해조류 연구단지",
    )
    assert [str(budget.period) for budget in found] == ["2025-2028"]


def test_what_was_voted_for_several_years_is_the_whole() -> None:
    found = sums(
        "‘해조류 연구단지’에 2025년부터 2027년까지 쓸 60억원이 담겼다.", project="해조류 연구단지"
    )
    assert {kind for _, _, kind, _ in found} == {"total"}


def test_what_is_spent_in_one_year_is_annual() -> None:
    text = "군은 올해 ‘메밀 저장시설’에 30억원을 투입한다."
    assert sums(text, project="메밀 저장시설") == {("메밀 저장시설", 30, "annual", None)}


def test_what_is_spent_from_this_year_on_is_not_annual() -> None:
    text = "군은 올해부터 3년간 ‘메밀 저장시설’에 30억원을 투입한다."
    assert sums(text, project="메밀 저장시설") == {("메밀 저장시설", 30, "total", None)}


def test_what_stands_in_the_states_budget_is_national() -> None:
    text = "내년 정부예산안에 ‘메밀 저장시설’ 설계비 7억원이 반영됐다."
    assert sums(text, project="메밀 저장시설") == {("메밀 저장시설", 7, "annual", "national")}


def test_what_is_only_needed_is_no_cost() -> None:
    text = "군은 ‘메밀 저장시설’에 500억원 이상이 필요할 것으로 본다."
    assert {kind for _, _, kind, _ in sums(text, project="메밀 저장시설")} == {"other"}


def test_a_headline_cuts_off_the_smaller_units() -> None:
    found = sums(
        "‘들깨 국가산단’에 3조 투입\n\n나래시는 ‘들깨 국가산단’을 짓는다고 10일 밝혔다. "
        "들깨 국가산단에는 총 3조 4000억원이 투입된다.",
        project="들깨 국가산단",
    )
    assert {amount for _, amount, _, _ in found} == {34000}
