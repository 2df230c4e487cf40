"""The reconciliation API 0.2 as OpenRefine uses it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient


def _ask(client: TestClient, queries: dict[str, Any]) -> dict[str, Any]:
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_the_manifest_says_what_the_service_can(client: TestClient) -> None:
    manifest = client.get("/reconcile").json()
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == "https://w3id.org/sanmaek/id/"
    assert {kind["id"] for kind in manifest["defaultTypes"]} >= {"region", "company", "project"}
    for template in (manifest["view"]["url"], manifest["preview"]["url"]):
        page = client.get(
            template.replace("{{id}}", "region%2F48120"), headers={"Accept": "text/html"}
        )
        assert page.status_code == 200
        assert "창원시" in page.text


def test_names_are_matched_in_one_batch_by_form_and_by_address(client: TestClient) -> None:
    queries = {
        "q0": {"query": "재료연", "type": "institute", "limit": 3},
        "q1": {"query": "창원", "type": ["region"], "type_strict": "any"},
        "q2": {"query": "qqqq"},
    }
    by_form = _ask(client, queries)
    by_address = client.get("/reconcile", params={"queries": json.dumps(queries)}).json()
    assert by_form == by_address
    assert set(by_form) == set(queries)
    first = by_form["q0"]["result"][0]
    assert (first["id"], first["match"]) == ("institute/한국재료연구원", True)
    assert first["type"] == [{"id": "institute", "name": "기관·연구소"}]
    assert [one["id"] for one in by_form["q1"]["result"]] == ["region/48120"]
    assert by_form["q2"] == {"result": []}


def test_a_column_of_places_counts(client: TestClient) -> None:
    near = [{"pid": "lies_in", "v": {"id": "region/48"}}]
    queries = {
        "id": {"query": "창원", "properties": near},
        "name": {"query": "창원", "properties": [{"pid": "lies_in", "v": ["경남"]}]},
        "unknown": {"query": "창원", "properties": [{"pid": "lies_in", "v": "없는곳"}]},
        "other": {"query": "창원", "properties": [{"pid": "population", "v": 1_000_000}]},
    }
    found = {key: one["result"][0] for key, one in _ask(client, queries).items()}
    assert all(one["id"] == "region/48120" for one in found.values())
    assert {"id": "near", "value": True} in found["id"]["features"]
    assert {"id": "near", "value": True} in found["name"]["features"]
    assert [one["id"] for one in found["unknown"]["features"]] == ["likeness"]


def test_a_matched_table_gets_columns(client: TestClient) -> None:
    listed = client.get("/v1/projects", params={"city": "창원", "sort": "-budget"}).json()
    path, won = listed["results"][0]["id"], listed["results"][0]["budget"]["krw"]
    wanted = {
        "ids": [path, "region/48120", "project/없음"],
        "properties": [{"id": "budget"}, {"id": "lies_in"}, {"id": "name_en"}],
    }
    answer = client.post("/reconcile", data={"extend": json.dumps(wanted)}).json()
    assert [one["id"] for one in answer["meta"]] == ["budget", "lies_in", "name_en"]
    assert answer["rows"][path]["budget"] == [{"int": won}]
    assert {"id": "region/48", "name": "경상남도"} in answer["rows"]["region/48120"]["lies_in"]
    assert answer["rows"]["region/48120"]["name_en"] == [{"str": "Changwon-si"}]
    assert answer["rows"]["project/없음"] == {"budget": [], "lies_in": [], "name_en": []}


def test_every_column_that_is_proposed_can_be_had(client: TestClient) -> None:
    path = client.get("/v1/projects").json()["results"][0]["id"]
    proposed = client.get("/reconcile/properties", params={"type": "project"}).json()
    wanted = {"ids": [path], "properties": [{"id": one["id"]} for one in proposed["properties"]]}
    answer = client.get("/reconcile", params={"extend": json.dumps(wanted)})
    assert set(answer.json()["rows"][path]) == {one["id"] for one in proposed["properties"]}
    for company in client.get("/reconcile/properties?type=company").json()["properties"]:
        assert company["id"] != "budget"


def test_search_boxes_get_suggestions(client: TestClient) -> None:
    entity = client.get("/reconcile/suggest/entity", params={"prefix": "ㅊㅇ"}).json()["result"][0]
    assert entity["id"] == "region/48120"
    assert "경상남도" in entity["description"]
    kinds = client.get("/reconcile/suggest/type", params={"prefix": "기업"}).json()["result"]
    assert kinds == [{"id": "company", "name": "기업"}]
    columns = client.get("/reconcile/suggest/property", params={"prefix": "사업비"}).json()
    assert "budget" in [one["id"] for one in columns["result"]]


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("queries", "{"),
        ("queries", "[]"),
        ("queries", "[" * 100_000),
        ("queries", '{"q": {"query": 1}}'),
        ("queries", '{"q": {"query": "창원", "type": "planet"}}'),
        ("queries", json.dumps({str(number): {"query": "창원"} for number in range(101)})),
        ("extend", '{"ids": ["region/48120"]}'),
        ("extend", '{"ids": [], "properties": [{"id": "weather"}]}'),
        ("extend", json.dumps({"ids": ["a"] * 1001, "properties": []})),
    ],
)
def test_what_cannot_be_read_or_is_too_much_is_a_problem(
    client: TestClient, field: str, sent: str
) -> None:
    answer = client.post("/reconcile", data={field: sent})
    assert answer.status_code == 400
    assert field in answer.json()["detail"] or "type" in answer.json()["detail"]
