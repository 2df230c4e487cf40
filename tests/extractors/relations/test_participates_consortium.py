from __future__ import annotations

from graph.model import Part, Participates
from tests.extractors.relations.told import claims_of

BODIES = {"institute": "한국해조연구원", "company": "바다생명, 푸른식품"}


def partners(text: str, **named: str) -> set[tuple[str, str]]:
    return {
        (claim.organization, claim.project)
        for claim in claims_of(Participates, text, **named)
        if claim.part is Part.PARTNER
    }


def test_a_consortium_told_before_this_project_is_that_of_the_one_named_last() -> None:
    found = partners(
        "완도항 재생에 이어 군은 ‘해조류 실증센터’에 나선다. 군이 한국해조연구원, 바다생명, "
        "푸른식품 등과 컨소시엄을 구성한 이 사업은 2027년까지 이어진다.",
        project="완도항 재생, 해조류 실증센터",
        **BODIES,
    )
    assert found == {
        (body, "해조류 실증센터") for body in ("한국해조연구원", "바다생명", "푸른식품")
    }


def test_a_consortium_is_for_the_project_that_stands_behind_it() -> None:
    found = partners(
        "군은 바다생명, 푸른식품과 컨소시엄을 꾸려 ‘해조류 실증센터’ 공모에 뽑혔다.",
        project="해조류 실증센터",
        **BODIES,
    )
    assert {("바다생명", "해조류 실증센터"), ("푸른식품", "해조류 실증센터")} <= found
    assert ("한국해조연구원", "해조류 실증센터") not in found


def test_who_takes_part_in_a_consortium_is_told_behind_it() -> None:
    found = partners(
        "‘해조류 실증센터’ 공사가 시작됐다. 컨소시엄에는 바다생명과 푸른식품이 참여한다.",
        project="해조류 실증센터",
        **BODIES,
    )
    assert {("바다생명", "해조류 실증센터"), ("푸른식품", "해조류 실증센터")} <= found


def test_a_consortium_is_led_by_whom_it_is_formed_around() -> None:
    (claim,) = claims_of(
        Participates,
        "‘해조류 실증센터’는 20억 원을 들여 푸른식품을 중심으로 컨소시엄을 구성해 짓는다.",
        project="해조류 실증센터",
        company="푸른식품",
    )
    assert (claim.organization, claim.part) == ("푸른식품", Part.LEAD)
