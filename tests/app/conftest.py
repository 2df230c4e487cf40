"""A graph of the sample articles' gold, so that the server is tested apart from the extractors."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from graph.archive import Archive
from graph.interchange import read_document

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests" / "gold" / "samples"


def fill(archive: Archive) -> None:
    """Put the hand-made extractions of the sample articles into an archive."""
    for path in sorted(SAMPLES.glob("*.json")):
        archive.put(read_document(path.read_text(encoding="utf-8"), file=f"{path.stem}.txt"))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path / "data", refresh_seconds=0.05)


@pytest.fixture
def client(settings: Settings) -> Iterator[TestClient]:
    with Archive(settings.archive_path) as archive:
        fill(archive)
    with TestClient(create_app(settings)) as client:
        yield client
