"""No query reaches another server or brings the process down, however it is disguised."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread

import pyoxigraph
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import QueryResultsFormat, RdfFormat

from graph.oxigraph import OxigraphStore
from graph.sparql import MAX_DEPTH, MAX_QUERY, MAX_TOKENS, refuse_remote
from graph.store import QueryError
from tests.conftest import ROOT


class Listener:
    """A port of this machine that counts who comes."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/sparql"
        self.visits = 0
        self._thread = Thread(target=self._count, daemon=True)
        self._thread.start()

    def _count(self) -> None:
        with suppress(OSError):
            while True:
                visitor, _ = self._socket.accept()
                self.visits += 1
                visitor.close()

    def close(self) -> None:
        """Stop listening."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.close()


_CALL = "SERVICE <{0}> {{ ?s ?p ?o }}"
DISGUISES = {
    "plain": "SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "lower case": "SELECT * {{ service <{0}> {{ ?s ?p ?o }} }}",
    "mixed case": "select*{{sErViCe<{0}>{{?s ?p ?o}}}}",
    "silent": "SELECT * {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "variable": "SELECT * {{ VALUES ?e {{ <{0}> }} SERVICE ?e {{ ?s ?p ?o }} }}",
    "silent variable": "SELECT * {{ BIND(<{0}> AS ?e) SERVICE SILENT ?e {{ ?s ?p ?o }} }}",
    "prefixed": "PREFIX e: <{0}> SELECT * {{ SERVICE e: {{ ?s ?p ?o }} }}",
    "prefix of nothing": "PREFIX : <{0}> SELECT * {{ SERVICE:{{ ?s ?p ?o }} }}",
    "base": "BASE <{0}> SELECT * {{ SERVICE <> {{ ?s ?p ?o }} }}",
    "after a comment": "SELECT * {{ # x\nSERVICE # y\n<{0}> {{ ?s ?p ?o }} }}",
    "after a comment that a CR ends": "SELECT * {{ #\rSERVICE <{0}> {{ ?s ?p ?o }}\n}}",
    "escaped": "SELECT * {{ \\u0053ERVICE <{0}> {{ ?s ?p ?o }} }}",
    "escaped at length": "SELECT * {{ S\\U00000045RVICE <{0}> {{ ?s ?p ?o }} }}",
    "escaped line end": "SELECT * {{ # \\u000ASERVICE <{0}> {{ ?s ?p ?o }}\n}}",
    "escaped quote": 'SELECT * {{ BIND("\\u0022 AS ?x) #" AS ?y) ' + _CALL + "\n}}",
    "escaped quotes": "SELECT * {{ BIND('\\u0027 AS ?x) #' AS ?y) " + _CALL + "\n}}",
    "escaped comment": 'SELECT * {{ BIND("\\u0023" AS ?y) ' + _CALL + " }}",
    "between quotes": 'SELECT * {{ BIND("a" AS ?y) ' + _CALL + ' BIND("b" AS ?z) }}',
    "after long quotes": 'SELECT * {{ BIND("""a"\\"""" AS ?y) ' + _CALL + ' }} #"""',
    "after an empty string": "SELECT * {{ BIND('' AS ?y) " + _CALL + " BIND('' AS ?z) }}",
    "after less than": "SELECT * {{ BIND(1 AS ?x) FILTER(?x<'a>') " + _CALL + " #'\n}}",
    "after a fragment": "SELECT * {{ FILTER(<http://x/#>=<http://x/#>) " + _CALL + " }}",
    "after a relative fragment": "BASE <http://x/> SELECT * {{ FILTER(<#>=<#>) " + _CALL + " }}",
    "after an escape in a name": "PREFIX e: <http://x/> SELECT * {{ ?s ?p e:\\' . "
    + _CALL
    + " FILTER(?s = e:\\') }}",
    "optional": "SELECT * {{ OPTIONAL {{ " + _CALL + " }} }}",
    "union": "SELECT * {{ {{}} UNION {{ " + _CALL + " }} }}",
    "minus": "SELECT * {{ BIND(1 AS ?s) MINUS {{ " + _CALL + " }} }}",
    "exists": "SELECT * {{ FILTER EXISTS {{ " + _CALL + " }} }}",
    "not exists": "SELECT * {{ FILTER(1 = 1 && NOT EXISTS {{ " + _CALL + " }}) }}",
    "subselect": "SELECT * {{ {{ SELECT ?s {{ " + _CALL + " }} }} }}",
    "graph": "SELECT * {{ GRAPH <http://x/g> {{ " + _CALL + " }} }}",
    "bind": "SELECT * {{ BIND(1 AS ?x) " + _CALL + " BIND(2 AS ?y) }}",
    "order": "SELECT * {{ BIND(1 AS ?x) }} ORDER BY (EXISTS {{ " + _CALL + " }})",
    "projection": "SELECT (EXISTS {{ " + _CALL + " }} AS ?x) {{}}",
    "having": "SELECT (1 AS ?x) {{}} GROUP BY ?y HAVING (EXISTS {{ " + _CALL + " }})",
    "ask": "ASK {{ " + _CALL + " }}",
    "construct": "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ " + _CALL + " }}",
    "describe": "DESCRIBE ?s WHERE {{ " + _CALL + " }}",
    "lateral": "SELECT * {{ BIND(1 AS ?x) LATERAL {{ " + _CALL + " }} }}",
}


