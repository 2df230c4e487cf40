"""The IRI of a thing answers as the client wants it; the page loads nothing and hides nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import quote

import pyoxigraph
import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from graph.model import Article, Budget, BudgetKind, Entity, EntityType, Evidence, Extraction
from graph.values import Money

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
NODE = pyoxigraph.NamedNode("https://w3id.org/sanmaek/id/region/48120")


def _dearest(client: TestClient) -> str:
    found = client.get("/v1/projects", params={"city": "창원", "sort": "-budget"}).json()
    path: str = found["results"][0]["id"]
    return path


def test_a_program_gets_the_entity_as_json(client: TestClient) -> None:
    answer = client.get("/id/region/48120")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == client.get("/v1/entities/region/48120").json()
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize("media_type", ["text/turtle", "application/ld+json"])
def test_an_rdf_tool_gets_what_the_default_graph_says(client: TestClient, media_type: str) -> None:
    answer = client.get("/id/region/48120", headers={"Accept": media_type})
    assert answer.headers["content-type"].startswith(media_type)
    form = pyoxigraph.RdfFormat.from_media_type(media_type)
    assert form is not None
    described = {quad.triple for quad in pyoxigraph.parse(answer.content, format=form)}
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {NODE} }} ?s ?p ?o }}"
    asked = client.post(
        "/sparql", data={"query": query}, headers={"Accept": "application/n-triples"}
    )
    known = {
        quad.triple
        for quad in pyoxigraph.parse(asked.content, format=pyoxigraph.RdfFormat.N_TRIPLES)
    }
    assert known
    assert known <= described


def test_a_browser_gets_a_page_with_sums_first_and_their_quotes(client: TestClient) -> None:
    path = _dearest(client)
    project = client.get(f"/v1/entities/{path}").json()
    page = client.get(f"/id/{path}", headers={"Accept": BROWSER})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert project["name"] in page.text
    assert page.text.index("<h2>사업비</h2>") < page.text.index("<h2>진행 상황")
    assert page.text.index("<h2>진행 상황") < page.text.index("<h2>기사가 말한 것</h2>")
    sums = [claim for claim in project["claims"] if claim["type"] == "budget"]
    assert sums
    for claim in sums:
        assert claim["proof"]["quote"] in page.text


def test_the_page_of_everything_opens_and_its_links_lead_somewhere(client: TestClient) -> None:
    page = client.get(f"/id/{_dearest(client)}", headers={"Accept": BROWSER})
    links = set(re.findall(r'href="([^"]+)"', page.text))
    assert len(links) > 5
    for link in links:
        assert client.get(link, headers={"Accept": BROWSER}).status_code == 200, link


def test_the_page_loads_nothing_and_runs_nothing(client: TestClient) -> None:
    page = client.get("/id/region/48120", headers={"Accept": BROWSER})
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert not re.search(r"<(script|link|img|iframe)\b|\bsrc=|@import|url\(", page.text)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.seen.add(tag)


def test_what_articles_and_senders_write_stands_as_text_on_the_page(settings: Settings) -> None:
    evidence = Evidence("<svg onload=alert(1)> 총사업비", "hand")
    evil = Extraction(
        Article("evil", title="<script>alert(1)</script>", url="javascript:alert(1)"),
        (Entity("p", EntityType.PROJECT, '<img src=x onerror="alert(1)">단지', ("<b>단지</b>",)),),
        (Budget("p", Money(100), BudgetKind.TOTAL, evidence),),
        "hand",
    )
    with Archive(settings.archive_path) as archive:
        archive.put(evil)
    with State(settings) as state, TestClient(create_app(state)) as client:
        path = client.get("/v1/projects").json()["results"][0]["id"]
        for address in (f"/id/{quote(path)}", f"/reconcile/preview?id={quote(path)}"):
            page = client.get(address, headers={"Accept": BROWSER})
            tags = _Tags()
            tags.feed(page.text)
            assert "&lt;img" in page.text
            assert not tags.seen & {"script", "img", "svg", "b"}
            assert "javascript:" not in page.text


def test_a_client_that_encodes_the_slash_gets_there_too(client: TestClient) -> None:
    path = _dearest(client)
    assert client.get(f"/id/{quote(path, safe='')}").status_code == 200


def test_an_identifier_with_a_low_line_opens_as_it_is_written(settings: Settings) -> None:
    told = Extraction(
        Article("004_low_line", title="들꽃"),
        (Entity("p", EntityType.PERSON, "배나래"),),
        (),
        "hand",
    )
    with Archive(settings.archive_path) as archive:
        archive.put(told)
    with State(settings) as state, TestClient(create_app(state)) as client:
        path = client.get("/v1/people").json()["results"][0]["id"]
        assert "_" in path
        iri = state.snapshot.iris.entity(path).value.partition("/id/")[2]
        for written in (path, quote(path, safe=""), iri):
            answer = client.get(f"/id/{written}")
            assert answer.status_code == 200, written
            assert answer.json()["id"] == path


def test_an_article_s_iri_leads_to_the_article(client: TestClient) -> None:
    answer = client.get("/id/article/changwon-review-2023", follow_redirects=False)
    assert answer.status_code == 303
    assert client.get(answer.headers["location"]).json()["id"] == "changwon-review-2023"


def test_what_is_unknown_or_unwanted_is_a_problem(client: TestClient) -> None:
    for path in ("/id/region/00000", "/id/planet/48120", "/id/x", "/id/region/%FF"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert answer.headers["content-type"] == "application/problem+json"
    assert client.get("/id/region/48120", headers={"Accept": "image/png"}).status_code == 406
