"""405 that names every method an address takes.

Starlette names those of the first route that has the address, and an address may have a route a
method.
"""

from __future__ import annotations

from fastapi import FastAPI, Request
from starlette.routing import Match

_METHODS = ("GET", "POST", "PUT", "DELETE")


def methods_of(request: Request) -> str:
    """The methods that the address of a request takes, as an `Allow` header; GET has HEAD."""
    app: FastAPI = request.app
    found = [
        method
        for method in _METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL
            for route in app.router.routes
        )
    ]
    if "GET" in found:
        found.insert(1, "HEAD")
    return ", ".join(found)
