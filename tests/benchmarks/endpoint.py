"""What an answer costs through the endpoint, how punctually a query is ended, how soon it is back.

    python -m tests.benchmarks.endpoint [quads]

A graph of so many quads (200,000 unless said) in memory; peers in the same run are the bare store
in this process and, for the no-op, the endpoint without runaways. Times in milliseconds.
"""

from __future__ import annotations

import asyncio
import os
import signal
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from typing import BinaryIO

from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
)

from app.endpoint.jobs import Job, QueryFailedError, Work
from app.endpoint.limits import Limits
from app.endpoint.pool import Pool

LIMIT = 1.0
RUNAWAY = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?a ?b ?c } GRAPH ?h { ?d ?e ?f } }"
LOOK_UP = "SELECT ?o { GRAPH ?g { <http://x/s77> ?p ?o } }"


def table(quads: int = 200_000) -> list[str]:
    """The figures, a line each."""
    content = b"".join(
        f'<http://x/s{n // 5}> <http://x/p{n % 5}> "{n}" <http://x/g{n // 100}> .\n'.encode()
        for n in range(quads)
    )

    def load(out: BinaryIO) -> None:
        out.write(content)

    lines: list[str] = []
    began = time.perf_counter()
    with Pool(Limits(seconds=LIMIT), load) as pool:
        lines.append(_told(f"start and load {quads:,} quads", [time.perf_counter() - began]))
        asyncio.run(_measured(pool, content, lines))
    return lines


async def _measured(pool: Pool, content: bytes, lines: list[str]) -> None:
    store = Store()
    store.bulk_load(content, RdfFormat.N_QUADS)

    async def bare() -> None:
        found = store.query(LOOK_UP)
        assert isinstance(found, QuerySolutions)
        found.serialize(format=QueryResultsFormat.CSV)

    async def asked(query: str = LOOK_UP) -> None:
        (await pool.answer(Job(Work.QUERY, query, results="text/csv"))).close()

    lines.append(_told("look-up, bare store", await _repeated(bare, 1.0)))
    lines.append(_told("look-up, endpoint", await _repeated(asked, 1.0)))
    alone = await _repeated(lambda: asked("ASK {}"), 1.0)
    lines.append(_told("no-op, endpoint", alone))
    runaways = [asyncio.create_task(_ended(pool)) for _ in range(5)]
    await asyncio.sleep(0.1)
    beside = await _repeated(lambda: asked("ASK {}"), LIMIT * 0.8)
    lines.append(_told("no-op beside five runaways", beside))
    lines.append(f"{'p99 beside / alone':32} {_p99(beside) / _p99(alone):8.2f}")
    lines.append(_told(f"runaway, limit {LIMIT:g} s", list(await asyncio.gather(*runaways))))
    changes = []
    for n in range(20):
        new = [Quad(NamedNode(f"http://y/{n}"), NamedNode("http://y/p"), Literal(str(n)))] * 100
        began = time.perf_counter()
        await asyncio.to_thread(pool.change, [], new)
        changes.append(time.perf_counter() - began)
    lines.append(_told("a change until it is seen", changes))
    began, first = time.perf_counter(), pool.zygote_pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    while pool.zygote_pid in (first, None):
        await asyncio.sleep(0.005)
    await asyncio.to_thread(pool.change, [], [])
    lines.append(_told("zygote killed until it is back", [time.perf_counter() - began]))


async def _ended(pool: Pool) -> float:
    began = time.perf_counter()
    try:
        await pool.answer(Job(Work.QUERY, RUNAWAY, results="text/csv"))
    except QueryFailedError:
        return time.perf_counter() - began
    raise AssertionError("a runaway came to an end")


async def _repeated(do: Callable[[], Awaitable[None]], seconds: float) -> list[float]:
    found, end = list[float](), time.perf_counter() + seconds
    while (began := time.perf_counter()) < end:
        await do()
        found.append(time.perf_counter() - began)
    return found


def _p99(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.99)]


def _told(what: str, times: list[float]) -> str:
    median, worst = statistics.median(times), max(times)
    return (
        f"{what:32} {median * 1e3:8.2f} median {_p99(times) * 1e3:8.2f} p99 "
        f"{worst * 1e3:8.2f} most  ({len(times)})"
    )


if __name__ == "__main__":
    sys.stdout.write("\n".join(table(*map(int, sys.argv[1:2]))) + "\n")
