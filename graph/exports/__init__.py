"""Exports: one file a format. `EXPORTS` lists them by file name ending.

An export is opened before it is written: what it will hold and leave out is known first, for an
HTTP header must be sent before the body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.exports.chunks import zipped
from graph.exports.claims_csv import write_claims
from graph.exports.columns import LARGEST_LONG, Drawn, DrawnNode
from graph.exports.gexf import write_gexf
from graph.exports.graphml import write_graphml
from graph.exports.graphology import write_graphology
from graph.exports.json_ld import json_ld
from graph.exports.jsonl import write_lines
from graph.exports.neo4j import write_neo4j
from graph.exports.options import EVERYTHING, Options, Scope
from graph.exports.rdf_dumps import nquads, turtle
from graph.exports.report import Report, counts_of
from graph.exports.spreadsheets import write_edges, write_nodes
from graph.knowledge import Snapshot
from graph.network import Parallel, network

__all__ = ["EXPORTS", "Export", "Opened", "Options", "Report", "Scope", "export_named"]

_Write = Callable[[Drawn], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Opened:
    """An export about to be written: its report, and its bytes, which are made as they are read."""

    report: Report
    blocks: Iterator[bytes]


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its media type, what it holds in one line, and what opens it."""

    media_type: str
    summary: str
    opened: Callable[[Scope], Opened]

    def open(self, snapshot: Snapshot, options: Options = EVERYTHING) -> Opened:
        """Make an export ready to be written."""
        return self.opened(Scope(snapshot, options))


def export_named(file: str) -> tuple[str, Export] | None:
    """The ending and format of a file's name, the longest ending that fits; None for no format.

    >>> export_named("창원.nodes.csv")[0], export_named("a.doc")
    ('nodes.csv', None)
    """
    fitting = [ending for ending in EXPORTS if file.endswith(f".{ending}")]
    ending = max(fitting, key=len, default=None)
    return None if ending is None else (ending, EXPORTS[ending])


def _network(ending: str, parallel: Parallel, write: _Write) -> Callable[[Scope], Opened]:
    def opened(scope: Scope) -> Opened:
        options = scope.options
        made = network(scope.view, scope.snapshot.iris, options.view)
        drawn = Drawn.of(made, options.parallel or parallel)
        return Opened(_network_report(ending, scope, drawn), write(drawn))

    return opened


def _network_report(ending: str, scope: Scope, drawn: Drawn) -> Report:
    left_out = _beside(scope)
    left_out.update((why, count) for why, count in drawn.network.left_out.items() if count)
    edges = drawn.picture.edges
    if drawn.parallel is Parallel.MERGE:
        edges = sum(1 for _ in drawn.edges())
        if edges < drawn.picture.edges:
            left_out["parallel edges, joined with others of their pair"] = (
                drawn.picture.edges - edges
            )
    notes = [*drawn.picture.notes, *_warnings(drawn.nodes())]
    after = {"nodes": len(drawn.picture.looks), "edges": edges}
    before = counts_of(scope.snapshot.view)
    return Report(f"{ending}, {drawn.network.view}", before, after, left_out, tuple(notes))


def _warnings(nodes: Iterable[DrawnNode]) -> Iterator[str]:
    """What readers do to values that the file holds as they are."""
    huge = infinite = null = 0
    for node, _ in nodes:
        huge += node.budget_krw is not None and node.budget_krw > LARGEST_LONG
        infinite += "INF" in (node.name_en or "")
        null += (node.name_en or "") == "null"
    if huge:
        yield f"{huge:,} sums of 2^63 won and more stand in budget_eok alone"
    if infinite:
        yield f"Gephi shows INF as Infinity in {infinite:,} values of name_en"
    if null:
        yield f"Gephi shows {null:,} values of name_en, which are 'null', as empty"


