"""Whoever uses a method that an address does not take learns which it takes."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("/v1/projects", "GET, HEAD"),
        ("/v1/articles", "GET, HEAD, POST"),
        ("/v1/articles/x", "GET, HEAD, DELETE"),
        ("/v1/review", "GET, HEAD, POST"),
        ("/sparql", "GET, HEAD, POST"),
        ("/rdf-graph-store", "GET, HEAD, POST, PUT, DELETE"),
        ("/update", "POST"),
    ],
)
def test_the_answer_names_all_of_them(client: TestClient, path: str, taken: str) -> None:
    answer = client.request("PATCH", path)
    assert answer.status_code == 405
    assert answer.headers["allow"] == taken
    assert answer.json()["type"] == "/problems/method-not-allowed"
