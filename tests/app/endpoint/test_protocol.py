"""What the endpoint answers: formats, data sets, itself; and what it refuses."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import httpx2
import pyoxigraph
import pytest
from pyoxigraph import QueryResultsFormat, RdfFormat
from rdflib import DCAT, RDF, VOID, Graph, Namespace, URIRef

from tests.app.endpoint.conftest import Server
from tests.conftest import ROOT

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
EXAMPLES = sorted((ROOT / "graph" / "queries" / "examples").glob("*.rq"))
SELECT = "SELECT ?s ?name { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?name } LIMIT 30"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
TRIPLES = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 30"


def _ask(http: httpx2.Client, query: str, accept: str = "*/*", **more: str) -> httpx2.Response:
    return http.get("/sparql", params={"query": query, **more}, headers={"Accept": accept})


def _count(http: httpx2.Client, query: str, **more: str) -> int:
    answer = _ask(http, query, "text/csv", **more)
    assert answer.status_code == 200, answer.text
    return int(answer.text.split()[1])


@pytest.mark.parametrize(
    ("media_type", "form"),
    [
        ("application/sparql-results+json", QueryResultsFormat.JSON),
        ("application/sparql-results+xml", QueryResultsFormat.XML),
        ("text/tab-separated-values", QueryResultsFormat.TSV),
    ],
)
def test_rows_come_in_every_format(
    media_type: str, form: QueryResultsFormat, http: httpx2.Client
) -> None:
    answer = _ask(http, SELECT, media_type)
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.headers["vary"].startswith("Accept")
    found = pyoxigraph.parse_query_results(answer.content, form)
    assert len(list(found)) == 30  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "media_type",
    [
        *("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"),
        *("application/trig", "application/n-quads"),
    ],
)
def test_triples_come_in_every_format(media_type: str, http: httpx2.Client) -> None:
    answer = _ask(http, TRIPLES, media_type)
    assert answer.headers["content-type"].partition(";")[0] == media_type
    form = RdfFormat.from_media_type(media_type)
    assert form is not None
    assert len(set(pyoxigraph.parse(answer.content, form))) == 30


@pytest.mark.parametrize(
    ("accept", "query", "media_type"),
    [
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", SELECT, "sparql-results+xml"),
        ("text/csv;q=0, */*;q=0.1", SELECT, "sparql-results+json"),
        ("text/turtle, text/csv", SELECT, "text/csv"),
        ("text/turtle, text/csv", TRIPLES, "text/turtle"),
        ("text/*", SELECT, "text/csv"),
        ("application/json", "ASK {}", "sparql-results+json"),
        ("application/xml", TRIPLES, "application/rdf+xml"),
    ],
)
def test_what_is_wanted_most_is_sent(
    accept: str, query: str, media_type: str, http: httpx2.Client
) -> None:
    answer = _ask(http, query, accept)
    assert media_type in answer.headers["content-type"]


@pytest.mark.parametrize(
    ("accept", "query"),
    [
        ("image/png", SELECT),
        ("text/turtle", SELECT),
        ("text/csv", TRIPLES),
        ("application/ld+json", "ASK {}"),
    ],
)
def test_what_cannot_be_sent_is_a_problem(accept: str, query: str, http: httpx2.Client) -> None:
    answer = _ask(http, query, accept)
    assert answer.status_code == 406
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_long_answer_is_whole_and_packed(http: httpx2.Client) -> None:
    query = "SELECT * { ?s ?p ?o }"
    packed = _ask(http, query, "text/tab-separated-values")
    assert packed.headers["content-encoding"] == "gzip"
    with http.stream(
        "GET",
        "/sparql",
        params={"query": query},
        headers={"Accept": "text/tab-separated-values", "Accept-Encoding": "gzip"},
    ) as raw:
        content = gzip.decompress(b"".join(raw.iter_raw()))
    plain = http.get(
        "/sparql",
        params={"query": query},
        headers={"Accept": "text/tab-separated-values", "Accept-Encoding": "identity"},
    )
    assert plain.content == packed.content == content
    assert int(plain.headers["content-length"]) == len(content)


def test_three_articles_that_say_the_same_count_once(http: httpx2.Client) -> None:
    """Some triple stands in several graphs; no COUNT, SUM or data set counts it twice."""
    shared = """SELECT ?s ?p ?o (GROUP_CONCAT(STR(?g); separator=" ") AS ?graphs) {
        GRAPH ?g { ?s ?p ?o FILTER isIRI(?o) } }
        GROUP BY ?s ?p ?o HAVING (COUNT(?g) > 2) LIMIT 1"""
    row = _ask(http, shared).json()["results"]["bindings"][0]
    triple = " ".join(f"<{row[name]['value']}>" for name in "spo")
    graphs = row["graphs"]["value"].split()
    count = f"SELECT (COUNT(*) AS ?n) {{ {triple} }}"
    total = f"SELECT (SUM(?one) AS ?n) {{ {triple} BIND(1 AS ?one) }}"
    clause = " ".join(f"FROM <{graph}>" for graph in graphs)
    for query in (count, total):
        assert _count(http, query.replace("{", clause + " {", 1)) == 1
        asked = [("query", query), *(("default-graph-uri", graph) for graph in graphs)]
        answer = http.post("/sparql", data=dict([asked[0]]), params=asked[1:])
        assert [b["n"]["value"] for b in answer.json()["results"]["bindings"]] == ["1"]
    assert _count(http, f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ {triple} }} }}") == len(graphs)


def test_no_triple_of_the_default_graph_comes_twice(http: httpx2.Client) -> None:
    every = _count(http, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    distinct = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { ?s ?p ?o } }"
    assert every == _count(http, distinct)


def test_the_protocols_data_set_goes_before_the_querys(http: httpx2.Client) -> None:
    graph = _ask(http, "SELECT ?g { GRAPH ?g {} } LIMIT 1").json()["results"]["bindings"]
    name = graph[0]["g"]["value"]
    query = "SELECT (COUNT(*) AS ?n) FROM <http://nowhere.example/> { ?s ?p ?o }"
    assert _count(http, query) == 0
    assert _count(http, query, **{"default-graph-uri": name}) > 0
    assert _count(http, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", **{"named-graph-uri": name}) == 0
    named = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert _count(http, named) == 8
    assert _count(http, named, **{"named-graph-uri": name}) == 1
    assert _count(http, named, **{"default-graph-uri": name}) == 0


def test_korean_is_found_in_either_unicode_form(http: httpx2.Client) -> None:
    import unicodedata  # noqa: PLC0415

    query = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER CONTAINS(STR(?o), "창원") }'
    composed = _count(http, query)
    assert composed > 0
    assert _count(http, unicodedata.normalize("NFD", query)) == composed


@pytest.mark.parametrize(
    ("method", "more", "status"),
    [
        ("PUT", {"params": {"query": "ASK {}"}}, 405),
        ("GET", {"params": {"update": "CLEAR ALL"}}, 400),
        ("GET", {"params": [("query", "ASK {}"), ("query", "ASK {}")]}, 400),
        ("GET", {"params": {"query": "ASK {}", "default-graph-uri": "not absolute"}}, 400),
        ("POST", {"data": {"update": "CLEAR ALL"}}, 400),
        ("POST", {"data": {"other": "x"}}, 400),
        ("POST", {"content": b"query=%FF", "headers": FORM}, 400),
        ("POST", {"content": b"\xff", "headers": DIRECT}, 400),
        ("POST", {"content": b"ASK {}"}, 415),
    ],
)  # fmt: skip
def test_what_is_not_the_protocol_is_a_problem(
    method: str, more: dict[str, object], status: int, http: httpx2.Client
) -> None:
    answer = http.request(method, "/sparql", **more)  # type: ignore[arg-type]
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


def test_head_tells_what_get_would(http: httpx2.Client) -> None:
    answer = http.head("/sparql", params={"query": "ASK {}"})
    assert answer.status_code == 200
    assert answer.content == b""
    assert int(answer.headers["content-length"]) > 0


def test_the_description_is_true_of_the_data(server: Server, http: httpx2.Client) -> None:
    found = Graph().parse(data=http.get("/sparql").text, format="turtle")
    service = found.value(None, SD.endpoint, URIRef(f"{server.address}/sparql"))
    assert (service, SD.supportedLanguage, SD.SPARQL11Query) in found
    assert (service, SD.feature, SD.BasicFederatedQuery) not in found
    assert found.value(None, SD.endpoint, URIRef(f"{server.address}/update"))
    graph = found.value(found.value(service, SD.defaultDataset), SD.defaultGraph)
    every = _count(http, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert int(str(found.value(graph, VOID.triples))) == every


def test_void_and_dcat_are_true_of_the_data(http: httpx2.Client) -> None:
    answer = http.get("/.well-known/void", headers={"Accept": "application/rdf+xml"})
    found = Graph().parse(data=answer.text, format="xml")
    dataset = found.value(None, RDF.type, DCAT.Dataset)
    assert (dataset, RDF.type, VOID.Dataset) in found
    every = _count(http, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert int(str(found.value(dataset, VOID.triples))) == every
    by_property = 0
    for part in found.objects(dataset, VOID.propertyPartition):
        by_property += int(str(found.value(part, VOID.triples)))
    assert by_property == every
    for part in found.objects(dataset, VOID.classPartition):
        name = found.value(part, VOID["class"])
        query = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ ?s a <{name}> }}"
        assert int(str(found.value(part, VOID.entities))) == _count(http, query)
    dump = http.get(str(found.value(dataset, VOID.dataDump)))
    graphs = {quad.graph_name for quad in pyoxigraph.parse(dump.content, RdfFormat.N_QUADS)}
    assert len(graphs) == 9
    endpoint = next(found.objects(None, DCAT.endpointURL))
    assert http.get(str(endpoint), params={"query": "ASK {}"}).json()["boolean"]


def test_a_browser_gets_a_page_that_loads_nothing_from_elsewhere(http: httpx2.Client) -> None:
    accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    page = http.get("/sparql", headers={"Accept": accept})
    assert page.headers["content-type"].startswith("text/html")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "http" not in policy
    loaded = re.findall(r"""(?:src|href)=["']([^"']+)["']""", page.text)
    assert not [address for address in loaded if "//" in address]
    for address in loaded:
        assert http.get(address).status_code == 200
    for example in EXAMPLES:
        name = example.read_text(encoding="utf-8").partition(" · ")[0].removeprefix("# ")
        assert name in page.text


def test_there_are_a_dozen_examples_in_korean() -> None:
    assert len(EXAMPLES) >= 12
    for path in EXAMPLES:
        assert re.match(r"# [가-힣].* · \w", path.read_text(encoding="utf-8")), path.name


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_answers_with_rows(path: Path, http: httpx2.Client) -> None:
    query = path.read_text(encoding="utf-8")
    answer = http.post("/sparql", data={"query": query}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200, answer.text
    assert len(answer.text.splitlines()) > 1
