"""Connections that ask for nothing: they are closed, so that they do not use up the server's."""

from __future__ import annotations

import asyncio
import resource
from contextlib import suppress
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

HEADER_SECONDS = 20.0
"""How long a client has to send a request's first line and headers, all of them."""

_WANTED_FILES = 16_384


class PatientProtocol(H11Protocol):
    """HTTP/1.1 that closes a connection which has asked for nothing for too long.

    uvicorn has a limit for silence between two requests, and none for a request that comes letter
    by letter or not at all.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to look after the connection."""
        super().connection_made(transport)
        self._waited_after: object = self
        self._look = self.loop.call_later(HEADER_SECONDS, self._look_again)

    def connection_lost(self, exc: Exception | None) -> None:
        """Look no longer."""
        self._look.cancel()
        super().connection_lost(exc)

    def _look_again(self) -> None:
        """Close the connection where it waits for a request, and did when it was looked at last."""
        cycle: Any = self.cycle
        first = cycle is None
        if first or (cycle.response_complete and self._waited_after is cycle):
            self.transport.close()
            return
        self._waited_after = cycle if cycle.response_complete else None
        self._look = self.loop.call_later(HEADER_SECONDS, self._look_again)


def allow_many() -> None:
    """Let this process have as many connections open as the system allows it, within reason."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _WANTED_FILES if hard == resource.RLIM_INFINITY else min(hard, _WANTED_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