def _ask(store: OxigraphStore, query: str) -> bytes:
    return store.query(query, QueryResultsFormat.JSON, RdfFormat.TURTLE)[0]


def _unguarded(query: str) -> None:
    """Carry a query out unchecked; a call to `x:y` raises OSError, for it is no address."""
    found = pyoxigraph.Store().query(query)
    found.serialize(format=QueryResultsFormat.JSON)  # type: ignore[arg-type]


@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_call_to_another_server_is_refused_unheard(disguise: str, listener: Listener) -> None:
    store = OxigraphStore()
    with pytest.raises(QueryError, match=r"SERVICE is switched off|not a SPARQL query"):
        _ask(store, DISGUISES[disguise].format(listener.address))
    assert listener.visits == 0


def test_the_listener_would_hear_a_call(listener: Listener) -> None:
    with pytest.raises(OSError, match=r"."):
        _unguarded(DISGUISES["plain"].format(listener.address))
    assert listener.visits > 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <{0}> {{ ?s ?p ?o }}",
        "SELECT * FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        "DESCRIBE <{0}>",
        "ASK {{ GRAPH <{0}> {{ ?s ?p ?o }} }}",
    ],
)
def test_no_address_in_a_query_is_visited(query: str, listener: Listener) -> None:
    _ask(OxigraphStore(), query.format(listener.address))
    assert listener.visits == 0


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ("SERVICE <http://x/> {}" AS ?x) {}',
        "SELECT ('''SERVICE 'a' <http://x/>''' AS ?x) {}",
        'SELECT ("a \\"SERVICE\\" b" AS ?x) {}',
        'SELECT ("\\\\" AS ?x) ("SERVICE" AS ?y) {}',
        "SELECT * {} # SERVICE <http://x/> {}",
        "SELECT * { # SERVICE ' \" <\n }",
        "SELECT * { ?s <http://x/SERVICE#service> ?o }",
        "SELECT * { ?s <http://schema.org/serviceType> ?service }",
        "PREFIX e: <http://x/> SELECT $service { $service e:service e:serviceType }",
        "PREFIX e: <http://x/#> SELECT * { ?s e:a\\'service ?o FILTER(?o<5&&?o>1) }",
        "SELECT * { ?s ?p ?o FILTER(?o <= 5 || ?o < 3) }",
        "SELECT * { ?s ?p '서비스'@ko, \"\", '', 1.5e3, true, [ ?a ?b ], (1 2) }",
        "SELECT * { ?s !(<http://x/a>|^<http://x/b>)+/<http://x/c>* ?o FILTER(!BOUND(?s)) }",
        "SELECT ?사업 { ?사업 <https://w3id.org/sanmaek/ontology#budget> ?원 } LIMIT 5",
        "BASE <http://x/> SELECT * { ?s <a> <b/c> }",
        "SELECT * { ?s <urn:isbn:1> ?o }",
    ],
)
def test_a_query_that_only_has_the_word_in_it_is_answered(query: str) -> None:
    assert b'"vars"' in _ask(OxigraphStore(), query)


_FRAGMENTS = [
    *('"', "'", '"""', "'''", '""', "''", '"a"', "\\", "\\'", "\\#", "ex:b\\", "#", "\r", "\n"),
    *("\\u0022", "\\u0027", "\\u0023", "\\u000A", "\\u003E", "\\u003C", " ", "<", ">", "<x:"),
    *("<http://x/", "<http://x/#>", "<'a>", "<#a>", "ex:", "ex:a", ":", "?x", "{", "}", "(", ")"),
    *("FILTER(?x<", "FILTER(", "BIND(", " AS ?y)", "UNION", "VALUES ?z {", ".", ",", "a", "@en"),
    *("SERVICE", "SERVICE ex:a{}", "SERVICEex:a{}", "^^", "1", "//", "+", "||", "|", "^", "`", "²"),
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=10), st.sampled_from(["", "\n", "'", '"']))
def test_what_is_let_through_calls_nobody(fragments: list[str], end: str) -> None:
    query = f"PREFIX ex:<x:> SELECT * {{ {''.join(fragments)} SERVICE <x:y> {{}} {end}\n }}"
    try:
        refuse_remote(query)
    except QueryError:
        return
    with suppress(SyntaxError):
        _unguarded(query)


