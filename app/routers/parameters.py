"""The parameters of the SPARQL protocol, from a URL, a form or a body."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from fastapi import Request

from app.problems import Problem

_GRAPHS = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}
FORM = "application/x-www-form-urlencoded"


def described_body(direct: str, name: str, example: str) -> dict[str, Any]:
    """What `from_body` reads, as the API's document tells it."""
    field = {"type": "object", "required": [name], "properties": {name: {"type": "string"}}}
    return {
        "required": True,
        "content": {
            direct: {"example": example},
            FORM: {"schema": field, "example": {name: example}},
        },
    }


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a request asks for: the text of a query or an update, and the graphs it names."""

    text: str | None
    default: tuple[str, ...]
    named: tuple[str, ...]


def bad(detail: str) -> Problem:
    """400: the request is not as the protocol has it."""
    return Problem(400, "bad-query", "Bad request", detail)


def from_url(request: Request) -> list[tuple[str, str]]:
    """The parameters of the URL. Raises Problem where they are not UTF-8."""
    return _pairs(request.scope["query_string"].decode("ascii", "replace"))


async def from_body(
    request: Request, direct: str, name: str, longest: int
) -> tuple[str | None, list[tuple[str, str]]]:
    """The body as text where it is of the type `direct`, or its fields where it is a form.

    Raises Problem for another type, another character set, or a body that is too long.
    """
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'").lower()
    kind = kind.strip().lower()
    if kind not in (direct, FORM) or charset not in ("", "utf-8", "utf8"):
        raise Problem(
            415,
            "unsupported-body",
            "Unsupported body",
            f"Send {direct} in UTF-8, or {FORM} with the field `{name}`.",
        )
    content = await read_body(request, longest)
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise bad("The body is not UTF-8.") from error
    return (text, []) if kind == direct else (None, _pairs(text))


async def read_body(request: Request, longest: int) -> bytes:
    """The body. Raises Problem where it is too long."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > longest:
            raise Problem(
                413, "too-large", "Too large", f"A body has at most {longest:,} bytes here."
            )
    return bytes(body)


def read(pairs: Sequence[tuple[str, str]], name: str, text: str | None = None) -> Parameters:
    """The parameter called `name`, or the body's `text` in its place, and the graphs.

    Korean is brought to the form that the graph has it in (NFC). Raises Problem where there is more
    than one.
    """
    default, named = _GRAPHS[name]
    texts = [value for key, value in pairs if key == name] + ([] if text is None else [text])
    if len(texts) > 1:
        raise bad(f"There is more than one `{name}`; send one.")
    return Parameters(
        unicodedata.normalize("NFC", texts[0]) if texts else None,
        tuple(value for key, value in pairs if key == default),
        tuple(value for key, value in pairs if key == named),
    )


def _pairs(encoded: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(encoded, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except ValueError as error:
        raise bad("The parameters are not UTF-8, or too many.") from error
