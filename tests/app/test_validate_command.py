"""`sanmaek validate` warns of contradictions with both sources and fails for broken shapes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import cli
from app.settings import Settings
from graph import validation
from graph.archive import Archive
from graph.knowledge import Snapshot
from graph.validation import Violation
from tests.graph.examples import budget, project, read


@pytest.fixture
def data(tmp_path: Path) -> Path:
    said = read("a", [project("p", "실증단지")], [budget("p", 3 * 10**10), budget("p", 4 * 10**10)])
    with Archive(Settings(data=tmp_path).archive_path) as archive:
        archive.put(said)
    return tmp_path


def run(data: Path) -> Result:
    return CliRunner().invoke(cli, ["validate", "--data", str(data)])


def test_a_contradiction_is_a_warning_with_both_values_and_quotes(data: Path) -> None:
    answer = run(data)
    assert answer.exit_code == 0, answer.output
    (line,) = [line for line in answer.stdout.splitlines() if line.startswith("warning:")]
    assert "400억 원" in line
    assert "300억 원" in line
    assert line.count("“총사업비”") == 2
    assert "0 errors, 1 warnings" in answer.output


def test_a_broken_shape_is_an_error_and_exit_code_1(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(snapshot: Snapshot, **_: object) -> Iterator[Violation]:
        (article,) = snapshot.view.articles
        yield Violation(
            is_error=True,
            article=article,
            node="n",
            path=None,
            value="v",
            message="No evidence.",
        )

    monkeypatch.setattr(validation, "violations", broken)
    answer = run(data)
    assert answer.exit_code == 1
    assert "error: article a: n: No evidence. (v)" in answer.output
    assert "1 errors, 1 warnings" in answer.output


def test_without_an_archive_it_says_what_to_do(tmp_path: Path) -> None:
    answer = run(tmp_path / "nothing")
    assert answer.exit_code == 1
    assert "sanmaek ingest" in answer.output
