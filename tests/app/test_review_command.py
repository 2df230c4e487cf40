"""`sanmaek review` and `sanmaek decide`: asked once, kept for good, and undone by a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app.cli import cli
from app.settings import Settings
from graph.ledger import Decision, Judgement, Ledger
from tests.app.doubtful import HERE, OTHER, THERE, fill_doubtful


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings = fill_doubtful(tmp_path)
    monkeypatch.setenv("SANMAEK_GAZETTEER", str(settings.gazetteer))
    return settings.data


def run(data: Path, *arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--data", str(data)], input=typed)


def said(data: Path) -> list[Decision]:
    return list(Ledger(Settings(data=data).ledger_path).lines())


def firms(data: Path) -> set[str]:
    listed = run(data, "entities").stdout
    return {path for path in (HERE, THERE) if f'"{path}"' in listed}


def test_a_pair_is_shown_with_both_quotes_and_nothing_is_asked_with_list(data: Path) -> None:
    answer = run(data, "review", "--list")
    assert answer.exit_code == 0, answer.output
    for shown in (
        HERE,
        THERE,
        "창원에 있는 가온누리",
        "부산에 있는 가온누리",
        "2024-01-02",
        "other places",
    ):
        assert shown in answer.output
    assert "1 pairs, 0 decided" in answer.output
    assert said(data) == []


def test_an_answer_is_kept_with_who_gave_it_and_counts_at_once(data: Path) -> None:
    answer = run(data, "review", "--by", "허성무", typed="s\n")
    assert answer.exit_code == 0, answer.output
    (decision,) = said(data)
    assert (decision.pair, decision.judgement) == ((THERE, HERE), Judgement.SAME)
    assert (decision.by, bool(decision.at), bool(decision.reason)) == ("허성무", True, True)
    assert firms(data) == {HERE}
    assert "0 pairs" in run(data, "review", "--list").output


def test_what_is_no_answer_is_asked_again_and_quitting_decides_nothing(data: Path) -> None:
    answer = run(data, "review", typed="maybe\n\nq\n")
    assert answer.exit_code == 0, answer.output
    assert answer.output.count("[s]ame") == 2
    assert said(data) == []


def test_what_is_put_off_is_asked_with_later_alone(data: Path) -> None:
    run(data, "review", typed="l\n")
    assert "0 pairs" in run(data, "review", "--list").output
    assert "1 pairs" in run(data, "review", "--later", "--list").output
    run(data, "review", "--later", typed="d\n")
    assert "0 pairs" in run(data, "review", "--later", "--list").output
    assert [one.judgement.value for one in said(data)] == ["later", "different"]
    assert firms(data) == {HERE, THERE}


def test_a_decision_stays_through_rebuild_and_undo_takes_it_back(data: Path) -> None:
    assert run(data, "decide", "same", HERE, THERE, "--reason", "이전").exit_code == 0
    assert firms(data) == {HERE}
    assert run(data, "rebuild").exit_code == 0
    assert firms(data) == {HERE}
    assert run(data, "decide", "undo", THERE, HERE).exit_code == 0
    assert firms(data) == {HERE, THERE}
    assert [one.reason for one in said(data)] == ["이전", ""]


def test_one_article_s_part_is_taken_out(data: Path) -> None:
    assert run(data, "decide", "different", OTHER, f"{OTHER}~there").exit_code == 0
    listed = run(data, "entities").stdout
    assert f'"{OTHER}~there"' in listed
    assert f'"{OTHER}"' in listed


@pytest.mark.parametrize(
    ("pair", "message"),
    [
        ((HERE, "company/없음"), "no article tells of 'company/없음'"),
        ((HERE, HERE), "two things of one type"),
        ((HERE, "region/48120"), "two things of one type"),
    ],
)
def test_what_cannot_be_decided_is_one_line_and_nothing_is_kept(
    data: Path, pair: tuple[str, str], message: str
) -> None:
    answer = run(data, "decide", "same", *pair)
    assert answer.exit_code == 1
    assert message in answer.output
    assert said(data) == []


@pytest.mark.parametrize("command", [["review", "--list"], ["decide", "same", HERE, THERE]])
def test_without_an_archive_it_says_what_to_do(tmp_path: Path, command: list[str]) -> None:
    answer = run(tmp_path / "none", *command)
    assert answer.exit_code == 1
    assert "sanmaek ingest" in answer.output