def test_a_call_that_was_let_through_would_be_seen() -> None:
    with pytest.raises(OSError, match=r"scheme"):
        _unguarded("SELECT * { SERVICE <x:y> {} }")


@given(st.integers(0, 0x2FFFF).filter(lambda code: not 0xD800 <= code < 0xE000).map(chr))
def test_what_oxigraph_takes_for_an_iri_is_taken_for_one(letter: str) -> None:
    query = f"SELECT * {{ ?s <http://x/{letter}> '#' }}"
    try:
        pyoxigraph.Store().query(query)
    except SyntaxError:
        return
    refuse_remote(query)


def test_a_query_that_is_too_long_is_refused() -> None:
    refuse_remote("ASK {} #" + "x" * (MAX_QUERY - 8))
    with pytest.raises(QueryError, match="100001 characters"):
        refuse_remote("ASK {} #" + "x" * (MAX_QUERY - 7))


def _nested(open_: str, middle: str, close: str, times: int) -> str:
    return open_ * times + middle + close * times


def _chained(first: str, next_: str) -> str:
    return first + next_ * ((MAX_TOKENS - 50) // 3)


_DEEP: dict[str, Callable[[int], str]] = {
    "parentheses": lambda n: f"SELECT * {{ FILTER{_nested('(', '1', ')', n)} }}",
    "groups": lambda n: f"SELECT * {_nested('{', '', '}', n)}",
    "calls": lambda n: f"SELECT * {{ FILTER({_nested('STR(', '1', ')', n)}) }}",
    "negations": lambda n: f"SELECT * {{ FILTER({'! ' * n}1) }}",
    "blank nodes": lambda n: f"SELECT * {{ ?s ?p {_nested('[ ?a ', '1', ']', n)} }}",
    "paths": lambda n: f"SELECT * {{ ?s {_nested('(^', '<http://x/>', ')', n)} ?o }}",
    "subselects": lambda n: f"SELECT * {_nested('{SELECT * ', '{}', '}', n)}",
}


@pytest.mark.parametrize("shape", _DEEP)
def test_a_query_that_is_nested_too_deep_is_refused(shape: str) -> None:
    refuse_remote(_DEEP[shape](MAX_DEPTH - 3))
    with pytest.raises(QueryError, match="too large"):
        refuse_remote(_DEEP[shape](MAX_DEPTH + 1))


@pytest.mark.parametrize("chain", ["1+1", "?x||?x", "1,1"])
def test_a_query_of_too_many_words_is_refused(chain: str) -> None:
    first, rest = chain[: chain.index(chain[-1], 1) - 1], chain[len(chain) // 2 :]
    with pytest.raises(QueryError, match="too large"):
        refuse_remote(f"SELECT * {{ FILTER({first}{rest * MAX_TOKENS}) }}")


_BIGGEST = """
import threading
from tests.graph.test_sparql import _DEEP, _chained, _ask
from graph.oxigraph import OxigraphStore
from graph.sparql import MAX_DEPTH
store = OxigraphStore()
queries = [make(MAX_DEPTH - 3) for make in _DEEP.values()] + [
    f"SELECT * {{ FILTER({_chained('1', '+1')}) }}",
    f"SELECT * {{ FILTER({_chained('?x', '||?x')}) }}",
    f"SELECT * {{ FILTER(1 IN ({_chained('1', ',1')})) }}",
    f"SELECT * {{ {_chained('{}', 'UNION{}')} }}",
    f"SELECT * {{ {_chained('', 'MINUS{}')} }}",
    f"SELECT * {{ ?s {_chained('<http://x/>', '|<http://x/>')} ?o }}",
]
def run():
    for query in queries:
        _ask(store, query)
    print(len(queries))
thread = threading.Thread(target=run)
thread.start()
thread.join()
"""


def test_the_biggest_queries_that_are_let_through_leave_the_process_standing() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _BIGGEST], cwd=ROOT, check=False, capture_output=True, text=True
    )
    assert (run.returncode, run.stdout) == (0, "13\n"), run.stderr
