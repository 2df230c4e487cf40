"""Exports: one file a format. `EXPORTS` lists them by file name ending."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from graph.exports import claims_csv, gexf, graphml, rdf_dumps
from graph.knowledge import Snapshot


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its media type, what it holds in one line, and what writes it."""

    media_type: str
    summary: str
    write: Callable[[Snapshot, BinaryIO], None]


EXPORTS: Mapping[str, Export] = {
    "graphml": Export(
        "application/graphml+xml", "the network, for Gephi, igraph, networkx", graphml.write
    ),
    "gexf": Export("application/gexf+xml", "the network with colours, for Gephi", gexf.write),
    "ttl": Export("text/turtle", "the accepted view as RDF", rdf_dumps.write_turtle),
    "nq": Export(
        "application/n-quads", "everything as RDF, one graph an article", rdf_dumps.write_nquads
    ),
    "csv": Export("text/csv", "every claim with its source, for Excel and R", claims_csv.write),
}
