"""The API's document: whoever reads it knows every parameter, and may name methods after it."""

from __future__ import annotations

import keyword
from typing import Any

import pytest
from fastapi.testclient import TestClient

OPERATIONS = {
    "suggest",
    "search",
    "resolve",
    "find_paths",
    "list_neighbors",
    "list_entity_claims",
    "list_changes",
    "send_articles",
    "get_job",
    "retract_article",
    "resolve_iri",
    "reconcile",
    "reconcile_batch",
    "suggest_entity",
    "preview_entity",
}


@pytest.fixture(scope="module")
def operations(client: TestClient) -> dict[str, dict[str, Any]]:
    document = client.get("/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    return {
        operation["operationId"]: operation
        for path in document["paths"].values()
        for operation in path.values()
    }


def test_each_operation_has_a_name_of_its_own_that_a_method_can_have(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    names = [one["operationId"] for path in document["paths"].values() for one in path.values()]
    assert len(names) == len(set(names))
    assert all(name.isidentifier() and not keyword.iskeyword(name) for name in names)
    assert set(names) >= OPERATIONS


@pytest.mark.parametrize("name", sorted(OPERATIONS))
def test_each_failure_is_told_with_an_example(
    operations: dict[str, dict[str, Any]], name: str
) -> None:
    for status, response in operations[name]["responses"].items():
        if int(status) >= 400 and "application/problem+json" in response.get("content", {}):
            example = response["content"]["application/problem+json"]["example"]
            assert example["status"] == int(status)
            assert example["detail"]
    if operations[name].get("security"):
        assert {"401", "403"} <= operations[name]["responses"].keys()


@pytest.mark.parametrize("name", ["suggest", "search", "resolve", "find_paths", "reconcile"])
def test_each_text_that_is_asked_for_has_an_example(
    operations: dict[str, dict[str, Any]], name: str
) -> None:
    for parameter in operations[name]["parameters"]:
        schema = parameter["schema"]
        if parameter["required"]:
            assert parameter.get("examples") or schema.get("examples"), parameter["name"]
        assert parameter.get("description") or schema.get("description"), parameter["name"]


def test_every_schema_that_is_pointed_at_is_there(client: TestClient) -> None:
    document = client.get("/openapi.json").json()

    def pointers(value: Any) -> set[str]:
        if isinstance(value, dict):
            own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
            return own.union(*map(pointers, value.values()))
        return set().union(*map(pointers, value)) if isinstance(value, list) else set()

    schemas = document["components"]["schemas"]
    assert {one.rpartition("/")[2] for one in pointers(document)} <= schemas.keys()
