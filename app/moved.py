"""Paths that lead to a thing under another path: the answer is 308, and the address stays good."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode

from fastapi import FastAPI, Request, Response
from fastapi.responses import RedirectResponse

from graph.view import View


class MovedError(Exception):
    """A thing was asked for by a path that was joined to another one."""

    def __init__(self, asked: str, goes_by: str) -> None:
        super().__init__(f"{asked} goes by {goes_by}")
        self.asked, self.goes_by = asked, goes_by


def require_own_path(view: View, path: str) -> None:
    """Raise MovedError for a path that leads to a thing under another one."""
    goes_by = view.joined.get(path)
    if goes_by is not None:
        raise MovedError(path, goes_by)


def install(app: FastAPI) -> None:
    """Answer MovedError with 308: the same address with the path that the thing goes by.

    It stands in the address, or is the value of a parameter.
    """

    async def moved(request: Request, error: Exception) -> Response:
        assert isinstance(error, MovedError)
        path = request.url.path.replace(error.asked, error.goes_by, 1)
        query = request.url.query
        if path == request.url.path:
            pairs = parse_qsl(query, keep_blank_values=True)
            query = urlencode(
                [(name, error.goes_by if said == error.asked else said) for name, said in pairs]
            )
        asked = f"?{query}" if query else ""
        return RedirectResponse(quote(path, safe="/~") + asked, status_code=308)

    app.add_exception_handler(MovedError, moved)
