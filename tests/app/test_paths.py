"""Paths, neighbours and claims over REST: every step has the sentence that says it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from fastapi.testclient import TestClient


def _ends(step: dict[str, Any]) -> tuple[str, str]:
    return step["from"]["id"], step["to"]["id"]


def test_paths_come_shortest_first_and_each_step_with_its_evidence(client: TestClient) -> None:
    params = {"from": "한국재료연구원", "to": "경상남도", "limit": "20"}
    body = client.get("/v1/paths", params=params).json()
    assert body["results"]
    lengths = [way["length"] for way in body["results"]]
    assert lengths == sorted(lengths)
    for way in body["results"]:
        ends = [_ends(step) for step in way["steps"]]
        assert ends[0][0] == "institute/한국재료연구원"
        assert ends[-1][1] == "region/48"
        assert all(one[1] == other[0] for one, other in pairwise(ends))
        for step in way["steps"]:
            assert step["claims"]
            for claim in step["claims"]:
                named = {thing["id"] for slot in claim["slots"].values() for thing in slot}
                assert set(_ends(step)) <= named
                assert claim["proof"]["quote"]


def test_paths_answer_from_what_had_been_published_by_a_day(client: TestClient) -> None:
    params = {"from": "한국재료연구원", "to": "경상남도"}
    now = client.get("/v1/paths", params=params).json()
    early = client.get("/v1/paths", params=params | {"as_of": "2020-12-31"}).json()
    published = [
        claim["proof"]["article"]["published"]
        for way in early["results"]
        for step in way["steps"]
        for claim in step["claims"]
    ]
    assert all(day <= "2020-12-31" for day in published)
    assert early["results"] != now["results"]


def test_wrong_ends_are_problems(client: TestClient) -> None:
    unknown = client.get("/v1/paths", params={"from": "없는연구원", "to": "창원"})
    assert unknown.status_code == 404
    assert "없는연구원" in unknown.json()["detail"]
    same = client.get("/v1/paths", params={"from": "창원", "to": "region/48120"})
    assert same.status_code == 422
    assert client.get("/v1/paths", params={"from": "창원"}).status_code == 422
    longest: dict[str, str | int] = {"from": "창원", "to": "부산", "longest": 7}
    assert client.get("/v1/paths", params=longest).status_code == 422


def test_neighbours_are_counted_paged_and_proven(client: TestClient) -> None:
    path = "/v1/entities/region/48120/neighbors"
    whole = client.get(path, params={"depth": 2, "per_page": 200}).json()
    assert whole["meta"]["count"] == len(whole["results"])
    assert {one["distance"] for one in whole["results"]} == {1, 2}
    second = client.get(path, params={"depth": 2, "per_page": 5, "page": 2}).json()
    assert second["results"] == whole["results"][5:10]
    for one in whole["results"]:
        assert one["newest"]["type"] in one["claims"]
        named = {thing["id"] for slot in one["newest"]["slots"].values() for thing in slot}
        assert {one["id"], one["through"]["id"]} <= named


def test_claims_are_those_of_the_entity_by_type_and_page(client: TestClient) -> None:
    whole = client.get("/v1/entities/region/48120").json()["claims"]
    path = "/v1/entities/region/48120/claims"
    assert client.get(path, params={"per_page": 200}).json()["results"] == whole[:200]
    roles = client.get(path, params={"type": "role"}).json()
    assert roles["meta"]["count"] == sum(claim["type"] == "role" for claim in whole) > 0
    assert client.get(path, params={"type": "salary"}).status_code == 422
    assert client.get("/v1/entities/region/00000/claims").status_code == 404
