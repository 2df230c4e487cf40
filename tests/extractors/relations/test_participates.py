from __future__ import annotations

import pytest

from graph.model import Part, Participates
from tests.extractors.relations.told import claims_of


def parts(text: str, **named: str) -> set[tuple[str, str, Part]]:
    return {
        (claim.organization, claim.project, claim.part)
        for claim in claims_of(Participates, text, **named)
    }


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("한국해조연구원이 주관하는 ‘해조류 실증센터’가 문을 연다고 한다.", Part.LEAD),
        ("한국해조연구원은 ‘해조류 실증센터’를 추진하고 있다고 밝혔다.", Part.LEAD),
        ("한국해조연구원이 ‘해조류 실증센터’에 참여한다고 밝혔다.", Part.PARTNER),
        ("한국해조연구원이 ‘해조류 실증센터’에 선정됐다고 밝혔다.", Part.SELECTED),
        ("한국해조연구원이 ‘해조류 실증센터’ 공사를 맡는다고 밝혔다.", Part.BUILDER),
        ("한국해조연구원이 ‘해조류 실증센터’에 입주했다고 밝혔다.", Part.TENANT),
    ],
)
def test_the_verb_tells_the_part(text: str, part: Part) -> None:
    assert parts(text, institute="한국해조연구원", project="해조류 실증센터") == {
        ("한국해조연구원", "해조류 실증센터", part)
    }


def test_a_ministry_in_front_of_a_call_leads_it() -> None:
    found = parts(
        "양구군이 산업부의 ‘지역혁신 공모’에 선정됐다고 10일 밝혔다.",
        region="양구군",
        government="산업부",
        project="지역혁신 공모",
    )
    assert found == {
        ("산업부", "지역혁신 공모", Part.LEAD),
        ("양구군", "지역혁신 공모", Part.SELECTED),
    }


def test_those_who_join_are_partners_of_the_project_talked_about() -> None:
    found = parts(
        "완도군은 ‘해조류 실증센터’를 세운다고 밝혔다. "
        "한국해조연구원이 주관하고 바다생명과 푸른식품이 참여한다.",
        region="완도군",
        institute="한국해조연구원",
        company="바다생명, 푸른식품",
        project="해조류 실증센터",
    )
    assert found == {
        ("완도군", "해조류 실증센터", Part.LEAD),
        ("한국해조연구원", "해조류 실증센터", Part.LEAD),
        ("바다생명", "해조류 실증센터", Part.PARTNER),
        ("푸른식품", "해조류 실증센터", Part.PARTNER),
    }


def test_the_source_of_a_report_takes_no_part() -> None:
    assert not parts(
        "완도군에 따르면 ‘해조류 실증센터’가 내년에 문을 연다.",
        region="완도군",
        project="해조류 실증센터",
    )


def test_a_body_has_one_part_in_a_project() -> None:
    claims = claims_of(
        Participates,
        "한국해조연구원은 ‘해조류 실증센터’를 추진한다. 한국해조연구원이 주관하는 "
        "‘해조류 실증센터’에 한국해조연구원이 참여한다고 밝혔다.",
        institute="한국해조연구원",
        project="해조류 실증센터",
    )
    assert len(claims) == 1


def test_a_named_payer_of_a_share_is_a_funder() -> None:
    found = parts(
        "‘해조류 실증센터’에는 산업통상자원부가 29억원을, 전라남도가 4억원을 댄다.",
        government="산업통상자원부",
        region="전라남도",
        project="해조류 실증센터",
    )
    assert ("산업통상자원부", "해조류 실증센터", Part.FUNDER) in found


def test_a_sentence_without_a_subject_goes_on_with_the_last_body() -> None:
    found = parts(
        "한국해조연구원은 올해 크게 자랐다. 힘을 모아 ‘해조류 실증센터’ 유치에도 나선다.",
        institute="한국해조연구원",
        project="해조류 실증센터",
    )
    assert found == {("한국해조연구원", "해조류 실증센터", Part.LEAD)}


