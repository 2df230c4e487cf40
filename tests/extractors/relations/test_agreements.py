from __future__ import annotations

import pytest

from graph.model import Agreement
from tests.extractors.relations.told import claims_of


def test_all_signers_are_parties_and_the_day_is_theirs() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군은 지난 3일 한국해조연구원, 바다생명과 ‘해조류 실증센터’ 업무협약을 맺었다.",
        region="완도군",
        institute="한국해조연구원",
        company="바다생명",
        project="해조류 실증센터",
    )
    assert set(claim.parties) == {"완도군", "한국해조연구원", "바다생명"}
    assert str(claim.date) == "2024-06-03"
    assert claim.subject == "해조류 실증센터"


def test_a_party_left_unsaid_is_what_the_text_was_about() -> None:
    (claim,) = claims_of(
        Agreement,
        "바다생명은 완도에 공장을 짓는다. 지난해 4월에는 한국해조연구원과 양해각서를 체결했다.",
        company="바다생명",
        institute="한국해조연구원",
    )
    assert claim.parties == ("바다생명", "한국해조연구원")


def test_two_agreements_in_one_sentence_are_two() -> None:
    found = claims_of(
        Agreement,
        "완도군과 바다생명은 2022년 3월 투자협약을 맺었고, 푸른식품과 한국해조연구원도 이듬해 "
        "연구협약을 체결했다.",
        region="완도군",
        company="바다생명, 푸른식품",
        institute="한국해조연구원",
    )
    assert [set(claim.parties) for claim in found] == [
        {"완도군", "바다생명"},
        {"푸른식품", "한국해조연구원"},
    ]


def test_one_who_speaks_of_an_agreement_signs_none() -> None:
    assert not claims_of(
        Agreement, "완도군은 협약의 뜻을 주민에게 설명했다고 한다.", region="완도군"
    )


def test_firms_that_are_only_counted_are_parties() -> None:
    (claim,) = claims_of(
        Agreement,
        "바다생명과 가온해초가 완도에 온다. 완도군은 3일 2개 기업과 투자협약을 맺었다.",
        region="완도군",
        company="바다생명, 가온해초",
    )
    assert set(claim.parties) == {"완도군", "바다생명", "가온해초"}


def test_those_who_joined_a_pact_are_parties() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군은 거점을 만든다. 협약에는 바다생명, 한국해조연구원이 이름을 올렸다.",
        region="완도군",
        company="바다생명",
        institute="한국해조연구원",
    )
    assert set(claim.parties) == {"완도군", "바다생명", "한국해조연구원"}


def test_two_bodies_of_the_sentence_before_sign_as_the_two() -> None:
    text = "갈대시는 마루산업과 공장 터를 놓고 이야기해 왔다. 두 기관은 지난 5월 업무협약을 맺었다."
    found = claims_of(Agreement, text, region="갈대시", company="마루산업")
    assert [set(claim.parties) for claim in found] == [{"갈대시", "마루산업"}]


def test_more_bodies_than_the_sentence_counts_are_not_guessed_from() -> None:
    text = "갈대시와 마루산업, 두루원은 이야기해 왔다. 두 기관은 지난 5월 업무협약을 맺었다."
    named = {"region": "갈대시", "company": "마루산업", "institute": "두루원"}
    assert claims_of(Agreement, text, **named) == []


def test_those_who_sign_for_their_bodies_may_stand_in_a_list() -> None:
    text = "김나래 갈대시장, 박다래 두루원 원장 직무대행, 이사래 마루산업 대표가 협약서에 서명했다."
    named = {"region": "갈대시", "company": "마루산업", "institute": "두루원"}
    found = claims_of(Agreement, text, person="김나래, 박다래, 이사래", **named)
    assert [set(claim.parties) for claim in found] == [{"갈대시", "두루원", "마루산업"}]


def test_the_pact_may_stand_before_those_who_sign_it() -> None:
    text = "‘해조류 실증센터’ 업무협약은 갈대시와 마루산업이 지난 5월 현장에서 체결했다."
    found = claims_of(Agreement, text, region="갈대시", company="마루산업")
    assert [set(claim.parties) for claim in found] == [{"갈대시", "마루산업"}]


def test_a_pact_may_be_told_as_one_that_somebody_made_with_another() -> None:
    text = "갈대시가 마루산업과 맺은 투자협약으로, 규모가 20억원에 이른다."
    found = claims_of(Agreement, text, region="갈대시", company="마루산업")
    assert [set(claim.parties) for claim in found] == [{"갈대시", "마루산업"}]


@pytest.mark.parametrize("chose", ["고른", "선정, 발표한"])
def test_who_does_something_with_what_is_agreed_on_is_no_party(chose: str) -> None:
    (claim,) = claims_of(
        Agreement,
        f"완도군은 3일 바다생명과 지난달 해양수산부가 후보지로 {chose} ‘해조류 실증센터’를 위한 "
        "업무협약을 맺었다.",
        region="완도군",
        company="바다생명",
        government="해양수산부",
        project="해조류 실증센터",
    )
    assert set(claim.parties) == {"완도군", "바다생명"}


@pytest.mark.parametrize(
    "text",
    [
        "완도군은 바다생명과 2년째 손발을 맞춘다. 두 기관이 협약서에 서명한 것은 지난달이다.",
        "완도군과 투자협약을 맺은 ㈜바다생명은 공장을 짓는다.",
        "완도군과 협약을 맺은 곳은 바다생명이다.",
        "완도군은 바다생명과 투자협약을 했다.",
        "완도군은 바다생명과 합의각서(MOA)를 주고받았다.",
    ],
)
def test_a_pact_is_told_in_many_ways(text: str) -> None:
    (claim,) = claims_of(Agreement, text, region="완도군", company="바다생명")
    assert set(claim.parties) == {"완도군", "바다생명"}


