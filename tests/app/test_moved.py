"""The address of what was joined to another thing stays good: 308, and owl:sameAs in the graph."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, unquote

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.state import State
from graph.ledger import Decision, Judgement, Ledger
from tests.app.doubtful import HERE, OTHER, THERE, doubtful_settings, fill_doubtful


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    data = fill_doubtful(tmp_path_factory.mktemp("moved")).data
    settings = doubtful_settings(data, refresh_seconds=60)
    Ledger(settings.ledger_path).add(Decision(HERE, THERE, Judgement.SAME))
    Ledger(settings.ledger_path).add(Decision(OTHER, f"{OTHER}~there", Judgement.DIFFERENT))
    with State(settings) as state, TestClient(create_app(state)) as client:
        yield client


def _leads_to(client: TestClient, address: str) -> str:
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code == 308, answer.text
    return answer.headers["location"]


@pytest.mark.parametrize("query", ["", "?as_of=2024-12-31", "?as_of=2024-12-31&name=%ED%95%9C%26"])
@pytest.mark.parametrize("suffix", ["", "/timeline"])
def test_the_new_address_keeps_what_follows_the_path_and_the_query(
    client: TestClient, suffix: str, query: str
) -> None:
    to = _leads_to(client, f"/v1/entities/{quote(THERE)}{suffix}{query}")
    assert to == f"/v1/entities/{quote(HERE)}{suffix}{query}"
    assert client.get(to).status_code == 200
    followed = client.get(f"/v1/entities/{THERE}{suffix}{query}")
    assert followed.json() == client.get(to).json()


def test_its_iri_leads_to_the_other_s_iri_and_that_to_the_thing(client: TestClient) -> None:
    to = _leads_to(client, f"/id/{THERE}")
    assert unquote(to) == f"/id/{HERE}"
    assert client.get(to, follow_redirects=False).json()["id"] == HERE
    assert client.get(f"/id/{THERE}").json()["id"] == HERE


def test_what_was_not_joined_stays_where_it_is(client: TestClient) -> None:
    for path in (HERE, OTHER, f"{OTHER}~there", "region/48120"):
        assert client.get(f"/v1/entities/{path}", follow_redirects=False).status_code == 200
        assert client.get(f"/id/{path}", follow_redirects=False).status_code == 200
    for address in ("/v1/entities/company/없음", "/id/company/없음", "/id/planet/없음"):
        assert client.get(address, follow_redirects=False).status_code == 404


def test_the_default_graph_says_which_is_the_same(client: TestClient) -> None:
    query = """SELECT ?other ?one { ?other <http://www.w3.org/2002/07/owl#sameAs> ?one }"""
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})
    base = "https://w3id.org/sanmaek/id/"
    assert answer.text.split() == ["other,one", f"{base}{THERE},{base}{HERE}"]


def test_in_no_list_stands_what_was_joined(client: TestClient) -> None:
    rows = client.get(
        "/sparql",
        params={"query": f"SELECT ?p {{ <https://w3id.org/sanmaek/id/{THERE}> ?p ?o }}"},
        headers={"Accept": "text/csv"},
    )
    assert rows.text.split() == ["p", "http://www.w3.org/2002/07/owl#sameAs"]
    assert THERE not in client.get("/v1/export.csv").text


def test_an_id_in_a_parameter_leads_there_too(client: TestClient) -> None:
    to = _leads_to(client, f"/reconcile/preview?id={quote(THERE, safe='')}&lang=ko")
    assert unquote(to) == f"/reconcile/preview?id={HERE}&lang=ko"
    assert client.get(to, follow_redirects=False).status_code == 200
