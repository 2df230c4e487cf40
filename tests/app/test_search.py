"""Full text search over REST and by smk:search: names before quotes, every quote with its proof."""

from __future__ import annotations

from fastapi.testclient import TestClient

SEARCH = """PREFIX smk: <https://w3id.org/sanmaek/ontology#>
SELECT ?e WHERE { ?e smk:search "재료연구원" }"""


def test_names_are_found_inside_longer_words_and_before_quotes(client: TestClient) -> None:
    results = client.get("/v1/search", params={"q": "재료연구원", "limit": 50}).json()["results"]
    matched = [one["matched"] for one in results]
    assert "name" in matched
    assert "quote" in matched
    scores = [one["score"] for one in results]
    assert scores == sorted(scores, reverse=True)
    assert matched.index("quote") > matched.index("name")


def test_a_quote_stands_with_its_article_and_speaks_of_the_thing(client: TestClient) -> None:
    results = client.get("/v1/search", params={"q": "지방비 614억"}).json()["results"]
    assert results
    for one in results:
        assert one["matched"] == "quote"
        assert "614억" in one["proof"]["quote"]
        assert one["proof"]["article"]["published"]
        claims = client.get(f"/v1/entities/{one['id']}").json()["claims"]
        assert one["proof"]["quote"] in [claim["proof"]["quote"] for claim in claims]


def test_only_things_of_the_types_asked_for_are_found(client: TestClient) -> None:
    params = {"q": "창원", "type": "company"}
    assert {one["type"] for one in client.get("/v1/search", params=params).json()["results"]} <= {
        "company"
    }


def test_punctuation_and_operators_find_nothing_and_break_nothing(client: TestClient) -> None:
    for words in ('"', "*", "창원 AND", "NEAR(창원)", "'; --", "\x00", "ㅋ"):
        assert client.get("/v1/search", params={"q": words}).status_code == 200


def test_sparql_finds_by_the_same_index(client: TestClient) -> None:
    answer = client.post("/sparql", data={"query": SEARCH}, headers={"Accept": "text/csv"})
    assert answer.status_code == 200
    assert "institute/한국재료연구원" in answer.text
