"""People's own triples over HTTP: with the token, beside what articles state, and there to stay."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest
from fastapi.testclient import TestClient
from pydantic import SecretStr

from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from graph.knowledge import rebuild_store
from tests.app.conftest import fill
from tests.app.endpoint.conftest import TOKEN

G = {"graph": "http://x.example/own"}
TURTLE = TOKEN | {"Content-Type": "text/turtle"}


def _holds(http: httpx2.Client, pattern: str) -> bool:
    answer = http.get("/sparql", params={"query": f"ASK {{ {pattern} }}"})
    return bool(answer.json()["boolean"])


@pytest.fixture
def clean(http: httpx2.Client) -> Iterator[None]:
    yield
    http.delete("/rdf-graph-store", params=G, headers=TOKEN)
    http.post("/update", data={"update": "DELETE WHERE { <x:s> ?p ?o }"}, headers=TOKEN)


@pytest.mark.parametrize("sent", [None, "", "Bearer wrong", "Basic secret", "secret"])
def test_without_the_token_nothing_is_written(sent: str | None, http: httpx2.Client) -> None:
    headers = {} if sent is None else {"Authorization": sent}
    for method in ("PUT", "POST", "DELETE"):
        answer = http.request(method, "/rdf-graph-store", params=G, headers=headers)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
    answer = http.post("/update", data={"update": "CLEAR ALL"}, headers=headers)
    assert answer.status_code == 401


def test_where_no_token_is_set_writes_are_off(client: TestClient) -> None:
    for headers in ({}, TOKEN, {"Authorization": "Bearer "}):
        answer = client.post("/update", data={"update": "CLEAR ALL"}, headers=headers)
        assert answer.status_code == 403
        assert "SANMAEK_TOKEN" in answer.json()["detail"]
        assert client.put("/rdf-graph-store", params=G, headers=headers).status_code == 403
    assert client.get("/sparql").text.count("SPARQL11Update") == 0


@pytest.mark.usefixtures("clean")
def test_what_is_added_is_seen_by_the_next_query(http: httpx2.Client) -> None:
    for number in range(3):
        update = f"INSERT DATA {{ <x:s> <x:p> {number} }}"
        headers = TOKEN | {"Content-Type": "application/sparql-update"}
        assert http.post("/update", content=update, headers=headers).status_code == 204
        assert _holds(http, f"<x:s> <x:p> {number}")


@pytest.mark.usefixtures("clean")
def test_an_update_may_ask_of_what_articles_state(http: httpx2.Client) -> None:
    update = """
        PREFIX smk: <https://w3id.org/sanmaek/ontology#>
        INSERT { GRAPH <http://x.example/own> { ?s <http://x.example/watched> true } }
        WHERE { ?s a smk:Project }"""
    assert http.post("/update", data={"update": update}, headers=TOKEN).status_code == 204
    pattern = "GRAPH <http://x.example/own> { ?s <http://x.example/watched> true } ?s a ?t"
    assert _holds(http, pattern)


@pytest.mark.parametrize(
    "update",
    [
        "DROP ALL",
        "CLEAR DEFAULT",
        "DELETE { ?s ?p ?o } INSERT { <x:s> <x:p> 9 } WHERE { ?s ?p ?o }",
        "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
    ],
)
def test_what_articles_state_is_not_changed(update: str, http: httpx2.Client) -> None:
    count = {"query": "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"}
    before = http.get("/sparql", params=count).text
    answer = http.post("/update", data={"update": update}, headers=TOKEN)
    assert answer.status_code == 409
    told = answer.json()
    assert told["type"] == "/problems/derived"
    assert "sanmaek retract" in told["detail"]
    assert told["derived"]
    assert http.get("/sparql", params=count).text == before


def test_an_articles_graph_is_not_replaced_or_dropped(http: httpx2.Client) -> None:
    found = http.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g {} } LIMIT 1"}).json()
    article = {"graph": found["results"]["bindings"][0]["g"]["value"]}
    assert http.get("/rdf-graph-store", params=article).status_code == 200
    for method, content in (("PUT", b"<x:s> <x:p> 1 ."), ("DELETE", b"")):
        answer = http.request(
            method, "/rdf-graph-store", params=article, content=content, headers=TURTLE
        )
        assert answer.status_code == 409
    note = b"<x:s> <x:note> '\xeb\xa7\x90' ."
    for method, status in (("POST", 204),):
        answer = http.request(
            method, "/rdf-graph-store", params=article, content=note, headers=TURTLE
        )
        assert answer.status_code == status
    undo = f"DELETE WHERE {{ GRAPH <{article['graph']}> {{ <x:s> ?p ?o }} }}"
    assert http.post("/update", data={"update": undo}, headers=TOKEN).status_code == 204


@pytest.mark.usefixtures("clean")
@pytest.mark.parametrize(
    ("kind", "content", "status"),
    [
        ("text/turtle", "<s> <p> 'ᄆ\u1161ᆯ' .", 201),
        ("application/ld+json", '{"@id": "http://x.example/s", "http://x.example/p": 1}', 201),
        ("application/n-quads", "<x:s> <x:p> <x:o> <x:other> .", 400),
        ("text/turtle", "<s> <p>", 400),
        ("image/png", "", 415),
        ("text/turtle", "#" * 1_100_000, 413),
    ],
)
def test_a_graph_is_sent_in_a_format_that_is_read(
    kind: str, content: str, status: int, http: httpx2.Client
) -> None:
    answer = http.put(
        "/rdf-graph-store", params=G, content=content, headers=TOKEN | {"Content-Type": kind}
    )
    assert answer.status_code == status, answer.text
    if kind == "text/turtle" and status == 201:
        assert _holds(http, "GRAPH <http://x.example/own> { <http://x.example/s> ?p '말' }")


def test_a_request_names_one_graph(http: httpx2.Client) -> None:
    for query in (
        "",
        "?default&graph=http://x/g",
        "?graph=x:g&graph=x:h",
        "?graph=g",
    ):
        assert http.get(f"/rdf-graph-store{query}").status_code == 400
    headers = {"Accept": "image/png"}
    assert http.get("/rdf-graph-store?default", headers=headers).status_code == 406


def test_what_people_add_outlasts_a_restart_and_a_rebuild(settings: Settings) -> None:
    settings = settings.model_copy(update={"token": SecretStr("secret")})
    update = "INSERT DATA { <x:s> <x:p> '남는다' GRAPH <x:g> { <x:s> <x:p> [ <x:q> 1 ] } }"
    pattern = "<x:s> <x:p> '남는다' GRAPH <x:g> { <x:s> <x:p> ?b . ?b <x:q> 1 }"
    with Archive(settings.archive_path) as archive:
        fill(archive)
    with State(settings) as state, TestClient(create_app(state)) as client:
        done = client.post("/update", data={"update": update}, headers=TOKEN)
        assert done.status_code == 204
        snapshot = state.snapshot
    rebuild_store(snapshot, settings.store_path)
    with State(settings) as state, TestClient(create_app(state)) as client:
        assert client.get("/sparql", params={"query": f"ASK {{ {pattern} }}"}).json()["boolean"]
