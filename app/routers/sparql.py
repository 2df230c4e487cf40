"""The SPARQL endpoint, read-only: SPARQL 1.1 queries by GET and POST."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from pyoxigraph import QueryResultsFormat, RdfFormat

from app.negotiation import preferred
from app.problems import Problem, ProblemBody
from app.routers.current import CurrentState
from graph.store import QueryError, Store

router = APIRouter(tags=["sparql"])

_RESULTS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
}
_GRAPHS: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}
_RESPONSES: dict[int | str, dict[str, object]] = {
    200: {"content": {media_type: {} for media_type in (*_RESULTS, *_GRAPHS)}},
    400: {"model": ProblemBody, "description": "Not a query, or one that is refused"},
    406: {"model": ProblemBody, "description": "No format that the Accept header wants"},
    415: {"model": ProblemBody, "description": "A body that is neither a query nor a form"},
}
MAX_BODY = 1_000_000


@router.get("/sparql", operation_id="query_sparql", response_class=Response, responses=_RESPONSES)
async def get_query(
    state: CurrentState,
    query: Annotated[str | None, Query(description="a SPARQL 1.1 query")] = None,
    accept: Annotated[str | None, Header()] = None,
) -> Response:
    """Answer a SPARQL query on the accepted view; `GRAPH ?g` gives each article's own claims."""
    return await _answer(state.store, query, accept)


@router.post("/sparql", operation_id="post_sparql", response_class=Response, responses=_RESPONSES)
async def post_query(
    request: Request, state: CurrentState, accept: Annotated[str | None, Header()] = None
) -> Response:
    """Answer a SPARQL query in a form field `query`, or as the body itself."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MAX_BODY:
            raise Problem(
                413, "too-large", "Too large", f"A query body has at most {MAX_BODY} bytes."
            )
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise Problem(400, "bad-query", "Not a query", "The body is not UTF-8.") from error
    match kind:
        case "application/sparql-query":
            return await _answer(state.store, text, accept)
        case "application/x-www-form-urlencoded":
            found = parse_qs(text, keep_blank_values=True).get("query", [])
            return await _answer(state.store, found[0] if len(found) == 1 else None, accept)
        case _:
            raise Problem(
                415,
                "unsupported-body",
                "Unsupported body",
                "Send application/sparql-query, or a form with the field `query`.",
            )


async def _answer(store: Store, query: str | None, accept: str | None) -> Response:
    if not query:
        raise Problem(400, "bad-query", "No query", "Give one parameter `query`.")
    results, graph = preferred(accept, list(_RESULTS)), preferred(accept, list(_GRAPHS))
    if results is None and graph is None:
        offered = ", ".join((*_RESULTS, *_GRAPHS))
        raise Problem(406, "not-acceptable", "Not acceptable", f"There is {offered}.")
    try:
        content, media_type = await run_in_threadpool(
            store.query,
            query,
            _RESULTS[results or next(iter(_RESULTS))],
            _GRAPHS[graph or next(iter(_GRAPHS))],
        )
    except QueryError as error:
        raise Problem(400, "bad-query", "The query is refused", str(error)) from error
    return Response(content, media_type=media_type)
