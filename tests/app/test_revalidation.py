"""Who is up to date is told so without a body, and HEAD is GET without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from tests.app.conftest import fill

URLS = (
    "/v1/projects?city=창원",
    "/v1/projects?format=csv",
    "/v1/stats/projects?group_by=region",
    "/v1/meta",
    "/v1/articles",
    "/v1/entities/region/48120",
    "/v1/export.ttl",
)


@pytest.mark.parametrize("url", URLS)
def test_who_has_it_gets_304(client: TestClient, url: str) -> None:
    first = client.get(url)
    assert first.status_code == 200
    again = client.get(url, headers={"If-None-Match": f'"x", {first.headers["etag"]}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = client.get(url, headers={"If-None-Match": '"x"'})
    assert other.status_code == 200


@pytest.mark.parametrize("url", URLS)
def test_head_is_get_without_a_body(client: TestClient, url: str) -> None:
    whole, head = client.get(url), client.head(url)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    for name in ("etag", "content-type", "link"):
        assert head.headers.get(name) == whole.headers.get(name)


def test_each_address_and_language_has_its_own_tag(client: TestClient) -> None:
    tags = [
        client.get(url, headers=headers).headers["etag"]
        for url in URLS
        for headers in ({}, {"Accept-Language": "en"}, {"Accept": "text/csv"})
    ]
    assert len(set(tags)) == len(tags)


def test_a_problem_has_no_tag(client: TestClient) -> None:
    assert "etag" not in client.get("/v1/projects?city=없는시").headers


def test_new_data_makes_another_tag(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, refresh_seconds=3600)
    with State(settings) as state, TestClient(create_app(state)) as client:
        empty = client.get("/v1/projects").headers["etag"]
        with Archive(settings.archive_path) as archive:
            fill(archive)
        state.catch_up()
        answer = client.get("/v1/projects", headers={"If-None-Match": empty})
        assert answer.status_code == 200
        assert answer.json()["meta"]["count"] > 0
