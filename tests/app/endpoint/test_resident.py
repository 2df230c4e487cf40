"""The default graph by itself answers as the whole does, whatever came and went."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from itertools import pairwise

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
)

from app.endpoint.resident import ResidentGraph
from graph.closures import MOST
from graph.vocabulary import LABEL, RDF_TYPE, Class, Property

PLACES = [NamedNode(f"http://x/{name}") for name in "abcde"]
NAMED = NamedNode("http://x/named")
QUADS = st.lists(
    st.builds(
        Quad,
        st.sampled_from(PLACES),
        st.sampled_from([Property.LOCATED_IN, Property.LOCATED_IN, Property.PART_OF]),
        st.sampled_from(PLACES),
        st.sampled_from([DefaultGraph(), DefaultGraph(), NAMED]),
    )
    | st.builds(Quad, st.sampled_from(PLACES), st.just(RDF_TYPE), st.just(Class.PROJECT))
    | st.builds(
        Quad, st.sampled_from(PLACES), st.just(LABEL), st.just(Literal("가")), st.just(NAMED)
    ),
    max_size=12,
)
PREFIX = "PREFIX smk: <https://w3id.org/sanmaek/ontology#> "
QUERIES = [
    "SELECT * { ?s ?p ?o }",
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT * { ?s smk:locatedIn+ ?o }",
    "SELECT ?o (COUNT(?s) AS ?n) { ?s a smk:Project ; smk:locatedIn+ ?o } GROUP BY ?o",
    "SELECT * { ?s smk:partOf+ ?o ; smk:locatedIn ?p }",
    "SELECT * { ?s smk:locatedIn* ?o . ?s !smk:partOf ?p }",
    "SELECT * { GRAPH ?g { ?s smk:locatedIn+ ?o } }",
    "SELECT * { ?s smk:locatedIn+ ?o GRAPH ?g { ?s ?p ?o } }",
    "SELECT DISTINCT ?g { GRAPH ?g {} }",
    "SELECT * FROM <http://x/named> { ?s smk:locatedIn+ ?o }",
    "SELECT * FROM NAMED <http://x/named> { ?s smk:locatedIn+ ?o }",
    "ASK { <http://x/a> smk:locatedIn+ <http://x/b> }",
    "DESCRIBE <http://x/a>",
    "CONSTRUCT { ?s smk:partOf ?o } WHERE { ?s smk:locatedIn+ ?o }",
    "CONSTRUCT WHERE { ?s smk:locatedIn ?o }",
]


def n_quads(quads: list[Quad]) -> bytes:
    return pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""


def outcome(found: object) -> object:
    if isinstance(found, QueryBoolean):
        return bool(found)
    if isinstance(found, QuerySolutions):
        return Counter(str(row) for row in found)
    return Counter(map(str, found))  # type: ignore[call-overload]


@given(QUADS, st.lists(st.tuples(QUADS, QUADS), max_size=4))
def test_every_query_finds_what_the_whole_has(
    first: list[Quad], changes: list[tuple[list[Quad], list[Quad]]]
) -> None:
    graph, stated = ResidentGraph(), set(first)
    graph.load(BytesIO(n_quads(first)))
    for removed, added in changes:
        graph.change(n_quads(removed), n_quads(added))
        stated = (stated - set(removed)) | set(added)
    assert set(graph.whole) == stated
    for query in QUERIES:
        expected = outcome(graph.whole.query(PREFIX + query))
        assert outcome(graph.query(PREFIX + query)) == expected, query


def test_places_too_many_to_look_up_are_followed() -> None:
    graph, long = ResidentGraph(), int((2 * MOST) ** 0.5) + 5
    chain = [NamedNode(f"http://x/{number}") for number in range(long)]
    steps = [Quad(one, Property.LOCATED_IN, two) for one, two in pairwise(chain)]
    graph.load(BytesIO(n_quads(steps)))
    for quads in ([], steps[-1:]):
        graph.change(n_quads(quads), b"")
        found = graph.query(f"{PREFIX} SELECT * {{ <http://x/0> smk:locatedIn+ ?place }}")
        assert isinstance(found, QuerySolutions)
        assert len(list(found)) == long - 1 - len(quads)


def test_an_error_tells_the_place_in_the_query_that_was_sent() -> None:
    query = f"{PREFIX}\nSELECT * {{ ?s smk:locatedIn+ ?o .\n ?s smk:partOf ?p }} ORDER ?p"
    graph = ResidentGraph()
    with pytest.raises(SyntaxError) as expected:
        graph.whole.query(query)
    with pytest.raises(SyntaxError) as told:
        graph.query(query)
    assert str(told.value) == str(expected.value)
