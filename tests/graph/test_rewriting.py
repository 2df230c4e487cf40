"""A query that was written anew finds what it found, and sooner."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from graph.closures import Closure
from graph.frequencies import Frequencies
from graph.rewriting import CLOSURES, TRANSITIVE, rewritten
from graph.vocabulary import RDF_TYPE
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


def looked_up(query: str, *closed: NamedNode, base: str | None = None) -> str:
    return rewritten(query, Frequencies(), Frequencies(), closed or (IN, PART), base)


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


@given(PAIRS, PAIRS, st.lists(st.sampled_from([IN, PART]), max_size=3))
def test_both_find_the_same_as_often(
    places: set[tuple[NamedNode, NamedNode]],
    parts: set[tuple[NamedNode, NamedNode]],
    frequent: list[NamedNode],
) -> None:
    store, used = closed({IN: places, PART: parts}), Frequencies()
    used.count(Quad(NAMES[0], name, NAMES[0]) for name in frequent)
    for query in [*LOOKED_UP, *FOLLOWED]:
        text = rewritten(PREFIXES + query, used, used, [IN, PART])
        assert answer(store, text.removeprefix(PREFIXES)) == answer(store, query), text


@pytest.mark.parametrize("query", LOOKED_UP)
def test_no_step_is_followed_where_it_can_be_looked_up(query: str) -> None:
    text = looked_up(PREFIXES + query)
    assert str(CLOSURES) in text
    assert "+" not in text


@pytest.mark.parametrize("query", FOLLOWED)
def test_what_is_no_such_path_is_left_as_it_is(query: str) -> None:
    assert str(CLOSURES) not in looked_up(PREFIXES + query)


@pytest.mark.parametrize("example", ["projects_by_budget", "budgets_by_region", "map"])
def test_the_places_of_our_examples_are_looked_up(example: str) -> None:
    text = (ROOT / "graph" / "queries" / "examples" / f"{example}.rq").read_text(encoding="utf-8")
    assert "locatedIn+" in text
    assert "locatedIn+" not in looked_up(text, *TRANSITIVE)


def test_a_property_without_closure_is_followed() -> None:
    query = f"{PREFIXES} SELECT * {{ ?s x:in+ ?o . ?s x:part+ ?p }}"
    assert "x:part+ ?p" in looked_up(query, IN)
    assert "x:in+" not in looked_up(query, IN)


def test_a_name_stands_for_what_its_prologue_says() -> None:
    prologue = "PREFIX y: <http://x/> PREFIX z: <http://z/> BASE <http://z/>"
    query = f"{prologue} SELECT * {{ ?s y:in+ ?o ; <in>+ ?p ; z:in+ ?q }}"
    text = looked_up(query, IN)
    assert "{ ?s y:in ?o }" in text
    assert "<in>+ ?p" in text
    relative = "SELECT * { ?s <in>+ ?o }"
    assert "+" not in looked_up(relative, IN, base="http://x/sparql")
    assert looked_up(relative, IN) == relative


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("SELECT * { ?s x:often ?o ; x:seldom ?p }", "?s x:seldom ?p"),
        ("SELECT * { GRAPH ?g { ?s x:seldom ?p ; x:often ?o } }", "?s x:often ?o"),
        ("SELECT * { ?s ?any ?o . ?s x:often ?p }", "?s x:often ?p"),
        ("SELECT * { ?s x:often/x:seldom ?o . ?s x:often ?p }", "?s x:often ?p"),
        ("SELECT * { ?s a ?c ; x:often ?p }", "?s x:often ?p"),
        ("SELECT * { ?s x:often ?p ; a x:Few }", "?s a x:Few"),
        ("SELECT * { ?s a x:Many ; x:often x:one }", "?s x:often x:one"),
        ("SELECT * { ?s a x:Many ; x:in+ x:one }", f"GRAPH {CLOSURES} {{ ?s x:in x:one }}"),
        ("SELECT * { ?s x:often ?o OPTIONAL { ?s x:seldom ?p } }", "?s x:often ?o"),
        ("SELECT * { ?s x:often ?o FILTER(?o > 1) ?s x:seldom ?p }", "?s x:often ?o"),
    ],
)
def test_what_is_rare_comes_first(query: str, first: str) -> None:
    often, seldom = NamedNode("http://x/often"), NamedNode("http://x/seldom")
    default, named = Frequencies(), Frequencies()
    default.count([Quad(often, often, often)] * 9 + [Quad(often, seldom, often)])
    default.count(Quad(often, RDF_TYPE, NamedNode("http://x/Many")) for _ in range(20))
    default.count([Quad(often, RDF_TYPE, NamedNode("http://x/Few"))])
    named.count([Quad(often, seldom, often), Quad(often, seldom, often), Quad(often, often, often)])
    text = rewritten(PREFIXES + query, default, named, [IN])
    assert text[text.rindex("{ ", 0, text.index(first)) :].startswith(f"{{ {first}")


def test_what_went_is_counted_no_more() -> None:
    used = Frequencies()
    quad = Quad(NAMES[0], RDF_TYPE, NAMES[1])
    used.count([quad, quad])
    used.count([quad], by=-1)
    assert (used.of_property(RDF_TYPE), used.of_class(NAMES[1])) == (1, 1)
