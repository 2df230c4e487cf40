"""The failures that an operation tells of in the API's document, each with an example."""

from __future__ import annotations

from typing import Any

from app.problems import MEDIA_TYPE

Documented = dict[int | str, dict[str, Any]]
_BODY = {"$ref": "#/components/schemas/ProblemBody"}


def failure(status: int, kind: str, title: str, detail: str) -> Documented:
    """A failure as FastAPI's `responses` takes it, with its body as an example."""
    body = {"type": f"/problems/{kind}", "title": title, "status": status, "detail": detail}
    return {
        status: {
            "description": title,
            "content": {MEDIA_TYPE: {"schema": _BODY, "example": body}},
        }
    }


NO_ENTITY = failure(404, "not-found", "Not found", "There is no entity 'project/없는사업'.")
JOINED: Documented = {308: {"description": "It was joined to another thing, which this leads to"}}
BUSY = {
    **failure(503, "busy", "Busy", "It is busy: 8 queries run. Try again a little later."),
    **failure(504, "time", "The query took too long", "It took longer than 10 s."),
}
WRONG_PARAMETER = failure(
    422,
    "invalid-parameter",
    "A parameter is wrong",
    "q: String should have at least 1 character.",
)
NO_TOKEN = {
    **failure(401, "not-authorized", "Not authorized", "Send the server's token."),
    **failure(403, "writes-off", "Writes are off", "This server takes no changes."),
}
