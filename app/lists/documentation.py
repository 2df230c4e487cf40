"""What the API's description says of the answers of lists and of their errors."""

from __future__ import annotations

from typing import Any

from app.language import Language
from app.lists.tables import MEDIA_TYPES
from app.problem_texts import Case
from app.problems import MEDIA_TYPE, Problem, ProblemBody, body_of

_MEANINGS = "광주광역시 (region/29), 경기도 광주시 (region/41610)"
_AMBIGUOUS = body_of(
    Problem(
        422,
        "ambiguous-city",
        "A parameter is ambiguous",
        f"city: '광주' could be {_MEANINGS}. Give the id, such as 'region/29'.",
        case=Case(
            "ambiguous",
            {"parameter": "city", "value": "광주", "meanings": _MEANINGS, "example": "region/29"},
        ),
        candidates=[
            {
                "id": "region/29",
                "type": "region",
                "name": "광주광역시",
                "iri": "https://w3id.org/sanmaek/id/region/29",
            }
        ],
    ),
    Language.KO,
)
_UNKNOWN = body_of(
    Problem(
        404,
        "unknown-city",
        "A parameter is unknown",
        "city: neither the public lists nor an article know a region '없는시'.",
        case=Case("unknown", {"parameter": "city", "value": "없는시"}),
    ),
    Language.KO,
)


def list_responses() -> dict[int | str, dict[str, Any]]:
    """The answers of a list beside JSON, and its errors with an example each."""
    return {
        200: {
            "description": "한 쪽의 행, 또는 group_by로 묶은 개수",
            "content": {form.partition(";")[0]: {} for form in MEDIA_TYPES.values()},
            "headers": {
                "Link": {
                    "description": '`rel="next"`: 다음 쪽의 주소',
                    "schema": {"type": "string"},
                }
            },
        },
        **list_errors(),
    }


def list_errors() -> dict[int | str, dict[str, Any]]:
    """The errors of what takes criteria, with an example each."""
    return {
        404: problem("그런 이름을 아는 기사도 목록도 없다", _UNKNOWN),
        422: problem("인자가 잘못되었거나 이름이 여럿을 뜻한다", _AMBIGUOUS),
    }


def problem(description: str, example: dict[str, Any]) -> dict[str, Any]:
    """An error in the description of the API, with an example."""
    return {
        "description": description,
        "model": ProblemBody,
        "content": {MEDIA_TYPE: {"example": example}},
    }
