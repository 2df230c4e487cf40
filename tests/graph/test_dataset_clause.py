"""Which graphs a query names, and that several of them count a triple once."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, Store

from graph.dataset_clause import Dataset, dataset_of, merged_quads
from graph.store import QueryError

A, B = "http://x/a", "http://x/b"


@pytest.mark.parametrize(
    ("query", "default", "named"),
    [
        (f"SELECT * FROM <{A}> {{ ?s ?p ?o }}", [A], []),
        (f"SELECT * FROM <{A}> FROM <{B}> FROM <{A}> WHERE {{ ?s ?p ?o }}", [A, B], []),
        (f"ASK FROM NAMED <{A}> FROM <{B}> {{}}", [B], [A]),
        ("PREFIX x: <http://x/> ASK from x:a From Named x:b {}", [A], [B]),
        ("BASE <http://x/> ASK FROM <a>FROM<b>{}", [A, B], []),
        (f"CONSTRUCT {{ ?s ?p ?o }} FROM <{A}> WHERE {{ ?s ?p ?o }}", [A], []),
        (f"CONSTRUCT FROM <{A}> WHERE {{ ?s ?p ?o }}", [A], []),
        (f"DESCRIBE <{B}> FROM <{A}>", [A], []),
        (f"ASK # FROM <{B}>\nFROM # {{\n<{A}> {{}}", [A], []),
        ("ASK FROM <http://x/\\u0061> {}", [A], []),
    ],
)
def test_the_clauses_name_the_data_set(query: str, default: list[str], named: list[str]) -> None:
    assert dataset_of(query) == Dataset.of(default, named)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?from { ?from ?p ?o }",
        "PREFIX from: <http://x/> SELECT * { from:a from:FROM ?o }",
        f'SELECT ("FROM <{A}>" AS ?x) {{ ?s ?p ?o }} # FROM <{A}>',
        "SELECT * { ?s ?p ?o FILTER(?o < 3 && ?o > 1) }",
    ],
)
def test_a_query_without_a_clause_is_about_all(query: str) -> None:
    assert dataset_of(query) is None


def test_a_graph_without_an_absolute_name_is_refused() -> None:
    for query in ("ASK FROM <a> {}", "ASK FROM y:a {}"):
        with pytest.raises(QueryError, match=r"."):
            dataset_of(query)
    with pytest.raises(QueryError, match="not the IRI of a graph"):
        Dataset.of(["a b"], [])


def test_graphs_are_merged_and_not_added_up() -> None:
    one, two = NamedNode(A), NamedNode(B)
    store = Store()
    store.extend([Quad(one, one, one, graph) for graph in (one, two)] + [Quad(two, one, one, two)])
    assert len(merged_quads(store, [one, two])) == 2
