"""Starting the server: open the data, say the address and three things to try."""

from __future__ import annotations

import gc
import socket
import sys
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import uvicorn
from rich.console import Console

from app.connections import PatientProtocol, allow_many
from app.main import create_app
from app.settings import Settings
from app.state import State

SWITCH_SECONDS = 0.0005
"""How long a request waits, each time, for a thread that takes over a change: a tenth of Python's
own."""


def serve_forever(settings: Settings, console: Console) -> None:
    """Serve until interrupted.

    The socket is bound first, so that port 0 tells the port it took and a taken port is one clear
    line.
    """
    # asyncio sends without delay (TCP_NODELAY) only where the protocol is named; else a second
    # request on a connection waits 40 ms for an acknowledgement.
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        console.print(
            f"sanmaek: cannot listen on {settings.host}:{settings.port} ({error.strerror}); "
            "try another with --port or PORT=",
            style="red",
        )
        raise SystemExit(1) from error
    port = listener.getsockname()[1]
    address = f"http://{settings.host}:{port}"
    with State(settings) as state:
        allow_many()
        answer_first()
        config = uvicorn.Config(create_app(state), log_level="warning", http=PatientProtocol)
        ready = partial(console.print, welcome(address), markup=False, soft_wrap=True)
        _Server(config, ready).run(sockets=[listener])


def answer_first() -> None:
    """Let this process answer promptly beside a large graph and while it takes over changes."""
    gc.freeze()  # the graph lives as long as the server: no collection need look at all of it
    sys.setswitchinterval(SWITCH_SECONDS)


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def welcome(address: str) -> str:
    """What the server says when it is ready."""
    city = quote("창원")
    return f"""\
산맥 is at {address}

  REST     curl '{address}/v1/projects?city={city}&sort=-budget'
  SPARQL   curl '{address}/sparql' -H 'Accept: text/csv' \
--data-urlencode query@graph/queries/examples/projects_by_budget.rq
  Gephi    curl -o sanmaek.graphml '{address}/v1/export.graphml'

  API documentation: {address}/docs    Stop with Ctrl-C"""
