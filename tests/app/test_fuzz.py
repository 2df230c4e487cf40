"""Whatever is asked, the API answers as it describes: no 5xx, no status or field that it hides."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import CHECKS
from schemathesis.core.result import Ok

UNTOLD = ["positive_data_acceptance"]
"""That a name is known and not ambiguous, a day in the calendar and a cursor ours is in no schema:
what fits its schema may still get 422, which is described."""


def test_every_operation_answers_as_described(
    client: TestClient, request: pytest.FixtureRequest
) -> None:
    api = schemathesis.openapi.from_asgi("/openapi.json", client.app)
    left_out: Any = CHECKS.get_by_names(UNTOLD)
    limits = settings(
        max_examples=request.config.getoption("--fuzz"),
        suppress_health_check=list(HealthCheck),
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
    )
    operations = list(api.include(path_regex="^/v1/", method="GET").get_all_operations())
    assert len(operations) > 15
    for operation in operations:
        assert isinstance(operation, Ok), operation

        @limits
        @given(case=operation.ok().as_strategy())
        def answers(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(excluded_checks=left_out)

        answers()
