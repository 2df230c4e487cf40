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
