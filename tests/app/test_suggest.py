"""Suggestions over REST, and that they follow the graph."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from tests.app.conftest import fill


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("창원", "region/48120"),
        ("창우", "region/48120"),
        ("ㅊㅇ", "region/48120"),
        ("Changwon", "region/48120"),
        ("재료연", "institute/한국재료연구원"),
        ("kims", "institute/한국재료연구원"),
    ],
)
def test_a_thing_is_suggested_from_letters_initials_short_forms_and_english(
    client: TestClient, typed: str, found: str
) -> None:
    answer = client.get("/v1/suggest", params={"q": typed}).json()
    assert answer["results"][0]["id"] == found
    assert answer["meta"]["count"] == len(answer["results"])


def test_suggestions_can_be_of_some_types_alone(client: TestClient) -> None:
    params = {"q": "ㅊㅇ", "type": ["association", "project"]}
    found = client.get("/v1/suggest", params=params).json()["results"]
    assert {one["type"] for one in found} == {"association", "project"}


def test_a_wrong_question_is_a_problem(client: TestClient) -> None:
    for asked in ("q=", "", "q=창&type=도시", "q=창&limit=51"):
        answer = client.get(f"/v1/suggest?{asked}")
        assert answer.status_code == 422
        assert answer.headers["content-type"] == "application/problem+json"


def test_what_is_suggested_and_found_follows_the_archive(settings: Settings) -> None:
    with Archive(settings.archive_path) as archive:
        fill(archive)
        with State(settings) as state, TestClient(create_app(state)) as client:
            for path in ("/v1/suggest", "/v1/search"):
                assert client.get(path, params={"q": "KIMS"}).json()["results"]
            for article in list(archive.articles()):
                archive.retract(article.article.id)
            state.catch_up()
            for path in ("/v1/suggest", "/v1/search"):
                assert client.get(path, params={"q": "KIMS"}).json()["results"] == []
            for article in list(archive.articles()):
                archive.restore(article.article.id)
            state.catch_up()
            for path in ("/v1/suggest", "/v1/search"):
                assert client.get(path, params={"q": "KIMS"}).json()["results"]
