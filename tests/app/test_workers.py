"""Several workers read what one does, and none takes another's articles with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.ingest import ingest
from app.workers import Crew, extract_all
from graph.archive import Archive, Outcome
from graph.model import Article, Extraction
from tests.app.test_cli import PAGES, run

ROOT = Path(__file__).resolve().parents[2]
TWO = Crew(2)

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="one process reads all there"
)


def read(article: Article) -> Extraction:
    """An extractor whose articles say what becomes of it."""
    match article.text:
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exits":
            os._exit(3)
        case "wrong":
            raise ValueError("no such word")
        case "slow":
            time.sleep(0.2)
        case "endless":
            time.sleep(600)
    return Extraction(article, (), (), "test")


def articles(*texts: str) -> Iterator[tuple[int, Article]]:
    for number, text in enumerate(texts):
        yield number, Article(f"a{number}", text)


def told(texts: tuple[str, ...], crew: Crew) -> list[tuple[int, str]]:
    return [
        (number, answer if isinstance(answer, str) else answer.article.id)
        for number, answer in extract_all(read, articles(*texts), crew)
    ]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_come_in_the_order_of_the_articles(workers: int) -> None:
    texts = ("slow", *["plain"] * 20, "slow", "plain")
    assert told(texts, Crew(workers)) == [(n, f"a{n}") for n in range(len(texts))]


def test_a_worker_that_dies_is_told_and_the_rest_is_read() -> None:
    answers = dict(told(("plain", "killed", *["plain"] * 9, "exits", "wrong", "plain"), TWO))
    assert "SIGKILL" in answers.pop(1)
    assert "exit code 3" in answers.pop(11)
    assert "no such word" in answers.pop(12)
    assert answers == {n: f"a{n}" for n in answers}
    assert len(answers) == 11


def test_all_may_die_and_it_still_ends() -> None:
    assert all("SIGKILL" in answer for _, answer in told(("killed",) * 7, TWO))


def test_without_articles_nothing_is_loaded() -> None:
    def load() -> None:
        raise AssertionError("it was")

    assert list(extract_all(read, articles(), Crew(2, load))) == []


def test_who_stops_listening_leaves_no_worker_behind() -> None:
    answers = extract_all(read, articles("plain", "endless", "endless"), TWO)
    assert next(answers)[0] == 0
    answers.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_article_twice_in_a_batch_is_added_once(workers: int, tmp_path: Path) -> None:
    page = PAGES / "changwon-completion-2025.txt"
    pages = []
    for name in ("one.txt", "empty.txt", "two.txt", "three.txt"):
        pages.append(tmp_path / name)
        pages[-1].write_bytes(b"" if name == "empty.txt" else page.read_bytes())
    with Archive(tmp_path / "archive.sqlite") as archive:
        report = ingest(pages, archive, "test", read, max_page_mb=32, crew=Crew(workers))
    assert report.outcomes[Outcome.ADDED] == 1
    assert report.outcomes[Outcome.UNCHANGED] == 2
    assert [failure.file.name for failure in report.failures] == ["empty.txt"]


def test_one_worker_and_two_write_the_same(tmp_path: Path) -> None:
    for workers in (1, 2):
        answer = run("extract", PAGES, "-o", tmp_path / str(workers), "--workers", workers)
        assert answer.exit_code == 0, answer.output
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in "12"
    )
    assert one == two


INTERRUPTED = """
import signal
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
from app.workers import Crew, extract_all
from tests.app.test_workers import articles, read
for number, answer in extract_all(read, articles("plain", "endless", "endless"), Crew(2)):
    print("ready", flush=True)
"""


def test_ctrl_c_ends_workers_and_all() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as batch:
        assert batch.stdout is not None
        assert batch.stdout.readline() == b"ready\n"
        os.killpg(batch.pid, signal.SIGINT)
        _, errors = batch.communicate(timeout=20)
        assert b"KeyboardInterrupt" in errors
        with pytest.raises(ProcessLookupError):
            os.killpg(batch.pid, 0)