def test_who_comes_to_a_ceremony_takes_no_part_in_the_project() -> None:
    assert not parts(
        "‘해조류 실증센터’가 문을 열었다. 이날 행사에는 푸른식품이 참여했다.",
        company="푸른식품",
        project="해조류 실증센터",
    )


def test_a_ministry_calls_what_stands_behind_its_call() -> None:
    found = parts(
        "완도군은 해양수산부 공모사업인 ‘해조류 실증센터 구축사업’에 선정됐다.",
        region="완도군",
        government="해양수산부",
        project="해조류 실증센터 구축사업",
    )
    assert found == {
        ("완도군", "해조류 실증센터 구축사업", Part.SELECTED),
        ("해양수산부", "해조류 실증센터 구축사업", Part.LEAD),
    }


def test_each_region_is_chosen_for_the_zone_behind_it() -> None:
    found = parts(
        "정부는 나래군을 ‘갈대 특구’로, 두루군을 ‘물결 특구’로 지정했다고 밝혔다.",
        region="나래군, 두루군",
        project="갈대 특구, 물결 특구",
    )
    assert found == {
        ("나래군", "갈대 특구", Part.SELECTED),
        ("두루군", "물결 특구", Part.SELECTED),
    }


def test_those_picked_for_what_is_named_before_them_are_chosen() -> None:
    found = parts(
        "산업부는 ‘갈대 실증사업’ 대상지로 나래군과 두루군을 뽑았다.",
        government="산업부",
        region="나래군, 두루군",
        project="갈대 실증사업",
    )
    assert {
        ("나래군", "갈대 실증사업", Part.SELECTED),
        ("두루군", "갈대 실증사업", Part.SELECTED),
    } <= found


def test_those_counted_as_places_are_chosen_for_what_the_sentence_is_about() -> None:
    found = parts(
        "‘갈대 특구’는 규제를 푸는 제도로, 지난해 나래군과 두루군 2곳이 처음 지정됐다.",
        region="나래군, 두루군",
        project="갈대 특구",
    )
    assert found == {
        ("나래군", "갈대 특구", Part.SELECTED),
        ("두루군", "갈대 특구", Part.SELECTED),
    }


def test_a_list_of_the_chosen_tells_what_they_were_chosen_for() -> None:
    found = parts(
        "‘갈대 특구’가 지정됐다. 함께 뽑힌 곳은 나래군과 두루군이다.",
        region="나래군, 두루군",
        project="갈대 특구",
    )
    assert found == {
        ("나래군", "갈대 특구", Part.SELECTED),
        ("두루군", "갈대 특구", Part.SELECTED),
    }


def test_a_sentence_without_a_subject_goes_on_past_a_subject_inside_a_modifier() -> None:
    found = parts(
        "나래군은 산업을 바꾼다. 주민이 기다리던 땅에서는 ‘갈대 실증센터’를 조성한다.",
        region="나래군",
        project="갈대 실증센터",
    )
    assert found == {("나래군", "갈대 실증센터", Part.LEAD)}


@pytest.mark.parametrize(
    "words",
    ["산업부 소관 ‘갈대 사업’", "산업부가 공모한 ‘갈대 사업’", "산업부 지원사업인 ‘갈대 사업’"],
)
def test_who_issues_a_project_stands_before_it_in_many_ways(words: str) -> None:
    found = parts(f"이번에 {words}이 눈길을 끈다.", government="산업부", project="갈대 사업")
    assert found == {("산업부", "갈대 사업", Part.LEAD)}


def test_who_holds_an_event_takes_no_part_in_the_project_talked_of_before() -> None:
    text = "도지사는 ‘나래 단지’ 착공을 약속했다. 이번 행사는 나래도와 다솔원이 공동 주최했다."
    found = claims_of(Participates, text, project="나래 단지", region="나래도", institute="다솔원")
    assert not any(claim.evidence.extractor == "participates/theme" for claim in found)
