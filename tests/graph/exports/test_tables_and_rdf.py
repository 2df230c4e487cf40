"""The table opens in Excel as it was meant; the dumps are the same whenever they are written."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from datetime import datetime

import pytest
import rdflib
from hypothesis import given, settings
from openpyxl import load_workbook
from pyoxigraph import RdfFormat, parse

from graph.exports import EXPORTS, Options
from graph.exports.claims_csv import COLUMNS
from graph.exports.rdf_dumps import sorted_lines
from graph.exports.workbook import CLAIMS_SHEET, SHEETS
from graph.model import EntityType, Extraction, Role, slots_of
from graph.selection import Selection
from graph.vocabulary import EXACT, Property
from tests.graph.examples import (
    budget,
    entity,
    extractions,
    project,
    proof,
    read,
    three_that_agree,
)
from tests.graph.exports.networks import LARGE, a_year_of_news, opened, snapshot, written

JINHAE_ALONE = Options(Selection(regions=("region/48129",)))
BOM = b"\xef\xbb\xbf"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_table_begins_with_a_byte_order_mark_even_if_empty() -> None:
    content = written([], "csv")
    assert content == BOM + ",".join(COLUMNS).encode() + b"\r\n"
    assert written(three_that_agree(), "csv").startswith(BOM)


def test_every_claim_is_a_row_in_order_of_publication() -> None:
    rows = _rows(written(three_that_agree()[::-1], "csv"))
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


@settings(max_examples=5)
@given(extractions("a"))
def test_whatever_is_read_makes_a_table_with_exact_amounts(extraction: Extraction) -> None:
    rows = _rows(written([extraction], "csv"))
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


@settings(max_examples=5)
@given(extractions("a"))
def test_no_cell_is_taken_for_a_formula(extraction: Extraction) -> None:
    for row in _rows(written([extraction], "csv")):
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
    (row,) = _rows(written([said], "csv"))
    assert row["project"] == f"'{sign}HYPERLINK(1)"


def test_turtle_is_read_by_rdflib_as_the_accepted_view() -> None:
    content = written(three_that_agree(), "ttl")
    graph = rdflib.Graph().parse(data=content, format="turtle")
    made = snapshot(three_that_agree())
    assert len(graph) == len({quad.triple for quad in made.default_quads()})
    (won,) = graph.objects(None, rdflib.URIRef("https://w3id.org/sanmaek/ontology#budget"))
    assert won == rdflib.Literal(382_000_000_000)


@settings(max_examples=6)
@given(extractions("a"), extractions("b"))
def test_whatever_is_read_makes_turtle_and_nquads_that_parse(
    one: Extraction, other: Extraction
) -> None:
    made = snapshot([one, other])
    quads = set(made.quads())
    assert set(parse(written([other, one], "nq"), RdfFormat.N_QUADS)) == quads
    turtle = {quad.triple for quad in parse(written([one, other], "ttl"), RdfFormat.TURTLE)}
    assert turtle == {quad.triple for quad in made.default_quads()}
    assert len(rdflib.Graph().parse(data=written([one, other], "ttl"), format="turtle")) > 0


def test_nquads_are_sorted_each_once_and_the_same_every_time() -> None:
    content = written(three_that_agree(), "nq")
    lines = content.decode().splitlines()
    assert lines == sorted(set(lines))
    assert content == written(three_that_agree(), "nq")
    assert content == written(three_that_agree()[::-1], "nq")
    assert written(three_that_agree(), "ttl") == written(three_that_agree()[::-1], "ttl")


def test_a_title_without_a_body_is_a_row_with_an_empty_cell() -> None:
    said = read("a", [entity("h", EntityType.PERSON, "홍길동")], [Role("h", "시장", None, proof())])
    (row,) = _rows(written([said], "csv"))
    assert (row["person"], row["title"], row["organization"]) == ("홍길동", "시장", "")


def test_every_export_says_what_it_is() -> None:
    wanted = {"gexf", "graphml", "csv", "xlsx", "jsonl", "ttl", "nq", "jsonld"}
    assert wanted <= set(EXPORTS)
    assert all(export.media_type.count("/") == 1 for export in EXPORTS.values())
    assert all(export.summary for export in EXPORTS.values())


@pytest.mark.parametrize("ending", EXPORTS)
def test_every_export_reports_what_went_in_and_out(ending: str) -> None:
    report = opened(a_year_of_news(), ending).report
    told = json.loads(report.as_json())
    assert told["in"] == {"articles": 2, "entities": 11, "claims": 20}
    assert told["out"]
    assert all(count > 0 for count in told["left_out"].values())
    assert report.as_json().isascii()
    part = opened(a_year_of_news(), ending, JINHAE_ALONE).report
    assert part.left_out["entities that are not around the selected projects"] == 3


def test_nodes_and_edges_open_in_gephi_and_excel() -> None:
    nodes, edges = (written(a_year_of_news(), ending) for ending in ("nodes.csv", "edges.csv"))
    assert nodes.startswith(BOM + b"Id,Label,")
    assert edges.startswith(BOM + b"Source,Target,Type,Id,Label,Kind,Weight,")
    ids = {row["Id"] for row in _rows(nodes)}
    assert {row[end] for row in _rows(edges) for end in ("Source", "Target")} <= ids
    for table in (nodes, edges):
        header = next(csv.reader([table.decode("utf-8-sig").splitlines()[0]]))
        assert len({name.lower() for name in header}) == len(header)
        assert len({row["Id"] for row in _rows(table)}) == len(_rows(table))
    plant = next(row for row in _rows(nodes) if row["Label"] == "첨단소재 실증단지")
    assert plant["budget_krw"] == str(LARGE)
    assert plant["name_en"] == ""
    assert {row["Type"] for row in _rows(edges)} == {"Directed"}
    with zipfile.ZipFile(io.BytesIO(written(a_year_of_news(), "csv.zip"))) as archive:
        assert archive.testzip() is None
        assert archive.read("nodes.csv") == nodes
        assert archive.read("edges.csv") == edges


def test_the_workbook_has_a_sheet_a_type_with_typed_columns() -> None:
    content = written(a_year_of_news(), "xlsx")
    book = load_workbook(io.BytesIO(content))
    assert book.sheetnames == [*SHEETS.values(), CLAIMS_SHEET]
    header, *rows = book["사업"].values
    projects = {row[1]: dict(zip(header, row, strict=True)) for row in rows}
    assert projects["방산 부품 국산화"]["budget_krw"] == 10_000_000_000
    assert projects["방산 부품 국산화"]["start_date"] is None
    plant = projects["첨단소재 실증단지"]
    assert plant["budget_krw"] == str(LARGE), "more than a float can count is text"
    assert plant["start_date"] == datetime(2021, 3, 2)  # noqa: DTZ001  Excel knows no zones
    assert plant["end_date"] == "2024"
    assert plant["part_of"] == "소재 산업 육성"
    header, *claims = book[CLAIMS_SHEET].values
    assert len(claims) == 20
    assert header == COLUMNS


@pytest.mark.parametrize("name", ["=1+1", "\x01끝", "가" * 40_000, "null", "😀", "@SUM(A1)"])
def test_no_name_breaks_the_workbook_or_becomes_a_formula(name: str) -> None:
    book = load_workbook(io.BytesIO(written([read("a", [project("p", name)])], "xlsx")))
    cell = book["사업"]["B2"]
    assert cell.data_type == "s"
    assert cell.value == name.replace("\x01", "")[:32_767]


@settings(max_examples=5)
@given(extractions("a"))
def test_whatever_is_read_makes_a_workbook_and_lines(extraction: Extraction) -> None:
    book = load_workbook(io.BytesIO(written([extraction], "xlsx")), read_only=True)
    assert len(list(book[CLAIMS_SHEET].values)) == len(extraction.claims) + 1
    book.close()
    records = [
        json.loads(line) for line in written([extraction], "jsonl").decode().split("\n")[:-1]
    ]
    entities = {record["id"] for record in records if record["record"] == "entity"}
    claims = [record for record in records if record["record"] == "claim"]
    assert len(claims) == len(extraction.claims)
    for record in claims:
        for slot in ("project", "person", "organization", "place", "industry"):
            assert record.get(slot) is None or record[slot] in entities


def test_neo4j_gets_typed_headers_unique_ids_and_the_same_in_cypher() -> None:
    with zipfile.ZipFile(io.BytesIO(written(a_year_of_news(), "neo4j.zip"))) as archive:
        nodes, edges, cypher = (
            archive.read(name).decode("utf-8")
            for name in ("nodes.csv", "relationships.csv", "load.cypher")
        )
    assert not nodes.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(nodes, newline="")))
    assert {"id:ID", ":LABEL", "budget_krw:long", "latitude:double"} <= rows[0].keys()
    assert "Entity;Project" in {row[":LABEL"] for row in rows}
    ties = list(csv.DictReader(io.StringIO(edges, newline="")))
    assert {row[":START_ID"] for row in ties} <= {row["id:ID"] for row in rows}
    assert len({row["id"] for row in ties}) == len(ties)
    for row in ties:
        assert f"MERGE (a)-[r:{row[':TYPE']} " in cypher
    for name in re.findall(r"row\.`([^`]+)`", cypher):
        assert name in rows[0] or name in ties[0]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_json_ld_says_the_same_as_nquads() -> None:
    quads = set(snapshot(three_that_agree()).quads())
    content = written(three_that_agree(), "jsonld")
    assert set(parse(content, RdfFormat.JSON_LD)) == quads
    read_by_rdflib = rdflib.Dataset().parse(data=content, format="json-ld")
    assert len(set(read_by_rdflib.quads())) == len(quads)
    node = next(one for one in json.loads(content)["graph"] if one.get("code") == "48120")
    assert (node["type"], node["label"]) == ("Region", "창원시")


@settings(max_examples=5)
@given(extractions("a"), extractions("b"))
def test_whatever_is_read_is_the_same_in_json_ld(one: Extraction, other: Extraction) -> None:
    quads = set(snapshot([one, other]).quads())
    assert set(parse(written([one, other], "jsonld"), RdfFormat.JSON_LD)) == quads


@pytest.mark.parametrize(
    ("ending", "form"), [("nq", RdfFormat.N_QUADS), ("jsonld", RdfFormat.JSON_LD)]
)
def test_a_part_as_rdf_holds_its_claims_with_their_proof_and_no_others(
    ending: str, form: RdfFormat
) -> None:
    whole = set(snapshot(a_year_of_news()).quads())
    part = set(parse(written(a_year_of_news(), ending, JINHAE_ALONE), form))
    assert part < whole
    text = "\n".join(map(str, part))
    assert "첨단소재_실증단지" in text or "첨단소재실증단지" in text
    assert "company/삼현" not in text
    claims = {quad.subject for quad in part if quad.predicate == Property.STATED_IN}
    stated = {quad.subject for quad in whole if quad.predicate == Property.STATED_IN}
    assert 0 < len(claims) < len(stated)
    for claim in claims:
        assert {quad for quad in whole if quad.subject == claim} <= part
    assert sum(quad.predicate == EXACT for quad in part) > 0


def test_lines_are_sorted_whether_they_fit_into_memory_or_not() -> None:
    lines = [f"{number % 700}\n" for number in range(3000)]
    expected = sorted(set(lines))
    for at_once in (100, 999, 3000, 10_000):
        assert list(sorted_lines(lines, at_once)) == expected
