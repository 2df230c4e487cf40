"""The programs that people have speak with the endpoint as they are."""

from __future__ import annotations

import csv
import io
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import httpx2
import pytest
from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore, SPARQLUpdateStore
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)

from tests.app.endpoint.conftest import TOKEN, Server

LABELS = (
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "SELECT ?s ?name { ?s a <https://w3id.org/sanmaek/ontology#Project> ; rdfs:label ?name }"
)


@pytest.mark.parametrize("method", [GET, POST])
@pytest.mark.parametrize("encoding", [URLENCODED, POSTDIRECTLY])
@pytest.mark.parametrize("form", [JSON, XML, CSV, TSV])
def test_sparqlwrapper_selects(server: Server, method: str, encoding: str, form: str) -> None:
    asked = SPARQLWrapper(f"{server.address}/sparql", returnFormat=form)
    asked.setQuery(LABELS)
    asked.setMethod(method)
    asked.setRequestMethod(encoding)
    found = _converted(asked)
    if form == JSON:
        assert found["results"]["bindings"]
    elif form == XML:
        assert found.getElementsByTagName("result")
    else:
        assert "창원" in found.decode()


def _converted(asked: SPARQLWrapper) -> Any:
    answer = asked.query()
    with answer.response:
        return answer.convert()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # SPARQLWrapper's own
def test_sparqlwrapper_constructs(server: Server) -> None:
    asked = SPARQLWrapper(f"{server.address}/sparql")
    asked.setQuery("CONSTRUCT { ?s a ?t } WHERE { ?s a ?t } LIMIT 20")
    for form in (TURTLE, RDFXML, JSONLD, N3):
        asked.setReturnFormat(form)
        found = _converted(asked)
        graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="turtle")
        assert len(graph) == 20


def test_sparqlwrapper_updates_with_a_token(server: Server, http: httpx2.Client) -> None:
    asked = SPARQLWrapper(f"{server.address}/update")
    asked.setMethod(POST)
    for header, value in TOKEN.items():
        asked.addCustomHttpHeader(header, value)
    for update, there in (("INSERT", True), ("DELETE", False)):
        asked.setQuery(f"{update} DATA {{ <x:wrapper> <x:p> '말' }}")
        with asked.query().response:
            pass
        found = http.get("/sparql", params={"query": "ASK { <x:wrapper> <x:p> '말' }"})
        assert found.json()["boolean"] is there


def test_rdflib_reads_it_as_a_graph(server: Server) -> None:
    graph = Graph(SPARQLStore(f"{server.address}/sparql"))
    projects = list(graph.query(LABELS))
    assert projects
    node, name = projects[0][0], projects[0][1]  # type: ignore[index]
    assert (node, RDFS.label, name) in graph
    assert str(name) in {str(label) for label in graph.objects(node, RDFS.label)}


def test_rdflib_writes_a_graph_of_its_own(server: Server) -> None:
    store = SPARQLUpdateStore(
        f"{server.address}/sparql", f"{server.address}/update", headers=dict(TOKEN)
    )
    graph = Graph(store, URIRef("http://x.example/rdflib"))
    triple = (URIRef("http://x.example/s"), RDFS.label, Literal("창원", lang="ko"))
    graph.add(triple)
    assert triple in graph
    graph.remove(triple)
    assert triple not in graph


@contextmanager
def _opened(address: str, **headers: str) -> Iterator[io.TextIOWrapper]:
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request) as answer, io.TextIOWrapper(answer, "utf-8") as text:
        yield text


def test_a_table_is_read_from_an_address_alone(server: Server) -> None:
    """As pandas.read_csv and R's read.csv do it: one GET, no header set."""
    address = f"{server.address}/sparql?{urlencode({'query': LABELS})}"
    with _opened(address, Accept="text/csv") as text:
        rows = list(csv.DictReader(text))
    assert rows
    assert all(row["name"] for row in rows)


def test_nothing_is_redirected(http: httpx2.Client) -> None:
    for path in ("/sparql", "/sparql/"):
        answer = http.get(path, params={"query": LABELS}, follow_redirects=False)
        assert answer.status_code == 200
        assert http.post(path, data={"query": LABELS}, follow_redirects=False).is_success


def test_a_page_of_another_site_may_ask(http: httpx2.Client) -> None:
    preflight = http.options(
        "/sparql",
        headers={
            "Origin": "https://yasgui.triply.cc",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type,accept",
        },
    )
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert "POST" in preflight.headers["access-control-allow-methods"]
    assert "content-type" in preflight.headers["access-control-allow-headers"]
    answer = http.get(
        "/sparql", params={"query": "ASK {}"}, headers={"Origin": "https://yasgui.triply.cc"}
    )
    assert answer.headers["access-control-allow-origin"] == "*"