def _table(
    ending: str, kind: str, write: Callable[[Scope], Iterator[bytes]]
) -> Callable[[Scope], Opened]:
    """A format that holds all articles, entities or claims that are wanted, each as they are."""

    def opened(scope: Scope) -> Opened:
        after = counts_of(scope.view)
        kept = after if kind == "all" else {kind: after[kind]}
        before = counts_of(scope.snapshot.view)
        return Opened(Report(ending, before, kept, _beside(scope)), write(scope))

    return opened


def _beside(scope: Scope) -> dict[str, int]:
    """What the criteria leave out."""
    if scope.is_whole:
        return {}
    before, after = counts_of(scope.snapshot.view), counts_of(scope.view)
    return {
        f"{name} that are not around the selected projects": before[name] - after[name]
        for name in ("entities", "claims")
        if before[name] > after[name]
    }


def _tables(drawn: Drawn) -> Iterator[bytes]:
    return zipped(
        {
            "nodes.csv": write_nodes(drawn.nodes()),
            "edges.csv": write_edges(drawn.edges(), directed=drawn.network.directed),
        }
    )


def _workbook(scope: Scope) -> Iterator[bytes]:
    from graph.exports.workbook import write_workbook  # noqa: PLC0415  only workbooks pay for it

    return write_workbook(scope.view, scope.snapshot.iris)


def _directed(
    write: Callable[..., Iterator[bytes]],
) -> _Write:
    return lambda drawn: write(drawn.nodes(), drawn.edges(), directed=drawn.network.directed)


EXPORTS: Mapping[str, Export] = {
    "gexf": Export(
        "application/gexf+xml",
        "the network with positions, colours and dates, for Gephi",
        _network("gexf", Parallel.KEEP, _directed(write_gexf)),
    ),
    "graphml": Export(
        "application/graphml+xml",
        "the network, for igraph, networkx, yEd and Gephi",
        _network("graphml", Parallel.MERGE, _directed(write_graphml)),
    ),
    "json": Export(
        "application/json",
        "the network for Gephi Lite and sigma.js",
        _network("json", Parallel.KEEP, _directed(write_graphology)),
    ),
    "nodes.csv": Export(
        "text/csv",
        "the network's nodes, for Gephi's spreadsheet import and Excel",
        _network("nodes.csv", Parallel.KEEP, lambda drawn: write_nodes(drawn.nodes())),
    ),
    "edges.csv": Export(
        "text/csv",
        "the network's edges, for the same",
        _network(
            "edges.csv",
            Parallel.KEEP,
            lambda drawn: write_edges(drawn.edges(), directed=drawn.network.directed),
        ),
    ),
    "csv.zip": Export(
        "application/zip", "both of them", _network("csv.zip", Parallel.KEEP, _tables)
    ),
    "neo4j.zip": Export(
        "application/zip",
        "the network for Neo4j: CSV for its bulk import, and Cypher",
        _network(
            "neo4j.zip", Parallel.KEEP, lambda drawn: write_neo4j(drawn.nodes(), drawn.edges())
        ),
    ),
    "csv": Export(
        "text/csv",
        "every claim with its source, for Excel and R",
        _table("csv", "claims", lambda scope: write_claims(scope.view)),
    ),
    "xlsx": Export(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "a sheet a type of entity, and every claim with its source",
        _table("xlsx", "all", _workbook),
    ),
    "jsonl": Export(
        "application/jsonl",
        "every article, entity and claim as a line of JSON",
        _table("jsonl", "all", lambda scope: write_lines(scope.view, scope.snapshot.iris)),
    ),
    "ttl": Export("text/turtle", "the accepted view as RDF", _table("ttl", "entities", turtle)),
    "nq": Export(
        "application/n-quads",
        "everything as RDF, one graph an article",
        _table("nq", "all", nquads),
    ),
    "jsonld": Export(
        "application/ld+json", "the same as JSON-LD", _table("jsonld", "all", json_ld)
    ),
}
