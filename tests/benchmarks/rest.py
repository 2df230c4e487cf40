"""Time of the commonest calls of the REST API beside a no-op route and the bare query of the view.

Server and client are two processes over loopback, the server has one worker, and calls come one
after another, each for the next page: no row is told twice before all have been.
`python -m tests.benchmarks rest 2M` measures the largest graph.
"""

from __future__ import annotations

import multiprocessing
import socket
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import httpx2
import uvicorn

from app.criteria import Criteria, selection_of
from app.lists.projects import PROJECTS
from app.main import create_app
from app.serving import answer_first
from app.settings import Settings
from app.state import State
from graph.archive import Archive
from graph.selection import selected
from tests.benchmarks.synthetic import synthetic_extractions

CALLS = 200
PAGES = 40
CITY = "창원"

URLS = {
    "projects of a city by budget": f"/v1/projects?city={CITY}&sort=-budget&per_page=20",
    "the same, above a sum, since 2020": (
        f"/v1/projects?city={CITY}&sort=-budget&per_page=20&budget_min=100억&from=2020"
    ),
    "projects by budget": "/v1/projects?sort=-budget&per_page=20",
    "projects by region": "/v1/projects?group_by=region",
    "one region": "/v1/regions?q=창원&per_page=20",
    "suggest": "/v1/suggest?q=창원",
    "search": "/v1/search?q=창원 실증",
    "resolve": "/v1/resolve?name=창원시&near=경남",
}
PATHS = "paths"
"""How the two dearest projects are connected."""
NOOP = "/noop"


def table(sizes: Sequence[int]) -> str:
    """p50 and p99 in milliseconds, calls a second, and the same of the no-op route.

    `sizes` are numbers of invented articles. Calls and no-ops take turns, so that what else the
    machine does shows in both.
    """
    lines = [
        "| quads | call | p50 ms | p99 ms | calls/s | no-op p50 | no-op p99 | bare view ms |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for size in sizes:
        with server(size) as (address, quads, bare), httpx2.Client(base_url=address) as client:
            for name, url in (URLS | {PATHS: _between_two(client)}).items():
                times, noops = _times(client, url)
                found = f"{bare[name] * 1000:.2f}" if name in bare else ""
                lines.append(
                    f"| {quads:,} | {name} | {_p50_p99(times)} | {len(times) / sum(times):,.0f} | "
                    f"{_p50_p99(noops)} | {found} |"
                )
    return "\n".join(lines) + "\n"


def _between_two(client: httpx2.Client) -> str:
    rows = client.get("/v1/projects?sort=-budget&per_page=2&select=id").json()["results"]
    return f"/v1/paths?from={rows[0]['id']}&to={rows[1]['id']}"


def _times(client: httpx2.Client, url: str) -> tuple[list[float], list[float]]:
    """Seconds of each call, and of the no-op behind it."""
    times, noops = [], []
    for number in range(CALLS + 3):
        page = f"&page={number % PAGES + 1}" if "per_page" in url else ""
        taken = _seconds(client, url + page), _seconds(client, NOOP)
        if number >= 3:
            times.append(taken[0])
            noops.append(taken[1])
    return times, noops


def _seconds(client: httpx2.Client, url: str) -> float:
    start = perf_counter()
    client.get(url).raise_for_status()
    return perf_counter() - start


def _p50_p99(times: Sequence[float]) -> str:
    return f"{median(times) * 1000:.2f} | {quantiles(times, n=100)[98] * 1000:.2f}"


@contextmanager
def server(articles: int) -> Iterator[tuple[str, int, dict[str, float]]]:
    """A server over so many articles: its address, how many quads there are, bare queries in s."""
    here, there = multiprocessing.Pipe()
    with tempfile.TemporaryDirectory() as folder:
        serving = multiprocessing.get_context("spawn").Process(
            target=_serve, args=(articles, Path(folder), there), daemon=False
        )
        serving.start()
        there.close()
        try:
            yield here.recv()
        finally:
            here.close()
            serving.join()


def _serve(articles: int, folder: Path, to: Connection) -> None:
    settings = Settings(data=folder, refresh_seconds=3600)
    with Archive(settings.archive_path) as archive:
        for extraction in synthetic_extractions(articles):
            archive.put(extraction)
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    with State(settings) as state, listening:
        listening.bind(("127.0.0.1", 0))
        app = create_app(state)
        app.add_api_route(NOOP, _nothing, include_in_schema=False)
        asgi = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        answer_first()
        to.send((address, sum(1 for _ in state.store.everything()), _bare(state)))
        threading.Thread(target=_stop_with, args=(to, asgi), daemon=True).start()
        asgi.run(sockets=[listening])


def _nothing() -> dict[str, str]:
    return {}


def _stop_with(to: Connection, asgi: uvicorn.Server) -> None:
    """Stop the server when the other end of the pipe is closed."""
    with suppress(EOFError):
        to.recv()
    asgi.should_exit = True


def _bare(state: State) -> dict[str, float]:
    """The lists' selection and order alone, without HTTP and bodies."""
    view, references = state.snapshot.view, state.snapshot.references

    def of(criteria: Criteria, sort: str) -> Callable[[], object]:
        def query() -> object:
            order = PROJECTS.in_order(view, sort)
            chosen = selected(view, selection_of(criteria, view, references))
            return [order.items[place] for place in order.chosen(chosen)[:20]]

        return query

    queries = {
        "projects of a city by budget": of(Criteria(city=CITY), "-budget"),
        "the same, above a sum, since 2020": of(
            Criteria(city=CITY, budget_min="100억", since="2020"), "-budget"
        ),
        "projects by budget": of(Criteria(), "-budget"),
    }
    found = {}
    for name, query in queries.items():
        times = []
        for _ in range(20):
            start = perf_counter()
            query()
            times.append(perf_counter() - start)
        found[name] = median(times[3:])
    return found
