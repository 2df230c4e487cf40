"""Exports: the graph as a file."""

from __future__ import annotations

import io

from fastapi import APIRouter, Response

from app.problems import ProblemBody, unknown
from app.routers.current import CurrentSnapshot
from graph.exports import EXPORTS

router = APIRouter(prefix="/v1", tags=["exports"])


@router.get(
    "/export.{ending}",
    operation_id="export_graph",
    response_class=Response,
    responses={
        200: {"content": {kind.media_type: {} for kind in EXPORTS.values()}},
        404: {"model": ProblemBody, "description": "No such format"},
    },
)
def export(ending: str, snapshot: CurrentSnapshot) -> Response:
    """The whole graph: `graphml`, `gexf`, `ttl`, `nq` or `csv`."""
    kind = EXPORTS.get(ending)
    if kind is None:
        raise unknown("export format", ending)
    out = io.BytesIO()
    kind.write(snapshot, out)
    return Response(
        out.getvalue(),
        media_type=kind.media_type,
        headers={"Content-Disposition": f'attachment; filename="sanmaek.{ending}"'},
    )
