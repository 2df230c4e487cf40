"""Real SPARQL servers for tests of this room; each is started once, when a test wants it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.graph.servers import (
    oxigraph_program,
    oxigraph_server,
    virtuoso_program,
    virtuoso_server,
)

VIRTUOSO_ROWS = 5_000
"""Where this Virtuoso cuts an answer short."""


@pytest.fixture(scope="session")
def oxigraph_address() -> Iterator[str]:
    if oxigraph_program() is None:
        pytest.skip("no oxigraph server: pip install oxigraph")
    with oxigraph_server() as server:
        yield server.url


@pytest.fixture(scope="session")
def virtuoso_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if virtuoso_program() is None:
        pytest.skip("no virtuoso-t: apt-get install virtuoso-opensource-7")
    with virtuoso_server(tmp_path_factory.mktemp("virtuoso"), rows=VIRTUOSO_ROWS) as server:
        yield f"virtuoso+{server.url}"
