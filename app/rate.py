"""How many requests a client may make in a minute: a token bucket for each address."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from app.problem_texts import Case
from app.problems import Problem, problem_response

MOST_CLIENTS = 100_000
"""Clients that are remembered; the one that has asked for nothing the longest goes first."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Rate:
    """The buckets of all clients; a full one holds a minute's requests."""

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = a_minute, clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, client: str) -> float:
        """Count a request; the seconds until the client may ask again, 0 where it may now."""
        now = self._clock()
        bucket = self._buckets.setdefault(client, _Bucket(self._most, now))
        self._buckets.move_to_end(client)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        filled = bucket.left + (now - bucket.at) * self._most / 60
        bucket.left, bucket.at = min(self._most, filled), now
        if bucket.left < 1:
            return (1 - bucket.left) * 60 / self._most
        bucket.left -= 1
        return 0.0


class RateLimit:
    """Answers 429 with Retry-After to a client that asks too often.

    A client is the address that the connection comes from; behind a proxy, uvicorn takes it from
    `X-Forwarded-For` where FORWARDED_ALLOW_IPS names the proxy.
    """

    def __init__(self, app: ASGIApp, *, a_minute: int) -> None:
        self._app, self._a_minute = app, a_minute
        self._rate = Rate(a_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, or answer 429."""
        client = scope.get("client")
        wait = self._rate.wait(client[0]) if scope["type"] == "http" and client else 0.0
        if not wait:
            await self._app(scope, receive, send)
            return
        seconds = math.ceil(wait)
        problem = Problem(
            429,
            "too-many-requests",
            "Too many requests",
            f"A client may ask {self._a_minute} times a minute here. Try again in {seconds} s.",
            {"Retry-After": str(seconds)},
            case=Case("too-many-requests", {"most": self._a_minute, "seconds": seconds}),
        )
        await problem_response(scope, problem)(scope, receive, send)
