"""What a remote store does beyond the contract: large changes, whole graphs, clear errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, QueryResultsFormat, RdfFormat

from graph.iris import Iris
from graph.knowledge import publish, snapshot_of
from graph.literals import integer, korean
from graph.model import Extraction
from graph.opening import open_store
from graph.remote import RemoteStore
from graph.store import RemoteStoreError
from graph.transport import Credentials
from tests.graph.examples import REFERENCES, three_that_agree

PASSWORD = Credentials(user="dba", password="dba")


@pytest.fixture(params=["oxigraph", "virtuoso"])
def address(request: pytest.FixtureRequest) -> str:
    found: str = request.getfixturevalue(f"{request.param}_address")
    return found


@pytest.fixture
def store(address: str) -> Iterator[RemoteStore]:
    made = open_store(address, PASSWORD, timeout=30)
    assert isinstance(made, RemoteStore)
    for graph in {quad.graph_name for quad in made.quads()} | {DefaultGraph()}:
        assert isinstance(graph, NamedNode | DefaultGraph)
        made.put_graph(graph, [])
    yield made
    made.close()


def _like(store: RemoteStore, **changed: int | bool) -> RemoteStore:
    """The same store, as if the server took less at once."""
    server = store.server
    return RemoteStore(replace(server, **changed), PASSWORD, timeout=30)  # type: ignore[arg-type]


def _told() -> list[Extraction]:
    return three_that_agree()


@pytest.mark.parametrize("max_update", [100_000, 100, 20], ids=["one update", "several", "puts"])
def test_a_snapshot_is_published_whatever_a_server_takes_at_once(
    store: RemoteStore, max_update: int
) -> None:
    limited = _like(store, max_update=min(max_update, store.server.max_update))
    for told in (_told()[:2], _told()[1:3], []):
        snapshot = snapshot_of(told, REFERENCES, Iris())
        assert publish(snapshot, limited)
        assert set(store.quads()) == set(snapshot.quads())
        assert not publish(snapshot, limited)
    limited.close()


def test_a_graph_is_put_whole_and_deleted(store: RemoteStore) -> None:
    graph = NamedNode(f"{Iris().base}graph/g")
    quads = {Quad(graph, graph, korean(word), graph) for word in ("창원", "산업")}
    store.apply([], [Quad(graph, graph, korean("옛것"), graph)])
    store.put_graph(graph, [quad.triple for quad in quads])
    assert set(store.quads()) == quads
    store.put_graph(graph, [])
    store.put_graph(graph, [])
    assert list(store.quads()) == []


def test_a_query_joins_the_default_graph_with_a_named_one(store: RemoteStore) -> None:
    a, p, g = (NamedNode(f"{Iris().base}{name}") for name in ("a", "p", "graph/g"))
    store.apply([], [Quad(a, p, integer(1)), Quad(a, p, integer(2), g)])
    for graph in (f"<{g.value}>", "?g"):
        content, _ = store.query(
            f"SELECT ?o ?n {{ ?s ?p ?o GRAPH {graph} {{ ?s ?p ?n }} FILTER(?o != ?n) }}",
            QueryResultsFormat.CSV,
            RdfFormat.TURTLE,
        )
        assert content.split() == [b"o,n", b"1,2"]


def test_an_answer_that_the_server_cut_short_is_an_error(store: RemoteStore) -> None:
    store.apply(
        [], [Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), integer(n)) for n in range(3_000)]
    )
    query = "SELECT * { { ?s ?p ?o } UNION { ?s ?p ?o } }"
    if store.server.default_graph:
        with pytest.raises(RemoteStoreError, match="cut its answer short"):
            store.query(query, QueryResultsFormat.CSV, RdfFormat.TURTLE)
    else:
        content, _ = store.query(query, QueryResultsFormat.CSV, RdfFormat.TURTLE)
        assert len(content.splitlines()) == 6_001
