"""Persons in lists, before a stroke, and words that only look like an office."""

from __future__ import annotations

from graph.model import EntityType
from tests.extractors.shared_names import names

PERSON = EntityType.PERSON


def test_a_list_shares_its_title() -> None:
    assert names("행사에는 김도윤·박서준 국회의원이 함께했다.", PERSON) == {"김도윤", "박서준"}
    assert names("왼쪽부터 김도윤, 박서준, 이하준 의원이다.", PERSON) == {
        "김도윤",
        "박서준",
        "이하준",
    }


def test_a_caption_names_who_speaks() -> None:
    assert names("[김도윤 / 순천시장 : 공사를 서두르겠습니다.]", PERSON) == {"김도윤"}


def test_a_market_is_no_mayor() -> None:
    assert names("동북아 식품시장의 허브로 키운다.", PERSON) == set()
