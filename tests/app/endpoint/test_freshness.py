"""What is ingested or retracted is seen by queries soon, and never by halves."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import anyio
import httpx2
import pytest
from pyoxigraph import Literal, NamedNode, Quad

from app.endpoint.jobs import Job, Work
from app.endpoint.limits import Limits
from app.endpoint.pool import BusyError, Pool
from app.settings import Settings
from graph.archive import Archive
from tests.app.endpoint.conftest import Server

STATE = """
SELECT ?version (COUNT(DISTINCT ?g) AS ?graphs) {
  { SELECT ?version {
      <https://w3id.org/sanmaek/dataset> <http://www.w3.org/2002/07/owl#versionInfo> ?version } }
  GRAPH ?g { ?s ?p ?o }
} GROUP BY ?version
"""
S, P = NamedNode("http://x.example/s"), NamedNode("http://x.example/p")


def test_a_retraction_is_seen_whole_within_two_seconds(server: Server, http: httpx2.Client) -> None:
    def seen() -> str:
        return http.get("/sparql", params={"query": STATE}, headers={"Accept": "text/csv"}).text

    whole = seen()
    with Archive(Settings(data=server.data).archive_path) as archive:
        article = next(archive.articles()).article.id
        for change, graphs in ((archive.retract, 7), (archive.restore, 8)):
            before = seen()
            change(article)
            deadline, found = time.monotonic() + 2, list[str]()
            while not found or found[-1] == before:
                assert time.monotonic() < deadline
                found.append(seen())
            assert set(found) <= {before, found[-1]}
            assert found[-1].splitlines()[1].endswith(f",{graphs}")
    assert seen() == whole


@pytest.fixture
def pool() -> Iterator[Pool]:
    kept = [Quad(S, P, Literal("0"))]

    def load(out: object) -> None:
        out.write("".join(f"{quad} .\n" for quad in kept).encode())  # type: ignore[attr-defined]

    with Pool(Limits(at_once=2, wait_seconds=20), load) as found:
        yield found


async def _ask(pool: Pool, query: str) -> str:
    answer = await pool.answer(Job(Work.QUERY, query, results="text/csv"))
    return answer.content().decode()


async def _values(pool: Pool) -> list[str]:
    found = await _ask(pool, "SELECT ?o { ?s ?p ?o } ORDER BY ?o")
    return found.split()[1:]


@pytest.mark.anyio
async def test_a_change_is_seen_by_every_query_after_it(pool: Pool) -> None:
    for number in range(5):
        await anyio.to_thread.run_sync(
            pool.change, [Quad(S, P, Literal(f"{number}"))], [Quad(S, P, Literal(f"{number + 1}"))]
        )
        assert await _values(pool) == [str(number + 1)]


@pytest.mark.anyio
async def test_a_graph_that_is_emptied_is_gone(pool: Pool) -> None:
    quad = Quad(S, P, Literal("1"), NamedNode("http://x.example/g"))
    names = "SELECT ?g { GRAPH ?g {} }"
    await anyio.to_thread.run_sync(pool.change, [], [quad])
    assert "http://x.example/g" in await _ask(pool, names)
    await anyio.to_thread.run_sync(pool.change, [quad], [])
    assert "http://x.example/g" not in await _ask(pool, names)


@pytest.mark.anyio
async def test_no_query_sees_half_of_a_change(pool: Pool) -> None:
    """A writer moves ten values at a time; readers find all of them or none, and never wait."""
    stop = threading.Event()

    def write() -> int:
        held, round_ = [Quad(S, P, Literal("0"))], 0
        while not stop.is_set():
            round_ += 1
            new = [Quad(S, P, Literal(f"{round_}-{number}")) for number in range(10)]
            pool.change(held, new)
            held = new
        return round_

    with ThreadPoolExecutor(1) as executor:
        writing = executor.submit(write)
        deadline = time.monotonic() + 1
        while time.monotonic() < deadline:
            found = await _values(pool)
            assert found == ["0"] or (
                len(found) == 10 and len({value.split("-")[0] for value in found}) == 1
            )
        stop.set()
    assert writing.result() > 3


@pytest.mark.anyio
async def test_a_zygote_that_dies_is_started_anew_with_what_the_store_holds(pool: Pool) -> None:
    first = pool.zygote_pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    deadline = time.monotonic() + 10
    while pool.zygote_pid in (first, None):
        assert await _values(pool) == ["0"]
        assert time.monotonic() < deadline
    await anyio.to_thread.run_sync(pool.change, [], [Quad(S, P, Literal("1"))])
    assert await _values(pool) == ["0", "1"]


@pytest.mark.anyio
async def test_a_query_that_kills_its_worker_harms_no_other(pool: Pool) -> None:
    from app.endpoint.jobs import QueryFailedError  # noqa: PLC0415

    worker = pool._idle[-1]
    os.kill(worker.pid, signal.SIGSEGV)
    with pytest.raises(QueryFailedError):
        await _values(pool)
    for _ in range(5):
        assert await _values(pool) == ["0"]


@pytest.mark.anyio
async def test_no_more_is_held_for_slow_readers_than_a_few_of_the_longest_answers() -> None:
    query = "SELECT (CONCAT(?a, ?a, ?a, ?a, ?a, ?a, ?a, ?a) AS ?b) { VALUES ?n { 1 2 3 4 5 6 } "
    query += f"BIND('{'x' * 20_000}' AS ?a) }}"
    with Pool(Limits(at_once=1, result_mb=1, wait_seconds=20), lambda _: None) as pool:
        job = Job(Work.QUERY, query, results="text/csv")
        unread = [await pool.answer(job) for _ in range(18)]
        with pytest.raises(BusyError, match="slow readers"):
            await pool.answer(job)
        for answer in unread:
            answer.close()
        (await pool.answer(job)).close()


def test_what_a_test_starts_it_stops() -> None:
    with Pool(Limits(at_once=2), lambda _: None) as pool:
        pid = pool.zygote_pid
        assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