def test_the_same_parties_may_sign_again_in_another_year() -> None:
    found = claims_of(
        Agreement,
        "완도군은 2021년 3월 바다생명과 투자협약을 맺었다. "
        "완도군은 2023년 5월 바다생명과 연구협약을 맺었다.",
        region="완도군",
        company="바다생명",
    )
    assert len(found) == 2


def test_a_body_may_stand_before_firms_that_are_only_counted() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군은 전남도, 해조류 기업 7곳과 투자협약을 맺었다.",
        region="완도군, 전남도",
    )
    assert set(claim.parties) == {"완도군", "전남도"}


def test_a_pact_of_a_headline_is_told_by_what_tells_its_day_and_project() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군·바다생명·한국해조연구원 기본협약 체결\n\n"
        "완도군이 지난 3일 바다생명, 한국해조연구원과 함께 ‘해조류 실증센터’ 조성을 위한 "
        "기본협약을 체결했다.",
        region="완도군",
        company="바다생명",
        institute="한국해조연구원",
        project="해조류 실증센터",
    )
    assert (claim.subject, str(claim.date)) == ("해조류 실증센터", "2024-06-03")


def test_a_list_that_only_spaces_join_signs_as_a_whole() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군은 지난해 바다생명 푸른식품 한국해조연구원과 협약서를 주고받았다.",
        region="완도군",
        company="바다생명, 푸른식품",
        institute="한국해조연구원",
    )
    assert set(claim.parties) == {"완도군", "바다생명", "푸른식품", "한국해조연구원"}


def test_a_firm_behind_its_group_signs_alone() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군은 푸른그룹 푸른식품과 투자협약을 맺었다.",
        region="완도군",
        company="푸른그룹, 푸른식품",
    )
    assert claim.parties == ("완도군", "푸른식품")


def test_a_pact_with_others_may_be_told_in_passing() -> None:
    (claim,) = claims_of(
        Agreement,
        "완도군이 한국해조연구원 및 군 해조협회와의 업무협약(2023.3.4.)에 따라 낸 성과다.",
        region="완도군",
        institute="한국해조연구원",
        association="해조협회",
    )
    assert claim.parties == ("완도군", "한국해조연구원", "해조협회")


def test_joined_hands_before_a_pact_are_a_pact_of_their_own() -> None:
    found = claims_of(
        Agreement,
        "완도군은 한국해조연구원과 손을 맞잡았고, 3월에는 푸른식품과 투자협약을 맺었다.",
        region="완도군",
        company="푸른식품",
        institute="한국해조연구원",
    )
    assert [set(claim.parties) for claim in found] == [
        {"완도군", "한국해조연구원"},
        {"완도군", "푸른식품"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "완도군은 3일 가공기업인 ㈜푸른식품(대표 김한빛), 물류업체 바다물류와 투자협약을 맺었다.",
        "완도군이 투자협약식을 열었다. 협약식에 참가한 업체는 ㈜푸른식품, 바다물류 등 2곳이다.",
        "푸른식품과 바다물류가 새 공장을 짓는다. 완도군은 3일 두 기업과 투자협약을 맺었다.",
    ],
)
def test_firms_sign_however_they_are_listed(text: str) -> None:
    (claim,) = claims_of(
        Agreement, text, region="완도군", company="푸른식품, 바다물류", person="김한빛"
    )
    assert set(claim.parties) == {"완도군", "푸른식품", "바다물류"}


def test_a_region_told_again_in_a_name_behind_it_signs_once() -> None:
    (claim,) = claims_of(
        Agreement,
        "푸른식품은 완도군과 완도 해조산단 공장 신설을 위한 투자협약을 체결했다.",
        region="완도군|완도",
        company="푸른식품",
    )
    assert set(claim.parties) == {"완도군", "푸른식품"}


def test_those_who_were_with_a_pact_are_parties() -> None:
    found = claims_of(
        Agreement,
        "완도군은 3일 한국해조연구원과 업무협약을 체결했다. 이번 협약은 바다생명, 물결식품 등"
        " 민간이 함께했다.",
        region="완도군",
        institute="한국해조연구원",
        company="바다생명, 물결식품",
    )
    assert {"바다생명", "물결식품"} <= {party for claim in found for party in claim.parties}


def test_governments_told_by_their_kind_alone_are_parties_of_a_list() -> None:
    (claim,) = claims_of(
        Agreement,
        "전남도와 완도군은 나섰다. 지난해 도, 군, 한국해조연구원, 바다생명이 업무협약을 맺었다.",
        region="전남도, 완도군",
        institute="한국해조연구원",
        company="바다생명",
    )
    assert set(claim.parties) == {"전남도", "완도군", "한국해조연구원", "바다생명"}


@pytest.mark.parametrize(
    "text",
    [
        "바다생명과 물결식품이 참석했다. 완도군과 투자협약을 체결한 이들 기업은 공장을 짓는다.",
        "바다생명과 물결식품이 참석했다. 이들 기업은 완도군과 투자협약을 체결했다.",
    ],
)
def test_firms_of_the_sentence_before_are_meant_by_these(text: str) -> None:
    (claim,) = claims_of(Agreement, text, region="완도군", company="바다생명, 물결식품")
    assert set(claim.parties) == {"완도군", "바다생명", "물결식품"}
