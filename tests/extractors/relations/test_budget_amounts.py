"""Which sums are budgets, and which are sales, prices, differences or wishes."""

from __future__ import annotations

import pytest

from graph.model import Budget
from tests.extractors.relations.costs import sums
from tests.extractors.relations.told import claims_of


@pytest.mark.parametrize(
    "text",
    [
        "‘해조류 실증센터’의 지난해 매출은 150억원이라고 군은 밝혔다.",
        "‘해조류 실증센터’가 돌아가면 생산유발효과는 900억원에 이를 전망이다.",
        "‘해조류 실증센터’는 지난해보다 40억원 늘었다고 군은 설명했다.",
        "완도군의 전복 수출액은 1200억원으로 역대 가장 많았다고 한다.",
        "해조류 산업은 세계 시장규모가 약 17조원으로, 해마다 5%씩 크는 분야다.",
    ],
)
def test_sales_effects_and_differences_are_no_budgets(text: str) -> None:
    assert not sums(text, project="해조류 실증센터", region="완도군")


@pytest.mark.parametrize(
    "text",
    [
        "군은 ‘해조류 실증센터’를 짓는 데 250억원을 쓴다고 설명했다.",
        "‘해조류 실증센터’를 짓는 데 군이 250억원을 내놓는다고 설명했다.",
    ],
)
def test_a_large_sum_needs_no_cue_of_spending(text: str) -> None:
    found = sums(text, project="해조류 실증센터")
    assert ("해조류 실증센터", 250, "total", None) in found


@pytest.mark.parametrize(
    "text",
    [
        "푸른식품은 1단계에서 매출 575억원, 투자유치 200억원, 고용 30명의 성과를 냈다.",
        "지분을 넘겨받으며 치른 값은 500억원이었다고 회사는 설명했다.",
        "군은 목표인 900억원을 넘겼다고 설명했다.",
    ],
)
def test_results_and_prices_are_no_budgets(text: str) -> None:
    assert not sums(text, company="푸른식품")


@pytest.mark.parametrize(
    "text",
    [
        "‘해조류 실증센터’ 사업비는 처음보다 늦게 330억원 불어난 끝에 굳어졌다.",
        "‘해조류 실증센터’를 넣은 군의 몫은 한 해 새 206억 원(3.8%) 많은 액수다.",
        "‘해조류 실증센터’를 둔 군은 올해 1조원을 채운다는 목표를 내걸었다.",
        "‘해조류 실증센터’가 이끄는 양식업을 5년 안에 4000억원 규모로 키운다.",
        "‘해조류 실증센터’에서 취득세만 20억 원쯤 들어올 것으로 군은 내다봤다.",
        "‘해조류 실증센터’를 지으며 낸 지방채 가운데 75억 원을 앞당겨 갚았다.",
        "‘해조류 실증센터’의 효과를 완도 600억원으로 내다본다.",
    ],
)
def test_marks_debts_taxes_and_what_is_more_are_no_budgets(text: str) -> None:
    assert not sums(text, project="해조류 실증센터", region="완도군")


@pytest.mark.parametrize(
    "text",
    [
        "‘해조류 실증센터’가 서면 직접투자 3천억원이 날 것으로 군은 추산했다.",
        "‘해조류 실증센터’에서 자란 기업들이 받은 투자는 총 467억원이다.",
        "‘해조류 실증센터’를 품은 기금은 S등급 88억원, A등급 80억원으로 나눈다.",
        "‘해조류 실증센터’의 김을 두바이가 150억원어치 사 간 덕이다.",
        "‘해조류 실증센터’ 공모로 사업당 5~16억 원의 국비를 지원받는다.",
    ],
)
def test_what_comes_of_a_project_and_what_each_of_many_gets_are_no_budgets(text: str) -> None:
    assert not sums(text, project="해조류 실증센터", region="완도군")


def test_a_cost_is_filled_by_its_payers() -> None:
    text = "‘해조류 실증센터’의 사업비 250억원을 채우는 돈줄은 세 갈래다."
    assert ("해조류 실증센터", 250, "total", None) in sums(text, project="해조류 실증센터")


def test_a_sum_said_in_our_money_behind_a_comma_counts_once() -> None:
    found = claims_of(
        Budget,
        "푸른식품은 완도에 3억 유로, 우리 돈으로 4천억 원을 투자해 공장을 짓는다고 밝혔다.",
        company="푸른식품",
    )
    assert [budget.money.currency for budget in found] == ["EUR"]


def test_a_sum_said_again_in_another_currency_counts_once() -> None:
    found = claims_of(
        Budget,
        "푸른식품은 완도에 2천만 달러(약 270억원)를 투자해 공장을 짓는다고 밝혔다.",
        company="푸른식품",
    )
    assert [budget.money.currency for budget in found] == ["USD"]


def test_what_sales_grow_to_is_no_budget() -> None:
    text = "청양군은 ‘구기자 가공센터’로 매출을 현재 2천억원에서 4천억원으로 늘린다."
    assert sums(text, region="청양군", project="구기자 가공센터") == set()


def test_only_the_whole_of_a_raised_sum_counts() -> None:
    found = sums(
        "‘구기자 가공센터’ 예산은 20억원에서 5억원을 더한 25억원이다.", project="구기자 가공센터"
    )
    assert {amount for _, amount, *_ in found} == {25}


def test_a_size_of_a_market_is_no_budget() -> None:
    assert sums("한 해 3조원 시장으로 자란 ‘약초 산업’을 키운다.", project="약초 산업") == set()


def test_money_that_is_asked_for_is_no_cost() -> None:
    found = sums(
        "군은 ‘해조류 연구단지’에 쓸 30억원 규모의 사업을 건의했다.", project="해조류 연구단지"
    )
    assert {kind for _, _, kind, _ in found} <= {"other"}
