"""The graph as it is held in memory: the whole, and the default graph once more by itself.

Most queries say nothing of graphs and are about the default graph, a tenth of the whole. Oxigraph's
store in memory keeps for each term one list of all quads that have it, whatever their graph, so
such a query is answered two to four times as fast where the default graph stands alone. There it
has the closures of `TRANSITIVE` beside it, in a graph that no such query can name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO, cast

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
)

from graph.closures import Closure
from graph.frequencies import Frequencies
from graph.rewriting import CLOSURES, TRANSITIVE, rewritten

_Subject = NamedNode | BlankNode | Triple
_Term = _Subject | Literal
_Pair = tuple[_Term, _Term]
_DEFAULT = DefaultGraph()
_ENOUGH = 100_000
"""Quads of articles that are counted when the graph is loaded."""
_MAY_NAME_GRAPHS = re.compile(r"graph|from|\\u", re.IGNORECASE)
"""What has none of it says nothing of graphs, wherever a parser sees words begin and end."""


class ResidentGraph:
    """The stores of one process; its forks share them until the one or the other writes."""

    def __init__(self) -> None:
        self.whole = Store()
        self._default = Store()
        self._closures: dict[NamedNode, Closure[_Term]] = {name: Closure() for name in TRANSITIVE}
        self._used, self._used_in_graphs = Frequencies(), Frequencies()

    def load(self, quads: BinaryIO) -> None:
        """Take in the first quads, as N-Quads."""
        self.whole.bulk_extend(pyoxigraph.parse(quads, RdfFormat.N_QUADS))
        self._default.bulk_extend(self.whole.quads_for_pattern(None, None, None, _DEFAULT))
        self._used.count(self._default)
        named = (quad for quad in self.whole if quad.graph_name != _DEFAULT)
        self._used_in_graphs.count(islice(named, _ENOUGH))
        for name in TRANSITIVE:
            self._close([], self._default.quads_for_pattern(None, name, None))

    def change(self, removed: bytes, added: bytes) -> None:
        """Take some quads out and others in, as N-Quads; a graph that is empty then is gone."""
        going, coming = _quads(removed), _quads(added)
        for quad in going:
            self.whole.remove(quad)
        self.whole.extend(coming)
        for graph in {quad.graph_name for quad in going} - {_DEFAULT}:
            if next(self.whole.quads_for_pattern(None, None, None, graph), None) is None:
                self.whole.remove_graph(graph)  # else GRAPH ?g {} would still find it
        for quads, by in ((going, -1), (coming, 1)):
            self._used.count((quad for quad in quads if quad.graph_name == _DEFAULT), by)
            self._used_in_graphs.count((quad for quad in quads if quad.graph_name != _DEFAULT), by)
        gone, new = _of_default(going), _of_default(coming)
        for quad in gone:
            self._default.remove(quad)
        self._default.extend(new)
        self._close(gone, new)

    def query(
        self, query: str, base: str | None = None
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The answer to a query that has no FROM and was given no graphs.

        Raises SyntaxError for what is no query.
        """
        store, closed = self.whole, list[NamedNode]()
        if not _MAY_NAME_GRAPHS.search(query):
            store = self._default
            closed = [name for name, closure in self._closures.items() if not closure.given_up]
        try:
            text = rewritten(query, self._used, self._used_in_graphs, closed, base)
            return store.query(text, base_iri=base)
        except SyntaxError:
            return store.query(query, base_iri=base)  # tells the place in what was sent

    def _close(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Bring the closures up to what the default graph has lost and got."""
        lost, got = self._by_property(removed), self._by_property(added)
        for name in lost.keys() | got.keys():
            kept = self._default
            out = [pair for pair in lost[name] if _quad(pair, name, _DEFAULT) not in kept]
            gone, new = self._closures[name].change(out, got[name])
            for pair in gone:
                kept.remove(_quad(pair, name, CLOSURES))
            kept.extend(_quad(pair, name, CLOSURES) for pair in new)

    def _by_property(self, quads: Iterable[Quad]) -> defaultdict[NamedNode, list[_Pair]]:
        found: defaultdict[NamedNode, list[_Pair]] = defaultdict(list)
        for quad in quads:
            if quad.predicate in self._closures:
                found[quad.predicate].append((quad.subject, quad.object))
        return found


def _quad(pair: _Pair, name: NamedNode, graph: NamedNode | DefaultGraph) -> Quad:
    """A pair's quad; what leads somewhere has been a subject."""
    return Quad(cast("_Subject", pair[0]), name, pair[1], graph)


def _quads(written: bytes) -> list[Quad]:
    return list(pyoxigraph.parse(written, RdfFormat.N_QUADS))


def _of_default(quads: Iterable[Quad]) -> list[Quad]:
    return [quad for quad in quads if quad.graph_name == _DEFAULT]
