"""Changes as SPARQL 1.1 Update text, and graph by graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph.store import GraphName

_DEFAULT = DefaultGraph()


def update_text(
    removed: Iterable[Quad], added: Iterable[Quad], default: GraphName = _DEFAULT
) -> str:
    """One update that removes and then adds; empty for no change.

    `default` is the graph that stands in for the default one, on a server that needs that.
    """
    steps = (
        f"{verb} DATA {{\n{block}}}"
        for verb, quads in (("DELETE", removed), ("INSERT", added))
        for block in _blocks(quads, default)
    )
    return " ;\n".join(steps)


def changes_by_graph(
    removed: Iterable[Quad], added: Iterable[Quad]
) -> Iterator[tuple[GraphName, tuple[list[Quad], list[Quad]]]]:
    """What goes from each graph and what comes to it, the default graph's change last."""
    changes: dict[GraphName, tuple[list[Quad], list[Quad]]] = defaultdict(lambda: ([], []))
    for side, quads in enumerate((removed, added)):
        for quad in quads:
            changes[_graph_of(quad)][side].append(quad)
    yield from sorted(changes.items(), key=lambda change: isinstance(change[0], DefaultGraph))


def _blocks(quads: Iterable[Quad], default: GraphName) -> Iterator[str]:
    """One block a graph: of several in one DELETE DATA, Virtuoso keeps what has a language."""
    by_graph: dict[GraphName, list[str]] = defaultdict(list)
    for quad in quads:
        by_graph[_graph_of(quad)].append(f"{quad.triple} .\n")
    for known, triples in by_graph.items():
        graph = default if isinstance(known, DefaultGraph) else known
        content = "".join(triples)
        yield content if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{\n{content}}}\n"


def _graph_of(quad: Quad) -> GraphName:
    assert isinstance(quad.graph_name, NamedNode | DefaultGraph)
    return quad.graph_name
