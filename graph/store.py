"""The protocol of an RDF store, in pyoxigraph's terms: what every store of sanmaek's can do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryResultsFormat, RdfFormat

GraphName = NamedNode | DefaultGraph


class StoreBusyError(Exception):
    """Another process has the store open for writing; the message says which store."""


class RemoteStoreError(Exception):
    """A store on another machine failed; the message says where, what it said and what to do."""


class QueryError(ValueError):
    """A query that cannot be answered as it is; the message says why."""


class Store(Protocol):
    """Quads in a default graph and named graphs. The default graph is never a union."""

    def apply(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Remove and add quads as one change: wholly, or not at all."""

    def quads(
        self,
        graph: GraphName | None = None,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads of one graph, or of all; of one subject or predicate only where given."""

    def query(self, query: str, results: QueryResultsFormat, graph: RdfFormat) -> tuple[bytes, str]:
        """The answer to a read-only query, written out, with its media type.

        SELECT and ASK are written in `results`, CONSTRUCT and DESCRIBE in `graph`. The default
        graph is the accepted view. Raises QueryError where the query is refused or is not SPARQL.
        """

    def close(self) -> None:
        """Let go of the store, so that another process may open it."""
