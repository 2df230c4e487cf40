from __future__ import annotations

from graph.model import Part, Participates
from tests.extractors.relations.told import claims_of


def parts(text: str, **named: str) -> set[tuple[str, str, Part]]:
    return {
        (claim.organization, claim.project, claim.part)
        for claim in claims_of(Participates, text, **named)
    }


def test_who_carries_a_project_out_is_told_behind_its_name() -> None:
    found = parts(
        "완도에 짓는 ‘해조류 실증센터’의 사업시행자는 한국해조공사다.",
        project="해조류 실증센터",
        institute="한국해조공사",
    )
    assert ("한국해조공사", "해조류 실증센터", Part.LEAD) in found


def test_bodies_behind_marks_join_what_the_text_goes_on_about() -> None:
    found = parts(
        "완도군이 ‘해조류 실증센터’를 세운다. "
        "△한국해조연구원 △㈜바다생명 △푸른식품 등 9곳이 참여한다.",
        region="완도군",
        project="해조류 실증센터",
        institute="한국해조연구원",
        company="바다생명, 푸른식품",
    )
    for body in ("한국해조연구원", "바다생명", "푸른식품"):
        assert (body, "해조류 실증센터", Part.PARTNER) in found
