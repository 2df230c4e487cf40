from __future__ import annotations

import time

import pytest

from extractors.relations.budget_amounts import bundles
from extractors.relations.budget_view import View, scene_of
from extractors.relations.budgets import relate, ruled_sums
from extractors.relations.demonstratives import settle
from graph.model import Budget, BudgetKind, Funder
from tests.extractors.relations.told import claims_of, reading_of

EOK = 10**8


def sums(text: str, **named: str) -> set[tuple[str | None, int, str, str | None]]:
    return {
        (budget.project, budget.money.amount // EOK, budget.kind.value, budget.source)
        for budget in claims_of(Budget, text, **named)
    }


def ruled(text: str, **named: str) -> list[str | None]:
    """The owners that the rules alone tell, "?" where they tell none."""
    found = ruled_sums(settle(reading_of(text, **named)))
    return [owner.project if owner else "?" for _, owner in found]


def test_a_breakdown_gives_a_total_and_its_shares() -> None:
    found = sums(
        "청양군은 ‘구기자 가공센터’에 총 90억원(국비 45억원, 도비 15억원, 군비 30억원)을 "
        "투입한다고 밝혔다.",
        region="청양군",
        project="구기자 가공센터",
    )
    assert found == {
        ("구기자 가공센터", 90, "total", None),
        ("구기자 가공센터", 45, "share", "national"),
        ("구기자 가공센터", 15, "share", "province"),
        ("구기자 가공센터", 30, "share", "city"),
    }


def test_shares_added_up_belong_to_one_project() -> None:
    found = sums(
        "당시 해조류 연구단지의 총사업비는 국비 620억원과 지방비 180억원을 더한 800억원이었다.",
        project="해조류 연구단지",
    )
    assert found == {
        ("해조류 연구단지", 800, "total", None),
        ("해조류 연구단지", 620, "share", "national"),
        ("해조류 연구단지", 180, "share", "local"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "완도군은 250억원을 들여 ‘해조류 실증센터’를 짓는다고 설명했다.",
        "250억원이 투입되는 ‘해조류 실증센터’가 완도에 들어선다고 군은 설명했다.",
        "군은 250억원 규모의 ‘해조류 실증센터’를 내년에 짓겠다고 설명했다.",
        "‘해조류 실증센터’에는 2028년까지 모두 250억원이 들어간다고 설명했다.",
        "‘해조류 실증센터’(250억원)를 내년에 짓겠다고 군은 설명했다.",
    ],
)
def test_a_sum_finds_the_project_that_it_builds(text: str) -> None:
    assert ("해조류 실증센터", 250, "total", None) in sums(text, project="해조류 실증센터")


def test_a_sum_without_a_name_goes_to_what_the_text_is_about() -> None:
    found = sums(
        "거창군은 ‘승강기 시험타워’를 세운다고 10일 밝혔다. 군은 주민 설명회도 연다는 계획이다. "
        "총사업비는 320억원으로 내년부터 나눠 들어간다.",
        region="거창군",
        project="승강기 시험타워",
    )
    assert found == {("승강기 시험타워", 320, "total", None)}


def test_sums_shared_out_go_to_their_projects_in_order() -> None:
    found = sums(
        "‘산양삼 연구동’과 ‘약초 물류동’에는 각각 70억원, 30억원이 투입된다고 군은 밝혔다.",
        project="산양삼 연구동, 약초 물류동",
    )
    assert {(project, amount) for project, amount, _, _ in found} == {
        ("산양삼 연구동", 70),
        ("약초 물류동", 30),
    }


def test_money_for_several_projects_has_none() -> None:
    found = ruled(
        "군은 ‘산양삼 연구동’ 등을 짓는다고 밝혔다. "
        "이들 사업에는 2027년까지 총 210억원이 투입된다.",
        project="산양삼 연구동",
    )
    assert found == [None]


def test_a_firms_own_money_is_an_investment_without_a_project() -> None:
    found = sums(
        "한빛정밀은 480억원을 들여 거창에 공장을 새로 짓기로 했다고 밝혔다.",
        company="한빛정밀",
        region="거창",
    )
    assert found == {(None, 480, "investment", None)}


@pytest.mark.parametrize(
    "text",
    [
        "‘해조류 실증센터’의 지난해 매출은 150억원이라고 군은 밝혔다.",
        "‘해조류 실증센터’가 돌아가면 생산유발효과는 900억원에 이를 전망이다.",
        "‘해조류 실증센터’는 지난해보다 40억원 늘었다고 군은 설명했다.",
        "완도군의 전복 수출액은 1200억원으로 역대 가장 많았다고 한다.",
    ],
)
def test_sales_effects_and_differences_are_no_budgets(text: str) -> None:
    assert not sums(text, project="해조류 실증센터", region="완도군")


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


def test_a_sum_said_again_in_another_currency_counts_once() -> None:
    found = claims_of(
        Budget,
        "푸른식품은 완도에 2천만 달러(약 270억원)를 투자해 공장을 짓는다고 밝혔다.",
        company="푸른식품",
    )
    assert [budget.money.currency for budget in found] == ["USD"]


def test_cash_and_kind_of_a_share_are_no_shares() -> None:
    found = sums(
        "‘해조류 실증센터’에는 국비 60억원, 지방비 102억원(현금 63억원, 현물 39억원)이 들어간다.",
        project="해조류 실증센터",
    )
    assert {amount for _, amount, _, _ in found} == {60, 102}


def test_what_sales_grow_to_is_no_budget() -> None:
    text = "청양군은 ‘구기자 가공센터’로 매출을 현재 2천억원에서 4천억원으로 늘린다."
    assert sums(text, region="청양군", project="구기자 가공센터") == set()


def test_shares_may_leave_their_unit_to_the_last_of_them() -> None:
    found = sums(
        "청양군은 ‘구기자 가공센터’에 총 90억원(국비 45, 도비 15, 군비 30억원)을 투입한다.",
        region="청양군",
        project="구기자 가공센터",
    )
    assert found == {
        ("구기자 가공센터", 90, "total", None),
        ("구기자 가공센터", 45, "share", "national"),
        ("구기자 가공센터", 15, "share", "province"),
        ("구기자 가공센터", 30, "share", "city"),
    }


def test_shares_may_leave_their_unit_to_the_total() -> None:
    found = sums(
        "‘해조류 실증센터’ 사업비는 2027년까지 총 86억원(국비60, 지방비26)이다.",
        project="해조류 실증센터",
    )
    assert found == {
        ("해조류 실증센터", 86, "total", None),
        ("해조류 실증센터", 60, "share", "national"),
        ("해조류 실증센터", 26, "share", "local"),
    }


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("‘해조류 실증센터’의 나머지 17억원은 한국해조연구원이 자체 부담한다.", "private"),
        ("‘해조류 실증센터’는 절반인 17억원을 나라에서 받는다고 한다.", "national"),
        ("‘해조류 실증센터’에는 조합이 스스로 내는 17억원도 들어간다.", "private"),
        (
            "‘해조류 실증센터’ 사업비 중 17억원은 한국해조연구원(해조연)이, 3억원은 도가 낸다.",
            "private",
        ),
    ],
)
def test_a_payer_may_be_told_in_other_words(text: str, source: str) -> None:
    found = sums(text, project="해조류 실증센터", institute="한국해조연구원")
    assert ("해조류 실증센터", 17, "share", source) in found


