"""The server as its own process, beside other commands on the same data."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.serving import welcome
from app.settings import Settings
from graph.archive import Archive
from tests.app.conftest import fill

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from app.cli import main; main()"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with Archive(Settings(data=tmp_path).archive_path) as archive:
        fill(archive)
    return tmp_path


@pytest.fixture
def address(data: Path) -> Iterator[str]:
    server = subprocess.Popen(
        [*COMMAND, "serve", "--port", "0", "--data", str(data)],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert server.stderr is not None
    first = server.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", first)
    try:
        assert found, first
        yield found[0]
    finally:
        server.terminate()
        server.communicate(timeout=10)


def _articles(address: str) -> int:
    with urllib.request.urlopen(f"{address}/health") as answer:
        return int(json.load(answer)["articles"])


def _run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_server_answers_when_it_says_its_address(address: str) -> None:
    assert _articles(address) == 8


def test_a_retraction_beside_the_server_is_seen_within_two_seconds(
    address: str, data: Path
) -> None:
    done = _run("retract", "busan-zones-2024.txt", "--data", data)
    assert done.returncode == 0, done.stderr
    assert "takes it over" in done.stderr
    deadline = time.monotonic() + 2
    while _articles(address) != 7:
        assert time.monotonic() < deadline


def test_a_second_server_on_the_same_data_is_refused_in_one_line(address: str, data: Path) -> None:
    assert address
    second = _run("serve", "--port", "0", "--data", data)
    assert second.returncode == 1
    assert "in use" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_taken_port_is_one_line_that_says_what_to_do(address: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    with Archive(Settings(data=other).archive_path) as archive:
        fill(archive)
    port = address.rpartition(":")[2]
    answer = _run("serve", "--port", port, "--data", other)
    assert answer.returncode == 1
    assert "PORT=" in answer.stderr


def test_serving_nothing_says_how_to_begin(tmp_path: Path) -> None:
    answer = _run("serve", "--data", tmp_path / "none")
    assert answer.returncode == 1
    assert "sanmaek ingest" in answer.stderr


def test_the_welcome_names_three_things_to_try() -> None:
    told = welcome("http://127.0.0.1:8000")
    assert told.count("curl ") == 3
