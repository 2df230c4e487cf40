"""The SPARQL servers that are compared: ours, Oxigraph's own and Virtuoso, over the same quads."""

from __future__ import annotations

import http.client
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from pyoxigraph import Quad

from graph.archive import Archive
from graph.model import Extraction
from graph.opening import open_store
from graph.transport import Credentials
from tests.graph.servers import (
    Server,
    free_port,
    oxigraph_program,
    oxigraph_server,
    running,
    virtuoso_program,
    virtuoso_server,
)

_ROOT = Path(__file__).parents[2]
_START = 1_800.0
"""Seconds that a server may take to open a large store."""
_PASSWORD = Credentials(user="dba", password="dba")


@dataclass(frozen=True, slots=True)
class Peer:
    """A server that can be started over a folder, and how quads come into it."""

    name: str
    start: Callable[[Path], AbstractContextManager[Server]]
    load: Callable[[Server, Sequence[Quad]], None]
    path: str
    parameters: tuple[tuple[str, str], ...] = ()


def peers() -> Iterator[Peer]:
    """Ours first, then those that are installed."""
    yield Peer("sanmaek", sanmaek_server, _nothing, "/sparql")
    if oxigraph_program() is not None:
        yield Peer("oxigraph", _oxigraph, _into(""), "/query")
    if virtuoso_program() is not None:
        yield Peer("virtuoso", _virtuoso, _into("virtuoso+"), "/sparql", _STAND_IN)


_STAND_IN = (("default-graph-uri", "https://w3id.org/sanmaek/graph/default"),)


@contextmanager
def sanmaek_server(folder: Path) -> Iterator[Server]:
    """`sanmaek serve` over an archive, as a person starts it."""
    port = free_port()
    main = "from app.cli import main; main()"
    command = [sys.executable, "-c", main, "serve", "--data", str(folder), "--port", str(port)]
    with running(command, port, limit=_START, folder=_ROOT) as pid:
        yield Server(f"http://127.0.0.1:{port}", pid)


def fill_archive(folder: Path, extractions: Sequence[Extraction]) -> None:
    """Put articles where `sanmaek serve` finds them."""
    folder.mkdir(parents=True)
    with Archive(folder / "archive.sqlite") as archive:
        for extraction in extractions:
            archive.put(extraction)


def ask(server: Server, peer: Peer, query: str, limit: float = 120.0) -> tuple[int, int, float]:
    """Status, rows of the CSV, and seconds of one query over a connection of its own."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=limit)
    try:
        return ask_over(connection, peer, query)
    except TimeoutError:
        return 0, 0, limit
    finally:
        connection.close()


def ask_over(
    connection: http.client.HTTPConnection, peer: Peer, query: str
) -> tuple[int, int, float]:
    """The same over a connection that is kept."""
    body = urlencode([("query", query), *peer.parameters])
    headers = {"Accept": "text/csv", "Content-Type": "application/x-www-form-urlencoded"}
    start = time.perf_counter()
    connection.request("POST", peer.path, body, headers)
    response = connection.getresponse()
    content = response.read()
    return response.status, content.count(b"\n") - 1, time.perf_counter() - start


def memory_mb(server: Server) -> float:
    """The memory of a server and of all that it has started, what they share counted once."""
    parents = {
        int(process.name): _parent(process)
        for process in Path("/proc").iterdir()
        if process.name.isdecimal()
    }
    found, ahead = set[int](), {server.pid}
    while ahead:
        found |= ahead
        ahead = {process for process, parent in parents.items() if parent in ahead} - found
    return sum(_pss_kb(Path("/proc") / str(process)) for process in found) / 1024


def disk_mb(folder: Path) -> float:
    """What a folder takes on disk."""
    files = (Path(place) / name for place, _, names in os.walk(folder) for name in names)
    return sum(file.stat().st_size for file in files if file.exists()) / 1e6


def _parent(process: Path) -> int:
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def _pss_kb(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _into(kind: str) -> Callable[[Server, Sequence[Quad]], None]:
    def load(server: Server, quads: Sequence[Quad]) -> None:
        store = open_store(f"{kind}{server.url}", _PASSWORD, timeout=3_600)
        store.apply([], quads)
        store.close()

    return load


def _nothing(_server: Server, _quads: Sequence[Quad]) -> None:
    """Ours reads its archive when it starts."""


def _oxigraph(folder: Path) -> AbstractContextManager[Server]:
    return oxigraph_server(folder, start=_START)


def _virtuoso(folder: Path) -> AbstractContextManager[Server]:
    return virtuoso_server(folder, buffers=170_000, start=_START)
