"""A server as its own process, with limits so low that tests reach them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx2
import pytest

from app.settings import Settings
from graph.archive import Archive
from tests.app.conftest import fill
from tests.conftest import ROOT

TOKEN = {"Authorization": "Bearer secret"}
SECONDS = 1.0
LIMITS = {
    "QUERY_SECONDS": SECONDS,
    "QUERY_ROWS": 3000,
    "QUERY_RESULT_MB": 1,
    "QUERY_MEMORY_MB": 128,
    "QUERY_AT_ONCE": 6,
    "QUERY_WAITING": 2,
    "QUERY_WAIT_SECONDS": 0.3,
    "QUERY_CHARACTERS": 20_000,
    "UPDATE_MB": 1,
    "REFRESH_SECONDS": 0.2,
    "TOKEN": "secret",
}


@dataclass(frozen=True)
class Server:
    """Where it is, and the folder that it serves."""

    address: str
    data: Path
    pid: int


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = tmp_path_factory.mktemp("endpoint")
    with Archive(Settings(data=data).archive_path) as archive:
        fill(archive)
    process = subprocess.Popen(
        [
            *(sys.executable, "-c", "from app.cli import main; main()"),
            *("serve", "--port", "0", "--data", str(data)),
        ],
        cwd=ROOT,
        env=os.environ | {f"SANMAEK_{name}": str(value) for name, value in LIMITS.items()},
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    first = process.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+", first)
    try:
        assert found, first
        httpx2.get(found[0] + "/sparql", params={"query": "ASK {}"}, trust_env=False)
        yield Server(found[0], data, process.pid)
    finally:
        process.terminate()
        process.communicate(timeout=10)


@pytest.fixture
def http(server: Server) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=server.address, timeout=30, trust_env=False) as client:
        yield client
