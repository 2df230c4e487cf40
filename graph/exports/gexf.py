"""GEXF 1.3, the file for Gephi: parallel edges by kind, colours by type, sizes by ties."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import BinaryIO

from graph.exports.xml_text import xml
from graph.knowledge import Snapshot
from graph.model import EntityType

_NODE_ATTRIBUTES = {
    "node_type": "string",
    "name_en": "string",
    "uri": "anyURI",
    "budget_krw": "long",
    "budget_kind": "string",
    "latitude": "double",
    "longitude": "double",
    "sources": "integer",
    "degree": "integer",
}
_EDGE_ATTRIBUTES = {"relation": "string", "articles": "string", "first_seen": "string"}

_COLOURS: Mapping[str, tuple[int, int, int]] = {
    EntityType.REGION: (46, 125, 50),
    EntityType.SITE: (129, 199, 132),
    EntityType.PERSON: (239, 108, 0),
    EntityType.GOVERNMENT: (21, 101, 192),
    EntityType.INSTITUTE: (2, 136, 209),
    EntityType.COMPANY: (106, 27, 154),
    EntityType.UNIVERSITY: (0, 131, 143),
    EntityType.ASSOCIATION: (141, 110, 99),
    EntityType.PROJECT: (198, 40, 40),
    EntityType.INDUSTRY: (249, 168, 37),
    EntityType.EVENT: (173, 20, 87),
}


def write(snapshot: Snapshot, out: BinaryIO) -> None:
    """The network as GEXF 1.3 in UTF-8, every relation an edge of its own."""
    network = snapshot.network
    out.write(
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
        b'<meta><creator>sanmaek</creator></meta>\n<graph defaultedgetype="directed">\n'
    )
    for domain, attributes in (("node", _NODE_ATTRIBUTES), ("edge", _EDGE_ATTRIBUTES)):
        out.write(f'<attributes class="{domain}">'.encode())
        for name, kind in attributes.items():
            out.write(f'<attribute id="{name}" title="{name}" type="{kind}"/>'.encode())
        out.write(b"</attributes>\n")
    out.write(b"<nodes>\n")
    for node, data in network.nodes(data=True):
        red, green, blue = _COLOURS[data["node_type"]]
        size = round(4 + 4 * math.sqrt(data["degree"]), 2)
        out.write(f'<node id="{xml(node)}" label="{xml(data["label"])}">'.encode())
        out.write(_values(data, _NODE_ATTRIBUTES))
        out.write(f'<viz:color r="{red}" g="{green}" b="{blue}"/>'.encode())
        out.write(f'<viz:size value="{size}"/></node>\n'.encode())
    out.write(b"</nodes>\n<edges>\n")
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (source, target, relation, data) in enumerate(edges):
        out.write(
            f'<edge id="{number}" source="{xml(source)}" target="{xml(target)}" '
            f'kind="{relation}" label="{xml(data["label"])}" weight="{data["weight"]}">'.encode()
        )
        shown = {**data, "articles": data.get("sources")}
        out.write(_values(shown, _EDGE_ATTRIBUTES))
        out.write(b"</edge>\n")
    out.write(b"</edges>\n</graph>\n</gexf>\n")


def _values(data: Mapping[str, object], attributes: Mapping[str, str]) -> bytes:
    rows = "".join(
        f'<attvalue for="{name}" value="{xml(data[name])}"/>'
        for name in attributes
        if data.get(name) is not None
    )
    return f"<attvalues>{rows}</attvalues>".encode() if rows else b""
