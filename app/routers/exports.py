"""Exports: the graph, or the part around some projects, as a file."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from app.criteria import Criteria, CriterionError, selection_of
from app.problems import Problem, ProblemBody, unknown
from app.routers.bodies import entity_card
from app.routers.current import CurrentSnapshot
from graph.exports import EXPORTS, Options
from graph.kinds import BudgetKind, Milestone
from graph.knowledge import Snapshot
from graph.network.elements import NetworkView, Parallel
from graph.selection import Selection

REPORT = "Sanmaek-Export"
"""The header that says, as JSON, what the file holds and what was left out."""

router = APIRouter(prefix="/v1", tags=["exports"])


def _criteria(  # noqa: PLR0917  FastAPI passes query parameters by name
    city: Annotated[
        str | None, Query(description="region by any name or code", examples=["창원"])
    ] = None,
    org: Annotated[
        str | None, Query(description="organisation that takes part", examples=["재료연"])
    ] = None,
    company: Annotated[str | None, Query(description="company that takes part")] = None,
    person: Annotated[
        str | None, Query(description="who signed, or holds an office of a body that takes part")
    ] = None,
    industry: Annotated[str | None, Query(examples=["첨단소재"])] = None,
    status: Annotated[Milestone | None, Query(description="where it stands")] = None,
    budget_min: Annotated[
        str | None, Query(description="least sum in won", examples=["100억"])
    ] = None,
    budget_max: Annotated[
        str | None, Query(description="largest sum in won", examples=["1조 4,000억원"])
    ] = None,
    budget_kind: Annotated[BudgetKind | None, Query(description="kind of the sum")] = None,
    since: Annotated[
        str | None, Query(alias="from", description="runs on or after", examples=["2023-05"])
    ] = None,
    until: Annotated[str | None, Query(alias="to", description="runs on or before")] = None,
    words: Annotated[str | None, Query(alias="q", description="words of its name")] = None,
) -> Criteria:
    return Criteria(
        city,
        org,
        company,
        person,
        industry,
        status,
        budget_min,
        budget_max,
        budget_kind,
        since,
        until,
        words,
    )


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
    criteria: Annotated[Criteria, Depends(_criteria)],
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
    opened = kind.open(snapshot, Options(_selection(criteria, snapshot), view, parallel))
    return StreamingResponse(
        opened.blocks,
        media_type=kind.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="sanmaek.{ending}"',
            REPORT: opened.report.as_json(),
        },
    )


def _selection(criteria: Criteria, snapshot: Snapshot) -> Selection:
    try:
        return selection_of(criteria, snapshot.view)
    except CriterionError as error:
        status = 404 if error.kind == "unknown" else 422
        cards = [entity_card(one, snapshot.iris).model_dump() for one in error.candidates]
        title = f"A parameter is {error.kind}"
        raise Problem(
            status, f"{error.kind}-{error.parameter}", title, str(error), candidates=cards or None
        ) from None
