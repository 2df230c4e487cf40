"""The IRIs of entities, answered by whichever server is asked: `/id/<type>/<name or code>`."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from app.problems import ProblemBody, unknown
from app.routers.current import CurrentSnapshot

router = APIRouter(tags=["entities"])


@router.get(
    "/id/{kind}/{name}",
    operation_id="resolve_iri",
    status_code=303,
    responses={
        308: {"description": "It was joined to another thing, whose IRI this is"},
        404: {"model": ProblemBody, "description": "No such entity"},
    },
)
def resolve_iri(
    kind: str, name: str, request: Request, snapshot: CurrentSnapshot
) -> RedirectResponse:
    """The entity that an IRI names; the IRI of one that was joined leads to the other's."""
    view, iris = snapshot.view, snapshot.iris
    try:
        path = iris.path(f"{iris.base}id/{request.scope['raw_path'].decode().partition('/id/')[2]}")
    except ValueError:
        raise unknown("entity", f"{kind}/{name}") from None
    if path in view.joined:
        goes_by = iris.entity(view.joined[path]).value.removeprefix(iris.base)
        return RedirectResponse(f"/{quote(goes_by, safe='/%')}", status_code=308)
    if path not in view.entities:
        raise unknown("entity", path)
    return RedirectResponse(f"/v1/entities/{quote(path, safe='/')}", status_code=303)
