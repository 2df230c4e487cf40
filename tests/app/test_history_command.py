"""`sanmaek history` tells in Korean what was known of a thing on a day."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import cli
from app.settings import Settings
from graph.archive import Archive
from tests.app.conftest import fill


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("history")
    with Archive(Settings(data=folder).archive_path) as archive:
        fill(archive)
    return folder


def run(data: Path, *arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "300"}).invoke(
        cli, ["history", *arguments, "--data", str(data)]
    )


def lines(answer: Result, *words: str) -> list[str]:
    assert answer.exit_code == 0, answer.output
    return [line for line in answer.output.splitlines() if all(word in line for word in words)]


def test_totals_come_in_their_order_with_who_said_so(data: Path) -> None:
    answer = run(data, "첨단소재 실증연구단지", "--as-of", "2025-12-31")
    totals = [line.split()[1:3] for line in lines(answer, "총사업비")]
    assert len(totals) >= 2
    assert lines(answer, "이전 값")
    assert len(lines(answer, "채택")) == 1


def test_a_day_in_the_past_knows_nothing_of_later_articles(data: Path) -> None:
    now = run(data, "첨단소재 실증연구단지", "--as-of", "2025-12-31")
    before = run(data, "첨단소재 실증연구단지", "--as-of", "2021-12-31")
    assert "2021-12-31까지 알려진 것" in before.output
    assert lines(now, "2025-0")
    assert not lines(before, "2025-0", "“")


def test_what_was_not_known_yet_is_one_clear_line(data: Path) -> None:
    answer = run(data, "첨단소재 실증연구단지", "--as-of", "1999")
    assert answer.exit_code == 1
    assert "no article had told" in answer.output


@pytest.mark.parametrize(
    ("name", "told"), [("없는 사업", "no article names"), ("region/48120", "시장")]
)
def test_things_go_by_name_or_id(data: Path, name: str, told: str) -> None:
    assert told in run(data, name).output


def test_a_day_that_is_none_is_one_clear_line(data: Path) -> None:
    answer = run(data, "첨단소재 실증연구단지", "--as-of", "last year")
    assert answer.exit_code == 1
    assert "--as-of: a date is YYYY" in answer.output


def test_without_an_archive_it_says_what_to_do(tmp_path: Path) -> None:
    answer = run(tmp_path / "nothing", "창원시")
    assert answer.exit_code == 1
    assert "sanmaek ingest" in answer.output
