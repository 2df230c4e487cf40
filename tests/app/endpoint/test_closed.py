"""No query and no update reaches the network or a file, whatever trick it tries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from pyoxigraph import Store

from app.endpoint.jobs import Job, QueryFailedError, Work
from app.endpoint.limits import Limits
from app.endpoint.pool import Pool
from tests.app.endpoint.conftest import TOKEN, Server
from tests.graph.test_sparql import DISGUISES, Listener

DOCUMENTS = {
    "from": "SELECT * FROM <{0}> {{ ?s ?p ?o }}",
    "from named": "SELECT * FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "from both": "SELECT * FROM <{0}> FROM <{0}/2> FROM NAMED <{0}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "from a prefixed name": "PREFIX e: <{0}> SELECT * FROM e: {{ ?s ?p ?o }}",
    "from below a base": "BASE <{0}> SELECT * FROM <> FROM <b> {{ ?s ?p ?o }}",
    "from, escaped": "SELECT * FROM <\\u0068{1}> {{ ?s ?p ?o }}",
    "from, in a comment's shade": "SELECT * #\nFROM#\n<{0}>#\n{{ ?s ?p ?o }}",
    "from a file": "SELECT * FROM <file://{2}> {{ ?s ?p ?o }}",
    "from named a file": "SELECT * FROM NAMED <file://{2}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "describe": "DESCRIBE <{0}>",
    "graph": "ASK {{ GRAPH <{0}> {{ ?s ?p ?o }} }}",
    "a datatype": 'SELECT ("1"^^<{0}> AS ?x) {{}}',
    "a function": "SELECT (<{0}>(1) AS ?x) {{}}",
    "construct from": "CONSTRUCT FROM <{0}> WHERE {{ ?s ?p ?o }}",
}
_INSERT = "INSERT {{ ?s ?p ?o }} WHERE "
UPDATES = {
    "load": "LOAD <{0}>",
    "load silent": "LOAD SILENT <{0}>",
    "load into": "LOAD <{0}> INTO GRAPH <x:g>",
    "load, mixed case": "lOaD<{0}>",
    "load a prefixed name": "PREFIX e: <{0}> LOAD e:",
    "load a name without prefix": "PREFIX : <{0}> LOAD:",
    "load below a base": "BASE <{0}> LOAD <>",
    "load last in a chain": "CLEAR SILENT GRAPH <x:g> ; DROP SILENT GRAPH <x:g> ; LOAD <{0}>",
    "load behind a comment": "# harmless\rLOAD # <x:y>\n<{0}>",
    "load, escaped": "L\\u004fAD <{0}>",
    "load a file": "LOAD <file://{2}>",
    "service in where": _INSERT + "{{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "service silent in where": _INSERT + "{{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "service bound": _INSERT + "{{ BIND(<{0}> AS ?e) SERVICE ?e {{ ?s ?p ?o }} }}",
    "service in delete": "DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "service last in a chain": "CLEAR SILENT GRAPH <x:g> ; "
    + _INSERT
    + "{{ {{ SELECT * {{ SERVICE <{0}> {{ ?s ?p ?o }} }} }} }}",
    "using": "INSERT {{ ?s ?p ?o }} USING <{0}> WHERE {{ ?s ?p ?o }}",
    "using named": "INSERT {{ ?s ?p ?o }} USING NAMED <{0}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "with": "WITH <{0}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    "copy": "COPY <{0}> TO <x:g>",
    "add": "ADD SILENT <{0}> TO DEFAULT",
    "move": "MOVE <{0}> TO <x:g>",
}
UNREADABLE = {"from, escaped", "a function"}
HARMLESS = {"using", "using named", "with", "add"}


@pytest.fixture
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.close()


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.nt"
    path.write_text("<x:secret> <x:secret> <x:secret> .\n")
    return path


def _filled(trick: str, listener: Listener, secret: Path) -> str:
    return trick.format(listener.address, listener.address[1:], secret)


def test_there_are_forty_tricks_and_more() -> None:
    assert len(DISGUISES) + len(DOCUMENTS) + len(UPDATES) >= 40


@pytest.mark.parametrize("trick", DISGUISES)
def test_a_call_to_another_server_is_refused(
    trick: str, http: httpx2.Client, listener: Listener, secret: Path
) -> None:
    query = _filled(DISGUISES[trick], listener, secret)
    for answer in (
        http.get("/sparql", params={"query": query}),
        http.post("/sparql", data={"query": query}),
    ):
        assert answer.status_code == 400, answer.text
        assert answer.headers["content-type"] == "application/problem+json"
    assert listener.visits == 0


@pytest.mark.parametrize("trick", DOCUMENTS)
def test_the_name_of_a_graph_is_no_address(
    trick: str, http: httpx2.Client, listener: Listener, secret: Path
) -> None:
    query = _filled(DOCUMENTS[trick], listener, secret)
    answer = http.post("/sparql", data={"query": query})
    assert answer.status_code == (400 if trick in UNREADABLE else 200), answer.text
    assert "secret> <x:secret" not in answer.text
    assert '"s"' not in answer.text.partition('"results"')[2]
    graph = {"default-graph-uri": listener.address, "named-graph-uri": f"file://{secret}"}
    answer = http.get("/sparql", params=graph | {"query": "SELECT * { ?s ?p ?o }"})
    assert answer.json()["results"]["bindings"] == []
    assert listener.visits == 0


@pytest.mark.parametrize("trick", UPDATES)
def test_an_update_fetches_nothing(
    trick: str, http: httpx2.Client, listener: Listener, secret: Path
) -> None:
    update = _filled(UPDATES[trick], listener, secret)
    answer = http.post("/update", data={"update": update}, headers=TOKEN)
    assert answer.status_code == (204 if trick in HARMLESS else 400), answer.text
    assert listener.visits == 0
    assert not http.get("/sparql", params={"query": "ASK { <x:secret> ?p ?o }"}).json()["boolean"]


def test_a_graph_that_is_sent_is_not_followed(http: httpx2.Client, listener: Listener) -> None:
    context = f'{{"@context": "{listener.address}", "@id": "x:s", "x:p": 1}}'
    entity = f'<!DOCTYPE r [<!ENTITY e SYSTEM "{listener.address}">]><r>&e;</r>'
    for content, kind in ((context, "application/ld+json"), (entity, "application/rdf+xml")):
        answer = http.put(
            "/rdf-graph-store",
            params={"graph": "x:g"},
            content=content,
            headers=TOKEN | {"Content-Type": kind},
        )
        assert answer.status_code == 400, answer.text
    assert listener.visits == 0


@pytest.mark.anyio
@pytest.mark.parametrize("trick", ["plain", "silent", "variable"])
async def test_the_worker_could_call_nobody_if_it_were_let(trick: str, listener: Listener) -> None:
    query = _filled(DISGUISES[trick], listener, Path("/"))
    with Pool(Limits(at_once=1), lambda _: None) as pool:
        job = Job(Work.QUERY, query, results="text/csv")
        if trick == "silent":
            (await pool.answer(job)).close()
        else:
            with pytest.raises(QueryFailedError, match=r"."):
                await pool.answer(job)
    assert listener.visits == 0


def test_the_listener_would_hear_an_unguarded_worker(listener: Listener) -> None:
    with pytest.raises(OSError, match=r"."):
        list(Store().query(DISGUISES["plain"].format(listener.address)))  # type: ignore[arg-type]
    assert listener.visits > 0


def test_the_server_names_no_file_of_its_own(server: Server, http: httpx2.Client) -> None:
    answer = http.get("/sparql", params={"query": "SELECT"})
    assert str(server.data) not in answer.text
