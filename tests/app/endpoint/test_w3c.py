"""What the W3C's tests ask of the protocols: all of them, on an endpoint without articles."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from pydantic import SecretStr
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.compare import isomorphic

from app.main import create_app
from app.settings import Settings
from app.state import State
from tests.app.endpoint.w3c import FOLDER, Case, Exchange, cases

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
TOKEN = {"Authorization": "Bearer secret"}
PROTOCOL = cases("protocol/manifest.ttl")
GRAPH_STORE = [
    case
    for kind in ("direct", "indirect")
    for case in cases(f"graph-store-protocol/manifest-{kind}.ttl")
]
SERVICE = cases("service-description/manifest.ttl")
FORMATS = {
    "boolean": {"application/sparql-results+json", "application/sparql-results+xml"},
    "tabular": {
        *("application/sparql-results+json", "application/sparql-results+xml"),
        *("text/csv", "text/tab-separated-values"),
    },
    "RDF": {"text/turtle", "application/n-triples", "application/rdf+xml"},
}

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no W3C tests in {FOLDER}")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[State, TestClient]]:
    settings = Settings(
        data=tmp_path_factory.mktemp("w3c"), refresh_seconds=60, token=SecretStr("secret")
    )
    with (
        State(settings) as state,
        TestClient(create_app(state), base_url="http://www.example") as client,
    ):
        yield state, client


def test_all_tests_are_there() -> None:
    assert (len(PROTOCOL), len(GRAPH_STORE), len(SERVICE)) == (34, 13, 3)


@pytest.mark.parametrize("case", PROTOCOL, ids=lambda case: case.name)
def test_protocol(case: Case, server: tuple[State, TestClient]) -> None:
    state, client = server
    _start_with(state, client, case)
    for exchange in case.exchanges:
        is_update = b"update=" in exchange.body or "sparql-update" in str(exchange.headers)
        is_update |= case.name.startswith("bad_update") and exchange.method == "POST"
        path = "/update" if is_update else "/sparql/"
        answer = _sent(client, exchange, exchange.path.replace("/sparql/", path, 1))
        assert answer.status_code in exchange.statuses, answer.text
        if exchange.form:
            assert answer.headers["content-type"].partition(";")[0] in FORMATS[exchange.form]
        if exchange.boolean is not None:
            assert answer.json()["boolean"] is exchange.boolean


@pytest.mark.parametrize("case", GRAPH_STORE, ids=lambda case: case.name)
def test_graph_store(case: Case, server: tuple[State, TestClient]) -> None:
    state, client = server
    _start_with(state, client, case)
    known: dict[str, str] = {}
    for exchange in case.exchanges:
        path = exchange.path.replace("/gsp", "/rdf-graph-store", 1)
        for name, value in known.items():
            path = path.replace(name, value)
        answer = _sent(client, exchange, path)
        assert answer.status_code in exchange.statuses, answer.text
        if exchange.location:
            known[exchange.location] = answer.headers["location"]
        if exchange.content:
            assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
            assert isomorphic(
                Graph().parse(data=answer.text, format="turtle"),
                Graph().parse(data=exchange.content, format="turtle"),
            )


@pytest.mark.parametrize("case", SERVICE, ids=lambda case: case.name)
def test_service_description(case: Case, server: tuple[State, TestClient]) -> None:
    _, client = server
    answer = client.get("/sparql/")
    assert answer.status_code == 200
    found = Graph().parse(data=answer.text, format="turtle")
    match case.name:
        case "returns-rdf":
            assert len(found) > 0
        case "has-endpoint-triple":
            assert (None, SD.endpoint, URIRef("http://www.example/sparql/")) in found
        case "conforms-to-schema":
            _conforms(found)
        case other:
            pytest.fail(f"an unknown test: {other}")


def _conforms(found: Graph) -> None:
    """What the schema of service descriptions says of its properties' subjects and objects."""
    domains = {
        SD.endpoint: SD.Service,
        SD.supportedLanguage: SD.Service,
        SD.resultFormat: SD.Service,
        SD.inputFormat: SD.Service,
        SD.propertyFeature: SD.Service,
        SD.defaultDataset: SD.Service,
        SD.defaultGraph: SD.Dataset,
    }
    used = {predicate for predicate in found.predicates() if str(predicate).startswith(str(SD))}
    assert used <= domains.keys()
    for predicate in used:
        for subject, value in found.subject_objects(predicate):
            assert (subject, RDF.type, domains[URIRef(str(predicate))]) in found
            if predicate == SD.endpoint:
                assert isinstance(value, URIRef)
    for graph in found.objects(None, SD.defaultGraph):
        assert (graph, RDF.type, SD.Graph) in found


def _start_with(state: State, client: TestClient, case: Case) -> None:
    with state.writing:
        state.store.change_own(list(state.store.everything()), [])
    for name, path in case.graphs.items():
        answer = client.put(
            "/rdf-graph-store",
            params={"graph": name},
            content=path.read_bytes(),
            headers=TOKEN | {"Content-Type": "application/n-triples"},
        )
        assert answer.status_code == 201


def _sent(client: TestClient, exchange: Exchange, path: str) -> Response:
    return client.request(
        exchange.method,
        path,
        headers=exchange.headers | TOKEN,
        content=exchange.body,
        follow_redirects=False,
    )
