"""The API's description, OpenAPI 3.1, completed with what holds for every operation.

Errors are `application/problem+json`, each with an example; what is derived from the data set comes
with its ETag and may be answered with 304.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI

from app.language import Language
from app.problem_texts import Case
from app.problems import MEDIA_TYPE, Problem, body_of, unknown
from app.revalidation import is_derived

_METHODS = ("get", "put", "post", "delete", "patch")
_PROBLEM = {"$ref": "#/components/schemas/ProblemBody"}
_EXAMPLES = {
    "400": Problem(400, "bad-query", "Bad request", "There is no query; give one `query`."),
    "401": Problem(401, "not-authorized", "Not authorized", "Send the server's token."),
    "403": Problem(403, "writes-off", "Writes are off", "This server takes no changes."),
    "404": unknown("entity", "region/00000"),
    "422": Problem(
        422,
        "invalid-parameter",
        "A parameter is wrong",
        "per_page: Input should be less than or equal to 200.",
        case=Case("invalid-parameter/less_than_equal", {"parameter": "per_page", "le": 200}),
        errors=[{"parameter": "per_page", "message": "Input should be less than or equal to 200"}],
    ),
}
_KINDS = {
    "406": "not-acceptable",
    "409": "derived",
    "413": "too-large",
    "415": "unsupported-body",
    "503": "busy",
    "504": "time",
}
"""What other failures are, where an operation says no more of them."""
_IN_PATHS = {
    "entity_id": ("대상의 id", "region/48120"),
    "kind": ("대상의 종류", "region"),
    "name": ("이름 또는 코드", "48120"),
    "job_id": ("작업의 id", "0f8fad5b"),
    "ending": ("형식", "csv"),
}
"""What stands in addresses, with an example each."""
_TAG = {
    "description": "자료의 판과 주소의 표지; `If-None-Match`로 보내면 바뀌지 않았을 때 304",
    "schema": {"type": "string"},
}

_TOKEN = {"type": "http", "scheme": "bearer", "description": "설정 `SANMAEK_TOKEN`의 값"}


def install(app: FastAPI) -> None:
    """Let the application describe itself so."""
    described = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            _complete(described())
        return described()

    app.openapi = openapi  # type: ignore[method-assign]


def _complete(schema: dict[str, Any]) -> None:
    schema["components"]["securitySchemes"] = {"token": _TOKEN}
    for path, method, operation in _operations(schema):
        responses = operation["responses"]
        for parameter in operation.get("parameters", ()):
            if parameter["name"] in _IN_PATHS and "description" not in parameter:
                told, example = _IN_PATHS[parameter["name"]]
                parameter["description"] = told
                parameter["schema"]["examples"] = [example]
            parameter["schema"] = _without_null(parameter["schema"])
        for status, response in responses.items():
            if status[0] in "45":
                _as_problem(status, response)
        if "401" in responses:
            operation["security"] = [{"token": []}]
        if method == "get" and is_derived(path):
            responses["304"] = {"description": "바뀌지 않았다"}
            for status, response in responses.items():
                if status in ("200", "304"):
                    response.setdefault("headers", {})["ETag"] = _TAG
    schemas = schema["components"]["schemas"]
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter, which is sent or is not, and is never null."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) != 1:
        return schema
    return {**kinds[0], **{name: value for name, value in schema.items() if name != "anyOf"}}


def _as_problem(status: str, response: dict[str, Any]) -> None:
    """Tell an error as what it is sent as, with an example."""
    content = response.get("content", {})
    content.pop("application/json", None)
    problem = content.setdefault(MEDIA_TYPE, {})
    problem["schema"] = _PROBLEM
    if "example" not in problem:
        title = response["description"]
        usual = Problem(int(status), _KINDS.get(status, status), title, title)
        problem["example"] = body_of(_EXAMPLES.get(status, usual), Language.KO)
    response["content"] = content


def _operations(schema: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, methods in schema["paths"].items():
        for method in _METHODS:
            if method in methods:
                yield path, method, methods[method]
