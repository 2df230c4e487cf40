"""GraphML, the portable network file.

Shaped after what Gephi's importer does: key ids say what they hold (`label`, `edgelabel`,
`weight`), won is a `long`, edge ids are unique over the file, and since Gephi sums parallel edges
and keeps only the last one's attributes, the relations of a pair are joined into one edge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import BinaryIO

from graph.exports.xml_text import xml
from graph.knowledge import Snapshot

_NODE_KEYS = {
    "label": "string",
    "node_type": "string",
    "name_en": "string",
    "uri": "string",
    "budget_krw": "long",
    "budget_kind": "string",
    "latitude": "double",
    "longitude": "double",
    "sources": "int",
    "degree": "int",
}
_EDGE_KEYS = {
    "edgelabel": "string",
    "relation": "string",
    "weight": "double",
    "articles": "string",
    "first_seen": "string",
}


def write(snapshot: Snapshot, out: BinaryIO) -> None:
    """The network as GraphML in UTF-8, one edge a pair and direction."""
    network = snapshot.network
    out.write(
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    for domain, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            out.write(
                f'<key id="{name}" for="{domain}" attr.name="{name}" '
                f'attr.type="{kind}"/>\n'.encode()
            )
    out.write(b'<graph id="sanmaek" edgedefault="directed">\n')
    for node, attributes in network.nodes(data=True):
        out.write(f'<node id="{xml(node)}">'.encode())
        out.write(_data(attributes, _NODE_KEYS))
        out.write(b"</node>\n")
    pairs = groupby(
        sorted(network.edges(data=True), key=lambda edge: edge[:2]), key=lambda edge: edge[:2]
    )
    for number, ((source, target), edges) in enumerate(pairs):
        merged = _merged([attributes for _, _, attributes in edges])
        out.write(f'<edge id="e{number}" source="{xml(source)}" target="{xml(target)}">'.encode())
        out.write(_data(merged, _EDGE_KEYS))
        out.write(b"</edge>\n")
    out.write(b"</graph>\n</graphml>\n")


def _data(attributes: Mapping[str, object], keys: Iterable[str]) -> bytes:
    return "".join(
        f'<data key="{key}">{xml(attributes[key])}</data>' for key in keys if key in attributes
    ).encode()


def _merged(edges: list[dict[str, object]]) -> dict[str, object]:
    edges.sort(key=lambda edge: str(edge["relation"]))
    articles = {a for edge in edges for a in str(edge.get("sources", "")).split("|") if a}
    merged: dict[str, object] = {
        "edgelabel": "|".join(str(edge["label"]) for edge in edges),
        "relation": "|".join(str(edge["relation"]) for edge in edges),
        "weight": float(max(1, len(articles))),
    }
    if articles:
        merged["articles"] = "|".join(sorted(articles))
    if seen := [str(edge["first_seen"]) for edge in edges if "first_seen" in edge]:
        merged["first_seen"] = min(seen)
    return merged
