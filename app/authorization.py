"""Who may write: whoever sends the token of the settings."""

from __future__ import annotations

import hmac

from fastapi import Request

from app.problems import Problem
from app.settings import Settings


def require_token(request: Request, settings: Settings) -> None:
    """Raise Problem where writes are off (403) or the bearer token is not the right one (401).

    Tokens are compared in constant time, so that a wrong one tells nothing about the right one.
    """
    if not settings.token:
        raise Problem(
            403,
            "writes-off",
            "Writes are off",
            "This server takes no changes; whoever runs it can set SANMAEK_TOKEN.",
        )
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    right = settings.token.get_secret_value().encode()
    given = token.strip().encode("utf-8", "replace")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given, right):
        raise Problem(
            401,
            "not-authorized",
            "Not authorized",
            "Send the server's token: `Authorization: Bearer …`.",
            {"WWW-Authenticate": "Bearer"},
        )
