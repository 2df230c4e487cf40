"""Nobody waits for an index: what is asked for stands ready before it is answered from."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.state import State
from graph.archive import Archive
from graph.knowledge import Snapshot
from graph.suggest import Suggestions
from graph.view import View
from tests.app.doubtful import doubtful_settings, fill_doubtful


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    settings = doubtful_settings(fill_doubtful(tmp_path).data, refresh_seconds=60)
    with State(settings) as state:
        yield state


def _indexes(view: View) -> set[Hashable]:
    """The orders and groups that were made of a view."""
    return {
        name for name in view.made if isinstance(name, tuple) and name[0] in ("order", "groups")
    }


def test_the_first_who_ask_find_the_common_indexes_made(state: State) -> None:
    with TestClient(create_app(state)) as client:
        made = state.snapshot.view.made
        assert Suggestions in made
        for path in (
            "/v1/projects?sort=-budget",
            "/v1/companies",
            "/v1/suggest?q=에",
            "/v1/claims",
        ):
            assert client.get(path).status_code == 200
        assert _indexes(state.snapshot.view) <= set(made)


def test_what_was_asked_is_made_of_what_comes_before_anybody_sees_it(state: State) -> None:
    with TestClient(create_app(state)) as client:
        assert client.get("/v1/companies?sort=-articles&group_by=region").status_code == 200
        assert client.get("/v1/companies?sort=-articles").status_code == 200
        before = state.snapshot.view
        with Archive(state.settings.archive_path) as archive:
            archive.retract("again")
        state.catch_up()
        view = state.snapshot.view
        assert view is not before
        assert ("order", "companies", "-articles") in view.made
        assert _indexes(before) <= _indexes(view)
        listed = client.get("/v1/companies?sort=-articles").json()
        assert listed["meta"]["dataset_version"] == state.snapshot.version


def test_a_snapshot_that_cannot_be_warmed_is_answered_from(state: State) -> None:
    def fail(snapshot: Snapshot, before: View | None) -> None:
        if before is not None:
            raise ValueError(snapshot)

    state.warm_with(fail)
    with Archive(state.settings.archive_path) as archive:
        archive.retract("again")
    state.catch_up()
    assert "again" not in state.snapshot.extractions
