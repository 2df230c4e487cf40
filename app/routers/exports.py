"""Exports: the graph, or the part around some projects, as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from app.language import Language
from app.lists import Viewed
from app.lists.criteria import ProjectCriteria, understood
from app.problems import ProblemBody, unknown
from app.routers.current import CurrentSnapshot
from app.today import today
from graph.exports import EXPORTS, Options
from graph.network.elements import NetworkView, Parallel

REPORT = "Sanmaek-Export"
"""The header that says, as JSON, what the file holds and what was left out."""

router = APIRouter(prefix="/v1", tags=["exports"])


@router.get(
    "/export.{ending}",
    operation_id="export_graph",
    response_class=StreamingResponse,
    responses={
        200: {
            "content": {kind.media_type: {} for kind in EXPORTS.values()},
            "headers": {
                REPORT: {
                    "description": "as JSON: counts in and out, what was left out and why, notes",
                    "schema": {"type": "string"},
                }
            },
        },
        404: {"model": ProblemBody, "description": "No such format, or no such entity"},
        422: {"model": ProblemBody, "description": "A parameter is wrong, or a name ambiguous"},
    },
)
def export(
    ending: str,
    snapshot: CurrentSnapshot,
    criteria: ProjectCriteria,
    view: Annotated[
        NetworkView, Query(description="which network, for formats that hold one")
    ] = NetworkView.FULL,
    parallel: Annotated[
        Parallel | None,
        Query(description="several relations of one pair: one edge, or an edge each"),
    ] = None,
) -> StreamingResponse:
    """The graph as a file, or with criteria the part around the projects that fulfil them.

    Networks: `gexf` (Gephi), `graphml`, `json` (Gephi Lite), `csv.zip`, `nodes.csv`, `edges.csv`,
    `neo4j.zip`. Tables: `csv`, `xlsx`, `jsonl`. RDF: `ttl`, `nq`, `jsonld`.
    """
    kind = EXPORTS.get(ending)
    if kind is None:
        raise unknown("export format", ending)
    viewed = Viewed(snapshot, snapshot.view, today(), Language.KO)
    selection, _ = understood(criteria, viewed)
    opened = kind.open(snapshot, Options(selection, view, parallel))
    return StreamingResponse(
        opened.blocks,
        media_type=kind.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="sanmaek.{ending}"',
            REPORT: opened.report.as_json(),
        },
    )
