"""GEXF 1.3, the file for Gephi: parallel edges by kind, dates, positions, colours and sizes.

Gephi tells edges of one pair apart by their `kind` and keeps them all. Its dates are whole days, so
a year stands for its first day or its last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.exports.chunks import in_blocks
from graph.exports.columns import (
    COLOURS,
    EDGE_COLUMNS,
    NODE_COLUMNS,
    Columns,
    ColumnType,
    DrawnNode,
    edge_cells,
    node_cells,
)
from graph.exports.xml_text import filled, xml
from graph.network import Edge, edge_id
from graph.values import PartialDate

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>sanmaek</creator></meta>
<graph defaultedgetype="{direction}" mode="dynamic" timeformat="date">
"""
_ELSEWHERE = frozenset({"label", "weight", "x", "y", "size", "r", "g", "b"})
"""Columns that GEXF has a place of its own for."""
_END = '"/>'
_TYPES = {ColumnType.INT: "integer"}


def write_gexf(
    nodes: Iterable[DrawnNode], edges: Iterable[Edge], *, directed: bool
) -> Iterator[bytes]:
    """A network as GEXF in UTF-8; what is held at once does not grow with it."""
    return in_blocks(_rows(nodes, edges, "directed" if directed else "undirected"))


def _rows(nodes: Iterable[DrawnNode], edges: Iterable[Edge], direction: str) -> Iterator[str]:
    yield _HEAD.format(direction=direction)
    yield _declared("node", NODE_COLUMNS)
    yield _declared("edge", EDGE_COLUMNS)
    node_values, edge_values = _attributes(NODE_COLUMNS), _attributes(EDGE_COLUMNS)
    yield "<nodes>\n"
    for drawn in nodes:
        yield _node(drawn, node_values)
    yield "</nodes>\n<edges>\n"
    for edge in edges:
        yield _edge(edge, edge_values)
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(domain: str, columns: Columns) -> str:
    rows = "".join(
        f'<attribute id="{name}" title="{name}" type="{_TYPES.get(kind, kind.value)}"/>\n'
        for name, kind in columns.items()
        if name not in _ELSEWHERE
    )
    return f'<attributes class="{domain}">\n{rows}</attributes>\n'


def _attributes(columns: Columns) -> list[str]:
    """The beginning of each column's value, empty where it stands elsewhere."""
    return ["" if name in _ELSEWHERE else f'<attvalue for="{name}" value="' for name in columns]


def _node(drawn: DrawnNode, beginnings: list[str]) -> str:
    node, look = drawn
    red, green, blue = COLOURS[node.node_type]
    return (
        f'<node id="{xml(node.id)}" label="{xml(node.label)}"'
        f"{_time(node.start_date, node.end_date)}>"
        f"<attvalues>{filled(beginnings, node_cells(drawn), _END)}</attvalues>"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
        f'<viz:position x="{look.x}" y="{look.y}" z="0.0"/><viz:size value="{look.size}"/></node>\n'
    )


def _edge(edge: Edge, beginnings: list[str]) -> str:
    return (
        f'<edge id="{edge_id(edge)}" source="{xml(edge.source)}" target="{xml(edge.target)}" '
        f'kind="{xml(edge.relation)}" label="{xml(edge.label)}" weight="{float(edge.weight)}"'
        f"{_time(edge.since, edge.until)}>"
        f"<attvalues>{filled(beginnings, edge_cells(edge), _END)}</attvalues></edge>\n"
    )


def _time(since: PartialDate | None, until: PartialDate | None) -> str:
    if since is None and until is None:
        return ""
    start = f' start="{since.first_day}"' if since else ""
    return start + (f' end="{until.last_day}"' if until else "")
