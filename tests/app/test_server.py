"""What the other endpoints promise."""

from __future__ import annotations

import io
import re
import time
from pathlib import Path

import networkx as nx
import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from tests.app.conftest import fill

ROOT = Path(__file__).resolve().parents[2]
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s a <https://w3id.org/sanmaek/ontology#Project> }"


def test_an_entity_tells_every_claim_with_article_and_quote(client: TestClient) -> None:
    project = client.get("/v1/projects").json()["results"][0]
    entity = client.get(f"/v1/entities/{project['id']}").json()
    assert entity["name"] == project["name"]
    assert entity["claims"]
    for claim in entity["claims"]:
        assert claim["proof"]["quote"]
        assert claim["proof"]["article"]["id"]


def test_an_unknown_entity_is_a_problem(client: TestClient) -> None:
    answer = client.get("/v1/entities/region/00000")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_articles_are_listed_newest_first_and_without_their_text(client: TestClient) -> None:
    listed = client.get("/v1/articles").json()["results"]
    published = [row["published"] for row in listed if row["published"]]
    assert published == sorted(published, reverse=True)
    assert all("text" not in row for row in listed)
    one = client.get(f"/v1/articles/{listed[0]['id']}").json()
    assert one["claims"]
    assert client.get("/v1/articles/nothing").status_code == 404


def test_the_network_opens_in_networkx(client: TestClient) -> None:
    answer = client.get("/v1/export.graphml")
    assert answer.headers["content-type"].startswith("application/graphml+xml")
    network = nx.read_graphml(io.BytesIO(answer.content))
    health = client.get("/health").json()
    assert len(network) == health["entities"]


def test_an_unknown_export_is_a_problem(client: TestClient) -> None:
    assert client.get("/v1/export.docx").status_code == 404


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("application/sparql-results+json", "application/sparql-results+json"),
        ("text/csv", "text/csv"),
        ("text/csv;q=0.1, application/sparql-results+xml", "application/sparql-results+xml"),
        ("*/*", "application/sparql-results+json"),
    ],
)
def test_sparql_answers_in_the_format_asked_for(
    client: TestClient, accept: str, media_type: str
) -> None:
    answer = client.get("/sparql", params={"query": COUNT}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(media_type)


def test_sparql_takes_a_form_and_a_bare_query(client: TestClient) -> None:
    form = client.post("/sparql", data={"query": COUNT})
    bare = client.post(
        "/sparql", content=COUNT, headers={"Content-Type": "application/sparql-query"}
    )
    assert form.json() == bare.json()


@pytest.mark.parametrize(
    "query",
    [
        "SELECT",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE SILENT ?x { ?s ?p ?o } }",
    ],
)
def test_sparql_refuses_what_is_no_local_query(client: TestClient, query: str) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


def test_sparql_without_a_query_or_format_says_what_is_wrong(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": ""}).status_code == 400
    headers = {"Accept": "image/png"}
    assert client.get("/sparql", params={"query": COUNT}, headers=headers).status_code == 406
    headers = {"Content-Type": "text/plain"}
    assert client.post("/sparql", content=COUNT, headers=headers).status_code == 415


@pytest.mark.parametrize(
    "path", sorted((ROOT / "graph" / "queries" / "examples").glob("*.rq")), ids=lambda p: p.stem
)
def test_every_example_query_finds_something(client: TestClient, path: Path) -> None:
    query = path.read_text(encoding="utf-8")
    answer = client.post("/sparql", data={"query": query}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200
    assert len(answer.text.splitlines()) > 1


def test_a_browser_finds_a_page_whose_links_all_lead_somewhere(client: TestClient) -> None:
    page = client.get("/")
    assert page.headers["content-type"].startswith("text/html")
    links = re.findall(r'href="([^"]+)"', page.text)
    assert len(links) >= 6
    for link in links:
        assert client.get(link).status_code == 200, link


def test_the_documentation_loads_nothing_from_another_host(client: TestClient) -> None:
    page = client.get("/docs").text
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page)
    for address in re.findall(r"""(?:src|href)=["']([^"']+)["']""", page):
        assert client.get(address).status_code == 200


def test_the_server_takes_over_what_another_process_retracts(settings: Settings) -> None:
    with Archive(settings.archive_path) as archive:
        fill(archive)
        with State(settings) as state, TestClient(create_app(state)) as client:
            before = client.get("/health").json()
            archive.retract(client.get("/v1/articles").json()["results"][0]["id"])
            deadline = time.monotonic() + 5
            while (after := client.get("/health").json()) == before:
                assert time.monotonic() < deadline
            assert after["articles"] == before["articles"] - 1
