"""The JSON of graphology, the library of Gephi Lite and sigma.js."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from graph.exports.chunks import in_blocks
from graph.exports.columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    DrawnNode,
    edge_cells,
    named,
    node_cells,
)
from graph.network import Edge, edge_id

_CHANNELS = ("r", "g", "b")


def write_graphology(
    nodes: Iterable[DrawnNode], edges: Iterable[Edge], *, directed: bool
) -> Iterator[bytes]:
    """A network as graphology's serialisation, colours as `#rrggbb`."""
    return in_blocks(_rows(nodes, edges, directed=directed))


def _rows(nodes: Iterable[DrawnNode], edges: Iterable[Edge], *, directed: bool) -> Iterator[str]:
    kind = "directed" if directed else "undirected"
    options = _json({"type": kind, "multi": True, "allowSelfLoops": False})
    yield f'{{"attributes":{{"name":"sanmaek"}},"options":{options},\n"nodes":['
    between = "\n"
    for drawn in nodes:
        attributes = named(NODE_COLUMNS, node_cells(drawn))
        red, green, blue = (attributes.pop(channel) for channel in _CHANNELS)
        attributes["color"] = f"#{red:02x}{green:02x}{blue:02x}"
        yield between + _json({"key": drawn.node.id, "attributes": attributes})
        between = ",\n"
    yield '\n],"edges":['
    between = "\n"
    for edge in edges:
        written: dict[str, object] = {
            "key": edge_id(edge),
            "source": edge.source,
            "target": edge.target,
            "attributes": named(EDGE_COLUMNS, edge_cells(edge)),
        }
        if not directed:
            written["undirected"] = True
        yield between + _json(written)
        between = ",\n"
    yield "\n]}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
