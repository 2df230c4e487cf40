"""Plain triples are found where they stand; what is written otherwise is left alone."""

from __future__ import annotations

import pytest

from graph.tokens import tokens
from graph.triples_blocks import runs


def of(query: str) -> list[list[str]]:
    return [[str(pattern) for pattern in run.patterns] for run in runs(query, tokens(query))]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (
            "SELECT * { ?s a x:T ; x:p 1 , 'a;b'@ko ; }",
            [["?s a x:T", "?s x:p 1", "?s x:p 'a;b'@ko"]],
        ),
        ("ASK { ?s x:p true . <a> ?p '1'^^x:n . }", [["?s x:p true", "<a> ?p '1'^^x:n"]]),
        ("DESCRIBE ?s WHERE { ?s x:a/x:b* ?o }", [["?s x:a/x:b* ?o"]]),
        ("SELECT * { ?s ^(x:a|!x:b)+ ?o . ?s x:c ?o }", [["?s ^(x:a|!x:b)+ ?o", "?s x:c ?o"]]),
        ("CONSTRUCT { ?s x:p ?o } WHERE { ?s x:q ?o }", [["?s x:q ?o"]]),
        ("CONSTRUCT WHERE { ?s x:q ?o }", []),
        ("SELECT * { ?s x:p ?o # . ?x x:y ?z\n ; x:q ?r }", [["?s x:p ?o", "?s x:q ?r"]]),
        (
            (
                "SELECT (COUNT(*) AS ?n) { ?s x:p ?o FILTER(?o > 1) ?s x:q ?r FILTER x:f(?r) "
                "?t x:u ?v FILTER NOT EXISTS { ?s x:w ?y } BIND(1 AS ?z) ?a x:b ?c } ORDER BY ?n"
            ),
            [["?s x:p ?o"], ["?s x:q ?r"], ["?t x:u ?v"], ["?s x:w ?y"], ["?a x:b ?c"]],
        ),
        (
            (
                "SELECT * { { ?s x:p ?o } UNION { ?s x:q ?o } OPTIONAL { ?o x:r ?t } "
                "MINUS { ?s x:m ?o } GRAPH ?g { ?s x:g ?o } }"
            ),
            [["?s x:p ?o"], ["?s x:q ?o"], ["?o x:r ?t"], ["?s x:m ?o"], ["?s x:g ?o"]],
        ),
        (
            (
                "SELECT * { VALUES ?s { x:a x:b x:c } VALUES (?s ?o) { (x:a x:b) } ?s x:p ?o "
                "{ SELECT ?s { ?s x:q ?t } GROUP BY ?s VALUES ?s { x:a x:b x:c } } }"
            ),
            [["?s x:p ?o"], ["?s x:q ?t"]],
        ),
        (
            "SELECT * { ?s x:p ?o . [] x:q ?s ; x:r [ x:s ?t ] . ?s x:u ?v }",
            [["?s x:p ?o"], ["?s x:u ?v"]],
        ),
        ("SELECT * { ?s x:p ( 1 ?x ) . ?s x:q ?r }", [["?s x:q ?r"]]),
        ("SELECT * { << ?s x:p ?o >> x:q ?r . ?s x:t ?u }", [["?s x:t ?u"]]),
        ("SELECT * { ?s x:p+5 . ?s x:q ?r }", [["?s x:q ?r"]]),
        ("SELECT * { FILTERx:f(?a) ?b x:c ?d . ?s x:q ?r }", [["?s x:q ?r"]]),
    ],
)
def test_runs_of_plain_triples(query: str, found: list[list[str]]) -> None:
    assert of(query) == found
    for run, patterns in zip(runs(query, tokens(query)), found, strict=True):
        assert query[run.start : run.end].startswith(patterns[0].split()[0])


@pytest.mark.parametrize(
    "query",
    [
        "",
        "PREFIX x: <http://x/>",
        "SELECT *",
        "SELECT * { ?s x:p ?o",
        "SELECT * { ?s x:p ?o ) }",
        "SELECT * { _:b x:p ?o . ?o x:q _:b }",
        "SELECT * { ?s x:p ?o {| x:q ?r |} }",
        "SELECT * { ?s x:p ?o LATERAL { ?s x:q ?r } }",
        "DELETE WHERE { ?s x:p ?o }",
    ],
)
def test_nothing_is_read_of_what_is_not_known(query: str) -> None:
    assert runs(query, tokens(query)) == []
