"""Whoever keeps a copy up learns of articles and of what people decide about who is who."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from app.main import create_app
from app.state import State
from tests.app.doubtful import HERE, THERE, doubtful_settings, fill_doubtful

TOKEN = {"Authorization": "Bearer secret"}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    data = fill_doubtful(tmp_path).data
    settings = doubtful_settings(data, refresh_seconds=60, token=SecretStr("secret"))
    with State(settings) as state, TestClient(create_app(state)) as client:
        yield client


def _decide(client: TestClient, judgement: str) -> None:
    body = {"left": HERE, "right": THERE, "judgement": judgement, "by": "김산맥"}
    assert client.post("/v1/review", json=body, headers=TOKEN).status_code == 201


def test_decisions_are_told_once_each_in_their_order(client: TestClient) -> None:
    first = client.get("/v1/changes").json()
    assert (first["meta"]["decisions"], first["decisions"]) == (0, [])
    for judgement in ("same", "undo", "different"):
        _decide(client, judgement)
    since = {
        "since": first["meta"]["next_since"],
        "decided_since": first["meta"]["next_decided_since"],
    }
    page = client.get("/v1/changes", params=since | {"limit": 2}).json()
    assert page["results"] == []
    assert [(one["number"], one["judgement"]) for one in page["decisions"]] == [
        (1, "same"),
        (2, "undo"),
    ]
    assert page["meta"]["more"]
    since["decided_since"] = page["meta"]["next_decided_since"]
    rest = client.get("/v1/changes", params=since).json()
    assert [one["judgement"] for one in rest["decisions"]] == ["different"]
    assert {rest["decisions"][0]["left"], rest["decisions"][0]["right"]} == {HERE, THERE}
    assert not rest["meta"]["more"]


def test_who_decided_is_told_nobody(client: TestClient) -> None:
    _decide(client, "later")
    assert "김산맥" not in client.get("/v1/changes").text


def test_a_ledger_that_became_shorter_shows(client: TestClient) -> None:
    _decide(client, "same")
    known = client.get("/v1/changes", params={"decided_since": 9}).json()["meta"]
    assert (known["decisions"], known["next_decided_since"], known["more"]) == (1, 1, False)
