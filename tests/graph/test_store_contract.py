"""What every store of sanmaek's promises; a new one joins by a line in EMBEDDED or REMOTE."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    parse,
)

from graph.literals import boolean, date, decimal, integer, korean, plain, year
from graph.opening import open_store
from graph.oxigraph import OxigraphStore
from graph.remote import RemoteStore
from graph.store import QueryError, Store, StoreBusyError
from graph.transport import Credentials
from graph.values import PartialDate
from tests.conftest import ROOT

EMBEDDED: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: OxigraphStore(),
    "disk": lambda folder: OxigraphStore(folder / "store"),
}
REMOTE = ("oxigraph server", "virtuoso")

A, B, P, R, G, H = (NamedNode(f"https://x.example/{name}") for name in "가b프rgh")
IN_DEFAULT = Quad(A, P, korean("창원시"), DefaultGraph())
IN_G = Quad(A, P, integer(2**40), G)
ALSO_IN_G = Quad(A, R, B, G)
IN_H = Quad(B, P, plain('"\\u0022 . } ; DROP ALL #\r\n\t'), H)
QUADS = {IN_DEFAULT, IN_G, ALSO_IN_G, IN_H}


@pytest.fixture(params=[*EMBEDDED, *REMOTE])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param in EMBEDDED:
        made = EMBEDDED[request.param](tmp_path)
    else:
        address = request.getfixturevalue(f"{request.param.partition(' ')[0]}_address")
        password = Credentials(user="dba", password="dba")
        made = open_store(address, password, timeout=20, base="https://x.example/")
        assert isinstance(made, RemoteStore)
        for graph in (DefaultGraph(), G, H):
            made.put_graph(graph, [])
    yield made
    made.close()


@pytest.fixture
def filled(store: Store) -> Store:
    store.apply([], QUADS)
    return store


def _ask(
    store: Store, query: str, results: QueryResultsFormat = QueryResultsFormat.JSON
) -> tuple[bytes, str]:
    return store.query(query, results, RdfFormat.TURTLE)


def test_a_new_store_is_empty(store: Store) -> None:
    assert list(store.quads()) == []


def test_nothing_changes_nothing(filled: Store) -> None:
    filled.apply([], [])
    assert set(filled.quads()) == QUADS


def test_quads_are_kept_as_they_were_given(filled: Store) -> None:
    assert set(filled.quads()) == QUADS


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ((DefaultGraph(),), {IN_DEFAULT}),
        ((G,), {IN_G, ALSO_IN_G}),
        ((None, A), {IN_DEFAULT, IN_G, ALSO_IN_G}),
        ((None, None, P), {IN_DEFAULT, IN_G, IN_H}),
        ((G, A, P), {IN_G}),
        ((H, A), set()),
        ((NamedNode("https://x.example/nowhere"),), set()),
    ],
)
def test_quads_of_a_graph_a_subject_a_predicate(
    filled: Store, pattern: tuple[NamedNode, ...], wanted: set[Quad]
) -> None:
    assert set(filled.quads(*pattern)) == wanted


def test_removing_and_adding_is_one_change(filled: Store) -> None:
    added = Quad(B, R, A, H)
    filled.apply([IN_H, IN_DEFAULT], [added])
    assert set(filled.quads()) == {IN_G, ALSO_IN_G, added}


def test_removing_what_is_not_there_and_adding_what_is_are_no_faults(filled: Store) -> None:
    filled.apply([Quad(B, B, B)], [IN_G])
    assert sorted(map(str, filled.quads())) == sorted(map(str, QUADS))


def test_a_quad_is_removed_from_its_own_graph_alone(filled: Store) -> None:
    filled.apply([], [Quad(A, R, B, H)])
    filled.apply([ALSO_IN_G], [])
    assert set(filled.quads()) == {IN_DEFAULT, IN_G, IN_H, Quad(A, R, B, H)}


def test_a_change_that_fails_leaves_everything_as_it_was(filled: Store) -> None:
    blank = Quad(BlankNode("b"), P, A)
    with pytest.raises(SyntaxError):
        filled.apply([IN_DEFAULT, blank], [Quad(B, B, B)])
    assert set(filled.quads()) == QUADS

    def broken() -> Iterator[Quad]:
        yield Quad(B, B, B)
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        filled.apply([IN_DEFAULT], broken())
    assert set(filled.quads()) == QUADS


@pytest.mark.parametrize("kind", EMBEDDED)
def test_a_large_addition_is_one_change_as_well(kind: str, tmp_path: Path) -> None:
    store = EMBEDDED[kind](tmp_path)
    store.apply([], QUADS)
    many = {Quad(A, P, integer(number), G) for number in range(12_000)}
    store.apply([], many)
    assert set(store.quads()) == QUADS | many

    def broken() -> Iterator[Quad]:
        yield from (Quad(B, P, integer(number), H) for number in range(12_000))
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"):
        store.apply([], broken())
    assert set(store.quads()) == QUADS | many
    store.close()


_LITERALS = [
    integer(2**63 - 1),
    decimal(0.1),
    decimal(1.0),
    boolean(holds=True),
    year(5),
    date(PartialDate(2024, 2)),
    date(PartialDate(2024, 2, 29)),
    date(PartialDate(9)),
    Literal("", language="ko"),
    plain("\x00\x01\x7f\u2028\ufffe😀"),
    plain("\\u0041 \\n \\"),
]


@pytest.mark.parametrize("value", [*_LITERALS, integer(-(10**30))], ids=str)
def test_every_kind_of_value_that_we_write_comes_back_the_same(
    store: Store, value: Literal, request: pytest.FixtureRequest
) -> None:
    if "virtuoso" in request.node.name and value not in _LITERALS:
        pytest.skip("Virtuoso's integers have 64 bits; it refuses larger ones and says so")
    quads = {Quad(A, P, value), Quad(A, P, value, G)}
    store.apply([], quads)
    assert set(store.quads()) == set(store.quads(predicate=P)) == quads
    store.apply(quads, [])
    assert list(store.quads()) == []


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_breaks_out_of_its_quad(text: str) -> None:
    memory = OxigraphStore()
    memory.apply([], [IN_G, Quad(A, P, Literal(text), H)])
    memory.apply([Quad(A, P, Literal(text), H)], [])
    assert set(memory.quads()) == {IN_G}


def test_the_default_graph_is_no_union(filled: Store) -> None:
    content, _ = _ask(filled, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert json.loads(content)["results"]["bindings"][0]["n"]["value"] == "1"


def test_rows_come_as_json(filled: Store) -> None:
    content, media_type = _ask(filled, "SELECT ?o { ?s ?p ?o }")
    assert media_type == "application/sparql-results+json"
    (row,) = json.loads(content)["results"]["bindings"]
    assert row["o"] == {"type": "literal", "value": "창원시", "xml:lang": "ko"}


def test_rows_come_as_csv_and_tsv(filled: Store) -> None:
    query = f"SELECT ?s ?o {{ GRAPH <{G.value}> {{ ?s <{P.value}> ?o }} }}"
    content, media_type = _ask(filled, query, QueryResultsFormat.CSV)
    assert media_type.partition(";")[0] == "text/csv"
    assert list(csv.reader(io.StringIO(content.decode()))) == [
        ["s", "o"],
        [A.value, str(2**40)],
    ]
    content, media_type = _ask(filled, query, QueryResultsFormat.TSV)
    assert media_type.partition(";")[0] == "text/tab-separated-values"
    assert content.decode().splitlines() == ["?s\t?o", f"<{A.value}>\t{2**40}"]


def test_rows_come_as_xml(filled: Store) -> None:
    content, media_type = _ask(filled, "SELECT ?o { ?s ?p ?o }", QueryResultsFormat.XML)
    assert media_type == "application/sparql-results+xml"
    names = {"r": "http://www.w3.org/2005/sparql-results#"}
    assert [
        found.text for found in ElementTree.fromstring(content).findall(".//r:literal", names)
    ] == ["창원시"]


def test_yes_or_no_comes_as_json(filled: Store) -> None:
    assert json.loads(_ask(filled, "ASK {}")[0])["boolean"] is True
    assert json.loads(_ask(filled, "ASK { FILTER(false) }")[0])["boolean"] is False


@pytest.mark.parametrize("query", ["CONSTRUCT WHERE { ?s ?p ?o }", f"DESCRIBE <{A.value}>"])
def test_triples_come_as_turtle(filled: Store, query: str) -> None:
    content, media_type = _ask(filled, query)
    assert media_type == "text/turtle"
    assert {quad.triple for quad in parse(content, RdfFormat.TURTLE)} == {IN_DEFAULT.triple}


def test_no_row_is_an_answer_too(store: Store) -> None:
    content, _ = _ask(store, "SELECT ?s { ?s ?p ?o }")
    assert json.loads(content)["results"]["bindings"] == []
    content, _ = _ask(store, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert list(parse(content, RdfFormat.TURTLE)) == []


@pytest.mark.parametrize(
    "query",
    [
        "",
        "산업",
        "SELECT",
        "SELECT * {",
        "SELECT * { ?s ?p }",
        "SELECT * { ?s x:y ?o }",
        'SELECT * { ?s ?p "open }',
        "SELECT ?a { } GROUP BY ?b",
        "INSERT DATA { <x:a> <x:b> <x:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "CLEAR DEFAULT",
        "LOAD <http://127.0.0.1:1/>",
        "SELECT * {} ; DROP ALL",
    ],
)
def test_what_is_no_query_is_refused_and_changes_nothing(filled: Store, query: str) -> None:
    with pytest.raises(QueryError, match=r"."):
        _ask(filled, query)
    assert set(filled.quads()) == QUADS


def test_answers_can_be_asked_for_from_any_thread(filled: Store) -> None:
    queries = ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }", "ASK {}"] * 8
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda query: _ask(filled, query), queries))
    assert len(set(answers)) == 3


def test_a_refusal_crosses_threads(filled: Store) -> None:
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(_ask, filled, "SELECT * { ?s ?p ?o", QueryResultsFormat.JSON)
        with pytest.raises(QueryError):
            asked.result()


def test_a_folder_in_use_is_told(tmp_path: Path) -> None:
    holder = OxigraphStore(tmp_path / "store")
    with pytest.raises(StoreBusyError, match="in use"):
        OxigraphStore(tmp_path / "store")
    holder.close()
    OxigraphStore(tmp_path / "store").close()


def test_a_folder_that_another_process_has_is_told(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from graph.oxigraph import OxigraphStore\n"
        "store = OxigraphStore(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "store")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(StoreBusyError, match="in use by another process"):
            OxigraphStore(tmp_path / "store")
        other.communicate()
    OxigraphStore(tmp_path / "store").close()


def test_what_was_applied_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path / "deep" / "store")
    store.apply([], QUADS)
    store.close()
    again = OxigraphStore(tmp_path / "deep" / "store")
    assert set(again.quads()) == QUADS
    again.close()
