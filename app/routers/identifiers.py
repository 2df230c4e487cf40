"""The IRIs of entities, answered by whichever server is asked: `/id/<type>/<name or code>`.

A browser gets a page, a program JSON, an RDF tool Turtle or JSON-LD, by the Accept header.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

import pyoxigraph
from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import RedirectResponse
from pyoxigraph import DefaultGraph, RdfFormat

from app.endpoint.media_types import GRAPHS
from app.negotiation import preferred
from app.pages.entity import entity_page
from app.problems import Problem, unknown
from app.routers.asked import AskedDay
from app.routers.current import CurrentSnapshot, CurrentState
from app.routers.entities import EntityBody, entity
from app.routers.failures import NO_ENTITY, failure
from app.state import State
from graph.canonical import CanonicalEntity
from graph.iris import Iris

router = APIRouter(tags=["entities"])
_JSON, _HTML = "application/json", "text/html"
_OFFERED = (_JSON, _HTML, *GRAPHS)
_CONTENT: Mapping[str, Mapping[str, object]] = {
    _JSON: {"schema": {"$ref": "#/components/schemas/EntityBody"}},
    _HTML: {},
    **{media_type: {} for media_type in GRAPHS},
}


@router.get(
    "/id/{path:path}",
    operation_id="resolve_iri",
    response_class=Response,
    responses={
        200: {"description": "The entity, as the Accept header wants it", "content": _CONTENT},
        303: {"description": "The IRI of an article, which this leads to"},
        308: {"description": "It was joined to another thing, whose IRI this is"},
        **NO_ENTITY,
        **failure(406, "not-acceptable", "Not acceptable", "There is application/json, …"),
    },
)
def resolve_iri(
    path: str,
    request: Request,
    *,
    state: CurrentState,
    snapshot: CurrentSnapshot,
    asked: AskedDay,
    accept: Annotated[str | None, Header()] = None,
) -> Response:
    """The entity that an IRI names; the IRI of one that was joined leads to the other's."""
    view, iris = asked.view, snapshot.iris
    if path.startswith("article/"):
        return RedirectResponse(f"/v1/articles/{quote(path[8:], safe='')}", status_code=303)
    entity_path = _entity_path(iris, request.scope["raw_path"].decode().partition("/id/")[2])
    if entity_path is None:
        raise unknown("entity", path)
    if path in view.entities or path in view.joined:
        entity_path = path  # as it is written in answers: `_` is a space only in an IRI
    if entity_path in view.joined:
        goes_by = iris.entity(view.joined[entity_path]).value.removeprefix(iris.base)
        return RedirectResponse(f"/{quote(goes_by, safe='/%')}", status_code=308)
    found = view.entities.get(entity_path)
    if found is None:
        raise unknown("entity", entity_path)
    wanted = preferred(accept, _OFFERED)
    if wanted is None:
        offered = ", ".join(_OFFERED)
        raise Problem(406, "not-acceptable", "Not acceptable", f"There is {offered}.")
    if wanted == _HTML:
        response: Response = entity_page(view, iris, found, asked.day)
    elif wanted == _JSON:
        body: EntityBody = entity(found.path, snapshot, asked)
        response = Response(body.model_dump_json(), media_type=_JSON)
    else:
        response = _described(state, found, GRAPHS[wanted])
    response.headers["Vary"] = "Accept"
    return response


def _entity_path(iris: Iris, written: str) -> str | None:
    """The path that the end of an IRI names, also where a client wrote `region%2F48120`."""
    if "/" not in written:
        written = written.replace("%2F", "/", 1).replace("%2f", "/", 1)
    try:
        return iris.path(f"{iris.base}id/{written}")
    except ValueError:
        return None


def _described(state: State, entity: CanonicalEntity, form: RdfFormat) -> Response:
    """What the default graph says of an entity, and of the IRIs that lead to it."""
    store, iris = state.store, state.iris
    triples = [
        quad.triple
        for path in (entity.path, *entity.identities)
        for quad in store.quads(DefaultGraph(), subject=iris.entity(path))
    ]
    content = pyoxigraph.serialize(triples, format=form, prefixes=iris.prefixes()) or b""
    media_type = form.media_type
    if media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    return Response(content, headers={"Content-Type": media_type})
