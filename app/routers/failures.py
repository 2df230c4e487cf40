"""The failures that an operation tells of in the API's document, each with an example."""

from __future__ import annotations

from typing import Any

from app.language import Language
from app.problem_texts import Case
from app.problems import MEDIA_TYPE, Problem, body_of, unknown

Documented = dict[int | str, dict[str, Any]]
_BODY = {"$ref": "#/components/schemas/ProblemBody"}


def failure(
    status: int, kind: str, title: str, detail: str, case: Case | None = None
) -> Documented:
    """A failure as FastAPI's `responses` takes it, with its body as an example."""
    body = body_of(Problem(status, kind, title, detail, case=case), Language.KO)
    return {
        status: {
            "description": title,
            "content": {MEDIA_TYPE: {"schema": _BODY, "example": body}},
        }
    }


def nothing(what: str, name: str) -> Documented:
    """404, as `unknown` answers it."""
    told = unknown(what, name)
    return failure(told.status, told.kind, told.title, told.detail, told.case)


NO_ENTITY = nothing("entity", "project/없는사업")
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
    Case("invalid-parameter/string_too_short", {"parameter": "q", "min_length": 1}),
)
NO_TOKEN = {
    **failure(401, "not-authorized", "Not authorized", "Send the server's token."),
    **failure(403, "writes-off", "Writes are off", "This server takes no changes."),
}
