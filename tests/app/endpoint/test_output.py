"""Rows are counted in what is written, whatever stands in the values and wherever a chunk ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    Store,
)

from app.endpoint.output import RowCounter

FORMS = [
    QueryResultsFormat.JSON,
    QueryResultsFormat.XML,
    QueryResultsFormat.CSV,
    QueryResultsFormat.TSV,
]
_VALUES = st.lists(
    st.sampled_from([*'"\\\n\r,{}[]가', "<result>", "},{", '\\"']),
    max_size=6,
).map("".join)


@pytest.mark.parametrize("form", FORMS, ids=str)
@given(values=st.sets(_VALUES, max_size=8), size=st.integers(1, 40))
def test_rows_are_counted(form: QueryResultsFormat, values: set[str], size: int) -> None:
    store, name = Store(), NamedNode("http://x/s")
    store.extend(Quad(name, name, Literal(value)) for value in values)
    found = store.query("SELECT ?o ?none { ?s ?p ?o }")
    assert isinstance(found, QuerySolutions)
    written = found.serialize(format=form)
    assert written is not None
    counter = RowCounter(form)
    pieces = (written[at : at + size] for at in range(0, len(written), size))
    assert sum(counter.rows(piece) for piece in pieces) == len(values)


@pytest.mark.parametrize("form", FORMS[:2], ids=str)
def test_rows_without_a_value_are_counted_too(form: QueryResultsFormat) -> None:
    found = Store().query("SELECT ?x { VALUES ?y { 1 2 3 } }")
    assert isinstance(found, QuerySolutions)
    assert RowCounter(form).rows(found.serialize(format=form) or b"") == 3
