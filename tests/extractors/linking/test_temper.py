"""How far learned models may be trusted."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from extractors.linking.logistic import Logistic
from extractors.linking.temper import MODEL, tempered
from extractors.linking.trust import trusted
from extractors.models import instead
from graph.model import Status
from tests.extractors.relations.told import claims_of

WEIGHTS = Logistic({"status slope": 0.5, "status offset": -0.2})
sureness = st.floats(0.0, 1.0)


def _status(confidence: float) -> Status:
    (claim,) = claims_of(Status, "‘갈대 실증센터’가 2일 착공했다.", project="갈대 실증센터")
    return replace(claim, evidence=replace(claim.evidence, confidence=confidence))


@given(sureness, sureness)
def test_the_order_of_two_claims_stays(one: float, other: float) -> None:
    low, high = sorted((one, other))
    with instead(MODEL, WEIGHTS):
        assert tempered(_status(low)) <= tempered(_status(high))


def test_a_model_that_is_too_sure_is_held_back() -> None:
    with instead(MODEL, WEIGHTS):
        (claim,) = trusted([_status(0.95)])
    assert 0.5 < claim.evidence.confidence < 0.85


def test_a_type_that_was_not_measured_keeps_its_confidence() -> None:
    with instead(MODEL, Logistic({})):
        assert round(tempered(_status(0.8)), 6) == 0.8
