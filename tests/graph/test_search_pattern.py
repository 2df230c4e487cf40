"""`smk:search` becomes the entities that an index finds, wherever it stands in a query."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import pytest
from pyoxigraph import QuerySolutions, Store

from graph.iris import Iris
from graph.search_pattern import with_hits
from graph.store import QueryError

PREFIXES = "PREFIX smk: <https://w3id.org/sanmaek/ontology#> PREFIX x: <http://x/> "
IRIS = Iris()


@dataclass(frozen=True)
class Hit:
    """An entity that was found."""

    path: str
    score: float


INDEX = {
    "재료연구원": [Hit("institute/한국재료연구원", 2.5), Hit("institute/KIMS", 0.5)],
    "없음": [],
}


def _find(text: str, limit: int) -> list[Hit]:
    return INDEX[text][:limit]


@pytest.fixture(scope="module")
def store() -> Store:
    found = Store()
    kims, kist = IRIS.entity("institute/한국재료연구원"), IRIS.entity("institute/KIST")
    found.update(
        f"PREFIX x: <http://x/> INSERT DATA {{ {kims} a x:I ; x:n 'kims' . {kist} a x:I ; x:n 'k' ."
        f" x:p x:by {kims} . GRAPH x:g {{ {kims} x:n 'g' }} }}"
    )
    return found


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ('SELECT ?e { ?e smk:search "재료연구원" }', 2),
        ('SELECT ?e { ?e smk:search "재료연구원"@ko . }', 2),
        ("SELECT ?e { ?e <https://w3id.org/sanmaek/ontology#search> '''재료연구원''' }", 2),
        ('SELECT ?e { ?e smk:search ("재료연구원" 1) }', 1),
        ('SELECT ?e { ?e smk:search "없음" }', 0),
        ('SELECT ?n { ?e smk:search "재료연구원" ; x:n ?n }', 1),
        ('SELECT ?n { ?e a x:I ; smk:search "재료연구원" ; x:n ?n }', 1),
        ('SELECT ?n { ?e a x:I ; x:n ?n ; smk:search "재료연구원" ; }', 1),
        (
            'SELECT ?n { ?p x:by ?e . ?e smk:search "재료연구원" . ?e x:n ?n FILTER(?n != "1.") }',
            1,
        ),
        ('SELECT ?n { ?e x:n ?n FILTER(STRLEN(?n) > 1) ?e smk:search "재료연구원" }', 1),
        (
            'SELECT ?n { FILTER REGEX(?n, "k") ?e smk:search "재료연구원" ; x:n ?n BIND(1 AS ?z) }',
            1,
        ),
        ('SELECT ?n { ?e x:n ?n OPTIONAL { ?e smk:search "재료연구원" . ?e a ?t } }', 2),
        ('SELECT ?n { ?e x:n ?n FILTER NOT EXISTS { ?e smk:search "재료연구원" } }', 1),
        ('SELECT ?n { GRAPH ?g { ?e x:n ?n ; smk:search "재료연구원" } }', 1),
        ('SELECT ?n { { SELECT ?e { ?e smk:search "재료연구원" } LIMIT 1 } ?e x:n ?n }', 1),
        (
            'SELECT ?n { { ?e smk:search "재료연구원" } UNION { ?e smk:search "없음" } ?e x:n ?n }',
            1,
        ),
        ('SELECT ?s { (?e ?s) smk:search "재료연구원" FILTER(?s > 1) }', 1),
        ('SELECT ?s { ?e x:n "kims" . (?e ?s) smk:search ("재료연구원" 10) . }', 1),
        ('SELECT ?s { ?s x:search "재료연구원" }', 0),
        ('SELECT ?s { ?s x:n "?e smk:search \\"x\\"" } # smk:search', 0),
    ],
)
def test_what_the_index_finds_takes_part_in_the_query(query: str, rows: int, store: Store) -> None:
    rewritten = with_hits(PREFIXES + query, _find, IRIS)
    found = store.query(rewritten)
    assert isinstance(found, QuerySolutions)
    assert len(list(found)) == rows, rewritten


def test_the_rest_of_the_query_is_left_as_it_was() -> None:
    for query in ("SELECT * { ?s ?p ?o }", 'CONSTRUCT { ?e smk:search "x" } WHERE { ?e a x:I }'):
        assert with_hits(PREFIXES + query, _find, IRIS) == PREFIXES + query


@pytest.mark.parametrize(
    "pattern",
    [
        "?e smk:search ?text",
        "?e smk:search x:a",
        '?e smk:search "재료연구원", "없음"',
        '?e smk:search ("재료연구원" ?n)',
        '?e smk:search ("재료연구원" 1 2)',
        "?e smk:search ()",
        '[] smk:search "재료연구원"',
        'x:a smk:search "재료연구원"',
        '(?e ?s ?t) smk:search "재료연구원"',
        '(?e ?s) smk:search "재료연구원" ; x:n ?n',
        '?e smk:search/x:n "재료연구원"',
        '?e ^smk:search "재료연구원"',
        'x:p x:by [ smk:search "재료연구원" ]',
    ],
)
def test_a_pattern_that_cannot_be_carried_out_tells_how_to_write_it(pattern: str) -> None:
    with pytest.raises(QueryError, match=r"write \?entity smk:search"):
        with_hits(f"{PREFIXES} SELECT * {{ {pattern} }}", _find, IRIS)


def test_a_query_has_few_of_them() -> None:
    with pytest.raises(QueryError, match="at most 8"):
        with_hits(PREFIXES + "SELECT * {" + '?e smk:search "없음" . ' * 9 + "}", _find, IRIS)


def test_a_text_is_looked_for_in_the_form_that_the_index_has() -> None:
    decomposed = unicodedata.normalize("NFD", "재료연구원")
    assert with_hits(PREFIXES + f'SELECT * {{ ?e smk:search "{decomposed}" }}', _find, IRIS)
