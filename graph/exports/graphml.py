"""GraphML, the portable network file.

Key ids are unique over the file, as its schema asks, and say what they hold, as Gephi reads them: a
column that nodes and edges both have is `edge_…` by id and keeps its name for every other reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from graph.exports.chunks import in_blocks
from graph.exports.columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    DrawnNode,
    edge_cells,
    node_cells,
)
from graph.exports.xml_text import filled, xml
from graph.network import Edge, edge_id

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_EDGE_KEYS: Mapping[str, tuple[str, str]] = {
    name: ("edgelabel", "edgelabel")
    if name == "label"
    else (f"edge_{name}" if name in NODE_COLUMNS else name, name)
    for name in EDGE_COLUMNS
}
"""Id and name of each edge column's key."""


def write_graphml(
    nodes: Iterable[DrawnNode], edges: Iterable[Edge], *, directed: bool
) -> Iterator[bytes]:
    """A network as GraphML in UTF-8; what is held at once does not grow with it."""
    return in_blocks(_rows(nodes, edges, "directed" if directed else "undirected"))


def _rows(nodes: Iterable[DrawnNode], edges: Iterable[Edge], direction: str) -> Iterator[str]:
    yield _HEAD
    for name, kind in NODE_COLUMNS.items():
        yield f'<key id="{name}" for="node" attr.name="{name}" attr.type="{kind.value}"/>\n'
    for column, (key, name) in _EDGE_KEYS.items():
        kind = EDGE_COLUMNS[column]
        yield f'<key id="{key}" for="edge" attr.name="{name}" attr.type="{kind.value}"/>\n'
    yield f'<graph id="sanmaek" edgedefault="{direction}">\n'
    node_data = [f'<data key="{name}">' for name in NODE_COLUMNS]
    for drawn in nodes:
        known = filled(node_data, node_cells(drawn), "</data>")
        yield f'<node id="{xml(drawn.node.id)}">{known}</node>\n'
    edge_data = [f'<data key="{key}">' for key, _ in _EDGE_KEYS.values()]
    for edge in edges:
        yield (
            f'<edge id="{edge_id(edge)}" source="{xml(edge.source)}" target="{xml(edge.target)}">'
            f"{filled(edge_data, edge_cells(edge), '</data>')}</edge>\n"
        )
    yield "</graph>\n</graphml>\n"
