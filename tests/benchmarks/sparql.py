"""Our SPARQL endpoint beside Oxigraph's own server and Virtuoso, on the same quads, over HTTP."""

from __future__ import annotations

import http.client
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
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
RUNS = 15
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
        figures = _measured(list(peers()), Path(folder), quads, queries)
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
    compared: Sequence[Peer], folder: Path, quads: Sequence[Quad], queries: Mapping[str, str]
) -> Mapping[str, Figures]:
    """Each loaded by itself; then all run at once and are asked in turn.

    So whatever else the machine does meets all of them, and ratios can be trusted.
    """
    figures = {peer.name: Figures() for peer in compared}
    easiest = next(iter(queries.values()))
    for peer in compared:
        figures[peer.name].loaded = _loaded(peer, folder / peer.name, quads)
    with ExitStack() as running:
        servers: dict[str, Server] = {}
        for peer in compared:
            start = time.perf_counter()
            servers[peer.name] = running.enter_context(peer.start(folder / peer.name))
            ask(servers[peer.name], peer, easiest)
            figures[peer.name].first = time.perf_counter() - start
        for name, query in queries.items():
            for peer, (took, rows) in zip(
                compared, _medians(compared, servers, query), strict=True
            ):
                figures[peer.name].queries[name] = took
                figures[peer.name].rows[name] = rows
        for peer in compared:
            figures[peer.name].rate = _rush(servers[peer.name], peer, easiest)
            figures[peer.name].memory = memory_mb(servers[peer.name])
    for peer in compared:
        figures[peer.name].disk = disk_mb(folder / peer.name)
    return figures


def _loaded(peer: Peer, folder: Path, quads: Sequence[Quad]) -> float:
    """Seconds; ours reads its archive while it starts, the others are sent the quads."""
    start = time.perf_counter()
    with peer.start(folder) as server:
        begun = time.perf_counter()
        peer.load(server, quads)
        return time.perf_counter() - (start if peer.name == "sanmaek" else begun)


def _medians(
    compared: Sequence[Peer], servers: Mapping[str, Server], query: str
) -> list[tuple[float, int]]:
    """Seconds and rows of each, asked one after another in every run; -1 rows for no answer.

    The first run is left out: it warms up.
    """
    times: dict[str, list[float]] = {peer.name: [] for peer in compared}
    rows: dict[str, int] = {}
    for _ in range(RUNS + 1):
        for peer in compared:
            if rows.get(peer.name) == -1 or sum(times[peer.name]) > ENOUGH:
                continue
            status, found, took = ask(servers[peer.name], peer, query)
            times[peer.name].append(took)
            rows[peer.name] = found if status == 200 else -1
    return [(median(times[one.name][1:] or times[one.name]), rows[one.name]) for one in compared]


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
        yield _row(f"{name[:24]}, ms", (_cell(one, ours, name) for one in told))


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
