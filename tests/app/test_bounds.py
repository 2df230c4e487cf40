"""What is too long, too much or too slow is refused, and HEAD is GET without its body."""

from __future__ import annotations

import asyncio

import pytest
from fastapi.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from app.bounds import Bounds
from app.main import create_app
from app.settings import Settings
from app.state import State
from tests.app.test_server import COUNT


@pytest.mark.parametrize(
    "path", ["/v1/suggest?q=창원", "/health", "/id/region/48120", "/", "/docs"]
)
def test_head_is_get_without_its_body(client: TestClient, path: str) -> None:
    got, head = client.get(path), client.head(path)
    assert head.status_code == got.status_code == 200
    assert head.content == b""
    assert head.headers["content-type"] == got.headers["content-type"]


def test_head_tells_of_failures_too(client: TestClient) -> None:
    assert client.head("/v1/entities/region/00000").status_code == 404


def test_a_page_of_another_site_may_ask(client: TestClient) -> None:
    asked = client.get("/v1/suggest?q=창", headers={"Origin": "https://other.example"})
    assert asked.headers["access-control-allow-origin"] == "*"
    may = client.options(
        "/v1/articles/x",
        headers={
            "Origin": "https://other.example",
            "Access-Control-Request-Method": "DELETE",
            "Access-Control-Request-Headers": "Authorization",
        },
    )
    assert may.status_code == 200
    assert "DELETE" in may.headers["access-control-allow-methods"]


def test_too_long_an_address_is_a_problem(client: TestClient) -> None:
    answer = client.get("/v1/suggest", params={"q": "a" * 40_000})
    assert answer.status_code == 414
    assert answer.headers["content-type"] == "application/problem+json"
    assert client.get("/sparql", params={"query": COUNT + " " * 3000}).status_code == 200


def test_too_long_a_body_is_a_problem_stated_or_not(settings: Settings) -> None:
    small = settings.model_copy(update={"upload_mb": 1, "update_mb": 1})
    long = b"x" * (1024 * 1024 + 1)
    with State(small) as state, TestClient(create_app(state)) as client:
        for body in (long, iter([long[:600_000], long[600_000:]])):
            answer = client.post("/v1/review", content=body)
            assert answer.status_code == 413
            assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_that_stops_coming_is_given_up() -> None:
    async def reading(scope: Scope, receive: Receive, send: Send) -> None:
        del scope, send
        while (await receive()).get("more_body"):
            pass

    async def stopping() -> Message:
        if not sent:
            sent.append(True)
            return {"type": "http.request", "body": b"x", "more_body": True}
        await asyncio.Event().wait()
        raise AssertionError

    async def nothing(message: Message) -> None:
        del message

    sent: list[bool] = []
    bounds = Bounds(reading, url_bytes=100, body_bytes=100, pause=0.01)
    scope = {"type": "http", "raw_path": b"/", "query_string": b"", "headers": []}
    with pytest.raises(Exception, match=r"0\.01 seconds") as failure:
        asyncio.run(bounds(scope, stopping, nothing))
    assert getattr(failure.value, "status_code", None) == 408
