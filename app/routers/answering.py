"""Having a job carried out for a request, and what its failures are over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from app.endpoint.answer import Answer
from app.endpoint.jobs import Failure, Job, QueryFailedError
from app.endpoint.limits import MEBIBYTE
from app.endpoint.pool import BusyError, Pool
from app.problems import Problem

_T = TypeVar("_T")
_RETRY = {"Retry-After": "2"}
_STATUS: dict[Failure, tuple[int, str]] = {
    Failure.REFUSED: (400, "The query is refused"),
    Failure.NOT_ACCEPTABLE: (406, "Not acceptable"),
    Failure.TOO_MANY_ROWS: (422, "Too many rows"),
    Failure.TOO_LONG: (422, "Too long an answer"),
    Failure.TIME: (504, "The query took too long"),
    Failure.MEMORY: (503, "The query took too much memory"),
    Failure.GONE: (404, "Not found"),
}


async def carried_out(request: Request, pool: Pool, job: Job) -> Answer:
    """The answer to a job; a client that hangs up frees its worker.

    Raises Problem where there is none.
    """
    try:
        return await unless_hung_up(request, pool.answer(job))
    except BusyError as error:
        detail = f"It is busy: {error}. Try again a little later."
        raise Problem(503, "busy", "Busy", detail, _RETRY) from error
    except QueryFailedError as error:
        status, title = _STATUS[error.failure]
        kind = "bad-query" if error.failure is Failure.REFUSED else error.failure.value
        raise Problem(status, kind, title, error.detail) from error


def response_of(answer: Answer, **headers: str) -> Response:
    """An answer on its way; a long one in pieces."""
    media_type = answer.media_type
    if media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    sent = {"Content-Type": media_type, "Vary": "Accept", **headers}
    if answer.length <= MEBIBYTE:
        return Response(answer.content(), headers=sent)
    sent["Content-Length"] = str(answer.length)
    return StreamingResponse(answer.chunks(), headers=sent)


async def unless_hung_up(request: Request, work: Coroutine[Any, Any, _T]) -> _T:
    """What the work gives; it is cancelled where the client is gone before it is done."""
    doing = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_hung_up(request))
    try:
        await asyncio.wait((doing, gone), return_when=asyncio.FIRST_COMPLETED)
        if doing.done():
            return doing.result()
        raise Problem(499, "hung-up", "Hung up", "The client is gone.")
    finally:
        for task in (doing, gone):
            task.cancel()
        await asyncio.gather(doing, gone, return_exceptions=True)


async def _hung_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
