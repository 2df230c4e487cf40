"""SPARQL 1.1 Protocol, queries: by GET, by POST of a form and by POST of the query itself."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from app.endpoint.jobs import Job, Work
from app.endpoint.media_types import GRAPHS, RESULTS
from app.negotiation import preferred
from app.problems import Problem, ProblemBody
from app.routers.answering import carried_out, response_of
from app.routers.current import CurrentState
from app.routers.parameters import Parameters, bad, described_body, from_body, from_url, read
from app.routers.service import description_or_page
from app.state import State
from graph.search_pattern import may_search
from graph.sparql import refuse_remote
from graph.store import QueryError

router = APIRouter(tags=["sparql"])

_RESPONSES: dict[int | str, dict[str, object]] = {
    200: {"content": {media_type: {} for media_type in (*RESULTS, *GRAPHS)}},
    400: {"model": ProblemBody, "description": "Not a query, or one that is refused"},
    406: {"model": ProblemBody, "description": "No format that the Accept header wants"},
    413: {"model": ProblemBody, "description": "Too long a query"},
    415: {"model": ProblemBody, "description": "A body that is neither a query nor a form"},
    422: {"model": ProblemBody, "description": "An answer with too many rows, or too long"},
    503: {"model": ProblemBody, "description": "Too many queries at once, or too much memory"},
    504: {"model": ProblemBody, "description": "The query took too long"},
}
_BYTES_A_CHARACTER = 12
"""The most: Korean, percent-encoded in a form, takes nine."""


@router.get("/sparql", operation_id="query_sparql", response_class=Response, responses=_RESPONSES)
async def get_query(
    request: Request,
    state: CurrentState,
    query: Annotated[list[str] | None, Query(description="a SPARQL 1.1 query")] = None,
    default_graph: Annotated[list[str] | None, Query(alias="default-graph-uri")] = None,
    named_graph: Annotated[list[str] | None, Query(alias="named-graph-uri")] = None,
    *,
    accept: Annotated[str | None, Header()] = None,
) -> Response:
    """Answer a SPARQL query on the accepted view; `GRAPH ?g` gives each article's own claims.

    Without a query: the description of the service, and a page to write queries for a browser.
    """
    del query, default_graph, named_graph  # for the documentation; they are read strictly below
    pairs = from_url(request)
    if any(name == "update" for name, _ in pairs):
        raise bad("An update is sent by POST to /update.")
    parameters = read(pairs, "query")
    if parameters.text is None:
        return await description_or_page(request, state, accept)
    return await _answer(request, state, parameters, accept)


@router.post(
    "/sparql",
    operation_id="post_sparql",
    response_class=Response,
    responses=_RESPONSES,
    openapi_extra={
        "requestBody": described_body(
            "application/sparql-query", "query", "SELECT ?thing { ?thing a smk:Project } LIMIT 10"
        )
    },
)
async def post_query(
    request: Request, state: CurrentState, accept: Annotated[str | None, Header()] = None
) -> Response:
    """Answer a SPARQL query in a form field `query`, or as the body itself."""
    longest = state.settings.query_characters * _BYTES_A_CHARACTER
    text, fields = await from_body(request, "application/sparql-query", "query", longest)
    pairs = [*from_url(request), *fields]
    if any(name == "update" for name, _ in pairs):
        raise bad("An update is sent by POST to /update.")
    return await _answer(request, state, read(pairs, "query", text), accept)


for _path in ("/sparql", "/sparql/"):
    router.add_api_route(_path, get_query, methods=["HEAD"], include_in_schema=False)
router.add_api_route("/sparql/", get_query, methods=["GET"], include_in_schema=False)
router.add_api_route("/sparql/", post_query, methods=["POST"], include_in_schema=False)


async def _answer(
    request: Request, state: State, asked: Parameters, accept: str | None
) -> Response:
    if not asked.text:
        raise bad("There is no query; give one parameter `query`.")
    results, graph = preferred(accept, list(RESULTS)), preferred(accept, list(GRAPHS))
    if results is None and graph is None:
        offered = ", ".join(dict.fromkeys((*RESULTS, *GRAPHS)))
        raise Problem(406, "not-acceptable", "Not acceptable", f"There is {offered}.")
    try:
        refuse_remote(asked.text, longest=state.settings.query_characters)
        text = asked.text
        if may_search(text):
            text = await run_in_threadpool(state.with_hits, text)
    except QueryError as error:
        raise Problem(400, "bad-query", "The query is refused", str(error)) from error
    job = Job(
        Work.QUERY,
        text,
        base=str(request.url.replace(query="", fragment="")),
        results=results,
        graph=graph,
        default=asked.default,
        named=asked.named,
        prefixes=state.iris.prefixes(),
    )
    return response_of(await carried_out(request, state.pool, job))
