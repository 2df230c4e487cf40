"""Nodes and relationships for Neo4j: CSV for its bulk import, and Cypher that loads the same."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graph.exports.chunks import csv_rows, in_blocks, zipped
from graph.exports.columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    Columns,
    ColumnType,
    DrawnNode,
    edge_cells,
    node_cells,
)
from graph.network import RELATION_LABELS, Edge, edge_id

_DRAWN = frozenset({"x", "y", "size", "r", "g", "b"})
_NODE_HEADER = ("id:ID", ":LABEL")
_EDGE_HEADER = ("id", ":START_ID", ":END_ID", ":TYPE")

_BULK = """// For a new database, with the files of this archive in the current folder:
//   neo4j-admin database import full --multiline-fields=true \\
//     --nodes=nodes.csv --relationships=relationships.csv sanmaek
// For a database that runs, with them in its import folder, run what follows (cypher-shell -f).

CREATE CONSTRAINT sanmaek_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
"""


def write_neo4j(nodes: Iterable[DrawnNode], edges: Iterable[Edge]) -> Iterator[bytes]:
    """A ZIP archive of `nodes.csv`, `relationships.csv` and `load.cypher`."""
    return zipped(
        {
            "nodes.csv": in_blocks(csv_rows(_nodes(nodes), bom=False)),
            "relationships.csv": in_blocks(csv_rows(_edges(edges), bom=False)),
            "load.cypher": [_cypher().encode()],
        }
    )


def _nodes(nodes: Iterable[DrawnNode]) -> Iterator[tuple[object, ...]]:
    kept = [name not in _DRAWN for name in NODE_COLUMNS]
    yield (*_NODE_HEADER, *_header(NODE_COLUMNS))
    for drawn in nodes:
        label = f"Entity;{drawn.node.node_type.capitalize()}"
        cells = node_cells(drawn)
        values = (_cell(cell) for cell, keep in zip(cells, kept, strict=True) if keep)
        yield (drawn.node.id, label, *values)


def _edges(edges: Iterable[Edge]) -> Iterator[tuple[object, ...]]:
    yield (*_EDGE_HEADER, *_header(EDGE_COLUMNS))
    for edge in edges:
        ends = (edge_id(edge), edge.source, edge.target, _type(edge.relation))
        yield (*ends, *map(_cell, edge_cells(edge)))


def _cell(value: object) -> object:
    return "" if value is None else value


def _header(columns: Columns) -> Iterator[str]:
    for name, kind in columns.items():
        if name not in _DRAWN:
            yield name if kind is ColumnType.STRING else f"{name}:{kind.value}"


def _type(relation: str) -> str:
    """A relation as Neo4j's style has it: `locatedIn` is `LOCATED_IN`."""
    return re.sub("(?<=[a-z])(?=[A-Z])", "_", relation).upper()


def _cypher() -> str:
    """Statements that load both files, one a type of relationship."""
    nodes = ", ".join(_property(name, kind) for name, kind in _kept(NODE_COLUMNS))
    edges = ", ".join(_property(name, kind) for name, kind in _kept(EDGE_COLUMNS))
    merge_nodes = (
        "LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row\n"
        "MERGE (n:Entity {id: row.`id:ID`})\n"
        f"SET n += {{{nodes}}};\n"
    )
    merge_edges = [
        "LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row\n"
        f"WITH row WHERE row.`:TYPE` = '{_type(relation)}'\n"
        "MATCH (a:Entity {id: row.`:START_ID`}), (b:Entity {id: row.`:END_ID`})\n"
        f"MERGE (a)-[r:{_type(relation)} {{id: row.id}}]->(b)\n"
        f"SET r += {{{edges}}};\n"
        for relation in RELATION_LABELS
    ]
    return "\n".join([_BULK, merge_nodes, *merge_edges])


def _kept(columns: Columns) -> Iterator[tuple[str, ColumnType]]:
    for name, kind in columns.items():
        if name not in _DRAWN:
            yield name, kind


def _property(name: str, kind: ColumnType) -> str:
    if kind is ColumnType.STRING:
        return f"{name}: row.{name}"
    convert = "toFloat" if kind is ColumnType.DOUBLE else "toInteger"
    return f"{name}: {convert}(row.`{name}:{kind.value}`)"
