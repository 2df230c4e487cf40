from __future__ import annotations

from extractors.reading import QUOTE_LENGTH
from extractors.relations import RELATIONS, find_claims
from graph.model import values_of
from tests.extractors.relations.told import reading_of

TEXT = (
    "완도군이 90억원을 들여 ‘해조류 실증센터’를 짓는다고 10일 밝혔다. "
    "군은 완도읍에 ‘해조류 실증센터’를 2026년까지 조성한다. "
    "한국해조연구원이 주관하고 서도담 한국해조연구원장이 총괄한다.\n"
    "완도군은 90억원을 들여 ‘해조류 실증센터’를 짓는다고 거듭 밝혔다.\n"
)
NAMED = {
    "region": "완도군, 완도읍",
    "project": "해조류 실증센터",
    "institute": "한국해조연구원",
    "person": "서도담",
}


def test_every_claim_quotes_the_article_shortly_and_names_its_rule() -> None:
    reading = reading_of(TEXT, **NAMED)
    claims = find_claims(reading)
    assert {claim.TYPE for claim in claims} >= {"budget", "role", "located", "participates"}
    for claim in claims:
        span = claim.evidence.span
        assert span is not None
        span.check(reading.document.text)
        assert len(span.quote) <= QUOTE_LENGTH
        assert "\n" not in span.quote
        assert "/" in claim.evidence.extractor
        assert 0 < claim.evidence.confidence < 1


def test_a_fact_stands_once_and_always_the_same() -> None:
    reading = reading_of(TEXT, **NAMED)
    claims = find_claims(reading)
    assert len({values_of(claim) for claim in claims}) == len(claims)
    assert find_claims(reading) == claims


def test_there_is_one_way_to_read_each_relation() -> None:
    assert len(RELATIONS) == 8  # and parts, which are read last


def test_an_article_without_sentences_says_nothing() -> None:
    assert find_claims(reading_of("완도군", region="완도군")) == ()
