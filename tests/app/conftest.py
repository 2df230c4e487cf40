"""A graph of the sample articles' gold, so that the server is tested apart from the extractors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.jobs import Jobs
from app.main import create_app
from app.reader import Reader
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from graph.interchange import read_document
from graph.model import EntityType
from graph.reference import read_references
from tests.app.slow_extract import load

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "gold" / "samples"


def read_slowly(state: State) -> None:
    """Let a state's jobs read by the extractor of tests, at most three seconds an article."""
    state.jobs.close()
    state.jobs = Jobs(
        state.settings.archive_path,
        lambda: "test",
        Reader(load, seconds=3.0),
        state.catch_up,
        max_page_mb=1,
    )


def fill(archive: Archive) -> None:
    """Put the hand-made extractions of the sample articles into an archive.

    People annotate no codes, so regions get theirs here where the name has only one.
    """
    codes = _codes()
    for path in sorted(SAMPLES.glob("*.json")):
        read = read_document(path.read_text(encoding="utf-8"), file=f"{path.stem}.txt")
        entities = tuple(
            replace(entity, ref=codes[entity.name])
            if entity.type is EntityType.REGION and entity.name in codes
            else entity
            for entity in read.entities
        )
        archive.put(replace(read, entities=entities))


@cache
def _codes() -> dict[str, str]:
    owners: dict[str, set[str]] = defaultdict(set)
    for reference in read_references(ROOT / "seeds" / "gazetteer").values():
        if reference.ref.startswith("region:") and len(reference.local_name) == 5:
            for name in (reference.name, *reference.aliases):
                owners[name].add(reference.ref)
    return {name: min(refs) for name, refs in owners.items() if len(refs) == 1}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", refresh_seconds=0.05)


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(data=tmp_path_factory.mktemp("server"), refresh_seconds=60)
    with Archive(settings.archive_path) as archive:
        fill(archive)
    with State(settings) as state, TestClient(create_app(state)) as client:
        yield client