def test_a_noun_means_the_project_whose_name_holds_it() -> None:
    found = sums(
        "군은 ‘해조류 가공단지’와 ‘바다소재 실증 테스트베드’를 함께 짓는다고 밝혔다. "
        "테스트베드에는 2027년까지 120억원이 들어간다.",
        project="해조류 가공단지, 바다소재 실증 테스트베드",
    )
    assert found == {("바다소재 실증 테스트베드", 120, "total", None)}


def test_a_noun_that_no_name_holds_is_not_the_project_talked_about() -> None:
    found = ruled(
        "군은 ‘해조류 가공단지’를 짓는다고 밝혔다. 2단계는 증설이다. "
        "2027년까지 120억원이 들어간다.",
        project="해조류 가공단지",
    )
    assert found == ["?"]


def test_what_firms_invest_is_not_the_budget_of_the_site_before() -> None:
    found = ruled(
        "전남도는 ‘해조류 특구’를 지정했다고 밝혔다. 두 회사는 공장을 짓고 30명을 뽑는다. "
        "투자액을 합치면 108억원이다.",
        project="해조류 특구",
    )
    assert found == [None]


def test_money_for_many_things_is_the_programmes_that_was_just_named() -> None:
    found = sums(
        "시는 ‘바다산단 조성사업’을 시작했다고 밝혔다. "
        "에너지 자급 기반 구축 등 7개 사업에 2027년까지 646억원이 투입된다.",
        project="바다산단 조성사업",
    )
    assert found == {("바다산단 조성사업", 646, "total", None)}


