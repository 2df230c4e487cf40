"""What the running server answers from, kept up with the archive."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from functools import partial
from types import TracebackType
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import RdfFormat

from app.endpoint.pool import Pool
from app.finding import Finding
from app.jobs import Jobs
from app.reader import Reader, load_pipeline
from app.settings import Settings
from app.storage import open_graph
from extractors.version import version_of
from graph.archive import Archive, Changed
from graph.collector import collector_paused
from graph.iris import Iris
from graph.knowledge import Snapshot, publish
from graph.ledger import Decision, Decisions, Ledger
from graph.live import LiveGraph
from graph.reference import read_references
from graph.review import Doubt, doubts
from graph.search_pattern import Found, with_hits
from graph.update import Change
from graph.view import View

_log = logging.getLogger(__name__)


class State:
    """The open archive and store, the current snapshot, and who answers queries; a context manager.

    A thread looks every `refresh_seconds` whether another process has ingested or retracted
    something, and then replaces the snapshot as a whole: a reader never sees half of a change. What
    the store is told, the workers that answer queries have before the change counts as made.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._references = read_references(settings.gazetteer)
        self.iris = Iris(settings.base_iri)
        self._archive = Archive(settings.archive_path)
        self.store = open_graph(settings)
        self.pool = Pool(settings.query_limits, self._write_quads)
        self.writing = threading.Lock()
        """Held by whoever changes the store: there is one writer at a time."""
        self.ledger = Ledger(settings.ledger_path)
        self._graph = LiveGraph(self._references, self.iris, audience=settings.audience)
        self._following = threading.Lock()
        self._revision = 0
        self._decided: object = None
        self._stopping = threading.Event()
        self._follower = threading.Thread(target=self._follow, name="follow", daemon=True)
        self._taken: tuple[Decision, ...] = ()
        with collector_paused():
            self._take_over()
            self._graph.take_over()
            self.snapshot: Snapshot = self._graph.snapshot(self._revision)
        self.decided: tuple[Decision, ...] = self._taken
        """Every line of the ledger that the snapshot answers with, the oldest first."""
        publish(self.snapshot, self.store)
        self._published: tuple[int, object] = self._revision, self._decided
        self._warm: Callable[[Snapshot, View | None], None] | None = None
        self._lagging = False
        """Whether the store missed a change, for it failed: it is then compared as a whole."""
        self.finding = Finding(self.snapshot.view)
        self.jobs = Jobs(
            settings.archive_path,
            partial(version_of, settings.gazetteer),
            Reader(partial(load_pipeline, settings.gazetteer), settings.read_seconds),
            self.catch_up,
            max_page_mb=settings.max_page_mb,
        )

    def catch_up(self) -> None:
        """Bring graph, store and snapshot up to what was ingested, retracted and decided."""
        with self._following:
            self._take_over()
            if self._published == (self._revision, self._decided):
                return
            difference = self._graph.settle()
            snapshot = self._graph.snapshot(self._revision)
            self._make_ready(snapshot)
            with self.writing:
                lagging, self._lagging = self._lagging, True
                if lagging:
                    publish(snapshot, self.store)
                else:
                    self.store.apply(difference.removed, difference.added)
                self._lagging = False
            self.snapshot, self.decided = snapshot, self._taken
            self.finding.follow(snapshot.view, difference)
            self._published = self._revision, self._decided

    def warm_with(self, warm: Callable[[Snapshot, View | None], None]) -> None:
        """Warm the snapshot, and each that comes before anybody is answered from it.

        `warm` is given the snapshot and the view so far, None for the first.
        """
        with self._following:
            warm(self.snapshot, None)
            self._warm = warm

    def _make_ready(self, snapshot: Snapshot) -> None:
        if self._warm is not None:
            try:
                self._warm(snapshot, self.snapshot.view)
            except Exception:  # noqa: BLE001  a cold snapshot answers too, only later
                _log.exception("the snapshot could not be warmed")

    def _take_over(self) -> None:
        """Take over what has changed since the last time."""
        for revision, article_id, extraction in self._archive.changes(self._revision):
            if extraction is None:
                self._graph.drop(article_id)
            else:
                self._graph.put(extraction)
            self._revision = revision
        decided = self.ledger.version
        if decided != self._decided:
            lines = tuple(self.ledger.lines())
            self._graph.decide(Decisions.of(lines))
            self._decided, self._taken = decided, lines

    def retract(self, article_id: str) -> bool:
        """Take an article out of the graph; False where it was out already.

        Raises UnknownArticleError for one that the archive has not.
        """
        with Archive(self.settings.archive_path) as archive:
            changed = archive.retract(article_id)
        self.catch_up()
        return changed

    def changed_since(self, revision: int, limit: int) -> list[Changed]:
        """What the archive took in or gave up after a revision, in order, at most `limit`."""
        return self._archive.changed_since(revision, limit)

    def doubts(self, *, postponed: bool = False) -> list[Doubt]:
        """The pairs that may be one thing and that nobody has judged, or put off alone."""
        with self._following:
            return doubts(self._graph, postponed=postponed)

    def decide(self, decision: Decision) -> Decision:
        """Keep a person's decision, and let it count at once.

        Raises KeyError where no article tells of one of the two, and LedgerError where the ledger
        cannot be read; nothing is written then.
        """
        self.catch_up()
        with self._following:
            for path in decision.pair:
                self._graph.resolver.thing(path.partition("~")[0])
        kept = self.ledger.add(decision)
        self.catch_up()
        return kept

    def change_own(self, change: Change, revision: int) -> bool:
        """Make a change of people's own; False where the graph is no longer at that revision.

        Raises DerivedError where it would remove what articles state.
        """
        with self.writing:
            if self.store.revision != revision:
                return False
            self.store.change_own(change.removed, change.added)
            return True

    def with_hits(self, query: str) -> str:
        """A query with what `smk:search` finds in its place.

        Raises QueryError for a search that cannot be read.
        """
        return with_hits(query, self._find, self.iris)

    def _find(self, text: str, limit: int) -> Iterable[Found]:
        return self.finding.index.search(text, limit)

    def _write_quads(self, out: BinaryIO) -> None:
        pyoxigraph.serialize(self.store.everything(), out, RdfFormat.N_QUADS)

    def _follow(self) -> None:
        while not self._stopping.wait(self.settings.refresh_seconds):
            try:
                self.catch_up()
            except Exception:  # noqa: BLE001  a reader keeps the last good snapshot
                _log.exception("the graph could not be brought up to the archive; trying again")

    def __enter__(self) -> State:
        self.pool.__enter__()
        self.store.listen(self.pool.change)
        self._follower.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.jobs.close()
        self._stopping.set()
        self._follower.join()
        self.pool.__exit__()
        self.store.close()
        self.finding.close()
        self._archive.close()
