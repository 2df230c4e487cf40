"""How far rules may be trusted: examples, and confidences that come of them."""

from __future__ import annotations

import pytest

from extractors.linking.trust import RULED, signs, trusted
from extractors.relations import find_claims
from extractors.training.seen import Seen
from extractors.training.trust import examples, states, train
from graph.model import Role
from tests.extractors.relations.told import claims_of, reading_of

TEXT = "김나래 갈대연구원장이 문을 열었다."
NAMED = {"person": "김나래", "institute": "갈대연구원"}
FACT = {"type": "role", "person": "p", "title": "원장", "organization": "i"}


def _seen(title: str) -> Seen:
    reading = reading_of(TEXT, **NAMED)
    gold = {
        "entities": [
            {"key": "p", "type": "person", "name": "김나래"},
            {"key": "i", "type": "institute", "name": "갈대연구원"},
        ],
        "facts": [{**FACT, "title": title}],
    }
    return Seen("x", reading, find_claims(reading), gold, tuned=False)


@pytest.mark.parametrize(("title", "right"), [("원장", True), ("소장", False)])
def test_a_claim_is_right_where_the_annotation_says_the_same(title: str, *, right: bool) -> None:
    assert [example.right for example in examples(_seen(title))] == [right]


def test_a_fact_of_another_type_is_never_the_same() -> None:
    (role,) = claims_of(Role, TEXT, **NAMED)
    keys = {role.person: "p", str(role.organization): "i"}
    assert states(FACT, role, keys)
    assert not states({**FACT, "type": "located"}, role, keys)


def test_a_rule_that_is_right_more_often_is_trusted_more() -> None:
    (role,) = claims_of(Role, TEXT, **NAMED)
    often = train([*[_seen("원장")] * 9, _seen("소장")]).probability(signs(role))
    seldom = train([*[_seen("소장")] * 9, _seen("원장")]).probability(signs(role))
    assert often > 0.7
    assert seldom < 0.3


def test_the_shipped_model_gives_every_ruled_claim_a_probability() -> None:
    (role,) = trusted(claims_of(Role, TEXT, **NAMED))
    assert isinstance(role, RULED)
    assert 0.5 < role.evidence.confidence <= 1.0
