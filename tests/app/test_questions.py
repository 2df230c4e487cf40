"""An analyst's thirty questions to the five seed articles, each answered by one or two calls."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.documents import documents_in, ingest_documents
from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive

with (Path(__file__).parent / "questions.tsv").open(encoding="utf-8", newline="") as _lines:
    CALLS = list(csv.DictReader(_lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(data=tmp_path_factory.mktemp("seeds"), refresh_seconds=60)
    with Archive(settings.archive_path) as archive:
        documents = documents_in(shared / "gold" / "seeds")
        report = ingest_documents(documents, archive, {}, max_page_mb=1)
        assert not report.failures
    with State(settings) as state, TestClient(create_app(state)) as client:
        yield client


def test_each_of_the_thirty_questions_takes_one_call_or_two() -> None:
    calls = Counter(int(row["question"]) for row in CALLS)
    assert list(calls) == list(range(1, 31))
    assert max(calls.values()) <= 2


@pytest.mark.parametrize("row", CALLS, ids=lambda row: f"{row['question']} {row['call'][:40]}")
def test_a_question_is_answered(seeds: TestClient, row: dict[str, str]) -> None:
    answer = seeds.get(row["call"])
    assert answer.status_code == 200, answer.text
    missing = [told for told in row["answer"].split("|") if told not in answer.text]
    assert not missing
