"""Name resolution over REST."""

from __future__ import annotations

from fastapi.testclient import TestClient


def test_a_name_is_resolved_with_a_score_and_where_it_lies(client: TestClient) -> None:
    first = client.get("/v1/resolve", params={"name": "창원특례시"}).json()["results"][0]
    assert (first["id"], first["match"]) == ("region/48120", True)
    assert "region/48" in [place["id"] for place in first["lies_in"]]


def test_a_place_beside_the_name_is_told_as_it_was_understood(client: TestClient) -> None:
    body = client.get("/v1/resolve", params={"name": "창원", "near": "경상남도"}).json()
    assert body["meta"]["interpreted"]["near"]["id"] == "region/48"
    assert body["results"][0]["near"] is True


def test_an_unknown_place_is_a_problem_that_names_it(client: TestClient) -> None:
    answer = client.get("/v1/resolve", params={"name": "창원", "near": "없는곳"})
    assert answer.status_code == 404
    assert "없는곳" in answer.json()["detail"]


def test_a_name_unlike_all_has_no_candidates(client: TestClient) -> None:
    body = client.get("/v1/resolve", params={"name": "qqqqqqqq"}).json()
    assert body["meta"]["count"] == 0
