"""Several processes that extract at once, with the order of the articles kept.

A process is forked when the model is loaded, so that all share it; each reads one article at a
time and may die of it, as when the system is out of memory, without the others noticing.
"""

from __future__ import annotations

import multiprocessing
import signal
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import Pipe
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any, Generic, TypeAlias, TypeVar, cast

from graph.model import Article, Extraction

Extract = Callable[[Article], Extraction]
_Item = TypeVar("_Item")
_End: TypeAlias = "Connection[Any, Any]"

AHEAD = 4
"""Articles for each worker that are read from disk while an earlier one is still due."""

PATIENCE = 0.5
"""Seconds that a worker has to end by itself."""


@dataclass(frozen=True, slots=True)
class Crew:
    """How many processes read; `load` gets what they share into memory before they part."""

    workers: int = 1
    load: Callable[[], object] = lambda: None


ALONE = Crew()


def extract_safely(extract: Extract, article: Article) -> Extraction | str:
    """The extraction of an article, or why there is none: one bad page never stops a batch."""
    try:
        return extract(article)
    except Exception as error:  # noqa: BLE001  whatever a page brings up, the next ones are read
        return f"the extractors failed: {type(error).__name__}: {error}; please report the page"


def extract_all(
    extract: Extract, articles: Iterable[tuple[_Item, Article]], crew: Crew = ALONE
) -> Iterator[tuple[_Item, Extraction | str]]:
    """What each article states, or why that is not known, in the order of the articles.

    One worker is this process itself, and so is every number where the system cannot fork.
    """
    if crew.workers == 1 or "fork" not in multiprocessing.get_all_start_methods():
        for item, article in articles:
            yield item, extract_safely(extract, article)
        return
    waiting = iter(articles)
    first = next(waiting, None)
    if first is not None:
        crew.load()
        yield from _Batch[_Item](extract, crew.workers).read(chain((first,), waiting))


class _Worker:
    """A forked process and this end of the pipe to it; `place` is that of what it is reading."""

    def __init__(self, extract: Extract, others: Iterable[_Worker]) -> None:
        self.place: int | None = None
        self.pipe, end = Pipe()
        inherited = [self.pipe, *(other.pipe for other in others)]
        self._process = ForkProcess(target=_work, args=(extract, end, inherited), daemon=True)
        with warnings.catch_warnings():
            # Python warns of forks beside threads; Kiwi's are at rest then and hold no lock.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._process.start()
        end.close()

    @property
    def alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.is_alive()

    def ended_by(self) -> str:
        """Wait for its end, or make one, and say what it was."""
        self.pipe.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code = self._process.exitcode or 0
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"


class _Batch(Generic[_Item]):
    """Articles handed to workers, and their answers handed on in the order of the articles."""

    def __init__(self, extract: Extract, number: int) -> None:
        self._extract = extract
        self._number = number
        self._workers: list[_Worker] = []
        self._waiting: deque[tuple[int, Article]] = deque()
        self._items: dict[int, _Item] = {}
        self._answers: dict[int, Extraction | str] = {}

    def read(
        self, articles: Iterable[tuple[_Item, Article]]
    ) -> Iterator[tuple[_Item, Extraction | str]]:
        """The answers in order. No worker outlives the iterator, read to its end or not."""
        following = enumerate(articles)
        due = 0
        try:
            while True:
                room = AHEAD * self._number - len(self._items)
                for place, (item, article) in islice(following, room):
                    self._items[place] = item
                    self._waiting.append((place, article))
                self._hand_out()
                if due in self._answers:
                    yield self._items.pop(due), self._answers.pop(due)
                    due += 1
                elif due in self._items:
                    self._collect()
                else:
                    return
        finally:
            for worker in self._workers:
                worker.pipe.close()
            for worker in self._workers:
                worker.ended_by()

    def _hand_out(self) -> None:
        while self._waiting and (worker := self._idle()) is not None:
            worker.place, article = self._waiting.popleft()
            try:
                worker.pipe.send(article)
            except OSError:
                self._bury(worker)

    def _idle(self) -> _Worker | None:
        for worker in [worker for worker in self._workers if worker.place is None]:
            if worker.alive:
                return worker
            self._workers.remove(worker)
        if len(self._workers) == self._number:
            return None
        self._workers.append(_Worker(self._extract, self._workers))
        return self._workers[-1]

    def _collect(self) -> None:
        busy = {worker.pipe: worker for worker in self._workers if worker.place is not None}
        for pipe in wait(list(busy)):
            worker = busy[cast("_End", pipe)]
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
            else:
                self._answers[worker.place or 0] = answer
                worker.place = None

    def _bury(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        self._answers[worker.place or 0] = (
            f"its worker was ended by {worker.ended_by()}, perhaps for want of memory; "
            "the other pages were read"
        )


def _work(extract: Extract, pipe: _End, inherited: Iterable[_End]) -> None:
    """Answer articles until the other end is closed; what it has inherited would keep it open."""
    for other in inherited:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    with suppress(OSError):
        # Where memory runs out, the system shall end this process and not the one that archives.
        Path("/proc/self/oom_score_adj").write_text("500", encoding="ascii")
    with suppress(EOFError, OSError):
        while True:
            pipe.send(extract_safely(extract, pipe.recv()))
