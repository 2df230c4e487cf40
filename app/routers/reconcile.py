"""The reconciliation API 0.2, by which OpenRefine matches people's own tables with this graph.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

import json
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Query, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from app.korean_words import TYPES
from app.pages.entity import preview_page
from app.problems import Problem
from app.routers.current import CurrentState
from app.routers.entities import entity_of
from app.routers.failures import JOINED, NO_ENTITY, WRONG_PARAMETER, failure
from app.routers.parameters import FORM, from_body
from app.routers.table_columns import PROPERTIES, values_of
from app.state import State
from graph.candidates import MAX_NAME, Candidate, candidates
from graph.kinds import PLACES, EntityType
from graph.knowledge import Snapshot
from graph.vocabulary import SMK

router = APIRouter(tags=["reconciliation"])
MOST_QUERIES = 100
MOST_ROWS = 1000
_LONGEST_FORM = 4 * 1024 * 1024
_NEAR = "lies_in"
_KOREA = "region/KR"


class ReconcileProperty(BaseModel):
    """A column that is given beside the name; `lies_in` counts, any other is left aside."""

    pid: str
    v: Any = None


class ReconcileQuery(BaseModel):
    """One name to match."""

    model_config = ConfigDict(extra="ignore")

    query: str = Field("", max_length=10 * MAX_NAME)
    type: str | list[str] | None = None
    limit: int = Field(5, ge=1, le=50)
    properties: list[ReconcileProperty] = Field(default_factory=list, max_length=20)
    type_strict: str | None = None


class ExtendProperty(BaseModel):
    """A column that is asked for."""

    id: str


class ExtendQuery(BaseModel):
    """Which columns of which things are asked for."""

    ids: list[str] = Field(max_length=MOST_ROWS)
    properties: list[ExtendProperty] = Field(max_length=50)


_QUERIES = TypeAdapter[dict[str, ReconcileQuery]](dict[str, ReconcileQuery])
_EXAMPLE = '{"q0": {"query": "한국재료연구소", "type": "institute", "limit": 3}}'
_DOCUMENTED = {
    200: {"description": "The manifest, the candidates of each query, or the columns asked for"},
    **failure(400, "bad-query", "Bad request", "queries: this is not JSON."),
    **failure(413, "too-large", "Too large", "A body has at most 4,194,304 bytes here."),
}


@router.get("/reconcile", operation_id="reconcile", responses=_DOCUMENTED)
def reconcile(
    request: Request,
    state: CurrentState,
    queries: Annotated[
        str | None, Query(description="queries by key, as JSON", examples=[_EXAMPLE])
    ] = None,
    extend: Annotated[
        str | None,
        Query(
            description="things and columns, as JSON",
            examples=['{"ids": ["region/48120"], "properties": [{"id": "name_en"}]}'],
        ),
    ] = None,
) -> dict[str, Any]:
    """What the service is; with `queries` or `extend` what a POST answers."""
    return _answer(request, state, queries, extend)


@router.post(
    "/reconcile",
    operation_id="reconcile_batch",
    responses={
        **_DOCUMENTED,
        **failure(415, "unsupported-body", "Unsupported body", f"Send {FORM}."),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                FORM: {
                    "schema": {
                        "type": "object",
                        "properties": {
                            "queries": {"type": "string"},
                            "extend": {"type": "string"},
                        },
                    },
                    "example": {"queries": _EXAMPLE},
                }
            },
        }
    },
)
async def reconcile_batch(request: Request, state: CurrentState) -> dict[str, Any]:
    """Candidates for names (form field `queries`), or columns of things (`extend`)."""
    form, _ = await from_body(request, FORM, "queries", _LONGEST_FORM)
    try:
        sent = dict(parse_qsl(form or "", errors="strict", max_num_fields=10))
    except ValueError as error:
        raise _bad(f"the form cannot be read: {error}") from error
    return await run_in_threadpool(_answer, request, state, sent.get("queries"), sent.get("extend"))


@router.get("/reconcile/suggest/entity", operation_id="suggest_entity", responses=WRONG_PARAMETER)
def suggest_entity(
    state: CurrentState,
    prefix: Annotated[str, Query(max_length=200, examples=["창원"])],
    cursor: Annotated[int, Query(ge=0, le=10_000)] = 0,
) -> dict[str, Any]:
    """Things with a name that begins so, for OpenRefine's search boxes."""
    snapshot = state.snapshot
    found = state.finding.suggestions(snapshot.view).suggest(prefix, cursor + 10)[cursor:]
    return {
        "result": [
            {
                "id": one.path,
                "name": one.name,
                "description": _description(snapshot, one.path),
                "notable": [_type(one.type)],
            }
            for one in found
        ]
    }


@router.get("/reconcile/suggest/type", operation_id="suggest_type", responses=WRONG_PARAMETER)
def suggest_type(
    prefix: Annotated[str, Query(max_length=200, examples=["기업"])],
) -> dict[str, Any]:
    """The types of things whose Korean or English name holds the letters typed."""
    typed = prefix.strip().casefold()
    found = (_type(kind) for kind in EntityType)
    return {"result": [one for one in found if typed in one["id"] or typed in one["name"]]}


@router.get(
    "/reconcile/suggest/property", operation_id="suggest_property", responses=WRONG_PARAMETER
)
def suggest_property(
    prefix: Annotated[str, Query(max_length=200, examples=["위치"])],
) -> dict[str, Any]:
    """The columns whose name holds the letters typed."""
    typed = prefix.strip().casefold()
    found = [{"id": key, "name": column.name} for key, column in PROPERTIES.items()]
    return {"result": [one for one in found if typed in one["id"] or typed in one["name"]]}


