from __future__ import annotations

from graph.model import Agreement
from tests.extractors.relations.told import claims_of


def test_the_sentence_behind_a_pact_may_list_its_parties() -> None:
    (claim,) = claims_of(
        Agreement,
        "수소 협약식에는 여러 기관이 참여했다. 완도군과 바다생명, 한국해조연구원, 가람대 등이다.",
        region="완도군",
        company="바다생명",
        institute="한국해조연구원",
        university="가람대",
    )
    assert set(claim.parties) == {"완도군", "바다생명", "한국해조연구원", "가람대"}


def test_a_list_behind_no_pact_is_none() -> None:
    assert not claims_of(
        Agreement,
        "행사에는 여러 기관이 참여했다. 완도군과 바다생명, 한국해조연구원 등이다.",
        region="완도군",
        company="바다생명",
        institute="한국해조연구원",
    )
