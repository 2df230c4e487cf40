"""What the endpoint says of itself: as a service, as a data set, and as a page for people."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from string import Template
from typing import Annotated

import pyoxigraph
from fastapi import APIRouter, Header, Request, Response
from fastapi.responses import HTMLResponse
from pyoxigraph import NamedNode, Triple

from app.endpoint.jobs import Job, Work
from app.endpoint.media_types import GRAPHS
from app.negotiation import preferred
from app.problems import Problem, ProblemBody
from app.routers.answering import carried_out
from app.routers.current import CurrentState
from app.routers.failures import BUSY
from app.state import State
from graph.description import SD, Addresses, Counts, service_triples, void_triples

router = APIRouter(tags=["sparql"])
EXAMPLES = Path(__file__).resolve().parents[2] / "graph" / "queries" / "examples"
_PAGE = Template(
    (Path(__file__).parent.parent / "templates" / "sparql.html").read_text(encoding="utf-8")
)
_HTML = "text/html"
_FIRST = "projects_by_budget"
_POLICY = "default-src 'self' 'unsafe-inline' data: blob:"
"""Nothing from another host, whatever the editor would like to look up there."""

_COUNTS = {
    "triples": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "graphs": "SELECT (COUNT(DISTINCT ?g) AS ?n) (COUNT(*) AS ?m) { GRAPH ?g { ?s ?p ?o } }",
    "classes": "SELECT ?t (COUNT(DISTINCT ?s) AS ?n) { ?s a ?t } GROUP BY ?t",
    "properties": "SELECT ?t (COUNT(*) AS ?n) { ?s ?t ?o } GROUP BY ?t",
}


@router.get(
    "/.well-known/void",
    operation_id="get_void",
    response_class=Response,
    responses={
        200: {"content": {media_type: {} for media_type in GRAPHS}},
        406: {"model": ProblemBody, "description": "No format that the Accept header wants"},
        **BUSY,
    },
)
async def get_void(
    request: Request, state: CurrentState, accept: Annotated[str | None, Header()] = None
) -> Response:
    """The data set in VoID and DCAT: how much it holds and how it is to be had."""
    counts = await _counts(request, state)
    return _written(void_triples(state.iris, _addresses(request, state), counts), state, accept)


async def description_or_page(request: Request, state: State, accept: str | None) -> Response:
    """The description of the service, or the page for writing queries where HTML is wanted."""
    if preferred(accept, [*GRAPHS, _HTML]) == _HTML:
        page = _page(tuple(sorted(state.iris.prefixes().items())))
        return HTMLResponse(page, headers={"Content-Security-Policy": _POLICY, "Vary": "Accept"})
    counts = await _counts(request, state)
    return _written(service_triples(_addresses(request, state), counts), state, accept)


async def _counts(request: Request, state: State) -> Counts:
    """Counted by queries, so that it is true of what queries find."""

    async def rows(name: str) -> list[dict[str, dict[str, str]]]:
        job = Job(Work.QUERY, _COUNTS[name], results="application/json")
        found = json.loads((await carried_out(request, state.pool, job)).content())
        return list(found["results"]["bindings"])

    async def by_term(name: str) -> dict[NamedNode, int]:
        return {
            NamedNode(row["t"]["value"]): int(row["n"]["value"])
            for row in await rows(name)
            if row["t"]["type"] == "uri"
        }

    graphs = (await rows("graphs"))[0]
    return Counts(
        int((await rows("triples"))[0]["n"]["value"]),
        int(graphs["n"]["value"]),
        int(graphs["m"]["value"]),
        await by_term("classes"),
        await by_term("properties"),
    )


def _addresses(request: Request, state: State) -> Addresses:
    root = str(request.base_url).rstrip("/")
    query = request.url.path if request.url.path.startswith("/sparql") else "/sparql"
    return Addresses(
        query=f"{root}{query}",
        update=f"{root}/update" if state.settings.token else None,
        graph_store=f"{root}/rdf-graph-store",
        dump=f"{root}/v1/export.nq",
    )


def _written(triples: Iterable[Triple], state: State, accept: str | None) -> Response:
    wanted = preferred(accept, list(GRAPHS))
    if wanted is None:
        offered = ", ".join((*GRAPHS, _HTML))
        raise Problem(406, "not-acceptable", "Not acceptable", f"There is {offered}.")
    form = GRAPHS[wanted]
    prefixes = {**state.iris.prefixes(), "sd": SD}
    content = pyoxigraph.serialize(triples, format=form, prefixes=prefixes) or b""
    media_type = form.media_type
    if media_type.startswith("text/"):
        media_type += "; charset=utf-8"
    return Response(content, headers={"Content-Type": media_type, "Vary": "Accept"})


@cache
def _page(prefixes: tuple[tuple[str, str], ...]) -> str:
    examples = []
    for path in sorted(EXAMPLES.glob("*.rq"), key=lambda path: (path.stem != _FIRST, path.stem)):
        query = path.read_text(encoding="utf-8")
        korean, _, english = query.partition("\n")[0].lstrip("# ").partition(" · ")
        examples.append({"name": korean, "english": english, "query": query})
    return _PAGE.substitute(
        examples=_script(examples), prefixes=_script(dict(prefixes)), count=len(examples)
    )


def _script(value: object) -> str:
    """JSON that may stand in a script element."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