@router.get("/reconcile/properties", operation_id="propose_properties", responses=WRONG_PARAMETER)
def propose_properties(
    kind: Annotated[str | None, Query(alias="type", examples=["project"])] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> dict[str, Any]:
    """The columns that a table of things of a type can be given."""
    found = [
        {"id": key, "name": column.name}
        for key, column in PROPERTIES.items()
        if kind is None or kind not in set(EntityType) or EntityType(kind) in column.types
    ]
    return {"type": kind or "", "limit": limit, "properties": found[:limit]}


@router.get(
    "/reconcile/preview",
    operation_id="preview_entity",
    response_class=HTMLResponse,
    responses={**JOINED, **NO_ENTITY},
)
def preview(
    state: CurrentState,
    entity_id: Annotated[str, Query(alias="id", max_length=500, examples=["region/48120"])],
) -> HTMLResponse:
    """A small page of one thing, shown where a mouse rests on a candidate."""
    view = state.snapshot.view
    return preview_page(view, entity_of(view, entity_id))


def _answer(
    request: Request, state: State, queries: str | None, extend: str | None
) -> dict[str, Any]:
    snapshot = state.snapshot
    if queries is not None:
        asked = _read(_QUERIES, "queries", queries)
        if len(asked) > MOST_QUERIES:
            raise _bad(f"queries: at most {MOST_QUERIES} at once, not {len(asked)}")
        return {key: {"result": _matched(snapshot, one)} for key, one in asked.items()}
    if extend is not None:
        return _extended(snapshot, _read(TypeAdapter(ExtendQuery), "extend", extend))
    return _manifest(str(request.base_url).rstrip("/"), snapshot)


def _manifest(root: str, snapshot: Snapshot) -> dict[str, Any]:
    here = f"{root}/reconcile"
    return {
        "versions": ["0.2"],
        "name": "산맥 sanmaek: 지역 산업정책 지식그래프",
        "identifierSpace": f"{snapshot.iris.base}id/",
        "schemaSpace": SMK,
        "documentation": f"{root}/docs",
        "view": {"url": f"{root}/id/{{{{id}}}}"},
        "defaultTypes": [_type(kind) for kind in EntityType],
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": 400, "height": 240},
        "suggest": {
            kind: {"service_url": here, "service_path": f"/suggest/{kind}"}
            for kind in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/properties"},
            "property_settings": [],
        },
    }


def _matched(snapshot: Snapshot, asked: ReconcileQuery) -> list[dict[str, Any]]:
    view = snapshot.view
    named = [asked.type] if isinstance(asked.type, str) else asked.type or []
    types = [EntityType(kind) for kind in named if kind in set(EntityType)]
    if named and not types:
        raise _bad(f"type: {named[0]!r} is none of {', '.join(EntityType)}")
    place = _place(snapshot, asked.properties)
    found = candidates(view, asked.query, types or EntityType, place, asked.limit)
    return [_candidate(snapshot, one) for one in found]


def _place(snapshot: Snapshot, given: list[ReconcileProperty]) -> str | None:
    """The one place that a column names; an unknown or ambiguous one tells nothing apart."""
    for value in (one.v for one in given if one.pid == _NEAR):
        for part in value if isinstance(value, list) else [value]:
            named = part.get("id") if isinstance(part, dict) else part
            if isinstance(named, str):
                known = snapshot.view.entities.get(named)
                found = [known] if known else snapshot.view.named(named, PLACES)
                if len(found) == 1:
                    return found[0].path
    return None


def _candidate(snapshot: Snapshot, one: Candidate) -> dict[str, Any]:
    entity = snapshot.view.entities[one.path]
    features: list[dict[str, Any]] = [{"id": "likeness", "value": one.likeness}]
    if one.near is not None:
        features.append({"id": "near", "value": one.near})
    return {
        "id": one.path,
        "name": entity.name,
        "description": _description(snapshot, one.path),
        "type": [_type(entity.type)],
        "score": one.score,
        "match": one.match,
        "features": features,
    }


def _extended(snapshot: Snapshot, asked: ExtendQuery) -> dict[str, Any]:
    unknown = [one.id for one in asked.properties if one.id not in PROPERTIES]
    if unknown:
        raise _bad(f"extend: {unknown[0]!r} is none of {', '.join(PROPERTIES)}")
    meta = [{"id": one.id, "name": PROPERTIES[one.id].name} for one in asked.properties]
    return {
        "meta": meta,
        "rows": {
            path: {one.id: values_of(one.id, path, snapshot) for one in asked.properties}
            for path in asked.ids
        },
    }


def _description(snapshot: Snapshot, path: str) -> str:
    """What tells a thing from its namesakes: its type, and the smallest regions it lies in."""
    view = snapshot.view
    kind = TYPES[view.entities[path].type]
    regions = [place for place in view.places_of(path) if place.startswith("region/")]
    smallest = sorted(regions, key=lambda code: (len(code), code))[-2:]
    around = " ".join(view.entities[place].name for place in smallest if place != _KOREA)
    return f"{kind}, {around}" if around else kind


def _type(kind: EntityType) -> dict[str, str]:
    return {"id": kind.value, "name": TYPES[kind]}


def _read(adapter: TypeAdapter[Any], name: str, text: str) -> Any:
    try:
        return adapter.validate_python(json.loads(text))
    except ValidationError as error:
        first = error.errors()[0]
        raise _bad(f"{name}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise _bad(f"{name}: this is not JSON: {error}") from error


def _bad(detail: str) -> Problem:
    return Problem(400, "bad-query", "Bad request", f"{detail}.")
