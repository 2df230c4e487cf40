"""With SANMAEK_PUBLIC=1 no answer of the server shows what the quotation rule withholds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from graph.quotes import Audience, shown_words
from tests.graph.test_quotes import LONG

HIDDEN = shown_words(LONG) - shown_words(LONG, Audience.PUBLIC)
SHOWN = max(shown_words(LONG, Audience.PUBLIC))
QUERY = "SELECT * { GRAPH ?g { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(data=tmp_path_factory.mktemp("public"), refresh_seconds=60, public=True)
    with Archive(settings.archive_path) as archive:
        archive.put(LONG)
    with State(settings) as state, TestClient(create_app(state)) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "/v1/projects",
        "/v1/projects?format=csv",
        "/v1/budgets?per_page=200",
        "/v1/claims?per_page=200",
        "/v1/claims?format=jsonl",
        "/v1/claims/one-0",
        "/v1/articles/one",
        "/v1/entities/project/실증단지조성",
        "/v1/entities/project/실증단지조성/timeline",
        "/v1/export.nq",
        "/v1/export.csv",
        f"/sparql?query={QUERY}",
        f"/v1/search?q={min(HIDDEN)[:8]}",
        "/v1/search?q=실증단지",
        "/v1/entities/project/실증단지조성/claims",
        "/v1/entities/project/실증단지조성/neighbors",
        "/v1/changes",
        "/v1/review",
    ],
)
def test_no_answer_shows_what_is_withheld(public: TestClient, path: str) -> None:
    answer = public.get(path)
    assert answer.status_code == 200, answer.text
    assert len(HIDDEN) == 23
    assert not [words for words in HIDDEN if words in answer.text]


def test_what_may_be_shown_is(public: TestClient) -> None:
    claims = public.get("/v1/claims?per_page=200").json()["results"]
    assert SHOWN in [claim["proof"]["quote"] for claim in claims]
    assert all(claim["proof"]["end"] - claim["proof"]["start"] == 40 for claim in claims)
    assert {claim["proof"]["article"]["rights"] for claim in claims} == {"© 산맥일보"}
    assert SHOWN in public.get(f"/sparql?query={QUERY}").text
    assert public.get("/v1/meta").json()["quotes"] == "public"


def test_what_is_withheld_is_not_found_either(public: TestClient) -> None:
    assert public.get("/v1/search", params={"q": SHOWN}).json()["results"]
    assert not public.get("/v1/search", params={"q": min(HIDDEN)}).json()["results"]
