"""What belongs to one sum: its shares, who pays them, and what they add up to."""

from __future__ import annotations

import pytest

from tests.extractors.relations.costs import sums


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


def test_cash_and_kind_of_a_share_are_no_shares() -> None:
    found = sums(
        "‘해조류 실증센터’에는 국비 60억원, 지방비 102억원(현금 63억원, 현물 39억원)이 들어간다.",
        project="해조류 실증센터",
    )
    assert {amount for _, amount, _, _ in found} == {60, 102}


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


def test_bodies_that_pay_each_their_part_give_shares() -> None:
    found = sums(
        "‘해조류 연구단지’에는 전라남도가 30억원, 완도군이 20억원을 댔다.",
        region="전라남도, 완도군",
        project="해조류 연구단지",
    )
    assert {(amount, kind) for _, amount, kind, _ in found} >= {(20, "share")}


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


@pytest.mark.parametrize(
    "text",
    [
        "‘해조류 실증센터’ 사업비는 180억원이고 국비와 지방비가 90억원씩이다.",
        "‘해조류 실증센터’에는 국비와 지방비 90억원씩, 모두 180억원이 들어간다.",
    ],
)
def test_as_much_from_each_of_two_payers_is_two_shares(text: str) -> None:
    found = sums(text, project="해조류 실증센터")
    assert found == {
        ("해조류 실증센터", 180, "total", None),
        ("해조류 실증센터", 90, "share", "national"),
        ("해조류 실증센터", 90, "share", "local"),
    }


def test_as_much_from_each_of_two_bodies_is_two_shares() -> None:
    found = sums(
        "‘해조류 실증센터’에는 전라남도와 완도군이 45억원씩 나눠 낸다.",
        region="전라남도, 완도군",
        project="해조류 실증센터",
    )
    assert found == {
        ("해조류 실증센터", 45, "share", "province"),
        ("해조류 실증센터", 45, "share", "city"),
    }


def test_a_loan_is_a_share_like_others() -> None:
    found = sums(
        "‘메밀 저장시설’의 총사업비는 100억원(국비 40, 지방비 30, 융자 20, 자부담 10)이다.",
        project="메밀 저장시설",
    )
    assert {(amount, kind, payer) for _, amount, kind, payer in found} == {
        (100, "total", None),
        (40, "share", "national"),
        (30, "share", "local"),
        (20, "share", None),
        (10, "share", "private"),
    }


def test_who_pays_may_stand_behind_the_sum() -> None:
    found = sums(
        "‘메밀 저장시설’의 총사업비 90억원 중 절반인 45억원이 국비로 지원된다.",
        project="메밀 저장시설",
    )
    assert found == {
        ("메밀 저장시설", 90, "total", None),
        ("메밀 저장시설", 45, "share", "national"),
    }


def test_who_bears_a_part_of_a_total_pays_a_share() -> None:
    found = sums(
        "‘나래 극장’의 총사업비 3117억 원 가운데 800억 원을 나래항만공사가 부담하기로 했다.",
        institute="나래항만공사",
        project="나래 극장",
    )
    assert ("나래 극장", 800, "share", "private") in found


def test_what_two_payers_bear_each_for_the_ground_are_two_shares() -> None:
    found = sums(
        "‘나래 센터’가 문을 연다. 충북도와 음성군은 부지 매입비로 각각 35억 원씩을 부담했다.",
        region="충북도, 음성군",
        project="나래 센터",
    )
    assert {kind for _, amount, kind, _ in found if amount == 35} == {"share"}
