"""Our SPARQL endpoint beside Oxigraph's own server and Virtuoso, on the same quads, over HTTP."""

from __future__ import annotations

import http.client
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from pyoxigraph import Quad

from graph.iris import Iris
from graph.knowledge import snapshot_of
from graph.oxigraph import OxigraphStore
from tests.benchmarks.endpoints import (
    Peer,
    ask,
    ask_over,
    disk_mb,
    fill_archive,
    memory_mb,
    peers,
)
from tests.benchmarks.synthetic import synthetic_extractions
from tests.benchmarks.world import World
from tests.graph.servers import Server

ARTICLES = {"20k": 75, "200k": 740, "2M": 7_400}
"""Articles whose graph has about so many quads."""
RUNS = 7
ENOUGH = 20.0
"""Seconds after which a query is not asked again."""
CLIENTS = 8
RUSH = 4.0
"""Seconds of requests by all clients at once."""


@dataclass(slots=True)
class Figures:
    """What was measured of one server; seconds, megabytes, answers a second."""

    loaded: float = 0.0
    first: float = 0.0
    memory: float = 0.0
    disk: float = 0.0
    rate: float = 0.0
    queries: dict[str, float] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)


def table(size: str) -> Iterator[str]:
    """The lines of one size: loading, then each query's median, with ratios to ours."""
    world = World()
    told = list(synthetic_extractions(ARTICLES[size], world=world))
    start = time.perf_counter()
    quads = list(snapshot_of(told, world.references, Iris()).quads())
    derived = time.perf_counter() - start
    yield f"{size}: {len(told)} articles, {len(quads)} quads, derived in {derived:.1f} s"
    queries = {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted(Path(__file__).with_name("queries").glob("*.rq"))
    }
    with tempfile.TemporaryDirectory() as folder:
        yield from _stores(Path(folder), quads)
        fill_archive(Path(folder) / "sanmaek", told)
        figures = {
            peer.name: _measured(peer, Path(folder) / peer.name, quads, queries) for peer in peers()
        }
    yield from _rows(figures, len(quads), queries)


def _stores(folder: Path, quads: Sequence[Quad]) -> Iterator[str]:
    """How fast the embedded store takes the quads, all at once."""
    for name, place in (("memory", None), ("disk", folder / "embedded")):
        store = OxigraphStore(place)
        start = time.perf_counter()
        store.apply([], quads)
        took = time.perf_counter() - start
        store.close()
        yield f"embedded store, {name}: {len(quads) / took:,.0f} quads/s"


def _measured(
    peer: Peer, folder: Path, quads: Sequence[Quad], queries: Mapping[str, str]
) -> Figures:
    figures = Figures()
    start = time.perf_counter()
    with peer.start(folder) as server:
        begun = time.perf_counter()
        peer.load(server, quads)
        figures.loaded = time.perf_counter() - (start if peer.name == "sanmaek" else begun)
    start = time.perf_counter()
    with peer.start(folder) as server:
        easiest = next(iter(queries.values()))
        ask(server, peer, easiest)
        figures.first = time.perf_counter() - start
        for name, query in queries.items():
            figures.queries[name], figures.rows[name] = _median(server, peer, query)
        figures.rate = _rush(server, peer, easiest)
        figures.memory = memory_mb(server)
    figures.disk = disk_mb(folder)
    return figures


def _median(server: Server, peer: Peer, query: str) -> tuple[float, int]:
    """Seconds and rows; rows are -1 where no answer came."""
    times: list[float] = []
    while len(times) < RUNS and sum(times) < ENOUGH:
        status, rows, took = ask(server, peer, query)
        times.append(took)
        if status != 200:
            return took, -1
    return median(times[1:] or times), rows


def _rush(server: Server, peer: Peer, query: str) -> float:
    """Answers a second with all clients at once, each over a connection that is kept."""
    answered = [0] * CLIENTS
    deadline = time.monotonic() + RUSH

    def client(number: int) -> None:
        connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=60)
        while time.monotonic() < deadline:
            status, _, _ = ask_over(connection, peer, query)
            answered[number] += status == 200
        connection.close()

    threads = [threading.Thread(target=client, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(answered) / RUSH


def _rows(figures: Mapping[str, Figures], quads: int, queries: Mapping[str, str]) -> Iterator[str]:
    yield f"{'':28}" + "".join(f"{name:>22}" for name in figures)
    told = figures.values()
    yield _row("loaded, quads/s", (f"{quads / one.loaded:,.0f}" for one in told))
    yield _row("first answer, s", (f"{one.first:.2f}" for one in told))
    yield _row("memory, MB", (f"{one.memory:,.0f}" for one in told))
    yield _row("disk, MB", (f"{one.disk:,.0f}" for one in told))
    yield _row(f"answers/s, {CLIENTS} clients", (f"{one.rate:,.0f}" for one in told))
    ours = next(iter(told))
    for name in queries:
        yield _row(f"{name}, ms", (_cell(one, ours, name) for one in told))


def _cell(figures: Figures, ours: Figures, name: str) -> str:
    """Milliseconds, ours ÷ theirs, and the rows where they are not ours."""
    took, rows = figures.queries[name], figures.rows[name]
    if rows < 0:
        return f"none in {took:.1f} s"
    ratio = "" if figures is ours else f" ({ours.queries[name] / took:.2f}×)"
    other = "" if rows == ours.rows[name] or ours.rows[name] < 0 else f" {rows} rows!"
    return f"{took * 1000:,.1f}{ratio}{other}"


def _row(name: str, cells: Iterator[str]) -> str:
    return f"{name:28}" + "".join(f"{cell:>22}" for cell in cells)
