"""In the annotated articles: whatever is named is found by its name, and every page opens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from app.documents import documents_in, ingest_documents
from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from graph.canonical import CanonicalEntity
from graph.view import View

EVERY = 13
"""One of so many entities is asked for."""


@pytest.fixture(scope="module")
def annotated(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[State]:
    settings = Settings(data=tmp_path_factory.mktemp("gold"), refresh_seconds=60)
    with Archive(settings.archive_path) as archive:
        for folder in ("seeds", "dev"):
            documents = documents_in(shared / "gold" / folder)
            ingest_documents(documents, archive, {}, max_page_mb=1)
    with State(settings) as state:
        yield state


@pytest.fixture(scope="module")
def asking(annotated: State) -> Iterator[TestClient]:
    with TestClient(create_app(annotated)) as client:
        yield client


def _some(view: View) -> list[CanonicalEntity]:
    return [*view.entities.values()][::EVERY]


def _ids(client: TestClient, path: str, **params: Any) -> list[str]:
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    return [one["id"] for one in answer.json()["results"]]


def test_a_thing_is_suggested_found_and_resolved_by_its_name(
    annotated: State, asking: TestClient
) -> None:
    view = annotated.snapshot.view
    for entity in _some(view):
        namesakes = {one.path for one in view.named(entity.name)}
        assert entity.path in _ids(asking, "/v1/suggest", q=entity.name, limit=50)
        assert entity.path in _ids(asking, "/v1/search", q=entity.name, limit=200)
        resolved = asking.get("/v1/resolve", params={"name": entity.name}).json()["results"]
        assert resolved[0]["id"] in namesakes
        assert resolved[0]["score"] >= 99
        if len(namesakes) > 1:
            assert not any(one["match"] for one in resolved)


def test_every_page_opens_in_every_form(annotated: State, asking: TestClient) -> None:
    for entity in _some(annotated.snapshot.view):
        for accept in ("text/html", "application/json", "text/turtle", "application/ld+json"):
            answer = asking.get(f"/id/{quote(entity.path, safe='')}", headers={"Accept": accept})
            assert answer.status_code == 200, (entity.path, accept)
            assert answer.headers["content-type"].startswith(accept)
        for rest in ("claims", "neighbors?depth=2"):
            answer = asking.get(f"/v1/entities/{quote(entity.path)}/{rest}")
            assert answer.status_code == 200, entity.path


def test_a_way_there_is_a_way_back(annotated: State, asking: TestClient) -> None:
    view = annotated.snapshot.view
    told = [entity.path for entity in _some(view) if view.about(entity.path)]
    for one, other in zip(told[::3], told[1::3], strict=False):
        ahead = asking.get("/v1/paths", params={"from": one, "to": other, "limit": 50}).json()
        back = asking.get("/v1/paths", params={"from": other, "to": one, "limit": 50}).json()
        assert not ahead["meta"]["unread"]
        if not ahead["meta"]["more"]:
            assert len(ahead["results"]) == len(back["results"])
        lengths = [[way["length"] for way in body["results"]] for body in (ahead, back)]
        assert lengths[0] == lengths[1]
