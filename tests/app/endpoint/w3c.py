"""The W3C's protocol tests, read from their manifests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from tests.conftest import ROOT

FOLDER = Path(os.environ.get("SANMAEK_SHARED", ROOT.parent / "shared")) / "w3c"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
_NAMED = {"OK": {200}, "Created": {201}, "NoContent": {204}, "NotFound": {404}}


@dataclass(frozen=True)
class Exchange:
    """A request and what must be answered."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    statuses: frozenset[int]
    boolean: bool | None
    form: str | None
    location: str | None
    content: str | None


@dataclass(frozen=True)
class Case:
    """A test: graphs to start from, by their names, and what is said in order."""

    name: str
    graphs: dict[str, Path]
    exchanges: tuple[Exchange, ...]


def cases(manifest: str) -> list[Case]:
    """The tests of a manifest below the folder; none where it is missing."""
    path = FOLDER / manifest
    if not path.exists():
        return []
    graph = Graph().parse(path, format="turtle", publicID=path.as_uri())
    entries = graph.value(URIRef(path.as_uri()), MF.entries)
    return [_case(graph, entry) for entry in Collection(graph, entries)] if entries else []


def _case(graph: Graph, entry: Node) -> Case:
    graphs = {
        str(graph.value(data, RDFS.label)): Path(str(graph.value(data, UT.graph))[7:])
        for data in graph.objects(entry, UT.graphData)
    }
    action = graph.value(entry, MF.action)
    requests = graph.value(action, HT.requests) if action else None
    exchanges = tuple(_exchange(graph, r) for r in Collection(graph, requests)) if requests else ()
    return Case(str(entry).partition("#")[2], graphs, exchanges)


def _exchange(graph: Graph, request: Node) -> Exchange:
    response = graph.value(request, HT.resp)
    assert response is not None
    statuses: set[int] = set()
    for status in graph.objects(response, MF.expectedStatus):
        name = str(status).partition("#")[2]
        hundred = name.removeprefix("StatusCode")[0]
        statuses |= _NAMED.get(name) or set(range(int(hundred) * 100, int(hundred) * 100 + 100))
    boolean = graph.value(response, MF.expectedBoolean)
    assert boolean is None or isinstance(boolean, Literal)
    return Exchange(
        str(graph.value(request, HT.methodName)),
        str(graph.value(request, HT.absolutePath)),
        dict(_headers(graph, request)),
        _body(graph, request) or b"",
        frozenset(statuses),
        None if boolean is None else bool(boolean.value),
        _text(graph.value(response, MF.expectedFormat)),
        _text(graph.value(response, MF.expectedLocation)),
        (_body(graph, response) or b"").decode() or None,
    )


def _text(node: Node | None) -> str | None:
    return None if node is None else str(node)


def _headers(graph: Graph, message: Node) -> Iterator[tuple[str, str]]:
    found = graph.value(message, HT.headers)
    for header in Collection(graph, found) if found and found != RDF.nil else ():
        yield str(graph.value(header, HT.fieldName)), str(graph.value(header, HT.fieldValue))


def _body(graph: Graph, message: Node) -> bytes | None:
    body = graph.value(message, HT.body)
    if body is None:
        return None
    return str(graph.value(body, CNT.chars)).encode(
        str(graph.value(body, CNT.characterEncoding) or "utf-8")
    )
