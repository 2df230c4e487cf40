"""Articles that were sent over HTTP: queued, read one after the other, archived, reported on.

A job is what one request sent. Its articles are read in a process of their own (`app.reader`); one
that cannot be read is reported and the next one goes on. Jobs live in memory: what a stopped server
had not read is sent again, and what it had read changes nothing then.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from app.reader import Reader
from extractors.readers import UnreadablePage, article_from_bytes, article_from_html
from graph.archive import Archive, Outcome
from graph.model import Article, article_id
from graph.values import PartialDate

_log = logging.getLogger(__name__)
IDLE_SECONDS = 120.0
"""How long a reader is kept when there is nothing to read."""
MOST_WAITING = 10_000
"""Articles that wait to be read, all jobs together."""
MOST_KEPT = 1000
"""Jobs that are remembered; the oldest finished ones are forgotten first."""


class FullError(Exception):
    """So many articles wait that no more are taken; the message says how many."""


@dataclass(frozen=True, slots=True)
class Page:
    """An article as it was sent: its bytes, and what the sender says of it, who goes first."""

    name: str
    content: bytes
    html: bool = False
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    reporter: str | None = None
    published: PartialDate | None = None


class JobState(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """What became of an article: an outcome, or the reason why it could not be read."""

    name: str
    article: str | None
    outcome: Outcome | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One request's articles and how far they are; a value that does not change."""

    id: str
    total: int
    submitted: str
    state: JobState = JobState.WAITING
    started: str | None = None
    finished: str | None = None
    outcomes: tuple[PageOutcome, ...] = ()


@dataclass
class _Running:
    """What the thread that reads keeps of a job."""

    job: Job
    pages: deque[Page] = field(default_factory=deque)


class Jobs:
    """The queue and the thread that works it off, started by the first job; close it at the end.

    `changed` is called when the archive has changed, so that the graph follows.
    """

    def __init__(
        self,
        archive: Path,
        version: Callable[[], str],
        reader: Reader,
        changed: Callable[[], object],
        *,
        max_page_mb: int,
    ) -> None:
        self._archive, self._version, self._reader = archive, version, reader
        self._changed, self._max_bytes = changed, max_page_mb * 1_000_000
        self._lock = threading.Condition()
        self._jobs: dict[str, _Running] = {}
        self._queue: deque[str] = deque()
        self._waiting = 0
        self._stopping = False
        self._thread: threading.Thread | None = None

    def submit(self, pages: Sequence[Page]) -> Job:
        """Queue articles to be read. Raises FullError where too many wait already."""
        job = Job(uuid4().hex, len(pages), _now())
        with self._lock:
            if self._waiting + len(pages) > MOST_WAITING:
                raise FullError(
                    f"{self._waiting} articles wait to be read, of {MOST_WAITING} at most"
                )
            self._waiting += len(pages)
            self._jobs[job.id] = _Running(job, deque(pages))
            self._queue.append(job.id)
            self._forget_oldest()
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
                self._thread.start()
            self._lock.notify()
        return job

    def job(self, job_id: str) -> Job | None:
        """A job as it stands now; None for one that is unknown or forgotten."""
        with self._lock:
            known = self._jobs.get(job_id)
            return known.job if known else None

    def close(self) -> None:
        """Stop; what was not read yet stays unread."""
        with self._lock:
            self._stopping = True
            self._lock.notify()
        self._reader.close()
        if self._thread is not None:
            self._thread.join()

    def _forget_oldest(self) -> None:
        done = [key for key, one in self._jobs.items() if one.job.state is JobState.DONE]
        for key in done[: max(0, len(self._jobs) - MOST_KEPT)]:
            del self._jobs[key]

    def _work(self) -> None:
        try:
            with Archive(self._archive) as archive:
                while (running := self._next()) is not None:
                    self._carry_out(running, archive)
        finally:
            self._reader.rest()

    def _next(self) -> _Running | None:
        """The next job; None where the server stops."""
        with self._lock:
            while not self._queue and not self._stopping:
                if not self._lock.wait(IDLE_SECONDS):
                    self._reader.rest()
            return None if self._stopping else self._jobs[self._queue.popleft()]

    def _carry_out(self, running: _Running, archive: Archive) -> None:
        self._tell(running, state=JobState.RUNNING, started=_now())
        changed = False
        while running.pages and not self._stopping:
            outcome = self._read(running.pages.popleft(), archive)
            changed |= outcome.outcome in (Outcome.ADDED, Outcome.UPDATED)
            with self._lock:
                self._waiting -= 1
            self._tell(running, outcomes=(*running.job.outcomes, outcome))
        if self._stopping:
            return
        if changed:
            self._follow()
        self._tell(running, state=JobState.DONE, finished=_now())

    def _follow(self) -> None:
        """Bring the graph up to the archive, so that what a job read is found when it is done."""
        try:
            self._changed()
        except Exception:  # noqa: BLE001  the server's own follower tries again
            _log.exception("the graph could not be brought up to the archive")

    def _tell(self, running: _Running, **news: object) -> None:
        with self._lock:
            running.job = replace(running.job, **news)  # type: ignore[arg-type]

    def _read(self, page: Page, archive: Archive) -> PageOutcome:
        """Read and archive an article; whatever it brings up, the next one is read."""
        try:
            article = self._article(page)
        except UnreadablePage as unreadable:
            return PageOutcome(page.name, None, None, f"{unreadable.reason}; {unreadable.advice}")
        except ValueError as error:
            return PageOutcome(page.name, None, None, str(error))
        try:
            known = archive.describe(article.id)
            if known is not None and known.retracted_at is not None:
                return PageOutcome(page.name, article.id, Outcome.RETRACTED)
            if known is not None and known.extractor == self._version():
                return PageOutcome(page.name, article.id, Outcome.UNCHANGED)
            extraction = self._reader.read(article)
            if isinstance(extraction, str):
                return PageOutcome(page.name, article.id, None, extraction)
            return PageOutcome(page.name, article.id, archive.put(extraction))
        except Exception as error:  # noqa: BLE001  a full disk, say: told with the article
            _log.exception("the article %s could not be archived", article.id)
            return PageOutcome(page.name, article.id, None, f"{type(error).__name__}: {error}")

    def _article(self, page: Page) -> Article:
        reader = article_from_html if page.html else article_from_bytes
        read = reader(page.content, page.name, self._max_bytes)
        assert read.text is not None
        url = page.url or read.url
        return replace(
            read,
            id=article_id(url, read.text),
            url=url,
            title=page.title or read.title,
            outlet=page.outlet or read.outlet,
            reporter=page.reporter or read.reporter,
            published=page.published or read.published,
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
