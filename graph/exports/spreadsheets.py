"""Nodes and edges as tables that Gephi's spreadsheet import and Excel both take.

Gephi knows `Id`, `Label`, `Source`, `Target`, `Type` and `Weight` by name, and tells parallel edges
apart by `Kind`. Both read UTF-8 by its byte order mark, without which Excel garbles Korean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.exports.chunks import csv_rows, in_blocks
from graph.exports.columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    Cell,
    DrawnNode,
    edge_cells,
    node_cells,
)
from graph.exports.formulas import spreadsheet_cell
from graph.network import Edge, edge_id

NODE_HEADER = ("Id", "Label", *(name for name in NODE_COLUMNS if name != "label"))
EDGE_HEADER = (
    "Source",
    "Target",
    "Type",
    "Id",
    "Label",
    "Kind",
    "Weight",
    *(name for name in EDGE_COLUMNS if name not in ("label", "relation", "weight")),
)


def write_nodes(nodes: Iterable[DrawnNode]) -> Iterator[bytes]:
    """Nodes as CSV; what is unknown is an empty cell."""
    rows = ((drawn.node.id, *_cells(node_cells(drawn))) for drawn in nodes)
    return in_blocks(csv_rows(_under(NODE_HEADER, rows), bom=True))


def write_edges(edges: Iterable[Edge], *, directed: bool) -> Iterator[bytes]:
    """Edges as CSV; what is unknown is an empty cell."""
    kind = "Directed" if directed else "Undirected"
    rows = (
        (edge.source, edge.target, kind, edge_id(edge), *_cells(edge_cells(edge))) for edge in edges
    )
    return in_blocks(csv_rows(_under(EDGE_HEADER, rows), bom=True))


def _cells(cells: tuple[Cell, ...]) -> Iterator[object]:
    for cell in cells:
        yield "" if cell is None else spreadsheet_cell(cell)


def _under(
    header: tuple[str, ...], rows: Iterable[tuple[object, ...]]
) -> Iterator[tuple[object, ...]]:
    yield header
    yield from rows
