"""Errors over HTTP: RFC 9457 `application/problem+json`, one `type` a kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.types import Scope

from app.language import Language, language_of
from app.methods import methods_of
from app.problem_texts import Case, title_of

MEDIA_TYPE = "application/problem+json"
_KINDS = {
    400: "unreadable-body",
    404: "not-found",
    405: "method-not-allowed",
    408: "too-slow",
    413: "too-large",
}


class Problem(Exception):  # noqa: N818  RFC 9457 calls it so
    """What went wrong, with which input, and what would be right.

    `title` and `detail` are English; `case` is what the Korean ones are found by.
    """

    def __init__(
        self,
        status: int,
        kind: str,
        title: str,
        detail: str,
        headers: Mapping[str, str] | None = None,
        *,
        case: Case | None = None,
        **more: object,
    ) -> None:
        super().__init__(detail)
        self.headers = dict(headers or {})
        self.status, self.kind, self.title, self.detail, self.case, self.more = (
            status,
            kind,
            title,
            detail,
            case or Case(kind),
            more,
        )


class ProblemBody(BaseModel):
    """The body of every error, in Korean or, with `lang=en` or Accept-Language, in English.

    `detail_en` is the English `detail` where that is told in Korean.
    """

    type: str
    title: str
    status: int
    detail: str
    detail_en: str | None = None
    candidates: list[dict[str, Any]] | None = None
    errors: list[dict[str, Any]] | None = None


def unknown(what: str, name: str) -> Problem:
    """404: nothing goes by that name."""
    detail = f"There is no {what} {name!r}."
    return Problem(404, "not-found", "Not found", detail, case=Case("not-found", {"name": name}))


def install(app: FastAPI) -> None:
    """Make the application answer every error as a problem."""

    async def problem(request: Request, error: Exception) -> Response:
        assert isinstance(error, Problem)
        return problem_response(request.scope, error)

    async def http_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        status, said, headers = error.status_code, str(error.detail), dict(error.headers or {})
        if status == 405:
            headers["Allow"] = methods_of(request)
        case = Case("not-found", {"name": request.url.path}) if status == 404 else None
        kind = _KINDS.get(status, "http-error")
        return problem_response(
            request.scope, Problem(status, kind, said, said, headers, case=case)
        )

    async def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        rows = [_wrong(row) for row in error.errors()]
        english = " ".join(f"{name}: {message}." for name, message, _ in rows)
        korean = [case.korean or f"{name}: {message}." for name, message, case in rows]
        return problem_response(
            request.scope,
            Problem(
                422,
                "invalid-parameter",
                "A parameter is wrong",
                english,
                case=Case("invalid-parameter/several", {"said": " ".join(korean)}),
                errors=[{"parameter": name, "message": message} for name, message, _ in rows],
            ),
        )

    app.add_exception_handler(Problem, problem)
    app.add_exception_handler(HTTPException, http_error)
    app.add_exception_handler(RequestValidationError, invalid)


def _wrong(row: Any) -> tuple[str, str, Case]:
    """A parameter, what pydantic says of it, and the case that this is."""
    name = ".".join(map(str, row["loc"][1:]))
    return (
        name,
        row["msg"],
        Case(f"invalid-parameter/{row['type']}", {**row.get("ctx", {}), "parameter": name}),
    )


def problem_response(scope: Scope, problem: Problem) -> JSONResponse:
    """A problem as a response to a request, in its language."""
    body = body_of(problem, language_of(scope))
    headers = {"Vary": "Accept-Language", **problem.headers}
    return JSONResponse(body, problem.status, headers, media_type=MEDIA_TYPE)


def body_of(problem: Problem, language: Language) -> dict[str, Any]:
    """A problem as it is told in a language."""
    korean = problem.case.korean
    body: dict[str, Any] = {
        "type": f"/problems/{problem.kind}",
        "title": problem.title,
        "status": problem.status,
        "detail": problem.detail,
    }
    if language is Language.KO:
        body["title"] = title_of(problem.kind) or problem.title
        if korean is not None:
            body |= {"detail": korean, "detail_en": problem.detail}
    return body | {name: value for name, value in problem.more.items() if value is not None}
