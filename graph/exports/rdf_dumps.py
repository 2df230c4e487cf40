"""RDF dumps: sorted, so that the same graph is the same file, byte for byte."""

from __future__ import annotations

from typing import BinaryIO

import pyoxigraph
from pyoxigraph import RdfFormat, Triple

from graph.knowledge import Snapshot


def write_nquads(snapshot: Snapshot, out: BinaryIO) -> None:
    """Everything as N-Quads: the accepted view in the default graph, each article in its own."""
    for line in sorted({f"{quad} .\n" for quad in snapshot.quads()}):
        out.write(line.encode())


def write_turtle(snapshot: Snapshot, out: BinaryIO) -> None:
    """The accepted view as Turtle."""
    triples = {quad.triple for quad in snapshot.default_quads()}
    prefixes = snapshot.iris.prefixes()
    pyoxigraph.serialize(
        sorted(triples, key=_by_type_first), out, RdfFormat.TURTLE, prefixes=prefixes
    )


def _by_type_first(triple: Triple) -> tuple[str, bool, str]:
    is_type = str(triple.predicate).endswith("#type>")
    return str(triple.subject), not is_type, str(triple)
