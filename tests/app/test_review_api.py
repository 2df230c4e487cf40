"""Over the API people see what may be one, and decide with the server's token."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from app.cli import cli
from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from tests.app.doubtful import HERE, OTHER, THERE, doubtful_articles, fill_doubtful

TOKEN = {"Authorization": "Bearer secret"}


@contextmanager
def _served(data: Path, token: str | None = "secret") -> Iterator[TestClient]:
    settings = Settings(
        data=data, refresh_seconds=60, token=SecretStr(token) if token is not None else None
    )
    with ExitStack() as stack:
        state = stack.enter_context(State(settings))
        yield stack.enter_context(TestClient(create_app(state)))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return fill_doubtful(tmp_path).data


@pytest.fixture
def client(data: Path) -> Iterator[TestClient]:
    with _served(data) as client:
        yield client


def _said(judgement: str, left: str = HERE, right: str = THERE, **more: str) -> dict[str, str]:
    return {"left": left, "right": right, "judgement": judgement, **more}


def _doubts(client: TestClient, **query: Any) -> list[dict[str, Any]]:
    body = client.get("/v1/review", params=query).json()
    assert body["count"] >= len(body["results"])
    results: list[dict[str, Any]] = body["results"]
    return results


def _decide(client: TestClient, said: dict[str, str]) -> dict[str, Any]:
    answer = client.post("/v1/review", json=said, headers=TOKEN)
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


def test_a_doubt_has_both_sides_with_articles_and_quotes(client: TestClient) -> None:
    (doubt,) = _doubts(client)
    sides = {side["id"]: side for side in (doubt["left"], doubt["right"])}
    assert set(sides) == {HERE, THERE}
    assert [quote["quote"] for quote in sides[HERE]["quotes"]] == [
        "창원의 가온누리이 늘린다",
        "창원에 있는 가온누리",
    ]
    assert {quote["article"]["id"] for quote in sides[THERE]["quotes"]} == {"there"}
    assert sides[HERE]["goes_by"] == HERE
    assert 0 < doubt["score"] < 1
    assert doubt["reason"]


def test_a_decision_counts_before_its_answer_arrives(client: TestClient) -> None:
    before = client.get("/health").json()["dataset_version"]
    kept = _decide(client, _said("same", by="허성무", reason="이전"))
    assert (kept["left"], kept["right"]) == (THERE, HERE)
    assert (kept["by"], kept["reason"]) == ("허성무", "이전")
    assert kept["at"]
    assert _doubts(client) == []
    entity = client.get(f"/v1/entities/{HERE}").json()
    assert {card["id"] for card in entity["articles"]} == {"here", "there", "again"}
    rows = client.get(
        "/sparql",
        params={"query": "SELECT ?one { ?other <http://www.w3.org/2002/07/owl#sameAs> ?one }"},
        headers={"Accept": "text/csv"},
    )
    assert HERE in rows.text
    assert client.get("/health").json()["dataset_version"] != before
    _decide(client, _said("undo"))
    assert len(_doubts(client)) == 1
    assert client.get("/health").json()["dataset_version"] == before


def test_what_is_put_off_is_asked_for_by_postponed(client: TestClient) -> None:
    _decide(client, _said("later"))
    assert _doubts(client) == []
    assert len(_doubts(client, postponed=True)) == 1


def test_a_decision_stays_through_restart_rebuild_and_another_extraction(data: Path) -> None:
    with _served(data) as client:
        _decide(client, _said("same"))
    with _served(data) as client:
        assert client.get(f"/v1/entities/{THERE}", follow_redirects=False).status_code == 308
    with pytest.raises(SystemExit) as left:
        cli(["rebuild", "--data", str(data)])
    assert not left.value.code
    here, there, again = doubtful_articles()
    with Archive(Settings(data=data).archive_path) as archive:
        for read in (here, there, again):
            archive.put(type(read)(read.article, read.entities, read.claims, "newer-2"))
    with _served(data) as client:
        assert client.get(f"/v1/entities/{THERE}", follow_redirects=False).status_code == 308
        assert _doubts(client) == []


def _problem(client: TestClient, said: object, **headers: str) -> tuple[int, str]:
    answer = client.post("/v1/review", json=said, headers=headers)
    assert answer.headers["content-type"].startswith("application/problem+json")
    return answer.status_code, answer.json()["detail"]


@pytest.mark.parametrize("authorization", [None, "Bearer wrong", "Basic secret", "secret"])
def test_without_the_token_nothing_is_decided(
    client: TestClient, authorization: str | None
) -> None:
    headers = {"Authorization": authorization} if authorization else {}
    status, _ = _problem(client, _said("same"), **headers)
    assert status == 401
    assert len(_doubts(client)) == 1


def test_a_server_without_a_token_takes_no_decision(data: Path) -> None:
    with _served(data, token=None) as client:
        status, detail = _problem(client, _said("same"), **TOKEN)
        assert (status, "SANMAEK_TOKEN" in detail) == (403, True)
        assert len(_doubts(client)) == 1


def test_what_no_article_tells_of_is_404(client: TestClient) -> None:
    status, detail = _problem(client, _said("same", right="company/없음"), **TOKEN)
    assert status == 404
    assert "company/없음" in detail


@pytest.mark.parametrize(
    "said",
    [
        _said("same", right=HERE),
        _said("same", right="region/48120"),
        _said("same", right="없음"),
        _said("perhaps"),
        {"left": HERE, "judgement": "same"},
        _said("same", reason="가" * 1001),
    ],
)
def test_what_is_no_decision_is_422(client: TestClient, said: dict[str, str]) -> None:
    status, _ = _problem(client, said, **TOKEN)
    assert status == 422
    assert len(_doubts(client)) == 1


def test_one_article_s_part_is_taken_out(client: TestClient) -> None:
    _decide(client, _said("different", OTHER, f"{OTHER}~there"))
    entity = client.get(f"/v1/entities/{OTHER}~there").json()
    assert [card["id"] for card in entity["articles"]] == ["there"]
    rest = client.get(f"/v1/entities/{OTHER}").json()
    assert {card["id"] for card in rest["articles"]} == {"here", "again"}


def test_a_ledger_that_cannot_be_read_is_a_problem_that_names_the_line(
    data: Path, client: TestClient
) -> None:
    _decide(client, _said("same"))
    ledger = Settings(data=data).ledger_path
    whole = ledger.read_bytes()
    ledger.write_bytes(b"<<<<<<< HEAD\n" + whole)
    status, detail = _problem(client, _said("undo"), **TOKEN)
    assert (status, "line 1" in detail) == (503, True)
    assert ledger.read_bytes() == b"<<<<<<< HEAD\n" + whole
    assert client.get(f"/v1/entities/{THERE}", follow_redirects=False).status_code == 308
    ledger.write_bytes(whole)
    _decide(client, _said("undo"))
    assert len(_doubts(client)) == 1
