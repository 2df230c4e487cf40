"""Whose money a sum is."""

from __future__ import annotations

import pytest

from extractors.relations.budget_features import owner_features
from extractors.relations.budget_scene import scene_of
from extractors.relations.budget_view import View
from extractors.relations.budgets import ruled_sums
from extractors.relations.demonstratives import settle
from tests.extractors.relations.costs import ruled, sums
from tests.extractors.relations.told import reading_of


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


def test_a_room_among_others_is_not_what_the_money_builds() -> None:
    text = "군은 40억 원을 들여 창업지원센터, 공장 14실, 회의실 3곳을 갖춘다."
    reading = reading_of(text, project="창업지원센터")
    owners = [owner for _, owner in ruled_sums(reading)]
    assert all(owner is None or owner.rule != "builds" for owner in owners)


@pytest.mark.parametrize("words", ["70억원씩이 투입된다", "각각 70억원이 투입된다"])
def test_as_much_for_all_goes_to_each_of_a_list(words: str) -> None:
    found = sums(
        f"‘산양삼 연구동’과 ‘약초 물류동’에 {words}고 군은 밝혔다.",
        project="산양삼 연구동, 약초 물류동",
    )
    assert {(project, amount) for project, amount, _, _ in found} == {
        ("산양삼 연구동", 70),
        ("약초 물류동", 70),
    }


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("‘약초 펀드’를 만든다. 펀드의 밑천은 70억원이다.", "noun:b:this:"),
        ("‘약초 펀드’를 만든다. 센터에는 70억원을 들인다.", ""),
    ],
)
def test_a_noun_that_a_name_ends_in_speaks_for_it(text: str, sign: str) -> None:
    reading = settle(reading_of(text, project="약초 펀드"))
    bundle, owner = next(ruled_sums(reading))
    view = View(scene_of(reading), bundle, owner, None, -1)
    nouns = [one for one in owner_features(view, "약초 펀드") if one.startswith("noun:")]
    assert all(one.startswith(sign) for one in nouns)
    assert bool(nouns) is bool(sign)


@pytest.mark.parametrize(
    "lead", ["2023년~2025년, ", "2024~2026년, ", "1만2000㎡, ", "달래동 일원, "]
)
def test_a_bracket_may_open_with_years_or_a_place(lead: str) -> None:
    found = sums(
        f"사업은 ▲메밀 저장시설 구축사업({lead}150억) ▲들깨 착유시설 구축사업({lead}120억)이다.",
        project="메밀 저장시설 구축사업, 들깨 착유시설 구축사업",
    )
    assert {(project, amount) for project, amount, _, _ in found} == {
        ("메밀 저장시설 구축사업", 150),
        ("들깨 착유시설 구축사업", 120),
    }


def test_a_funds_money_is_what_it_pays_for() -> None:
    text = "‘해조류 실증센터’에 미래활력펀드 300억원을 빌려주는 안건이 통과됐다."
    assert ruled(text, project="해조류 실증센터, 미래활력펀드") == ["해조류 실증센터"]


def test_a_name_whose_clause_is_over_owns_no_later_sum() -> None:
    text = "군은 ‘해조류 실증센터’를 개관했고, 이듬해 3월에는 달래면 강변에 50억원을 더 썼다."
    assert ruled(text, project="해조류 실증센터") != ["해조류 실증센터"]


def test_money_of_calls_won_one_after_the_other_is_nobodys() -> None:
    text = "나래군이 산촌 공모사업에 잇따라 선정돼 국비 238억원을 확보했다."
    assert ruled(text, region="나래군", project="산촌 공모사업") == [None]


def test_money_that_a_selection_brings_is_the_projects_that_was_selected() -> None:
    text = (
        "‘산촌 활력 프로젝트’는 산림청이 추진하는 사업이다. "
        "군은 사업 선정에 따라 68억원을 투입해 ‘산나물 판매장’을 짓는다."
    )
    assert ruled(text, project="산촌 활력 프로젝트, 산나물 판매장") == ["산촌 활력 프로젝트"]


@pytest.mark.parametrize("told", ["총 132건, ", "모두 12개 과제에 ", ""])
def test_how_many_are_paid_for_does_not_part_a_programme_from_its_money(told: str) -> None:
    text = f"‘나래 인재사업’의 전체 규모는 {told}919억원이다."
    assert ruled(text, project="나래 인재사업") == ["나래 인재사업"]


def test_a_plan_that_took_a_project_up_does_not_own_its_money() -> None:
    text = (
        "시는 ‘나래 물류센터’를 짓는다. ‘나래 물류센터’는 ‘다래 물류기본계획’ 등 정부정책에 반영돼"
        " 국비 266억원을 받는다."
    )
    found = ruled(text, project="나래 물류센터, 다래 물류기본계획")
    assert found == ["나래 물류센터"]


@pytest.mark.parametrize("total", ["총 7143억원에 달한다", "모두 7143억원이다"])
def test_a_total_of_several_tasks_is_none_of_theirs(total: str) -> None:
    text = f"사업비는 ‘나래 물길’ 3540억원, ‘들샘 회관’ 3603억원 등 {total}."
    found = sums(text, project="나래 물길, 들샘 회관")
    assert {(project, eok) for project, eok, _, _ in found if project} == {
        ("나래 물길", 3540),
        ("들샘 회관", 3603),
    }


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("먼저 지은 ‘나래 시험장’, 63억원을 들인 ‘들샘 연구동’과 묶는다고 밝혔다.", "들샘 연구동"),
        ("‘나래 단지’는 ‘1구역’과 ‘2구역’으로 나눠 2025년까지 63억원을 투입한다.", "나래 단지"),
        ("‘나래 단지’에는 ‘들샘 거점’을 만들겠다는 목표 아래 63억원이 들어간다.", "나래 단지"),
    ],
)
def test_what_is_only_told_beside_a_sum_does_not_own_it(text: str, owner: str) -> None:
    named = "나래 시험장, 들샘 연구동, 나래 단지, 1구역, 2구역, 들샘 거점"
    assert ruled(text, project=named) == [owner]


def test_the_sum_of_many_tasks_one_of_which_is_named_stays_without_an_owner() -> None:
    found = sums(
        "도는 내년 예산에 ‘들샘 항만’ 등 15개 사업에 2400억원을 배정했다고 밝혔다.",
        project="들샘 항만",
    )
    assert {(project, amount) for project, amount, _, _ in found} == {(None, 2400)}


def test_a_firms_plant_without_a_name_is_not_paid_for_by_the_complex_where_it_rises() -> None:
    found = sums(
        "‘나래 단지’가 준공됐다. 사업비는 785억 원이다. "
        "다솔전지가 2000억 원을 들여 부품 공장을 세웠다.",
        project="나래 단지",
        company="다솔전지",
    )
    assert {(project, amount) for project, amount, _, _ in found} == {
        ("나래 단지", 785),
        (None, 2000),
    }