def test_an_ordinance_owns_no_money() -> None:
    found = sums(
        "바다투자금융은 ‘바다금융 설립 조례’에 따라 시가 자본금 500억원을 대어 세운 회사다.",
        project="바다금융 설립 조례",
    )
    assert all(project is None for project, *_ in found)


def test_a_project_named_in_passing_does_not_take_over() -> None:
    found = ruled(
        "‘바다활력타운’은 완도에 들어선다고 군이 밝혔다. 주택 70채와 주민센터를 세운다. "
        "2028년까지 379억원이 투입된다.",
        project="바다활력타운, 주민센터",
    )
    assert found == ["바다활력타운"]


def test_each_sum_in_brackets_is_that_of_the_name_before_it() -> None:
    found = sums(
        "1단계는 구기자 가공센터(40억원)와 산양삼 연구동(30억원)으로 이뤄진다.",
        project="1단계, 구기자 가공센터, 산양삼 연구동",
    )
    assert found == {
        ("구기자 가공센터", 40, "total", None),
        ("산양삼 연구동", 30, "total", None),
    }


def test_a_plain_word_that_ends_a_name_means_it_where_its_cost_is_told() -> None:
    found = sums(
        "‘해조류 연구단지’ 1단계를 착공했다. 연구단지의 총사업비는 800억원이다.",
        project="해조류 연구단지, 1단계",
    )
    assert found == {("해조류 연구단지", 800, "total", None)}


def test_an_ordinance_that_is_talked_about_owns_no_money_either() -> None:
    found = sums(
        "‘청양군 약초 지원 조례’를 제정했다. 사업비는 30억원이다.",
        project="청양군 약초 지원 조례",
    )
    assert found == set()


def test_only_the_whole_of_a_raised_sum_counts() -> None:
    found = sums(
        "‘구기자 가공센터’ 예산은 20억원에서 5억원을 더한 25억원이다.", project="구기자 가공센터"
    )
    assert {amount for _, amount, *_ in found} == {25}


def test_a_size_of_a_market_is_no_budget() -> None:
    assert sums("한 해 3조원 시장으로 자란 ‘약초 산업’을 키운다.", project="약초 산업") == set()


def test_bodies_that_pay_each_their_part_give_shares() -> None:
    found = sums(
        "‘해조류 연구단지’에는 전라남도가 30억원, 완도군이 20억원을 댔다.",
        region="전라남도, 완도군",
        project="해조류 연구단지",
    )
    assert {(amount, kind) for _, amount, kind, _ in found} >= {(20, "share")}


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


def test_a_part_without_a_payers_word_is_a_share_where_the_parts_add_up() -> None:
    found = sums(
        "‘구기자 가공센터’에는 국비 40억원에 바다대 몫 10억원을 더해 총 50억원이 들어간다.",
        project="구기자 가공센터",
    )
    assert {(amount, kind) for _, amount, kind, _ in found} == {
        (40, "share"),
        (10, "share"),
        (50, "total"),
    }


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


def test_money_that_is_asked_for_is_no_cost() -> None:
    found = sums(
        "군은 ‘해조류 연구단지’에 쓸 30억원 규모의 사업을 건의했다.", project="해조류 연구단지"
    )
    assert {kind for _, _, kind, _ in found} <= {"other"}


def test_one_numbered_item_does_not_own_the_sum_before_the_list() -> None:
    found = sums(
        "‘해조류 특구’ 사업비는 모두 50억원으로 ①기반 구축 20억원 ②실증 연구 30억원으로 나뉜다.",
        project="해조류 특구, 기반 구축, 실증 연구",
    )
    assert ("기반 구축", 50, "total", None) not in found


def test_a_call_does_not_own_the_money_of_what_it_chose() -> None:
    found = ruled(
        "‘구기자 가공센터’를 짓는다. ‘약초 사업’ 공모에 지난해 뽑힌 시설로, 40억원을 들인다.",
        project="구기자 가공센터, 약초 사업",
    )
    assert found == ["구기자 가공센터"]


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


def test_a_room_among_others_is_not_what_the_money_builds() -> None:
    text = "군은 40억 원을 들여 창업지원센터, 공장 14실, 회의실 3곳을 갖춘다."
    reading = reading_of(text, project="창업지원센터")
    owners = [owner for _, owner in ruled_sums(reading)]
    assert all(owner is None or owner.rule != "builds" for owner in owners)
