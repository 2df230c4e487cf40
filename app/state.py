"""What the running server answers from, kept up with the archive."""

from __future__ import annotations

import logging
import threading
from types import TracebackType

from app.settings import Settings
from graph.archive import Archive
from graph.iris import Iris
from graph.knowledge import Snapshot, publish, read_snapshot
from graph.oxigraph import OxigraphStore
from graph.reference import read_references
from graph.store import Store

_log = logging.getLogger(__name__)


class State:
    """The open archive and store, and the current snapshot; a context manager.

    A thread looks every `refresh_seconds` whether another process has ingested or retracted
    something, and then replaces the snapshot as a whole: a reader never sees half of a change.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._references = read_references(settings.gazetteer)
        self._iris = Iris(settings.base_iri)
        self._archive = Archive(settings.archive_path)
        self.store: Store = OxigraphStore(settings.store_path)
        self._stopping = threading.Event()
        self._follower = threading.Thread(target=self._follow, name="follow", daemon=True)
        self.snapshot: Snapshot = self._refreshed()

    def _refreshed(self) -> Snapshot:
        snapshot = read_snapshot(self._archive, self._references, self._iris)
        publish(snapshot, self.store)
        return snapshot

    def _follow(self) -> None:
        while not self._stopping.wait(self.settings.refresh_seconds):
            try:
                if self._archive.revision != self.snapshot.view.revision:
                    self.snapshot = self._refreshed()
            except Exception:  # noqa: BLE001  a reader keeps the last good snapshot
                _log.exception("the graph could not be brought up to the archive; trying again")

    def __enter__(self) -> State:
        self._follower.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stopping.set()
        self._follower.join()
        self.store.close()
        self._archive.close()
