"""ETag and 304 for everything that is derived from the data set.

The tag is of the data set's version, the day in Korea, the address, what the client accepts and
this server's code: whoever sends it back gets 304, and nothing is computed. It is a weak one, for
the same answer may come compressed.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.state import State
from app.today import today

_DERIVED = ("/v1/", "/id/")
_OTHERWISE = ("/v1/changes", "/v1/jobs", "/v1/review")
"""What changes while the data set does not."""
_VARIES = ("accept", "accept-language")
SNAPSHOT = "sanmaek.snapshot"
"""Under this the snapshot of the tag stands in a request's scope: it is answered from that one."""


def is_derived(path: str) -> bool:
    """Whether what is answered at a path changes with the data set alone."""
    return path.startswith(_DERIVED) and not path.startswith(_OTHERWISE)


class Revalidation:
    """Middleware: a client that is up to date is answered with 304."""

    def __init__(self, app: ASGIApp, state: State) -> None:
        self._app, self._state = app, state
        _code()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        path = scope.get("path", "")
        if scope.get("method") != "GET" or not is_derived(path):
            await self._app(scope, receive, send)
            return
        snapshot = self._state.snapshot
        tag = _tag(scope, snapshot.version)
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": ", ".join(_VARIES)}
        known = [one.strip() for one in Headers(scope=scope).get("if-none-match", "").split(",")]
        if tag in known:
            await Response(status_code=304, headers=headers)(scope, receive, send)
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                told = MutableHeaders(scope=message)
                told["ETag"], told["Cache-Control"] = tag, "no-cache"
                for name in _VARIES:
                    told.add_vary_header(name)
            await send(message)

        await self._app({**scope, SNAPSHOT: snapshot}, receive, tagged)


def _tag(scope: Scope, version: str) -> str:
    sent = Headers(scope=scope)
    asked = (
        scope["path"],
        scope["query_string"],
        *(sent.get(name, "") for name in _VARIES),
        version,
        str(today()),
        _code(),
    )
    return f'W/"{hashlib.sha256(repr(asked).encode()).hexdigest()[:24]}"'


@cache
def _code() -> str:
    """A digest of this room's code: another server may answer the same otherwise."""
    files = sorted(Path(__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()
