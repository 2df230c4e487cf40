"""Which graphs a query is about: what its FROM and FROM NAMED clauses name.

The names are names of graphs in the store and nothing else, never documents to fetch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, NamedNode, Quad, Store

from graph.store import GraphName, QueryError
from graph.tokens import CLOSING, OPENING, prologue_length, resolved, tokens

MERGED = NamedNode("urn:x-sanmaek:merged")
"""The graph that stands for several in one query."""


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that make up the default graph, and those that `GRAPH` finds."""

    default: tuple[NamedNode, ...] = ()
    named: tuple[NamedNode, ...] = ()

    @classmethod
    def of(cls, default: Sequence[str], named: Sequence[str]) -> Dataset | None:
        """The data set that a protocol's parameters name; None where they name none.

        Raises QueryError for what is not an absolute IRI.
        """
        if not default and not named:
            return None
        return cls(tuple(map(_absolute, default)), tuple(map(_absolute, named)))


def merged_quads(store: Store, graphs: Iterable[GraphName | BlankNode]) -> list[Quad]:
    """Several graphs as one, `MERGED`, each triple once: Oxigraph would count it once a graph."""
    triples = {
        quad.triple for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)
    }
    return [Quad(t.subject, t.predicate, t.object, MERGED) for t in triples]


def _absolute(iri: str) -> NamedNode:
    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"not the IRI of a graph: {iri!r}") from error


def dataset_of(query: str, base: str | None = None) -> Dataset | None:
    """The data set of a query; None where it has no clause and is about the whole store.

    >>> clause = "FROM <http://x/a> FROM NAMED <http://x/b>"
    >>> dataset_of(f"ASK {clause} {{}}") == Dataset.of(["http://x/a"], ["http://x/b"])
    True
    """
    if "from" not in query.lower():
        return None
    found = tokens(query)
    start = prologue_length(found)
    names: list[tuple[bool, str]] = []
    depth = 0
    for index in range(start, len(found)):
        token = found[index]
        depth += (token.text in OPENING) - (token.text in CLOSING)
        if depth == 0 and token.says("FROM"):
            named = index + 1 < len(found) and found[index + 1].says("NAMED")
            if index + 1 + named < len(found):
                names.append((named, found[index + 1 + named].text))
    if not names:
        return None
    prologue = query[: found[start].start]
    iris = resolved(prologue, (name for _, name in names), base)
    pairs = [(named, iri) for (named, _), iri in zip(names, iris, strict=True)]
    return Dataset(
        tuple(dict.fromkeys(iri for named, iri in pairs if not named)),
        tuple(dict.fromkeys(iri for named, iri in pairs if named)),
    )
