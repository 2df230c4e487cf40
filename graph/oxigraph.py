"""The embedded store: Oxigraph in memory, or on disk by RocksDB."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
)

from graph.sparql import refuse_remote
from graph.store import GraphName, QueryError, StoreBusyError
from graph.updates import update_text

_LARGE = 10_000
"""Quads from which on writing sorted files is faster than the log."""


class OxigraphStore:
    """A store in a folder, or in memory where no folder is given.

    Raises StoreBusyError where another process holds the folder: Oxigraph has one writer.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is not None:
            folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._store = pyoxigraph.Store(None if folder is None else str(folder))
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreBusyError(f"{folder} is in use by another process") from error
            raise

    def apply(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Remove and add quads in one transaction.

        What is only added needs no update text, and a large addition goes straight into sorted
        files: both are transactions too, three to four times as fast.
        """
        going, coming = list(removed), list(added)
        if going:
            self._store.update(update_text(going, coming))
        elif len(coming) < _LARGE:
            self._store.extend(coming)
        else:
            self._store.bulk_extend(coming)

    def quads(
        self,
        graph: GraphName | None = None,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads of one graph, or of all; of one subject or predicate only where given."""
        return iter(self._store.quads_for_pattern(subject, predicate, None, graph))

    def query(self, query: str, results: QueryResultsFormat, graph: RdfFormat) -> tuple[bytes, str]:
        """The answer, written out in the thread that asks: solutions cannot change threads."""
        refuse_remote(query)
        try:
            found = self._store.query(query)
            if isinstance(found, QuerySolutions | QueryBoolean):
                return found.serialize(format=results) or b"", results.media_type
            return found.serialize(format=graph) or b"", graph.media_type
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryError(str(error)) from error

    def close(self) -> None:
        """Let go of the folder."""
        self._store.flush()
        del self._store
