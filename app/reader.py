"""A process that reads articles for the server, which neither waits for it nor dies with it."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, TypeAlias

from app.workers import PATIENCE, Extract, extract_safely
from graph.model import Article, Extraction

_End: TypeAlias = "Connection[Any, Any]"
Load = Callable[[], Extract]
"""Loads what extracts, in the process that reads: a function of a module, so that it is found."""


def load_pipeline(gazetteer: Path) -> Extract:
    """The extractors with a folder of name lists: seconds, and 540 MB."""
    from extractors.pipeline import Pipeline  # noqa: PLC0415  the server does not pay for it

    return Pipeline(gazetteer).extract


class Reader:
    """Reads one article at a time in a process of its own, started for the first one.

    It is spawned, for a server has threads, and forking beside threads may hang. One that dies or
    takes longer than `seconds` takes only its article with it; another starts for the next one.
    """

    def __init__(self, load: Load, seconds: float) -> None:
        self._load, self._seconds = load, seconds
        self._running: tuple[SpawnProcess, _End] | None = None
        self._closed = False

    def read(self, article: Article) -> Extraction | str:
        """The extraction of an article, or why there is none."""
        process, pipe = self._running or self._start()
        if self._closed:  # perhaps just before there was a process to end
            self.rest()
            return "the server stops"
        try:
            pipe.send(article)
            if not pipe.poll(self._seconds):
                self.rest()
                return f"it took longer than {self._seconds:g} seconds to read; it was given up"
            answer: Extraction | str = pipe.recv()
        except (EOFError, OSError):
            return f"its reader was ended by {self._buried(process, pipe)}"
        return answer

    def rest(self) -> None:
        """Let go of the process and its memory until there is something to read again."""
        running, self._running = self._running, None
        if running is not None:
            running[0].kill()
            running[0].join()
            running[1].close()

    def close(self) -> None:
        """End the process, also while it reads; from any thread. What it reads then is not read."""
        self._closed = True
        running = self._running
        if running is not None:
            running[0].kill()

    def _start(self) -> tuple[SpawnProcess, _End]:
        context = multiprocessing.get_context("spawn")
        pipe, end = context.Pipe()
        process = context.Process(target=_work, args=(self._load, end), daemon=True)
        process.start()
        end.close()
        self._running = process, pipe
        return self._running

    def _buried(self, process: SpawnProcess, pipe: _End) -> str:
        self._running = None
        pipe.close()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join()
        code = process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def _work(load: Load, pipe: _End) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        # Where memory runs out, the system shall end this process and not the server.
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")
    with suppress(EOFError, OSError):
        extract: Extract | None = None
        while True:
            article = pipe.recv()
            extract = extract or load()
            pipe.send(extract_safely(extract, article))
