"""A path that is looked up in its closure finds what following it step by step finds."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from graph.closed_paths import CLOSURES, TRANSITIVE, with_closed_paths
from graph.closures import Closure
from tests.conftest import ROOT

IN, PART = NamedNode("http://x/in"), NamedNode("http://x/part")
PREFIXES = "PREFIX x: <http://x/> BASE <http://x/> "
NAMES = [NamedNode(f"http://x/{name}") for name in "abcdef"]
PAIRS = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=10)

LOOKED_UP = [
    "SELECT * { ?s x:in+ ?o }",
    "SELECT * { ?s x:in + ?o }",
    "SELECT * { ?s x:in+?o }",
    "SELECT * { ?s <in>+ ?o . }",
    "SELECT * { ?s <http://x/in>+ x:a }",
    "SELECT * { x:b x:in+ ?o }",
    "SELECT * { x:b x:in+ x:a . ?s x:part ?o }",
    "SELECT ?s { ?s x:in+ ?s }",
    "SELECT * { ?s x:in+ x:a , ?o }",
    "SELECT * { ?s x:part ?p ; x:in+ ?o ; x:in ?q }",
    "SELECT * { ?s x:in+ ?o . ?o x:in+ ?p }",
    "SELECT * { ?s x:in+ ?o . ?p x:part+ ?o ; x:in* ?s }",
    "SELECT ?o (COUNT(*) AS ?n) { ?s x:in+ ?o . FILTER(?s != x:a) } GROUP BY ?o",
    "SELECT (COUNT(DISTINCT ?s) AS ?n) { { ?s x:in+ x:a } UNION { ?s x:in+ x:b } }",
    "SELECT * { ?s x:part ?o OPTIONAL { ?o x:in+ ?p ; x:part ?q } }",
    "SELECT * { ?s x:part ?o MINUS { ?o x:in+ ?p } }",
    "SELECT * { ?s x:part ?o FILTER EXISTS { ?s x:in+ ?o } }",
    "SELECT * { ?s x:part ?o FILTER NOT EXISTS { ?s x:in+ ?z . ?z x:in ?o } }",
    "SELECT * { ?s x:part ?o { SELECT ?o (COUNT(?t) AS ?n) { ?t x:in+ ?o } GROUP BY ?o } }",
    "SELECT * { ?s x:part ?o . BIND(?o AS ?z) ?z x:in+ ?q . [] x:in ?q }",
    "SELECT * { VALUES ?s { x:a x:b } ?s x:in+ ?o }",
    "SELECT * { ?s ?p ?o . ?s x:in+ ?o }",
]
FOLLOWED = [
    "SELECT * { ?s x:in* ?o }",
    "SELECT * { ?s x:in/x:in+ ?o }",
    "SELECT * { ?s x:in+/x:in ?o }",
    "SELECT * { ?s (x:in)+ ?o }",
    "SELECT * { ?s (x:in+) ?o }",
    "SELECT * { ?s ^x:in+ ?o }",
    "SELECT * { ?s !x:in ?o }",
    "SELECT * { ?s x:in+|x:part ?o }",
    "SELECT * { ?s x:other+ ?o }",
    "SELECT * { [] x:in+ ?o }",
    "SELECT * { [ x:in+ ?o ] x:part ?p }",
    "SELECT * { _:b x:in+ ?o . _:b x:part ?p }",
    "SELECT * { ?s x:part ?o FILTER(?s IN (x:a + 1, x:in + 2)) }",
    "SELECT * { ?s x:part ?o FILTER(EXISTS { ?s x:in+ ?o }) }",
    "SELECT * { ?s x:part 'x:in+ ?o' # ?s x:in+ ?o\n }",
    "SELECT (x:in + 1 AS ?n) {}",
]


def closed(stated: dict[NamedNode, set[tuple[NamedNode, NamedNode]]]) -> Store:
    store = Store()
    for name, pairs in stated.items():
        store.extend(Quad(one, name, other) for one, other in pairs)
        closure = Closure[NamedNode]()
        closure.change([], pairs)
        store.extend(Quad(one, name, other, CLOSURES) for one, other in closure.pairs())
    return store


def answer(store: Store, query: str) -> Counter[str]:
    found = store.query(PREFIXES + query)
    assert isinstance(found, QuerySolutions)
    return Counter(str(row) for row in found)


@given(PAIRS, PAIRS)
def test_both_find_the_same_as_often(
    places: set[tuple[NamedNode, NamedNode]], parts: set[tuple[NamedNode, NamedNode]]
) -> None:
    store = closed({IN: places, PART: parts})
    for query in LOOKED_UP:
        rewritten = with_closed_paths(PREFIXES + query, [IN, PART])
        assert answer(store, rewritten.removeprefix(PREFIXES)) == answer(store, query), rewritten


@pytest.mark.parametrize("query", LOOKED_UP)
def test_no_step_is_followed_where_it_can_be_looked_up(query: str) -> None:
    rewritten = with_closed_paths(PREFIXES + query, [IN, PART])
    assert str(CLOSURES) in rewritten
    assert "+" not in rewritten


@pytest.mark.parametrize("query", FOLLOWED)
def test_what_is_no_such_path_is_left_as_it_is(query: str) -> None:
    assert with_closed_paths(PREFIXES + query, [IN, PART]) == PREFIXES + query


@pytest.mark.parametrize("example", ["projects_by_budget", "budgets_by_region", "map"])
def test_the_places_of_our_examples_are_looked_up(example: str) -> None:
    text = (ROOT / "graph" / "queries" / "examples" / f"{example}.rq").read_text(encoding="utf-8")
    assert "locatedIn+" in text
    assert "locatedIn+" not in with_closed_paths(text, TRANSITIVE)


def test_a_property_without_closure_is_followed() -> None:
    query = f"{PREFIXES} SELECT * {{ ?s x:in+ ?o . ?s x:part+ ?p }}"
    assert "x:part+ ?p" in with_closed_paths(query, [IN])
    assert "x:in+" not in with_closed_paths(query, [IN])


def test_a_name_stands_for_what_its_prologue_says() -> None:
    query = "PREFIX y: <http://x/> BASE <http://z/> SELECT * { ?s y:in+ ?o ; <in>+ ?p ; z:in+ ?q }"
    rewritten = with_closed_paths(query, [IN])
    assert "{ ?s y:in ?o }" in rewritten
    assert "<in>+ ?p" in rewritten
    relative = "SELECT * { ?s <in>+ ?o }"
    assert "+" not in with_closed_paths(relative, [IN], base="http://x/sparql")
    assert with_closed_paths(relative, [IN]) == relative
