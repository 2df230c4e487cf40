"""What a server could not take over at once it takes over later, whatever failed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.settings import Settings
from app.state import State
from graph.archive import Archive
from graph.ledger import Decision, Judgement, Ledger, LedgerError
from tests.app.doubtful import HERE, THERE, doubtful_articles, fill_doubtful
from tests.graph.samples import SAMPLES


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return fill_doubtful(tmp_path).model_copy(update={"refresh_seconds": 60})


@pytest.fixture
def state(settings: Settings) -> Iterator[State]:
    with State(settings) as state:
        yield state


def _is_whole(state: State) -> bool:
    return set(state.store.quads()) == set(state.snapshot.quads())


def _retract(settings: Settings, article: str) -> None:
    with Archive(settings.archive_path) as archive:
        archive.retract(article)


def test_a_change_that_the_store_refused_is_made_good(
    settings: Settings, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left")

    before = state.snapshot
    with monkeypatch.context() as patched:
        patched.setattr(state.store, "apply", full)
        _retract(settings, "here")
        with pytest.raises(OSError, match="no space left"):
            state.catch_up()
    assert state.snapshot is before
    assert _is_whole(state)
    _retract(settings, "again")
    state.catch_up()
    assert list(state.snapshot.extractions) == ["there"]
    assert _is_whole(state)


def test_what_came_while_the_ledger_could_not_be_read_is_not_forgotten(
    settings: Settings, state: State
) -> None:
    Ledger(settings.ledger_path).add(Decision(HERE, THERE, Judgement.SAME))
    state.catch_up()
    whole, stat = settings.ledger_path.read_bytes(), settings.ledger_path.stat()
    settings.ledger_path.write_bytes(b">>>>\n" + whole)
    _retract(settings, "again")
    with pytest.raises(LedgerError):
        state.catch_up()
    assert len(state.snapshot.extractions) == 3
    settings.ledger_path.write_bytes(whole)
    os.utime(settings.ledger_path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    state.catch_up()
    assert len(state.snapshot.extractions) == 2
    assert THERE in state.snapshot.view.joined
    assert _is_whole(state)


def test_nothing_new_leaves_the_snapshot_as_it_is(state: State) -> None:
    before = state.snapshot
    state.catch_up()
    assert state.snapshot is before


def test_a_server_that_starts_with_nothing_has_all_once_something_comes(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path, refresh_seconds=60)
    with State(settings) as state:
        assert set(state.store.quads()) == set()
        with Archive(settings.archive_path) as archive:
            archive.put(SAMPLES[0])
        state.catch_up()
        assert _is_whole(state)
        assert any("ontology#Project" in str(quad.subject) for quad in state.store.quads())
        with Archive(settings.archive_path) as archive:
            for extraction in doubtful_articles():
                archive.put(extraction)
            archive.retract(SAMPLES[0].article.id)
        state.catch_up()
        assert _is_whole(state)
