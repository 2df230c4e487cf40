"""An update worked out as a change does to a store what Oxigraph's own update does."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store

from graph.dataset_clause import Dataset
from graph.store import QueryError
from graph.update import Change, change_of

X = "PREFIX x: <http://x/> "
DATA = (
    X
    + """INSERT DATA {
  x:a x:p 1 , 2 . x:b x:p x:a ; x:name "나" , "b"@en .
  GRAPH x:g { x:a x:p 1 . x:c x:q x:a } GRAPH x:h { x:a x:p 1 , 3 }
}"""
)
OPERATIONS = [
    "INSERT DATA { x:n x:p 1 . GRAPH x:g { x:n x:p 'a}b' } }",
    "DELETE DATA { x:a x:p 1 . GRAPH x:h { x:a x:p 3 } }",
    "DELETE WHERE { ?s x:p ?o }",
    "DELETE WHERE { GRAPH ?g { ?s x:p ?o } }",
    "DELETE { ?s ?p ?o } INSERT { GRAPH x:k { ?o ?p ?s } } WHERE { ?s ?p ?o }",
    "INSERT { ?s x:twice ?t } WHERE { ?s x:p ?o BIND(?o * 2 AS ?t) }",
    "WITH x:g DELETE { ?s ?p ?o } INSERT { ?s ?p 'new' } WHERE { ?s ?p ?o }",
    "INSERT { GRAPH ?g { x:seen x:in ?g } } WHERE { GRAPH ?g { ?s ?p ?o } }",
    "INSERT { ?s x:is ?o } USING x:g WHERE { ?s ?p ?o }",
    "INSERT { ?s x:is ?g } USING NAMED x:h WHERE { GRAPH ?g { ?s ?p ?o } }",
    "DELETE { ?s x:p ?o } WHERE { ?s x:p ?o OPTIONAL { ?s x:name ?n } FILTER(!BOUND(?n)) }",
    "INSERT { ?s x:label ?none . ?o x:of ?s } WHERE { ?s ?p ?o OPTIONAL { ?s x:zip ?none } }",
    "CLEAR DEFAULT",
    "CLEAR GRAPH x:g",
    "CLEAR NAMED",
    "DROP ALL",
    "DROP SILENT GRAPH x:nowhere",
    "CREATE GRAPH x:new",
    "COPY x:g TO x:h",
    "COPY DEFAULT TO x:g",
    "MOVE GRAPH x:g TO GRAPH x:h",
    "MOVE x:g TO DEFAULT",
    "ADD x:g TO DEFAULT",
    "ADD DEFAULT TO x:g",
    "ADD x:g TO x:g",
    "PREFIX x: <http://other/> INSERT DATA { x:a x:p 1 }",
    "BASE <http://base/> INSERT DATA { <s> <p> <o> }",
]


def _filled() -> Store:
    store = Store()
    store.update(DATA)
    return store


def _agree(update: str) -> None:
    theirs, ours, before = _filled(), _filled(), set(_filled())
    theirs.update(update)
    change = change_of(update, ours)
    assert set(ours) == set(theirs)
    assert (before - change.removed) | change.added == set(theirs)
    assert change.removed <= before
    assert not change.added & before


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_does_what_oxigraphs_does(operation: str) -> None:
    _agree(X + operation)


LASTING = [o for o in OPERATIONS if not o.startswith(("COPY x:g", "MOVE", "ADD x:g"))]


@given(st.lists(st.sampled_from(LASTING), max_size=4))
def test_a_chain_of_operations_does_what_oxigraphs_does_one_by_one(operations: list[str]) -> None:
    theirs, ours, before = _filled(), _filled(), set(_filled())
    for operation in operations:
        with suppress(RuntimeError):  # it records empty graphs, and we do not
            theirs.update(X + operation)
    change = change_of(X + f" ;\n# next\n{X}".join(operations) + " ;"[: len(operations) * 2], ours)
    assert set(ours) == set(theirs)
    assert (before - change.removed) | change.added == set(theirs)


def test_what_comes_and_goes_again_is_no_change() -> None:
    change = change_of("INSERT DATA { <x:s> <x:p> 1 } ; DELETE DATA { <x:s> <x:p> 1 }", Store())
    assert change == Change(frozenset(), frozenset())


def test_a_blank_node_of_a_template_is_new_for_every_solution() -> None:
    store = _filled()
    change = change_of(X + "INSERT { ?s x:q [ x:r ?o ] } WHERE { ?s x:p ?o }", store)
    assert len({quad.subject for quad in change.added if quad.predicate.value == "http://x/r"}) == 3


def test_a_quad_that_cannot_be_is_left_out() -> None:
    store = _filled()
    update = X + "INSERT { ?o x:q 1 . GRAPH ?o { x:s x:p ?s } } WHERE { ?s x:name ?o }"
    assert change_of(update, store).added == frozenset()
    update = X + "INSERT { GRAPH ?none { ?s x:q 1 } } WHERE { ?s x:p 1 OPTIONAL { ?s x:no ?none } }"
    assert change_of(update, store).added == frozenset()


def test_several_graphs_of_using_count_a_triple_once() -> None:
    update = X + "INSERT { x:n x:is ?n } USING x:g USING x:h WHERE { SELECT (COUNT(*) AS ?n) "
    added = change_of(update + "{ x:a x:p 1 } }", _filled()).added
    assert [quad.object.value for quad in added] == ["1"]  # type: ignore[union-attr]


def test_the_protocols_data_set_and_the_updates_own_are_not_both_taken() -> None:
    graph = Dataset((NamedNode("http://x/g"),))
    found = change_of("INSERT { ?s <x:is> ?o } WHERE { ?s ?p ?o }", _filled(), using=graph)
    assert len(found.added) == 2
    for clause in ("WITH <x:g> DELETE { ?s ?p ?o }", "DELETE { ?s ?p ?o } USING <x:g>"):
        with pytest.raises(QueryError, match="leave one of them out"):
            change_of(clause + " WHERE { ?s ?p ?o }", _filled(), using=graph)


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ("CLEAR XYZ", "expected"),
        ("SELECT * {}", "expected"),
        ("INSERT DATA { <x:s> <x:p> 1 } CLEAR ALL", "expected"),
        ("; CLEAR ALL", "missing"),
        ("PREFIX", "expected"),
        ("PREFIX x: <http://x/> INSERT DATA { } ; y: <z>", "expected"),
        ("INSERT DATA { ?s <x:p> 1 }", "error"),
        ("LOAD <http://x/>", "LOAD is switched off"),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://x/> { ?s ?p ?o } }", "SERVICE is switched"),
        ("CREATE GRAPH <http://x/g>", "exists already"),
        ("CLEAR DEFAULT ; MOVE <http://x/nowhere> TO <http://x/g>", "no graph <http://x/nowhere>"),
    ],
)
def test_what_cannot_be_carried_out_is_refused(update: str, told: str) -> None:
    with pytest.raises(QueryError, match=told):
        change_of(update, _filled())


def test_a_change_is_the_same_after_the_wire() -> None:
    store = _filled()
    both = change_of(X + "DELETE WHERE { ?s x:name ?o } ; INSERT DATA { x:z x:p '\\n\\n' }", store)
    for change in (
        both,
        Change(both.removed, frozenset()),
        Change(frozenset(), both.added),
        Change(frozenset(), frozenset()),
    ):
        assert Change.from_bytes(change.to_bytes()) == change
    assert all(isinstance(quad, Quad) for quad in both.added)
