"""Killed at any moment, an ingest is finished by the next one, and nothing is half there."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.settings import Settings
from graph.archive import Archive
from graph.iris import Iris
from graph.knowledge import publish, read_snapshot
from graph.oxigraph import OxigraphStore
from graph.reference import read_references

ROOT = Path(__file__).resolve().parents[2]

INGEST = """
import sys
from pathlib import Path
from app.ingest import ingest, pages_in
from app.settings import Settings
from graph.archive import Archive
from graph.interchange import read_document
from graph.iris import Iris
from graph.knowledge import publish, read_snapshot
from graph.oxigraph import OxigraphStore
from graph.reference import read_references

class Annotated:
    version = "hand"
    def extract(self, article):
        document = Path("tests/gold/samples", article.file).with_suffix(".json")
        from dataclasses import replace
        read = read_document(document.read_text(encoding="utf-8"))
        return replace(read, article=replace(read.article, id=article.id))

settings = Settings(data=Path(sys.argv[1]))
print("ready", flush=True)
with Archive(settings.archive_path) as archive:
    pages = pages_in([Path("seeds/articles")])
    ingest(pages, archive, Annotated.version, Annotated().extract, max_page_mb=32)
    snapshot = read_snapshot(archive, read_references(settings.gazetteer), Iris())
    store = OxigraphStore(settings.store_path)
    publish(snapshot, store)
    store.close()
"""


def _start(data: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", INGEST, str(data)], cwd=ROOT, stdout=subprocess.PIPE
    )


def _finish(data: Path) -> None:
    with _start(data) as ingest:
        ingest.communicate()
    assert ingest.returncode == 0


def _quads(data: Path) -> set[str]:
    store = OxigraphStore(Settings(data=data).store_path)
    found = {str(quad) for quad in store.quads()}
    store.close()
    return found


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    data = tmp_path_factory.mktemp("whole")
    _finish(data)
    return _quads(data)


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_ingest_is_finished_by_the_next(
    seed: int, whole: set[str], tmp_path: Path
) -> None:
    with _start(tmp_path) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"ready\n"
        time.sleep(random.Random(seed).uniform(0, 0.6))
        killed.kill()
    settings = Settings(data=tmp_path)
    with Archive(settings.archive_path) as archive:
        references = read_references(settings.gazetteer)
        snapshot = read_snapshot(archive, references, Iris())
        store = OxigraphStore(settings.store_path)
        publish(snapshot, store)
        assert {str(q) for q in store.quads()} == {str(q) for q in snapshot.quads()}
        store.close()
    _finish(tmp_path)
    assert _quads(tmp_path) == whole
