"""The API's description is complete, and the API does what it describes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.problems import MEDIA_TYPE

Operation = tuple[str, str, dict[str, Any]]


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    found = client.get("/openapi.json").json()
    assert isinstance(found, dict)
    return found


def operations(described: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_it_is_openapi_3_1(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1.")


def test_every_operation_has_a_name_of_its_own_that_a_client_can_bear(
    described: dict[str, Any],
) -> None:
    names = Counter(operation["operationId"] for _, _, operation in operations(described))
    assert max(names.values()) == 1
    assert all(name.isidentifier() and name.islower() for name in names)


def test_every_parameter_of_a_list_is_described_with_an_example(described: dict[str, Any]) -> None:
    bare = [
        (path, parameter["name"])
        for path, _, operation in operations(described)
        if operation["operationId"].startswith(("list_", "sum_"))
        for parameter in operation.get("parameters", ())
        if not parameter.get("description")
        or not (parameter["schema"].get("examples") or "default" in parameter["schema"])
    ]
    assert bare == []


def test_every_error_is_a_problem_with_an_example(described: dict[str, Any]) -> None:
    for path, _, operation in operations(described):
        for status, response in operation["responses"].items():
            if status[0] in "45":
                problem = response["content"][MEDIA_TYPE]
                assert problem["schema"]["$ref"].endswith("/ProblemBody"), path
                assert problem["example"]["status"] == int(status)
                assert "application/json" not in response["content"]


def test_everything_that_is_referred_to_is_there(described: dict[str, Any]) -> None:
    def references(node: Any) -> Iterator[str]:
        if isinstance(node, dict):
            yield from (value for key, value in node.items() if key == "$ref")
        for child in node.values() if isinstance(node, dict) else node:
            if isinstance(child, dict | list):
                yield from references(child)

    known = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    assert set(references(described)) <= known
    assert not [name for name in known if "__" in name], "two models of one name"
