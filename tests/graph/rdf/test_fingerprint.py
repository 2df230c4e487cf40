"""A claim's fingerprint follows what it says, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.fingerprint import evidence_fingerprint, fingerprints
from graph.model import (
    Agreement,
    Article,
    Budget,
    BudgetKind,
    Claim,
    Entity,
    EntityType,
    Evidence,
    Extraction,
    Located,
    Produces,
)
from graph.values import Approximation, Money

PROOF = Evidence("말", "rule")
CITY = Entity("e1", EntityType.REGION, "창원시")
FIRM = Entity("e2", EntityType.COMPANY, "삼현")


def of(*claims: Claim, entities: tuple[Entity, ...] = (CITY, FIRM)) -> tuple[str, ...]:
    return fingerprints(Extraction(Article("a"), entities, claims, "test"))


def test_it_is_what_it_was() -> None:
    assert of(Located("e2", "e1", PROOF)) == ("f75cced67bd50191",)


@pytest.mark.parametrize(
    "proof",
    [Evidence("다른 말", "rule"), Evidence("말", "model"), Evidence("말", "rule", 0.5)],
)
def test_words_rule_and_confidence_have_no_part_in_it(proof: Evidence) -> None:
    assert of(Located("e2", "e1", proof)) == of(Located("e2", "e1", PROOF))


def test_keys_have_no_part_in_it() -> None:
    renamed = (replace(CITY, key="x9"), replace(FIRM, key="x1"))
    assert of(Located("x1", "x9", PROOF), entities=renamed) == of(Located("e2", "e1", PROOF))


def test_a_text_that_looks_like_a_key_is_a_text() -> None:
    named = of(Produces("e2", "e1", PROOF))
    assert named == of(Produces("x2", "e1", PROOF), entities=(replace(FIRM, key="x2"),))


def test_parties_have_no_order() -> None:
    assert of(Agreement(("e1", "e2"), PROOF)) == of(Agreement(("e2", "e1"), PROOF))


def test_another_value_is_another_claim() -> None:
    sums = [Budget(None, Money(n), BudgetKind.TOTAL, PROOF) for n in (1, 2)]
    other_kind = replace(sums[0], kind=BudgetKind.SHARE)
    dollars = replace(sums[0], money=Money(1, "USD"))
    assert len(set(of(*sums, other_kind, dollars))) == 4


def test_the_same_sum_in_other_words_is_numbered() -> None:
    plain = Budget(None, Money(1), BudgetKind.TOTAL, Evidence("나", "rule"))
    hedged = replace(
        plain,
        money=Money(1, approximation=Approximation.ABOUT),
        evidence=Evidence("가", "rule"),
    )
    first, second = of(hedged, plain)
    assert second == f"{first}-2"
    assert of(plain, hedged) == (second, first)


def test_a_code_outweighs_the_name_of_the_day() -> None:
    coded = replace(CITY, ref="region:48120")
    short = replace(coded, name="창원")
    claim = Located("e2", "e1", PROOF)
    assert of(claim, entities=(coded, FIRM)) == of(claim, entities=(short, FIRM))


def test_namesakes_of_one_article_are_two() -> None:
    junggu = (
        Entity("e1", EntityType.REGION, "중구"),
        Entity("e2", EntityType.REGION, "중구"),
        replace(FIRM, key="e3"),
    )
    found = of(Located("e3", "e1", PROOF), Located("e3", "e2", PROOF), entities=junggu)
    assert len(set(found)) == 2
    assert "-" not in "".join(found)


def test_evidence_is_known_by_words_and_rule() -> None:
    assert evidence_fingerprint(PROOF) == evidence_fingerprint(replace(PROOF, confidence=0.1))
    assert evidence_fingerprint(PROOF) != evidence_fingerprint(replace(PROOF, extractor="x"))
    assert evidence_fingerprint(PROOF) != evidence_fingerprint(replace(PROOF, quote="x"))
