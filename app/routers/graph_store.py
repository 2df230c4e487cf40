"""SPARQL 1.1 Graph Store HTTP Protocol: whole graphs to read, and to write with the token."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from email import policy
from email.parser import BytesParser
from typing import Annotated
from uuid import uuid4

import pyoxigraph
from fastapi import APIRouter, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from app.authorization import require_token
from app.endpoint.jobs import Job, Work
from app.endpoint.limits import MEBIBYTE
from app.endpoint.media_types import GRAPHS
from app.negotiation import preferred
from app.problems import Problem, ProblemBody
from app.routers.answering import carried_out, response_of
from app.routers.current import CurrentState
from app.routers.failures import BUSY
from app.routers.parameters import bad, from_url, read_body
from app.routers.update import WRITE_RESPONSES, derived
from app.state import State
from graph.own import DerivedError
from graph.store import GraphName

router = APIRouter(tags=["sparql"])
PATH = "/rdf-graph-store"
_READ_RESPONSES: dict[int | str, dict[str, object]] = {
    200: {"content": {media_type: {} for media_type in GRAPHS}},
    400: {"model": ProblemBody, "description": "No graph is named, or two"},
    404: {"model": ProblemBody, "description": "No such graph"},
    406: {"model": ProblemBody, "description": "No format that the Accept header wants"},
    **BUSY,
}
_CREATED: dict[int | str, dict[str, object]] = {
    201: {"description": "There was no such graph; a new one's IRI is in `Location`"}
}
_WHICH: list[dict[str, object]] = [
    {
        "name": "graph",
        "in": "query",
        "description": "the graph's IRI",
        "schema": {"type": "string", "examples": ["https://graph.example/mine"]},
    },
    {
        "name": "default",
        "in": "query",
        "description": "the default graph, instead of one with an IRI",
        "allowEmptyValue": True,
        "schema": {"type": "string", "examples": [""]},
    },
]
_TURTLE = "<https://thing.example/a> <https://thing.example/b> 1 ."
_GRAPH = {
    "parameters": _WHICH,
    "requestBody": {
        "required": True,
        "content": {
            **{media_type: {} for media_type in GRAPHS},
            "text/turtle": {"example": _TURTLE},
        },
    },
}


@router.get(
    PATH,
    operation_id="get_graph",
    response_class=Response,
    responses=_READ_RESPONSES,
    openapi_extra={"parameters": _WHICH},
)
async def get_graph(
    request: Request, state: CurrentState, accept: Annotated[str | None, Header()] = None
) -> Response:
    """A graph, whole: `?graph=` and its IRI, or `?default`."""
    graph = _named(request)
    wanted = preferred(accept, list(GRAPHS))
    if graph is None:
        raise bad("Say which graph: ?graph= and its IRI, or ?default.")
    if wanted is None:
        offered = ", ".join(GRAPHS)
        raise Problem(406, "not-acceptable", "Not acceptable", f"There is {offered}.")
    job = Job(
        Work.GRAPH,
        graph.value if isinstance(graph, NamedNode) else "",
        graph=wanted,
        prefixes=state.iris.prefixes(),
    )
    return response_of(await carried_out(request, state.pool, job))


@router.put(
    PATH,
    operation_id="put_graph",
    status_code=204,
    response_class=Response,
    responses=WRITE_RESPONSES | _CREATED,
    openapi_extra=_GRAPH,
)
async def put_graph(request: Request, state: CurrentState) -> Response:
    """Put a graph of your own in the place of one."""
    require_token(request, state.settings)
    graph = _named(request)
    if graph is None:
        raise bad("Say which graph: ?graph= and its IRI, or ?default.")
    new = await _sent(request, state, graph)
    return await run_in_threadpool(_changed, state, graph, new, keep=False)


@router.post(
    PATH,
    operation_id="post_graph",
    status_code=204,
    response_class=Response,
    responses=WRITE_RESPONSES | _CREATED,
    openapi_extra=_GRAPH,
)
async def post_graph(request: Request, state: CurrentState) -> Response:
    """Add triples to a graph; to a new one, whose IRI is answered, where none is named."""
    require_token(request, state.settings)
    graph = _named(request)
    if graph is not None:
        new = await _sent(request, state, graph)
        return await run_in_threadpool(_changed, state, graph, new, keep=True)
    made = NamedNode(f"{request.url.replace(query='', fragment='')}/{uuid4()}")
    new = await _sent(request, state, made)
    response = await run_in_threadpool(_changed, state, made, new, keep=True)
    response.headers["Location"] = made.value
    return response


@router.delete(
    PATH,
    operation_id="delete_graph",
    status_code=204,
    response_class=Response,
    responses=WRITE_RESPONSES | {404: {"model": ProblemBody, "description": "No such graph"}},
    openapi_extra={"parameters": _WHICH},
)
async def delete_graph(request: Request, state: CurrentState) -> Response:
    """Remove a graph of your own."""
    require_token(request, state.settings)
    graph = _named(request)
    if graph is None:
        raise bad("Say which graph: ?graph= and its IRI, or ?default.")
    response = await run_in_threadpool(_changed, state, graph, frozenset(), keep=False)
    if response.status_code == 201:
        raise Problem(404, "not-found", "Not found", f"There is no graph {graph}.")
    return response


router.add_api_route(PATH, get_graph, methods=["HEAD"], include_in_schema=False)
for _method, _endpoint in (
    ("GET", get_graph),
    ("HEAD", get_graph),
    ("PUT", put_graph),
    ("POST", post_graph),
    ("DELETE", delete_graph),
):
    router.add_api_route(
        PATH + "/{rest:path}", _endpoint, methods=[_method], include_in_schema=False
    )


def _named(request: Request) -> GraphName | None:
    """The graph that a request is about: named by a parameter, or by the URL itself."""
    pairs = from_url(request)
    graphs = [value for name, value in pairs if name == "graph"]
    default = any(name == "default" for name, _ in pairs)
    if len(graphs) + default > 1:
        raise bad("Name one graph: ?graph= and its IRI, or ?default.")
    if default:
        return DefaultGraph()
    own = str(request.url.replace(query="", fragment=""))
    direct = request.url.path.removeprefix(PATH).strip("/")
    if not graphs and not direct:
        return None
    try:
        name = NamedNode(graphs[0] if graphs else own)
    except ValueError as error:
        raise bad(f"Not the IRI of a graph, which is absolute: {graphs[0]!r}.") from error
    return name


def _changed(state: State, graph: GraphName, new: frozenset[Quad], *, keep: bool) -> Response:
    with state.writing:
        old = frozenset(state.store.everything(graph))
        try:
            state.store.change_own(() if keep else old - new, new - old)
        except DerivedError as error:
            raise derived(error) from error
    return Response(status_code=204 if old or isinstance(graph, DefaultGraph) else 201)


async def _sent(request: Request, state: State, graph: GraphName) -> frozenset[Quad]:
    body = await read_body(request, state.settings.update_mb * MEBIBYTE)
    kind = request.headers.get("content-type", "text/turtle")
    return frozenset(await run_in_threadpool(_parsed, body, kind, graph))


def _parsed(body: bytes, kind: str, graph: GraphName) -> list[Quad]:
    if kind.lower().startswith("multipart/form-data"):
        head = f"Content-Type: {kind}\r\n\r\n".encode("latin-1", "replace")
        message = BytesParser(policy=policy.HTTP).parsebytes(head + body)
        parts = [
            (part.get_payload(decode=True), part.get_content_type())
            for part in message.iter_parts()
        ]
        return [
            quad
            for content, part in parts
            if isinstance(content, bytes)
            for quad in _parsed(content, part, graph)
        ]
    form = RdfFormat.from_media_type(kind)
    if form is None:
        raise Problem(
            415,
            "unsupported-body",
            "Unsupported body",
            f"{kind} is not known here; send {', '.join(GRAPHS)}, or multipart/form-data of these.",
        )
    base = graph.value if isinstance(graph, NamedNode) else None
    try:
        found = pyoxigraph.parse(body, form, base_iri=base, rename_blank_nodes=True)
        return list(_in_graph(found, graph))
    except (SyntaxError, ValueError) as error:
        raise Problem(400, "bad-graph", "Not readable", str(error)) from error


def _in_graph(found: Iterable[Quad], graph: GraphName) -> Iterable[Quad]:
    for quad in found:
        if not isinstance(quad.graph_name, DefaultGraph):
            raise ValueError("a graph is sent alone; this names graphs of its own")
        value = quad.object
        if isinstance(value, Literal):
            value = _composed(value)
        yield Quad(quad.subject, quad.predicate, value, graph)


def _composed(value: Literal) -> Literal:
    """A literal in the form that the graph has Korean in (NFC)."""
    text = unicodedata.normalize("NFC", value.value)
    if text == value.value:
        return value
    if value.language:
        return Literal(text, language=value.language)
    return Literal(text, datatype=value.datatype)
