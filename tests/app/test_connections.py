"""A thousand open connections and slow senders do not stop the others; idle ones are closed."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from http.client import HTTPConnection

import httpx2
import pytest
import uvicorn

from app import connections
from app.connections import PatientProtocol, allow_many
from app.main import create_app
from app.settings import Settings
from app.state import State

MANY = 1000


@pytest.fixture
def address(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, int]]:
    monkeypatch.setattr(connections, "HEADER_SECONDS", 0.5)
    allow_many()
    with State(settings) as state, socket.create_server(("127.0.0.1", 0), backlog=2048) as listener:
        server = uvicorn.Server(
            uvicorn.Config(create_app(state), log_level="warning", http=PatientProtocol)
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield listener.getsockname()
        finally:
            server.should_exit = True
            thread.join()


def test_many_open_connections_stop_nobody_and_idle_ones_are_closed(
    address: tuple[str, int],
) -> None:
    with ExitStack() as stack:
        idle = [stack.enter_context(socket.create_connection(address)) for _ in range(MANY)]
        for one in idle[::2]:
            with suppress(ConnectionError):  # a slow machine has closed the first ones by now
                one.send(b"GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ")
        with httpx2.Client(
            base_url=f"http://{address[0]}:{address[1]}", trust_env=False, timeout=10
        ) as http:
            assert http.get("/health").status_code == 200
        for one in (idle[0], idle[-1]):
            one.settimeout(10)
            with suppress(ConnectionError):
                assert one.recv(100) == b""


def test_a_connection_that_is_used_stays_open(address: tuple[str, int]) -> None:
    with closing(HTTPConnection(*address, timeout=10)) as connection:
        connection.connect()
        same = connection.sock
        until = time.monotonic() + 1.5
        while time.monotonic() < until:
            connection.request("GET", "/health")
            answer = connection.getresponse()
            assert answer.status == 200
            answer.read()
        assert connection.sock is same
