"""Bounds of every request, whatever it asks for: how long its address and body are, and its pace.

A body that its sender never ends would keep a request open for ever; one that pauses too long is
given up.
"""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.problems import Problem, problem_response

BODY_PAUSE_SECONDS = 30.0


class Bounds:
    """Answers 414, 413 or 408 where a request is beyond the bounds."""

    def __init__(
        self, app: ASGIApp, *, url_bytes: int, body_bytes: int, pause: float = BODY_PAUSE_SECONDS
    ) -> None:
        self._app, self._url, self._body, self._pause = app, url_bytes, body_bytes, pause

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on where its address and stated length are within the bounds."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        length = len(scope.get("raw_path") or b"") + len(scope["query_string"])
        if length > self._url:
            detail = f"An address has at most {self._url:,} bytes here, not {length:,}."
            problem = Problem(414, "address-too-long", "Address too long", detail)
            refusal = problem_response(scope, problem)
            await refusal(scope, receive, send)
        elif _stated_length(scope) > self._body:
            problem = Problem(413, "too-large", "Too large", self._too_large())
            refusal = problem_response(scope, problem)
            await refusal(scope, receive, send)
        else:
            await self._app(scope, self._watched(receive), send)

    def _watched(self, receive: Receive) -> Receive:
        """What receives, with an eye on the body until it has ended."""
        came, ended = 0, False

        async def watched() -> Message:
            nonlocal came, ended
            if ended:
                return await receive()
            try:
                # Not wait_for: Python 3.11's may swallow a cancellation.
                async with asyncio.timeout(self._pause):
                    message = await receive()
            except TimeoutError:
                detail = f"Nothing of the body came for {self._pause:g} seconds; send it again."
                raise HTTPException(408, detail, {"Connection": "close"}) from None
            came += len(message.get("body", b""))
            ended = not message.get("more_body", False)
            if came > self._body:
                raise HTTPException(413, self._too_large(), {"Connection": "close"})
            return message

        return watched

    def _too_large(self) -> str:
        return f"A body has at most {self._body:,} bytes here."


def _stated_length(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0
