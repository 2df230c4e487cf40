"""Errors over HTTP: RFC 9457 `application/problem+json`, one `type` a kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.methods import methods_of

MEDIA_TYPE = "application/problem+json"
_KINDS = {
    400: "unreadable-body",
    404: "not-found",
    405: "method-not-allowed",
    408: "too-slow",
    413: "too-large",
}


class Problem(Exception):  # noqa: N818  RFC 9457 calls it so
    """What went wrong, with which input, and what would be right."""

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        headers: Mapping[str, str] | None = None,
        **more: object,
    ) -> None:
        super().__init__(detail)
        self.headers = dict(headers or {})
        self.status, self.kind, self.title, self.detail, self.more = (
            status,
            kind,
            title,
            detail,
            more,
        )


class ProblemBody(BaseModel):
    """The body of every error."""

    type: str
    title: str
    status: int
    detail: str
    candidates: list[dict[str, Any]] | None = None
    errors: list[dict[str, Any]] | None = None


def unknown(what: str, name: str) -> Problem:
    """404: nothing goes by that name."""
    return Problem(404, "not-found", "Not found", f"There is no {what} {name!r}.")


def install(app: FastAPI) -> None:
    """Make the application answer every error as a problem."""

    async def problem(_: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        response = problem_response(error.status, error.kind, error.title, error.detail, error.more)
        response.headers.update(error.headers)
        return response

    async def http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        kind = _KINDS.get(error.status_code, "http-error")
        response = problem_response(
            error.status_code, kind, str(error.detail), str(error.detail), {}
        )
        response.headers.update(error.headers or {})
        if error.status_code == 405:
            response.headers["Allow"] = methods_of(request)
        return response

    async def invalid(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        return problem_response(
            422,
            "invalid-parameter",
            "A parameter is wrong",
            _sentences(error.errors()),
            {"errors": [_shown(row) for row in error.errors()]},
        )

    app.add_exception_handler(Problem, problem)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(RequestValidationError, invalid)


def _sentences(errors: Sequence[Any]) -> str:
    return " ".join(f"{'.'.join(map(str, row['loc'][1:]))}: {row['msg']}." for row in errors)


def _shown(row: Any) -> dict[str, Any]:
    return {"parameter": ".".join(map(str, row["loc"][1:])), "message": row["msg"]}


def problem_response(
    status: int, kind: str, title: str, detail: str, more: Mapping[str, object] | None = None
) -> JSONResponse:
    """A problem as a response, for those who answer before the application does."""
    body = {"type": f"/problems/{kind}", "title": title, "status": status, "detail": detail}
    known = {name: value for name, value in (more or {}).items() if value is not None}
    return JSONResponse(body | known, status, media_type=MEDIA_TYPE)
