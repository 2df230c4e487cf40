"""The table opens in Excel as it was meant; the dumps are the same whenever they are written."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
import rdflib
from hypothesis import given, settings
from pyoxigraph import RdfFormat, parse

from graph.exports import EXPORTS
from graph.exports.claims_csv import COLUMNS
from graph.iris import Iris
from graph.knowledge import snapshot_of
from graph.model import EntityType, Extraction, Role, slots_of
from tests.graph.examples import (
    REFERENCES,
    budget,
    entity,
    extractions,
    project,
    proof,
    read,
    three_that_agree,
)

BOM = b"\xef\xbb\xbf"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _written(extractions: Sequence[Extraction], ending: str) -> bytes:
    out = io.BytesIO()
    EXPORTS[ending].write(snapshot_of(extractions, REFERENCES, Iris()), out)
    assert not out.closed
    return out.getvalue()


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table_begins_with_a_byte_order_mark_even_if_empty() -> None:
    content = _written([], "csv")
    assert content == BOM + ",".join(COLUMNS).encode() + b"\r\n"
    assert _written(three_that_agree(), "csv").startswith(BOM)


def test_every_claim_is_a_row_in_order_of_publication() -> None:
    rows = _rows(_written(three_that_agree()[::-1], "csv"))
    assert [row["claim"] for row in rows] == [
        f"{article}-{index}"
        for article in ("older", "same-1", "same-2", "same-3")
        for index in range(8)
    ]
    assert rows[0]["project"] == "첨단소재 실증단지"
    assert rows[0]["amount_krw"] == "300000000000"
    assert rows[0]["published"] == "2020-11-27"
    assert rows[5]["parties"] == "창원시|한국재료연구원"
    assert rows[5]["subject"] == "첨단소재 실증단지"


@settings(max_examples=25)
@given(extractions("a"))
def test_whatever_is_read_makes_a_table_with_exact_amounts(extraction: Extraction) -> None:
    rows = _rows(_written([extraction], "csv"))
    assert len(rows) == len(extraction.claims)
    for row, claim in zip(rows, extraction.claims, strict=True):
        assert None not in row
        assert row["type"] == claim.TYPE
        money = getattr(claim, "money", None)
        if money is not None:
            assert row["amount_krw"] == ("" if money.krw is None else str(money.krw))
            assert row["amount"] == ("" if money.krw is not None else str(money.amount))
        for slot, _ in slots_of(claim):
            assert row[slot]


@settings(max_examples=25)
@given(extractions("a"))
def test_no_cell_is_taken_for_a_formula(extraction: Extraction) -> None:
    for row in _rows(_written([extraction], "csv")):
        for column, cell in row.items():
            period = column == "period" and cell[1:].isdigit()
            assert not cell.startswith(FORMULA) or period, (column, cell)


@pytest.mark.parametrize("sign", FORMULA)
def test_a_cell_that_looks_like_a_formula_is_defused(sign: str) -> None:
    said = read(
        "a",
        [project("p", f"{sign}HYPERLINK(1)")],
        [budget("p", 5)],
    )
    (row,) = _rows(_written([said], "csv"))
    assert row["project"] == f"'{sign}HYPERLINK(1)"


def test_turtle_is_read_by_rdflib_as_the_accepted_view() -> None:
    content = _written(three_that_agree(), "ttl")
    graph = rdflib.Graph().parse(data=content, format="turtle")
    snapshot = snapshot_of(three_that_agree(), REFERENCES, Iris())
    assert len(graph) == len({quad.triple for quad in snapshot.default_quads()})
    (won,) = graph.objects(None, rdflib.URIRef("https://w3id.org/sanmaek/ontology#budget"))
    assert won == rdflib.Literal(382_000_000_000)


@settings(max_examples=15)
@given(extractions("a"), extractions("b"))
def test_whatever_is_read_makes_turtle_and_nquads_that_parse(
    one: Extraction, other: Extraction
) -> None:
    snapshot = snapshot_of([one, other], REFERENCES, Iris())
    quads = set(snapshot.quads())
    assert set(parse(_written([other, one], "nq"), RdfFormat.N_QUADS)) == quads
    turtle = {quad.triple for quad in parse(_written([one, other], "ttl"), RdfFormat.TURTLE)}
    assert turtle == {quad.triple for quad in snapshot.default_quads()}
    assert len(rdflib.Graph().parse(data=_written([one, other], "ttl"), format="turtle")) > 0


def test_nquads_are_sorted_each_once_and_the_same_every_time() -> None:
    content = _written(three_that_agree(), "nq")
    lines = content.decode().splitlines()
    assert lines == sorted(set(lines))
    assert content == _written(three_that_agree(), "nq")
    assert content == _written(three_that_agree()[::-1], "nq")
    assert _written(three_that_agree(), "ttl") == _written(three_that_agree()[::-1], "ttl")


def test_a_title_without_a_body_is_a_row_with_an_empty_cell() -> None:
    said = read("a", [entity("h", EntityType.PERSON, "홍길동")], [Role("h", "시장", None, proof())])
    (row,) = _rows(_written([said], "csv"))
    assert (row["person"], row["title"], row["organization"]) == ("홍길동", "시장", "")


def test_every_export_says_what_it_is() -> None:
    assert set(EXPORTS) == {"graphml", "gexf", "ttl", "nq", "csv"}
    assert all(export.media_type.count("/") == 1 for export in EXPORTS.values())
    assert all(export.summary for export in EXPORTS.values())
