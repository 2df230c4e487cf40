"""SPARQL 1.1 Update, for people's own triples; with the token."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from app.authorization import require_token
from app.endpoint.jobs import Job, Work
from app.endpoint.limits import MEBIBYTE
from app.problems import Problem, ProblemBody
from app.routers.answering import carried_out
from app.routers.current import CurrentState
from app.routers.failures import BUSY
from app.routers.parameters import bad, described_body, from_body, from_url, read
from app.state import State
from graph.own import DerivedError
from graph.sparql import refuse_remote
from graph.store import QueryError
from graph.update import Change

router = APIRouter(tags=["sparql"])
WRITE_RESPONSES: dict[int | str, dict[str, object]] = {
    400: {"model": ProblemBody, "description": "Not readable, or refused"},
    401: {"model": ProblemBody, "description": "Without the right token"},
    403: {"model": ProblemBody, "description": "Writes are off"},
    409: {"model": ProblemBody, "description": "It would change what articles state"},
    413: {"model": ProblemBody, "description": "Too long"},
    415: {"model": ProblemBody, "description": "Of another type"},
}
_TRIES = 5


@router.post(
    "/update",
    operation_id="post_update",
    status_code=204,
    response_class=Response,
    responses=WRITE_RESPONSES | BUSY,
    openapi_extra={
        "requestBody": described_body(
            "application/sparql-update",
            "update",
            "INSERT DATA { <https://thing.example/a> <https://thing.example/b> 1 }",
        )
    },
)
async def post_update(request: Request, state: CurrentState) -> Response:
    """Add and remove triples of your own; what articles state is refused with 409."""
    require_token(request, state.settings)
    longest = state.settings.update_mb * MEBIBYTE
    text, fields = await from_body(request, "application/sparql-update", "update", longest)
    asked = read([*from_url(request), *fields], "update", text)
    if not asked.text:
        raise bad("There is no update; give one parameter `update`.")
    try:
        refuse_remote(asked.text, update=True)
    except QueryError as error:
        raise Problem(400, "bad-query", "The update is refused", str(error)) from error
    job = Job(
        Work.UPDATE,
        asked.text,
        base=str(request.url.replace(query="", fragment="")),
        default=asked.default,
        named=asked.named,
    )
    await _committed(request, state, job)
    return Response(status_code=204)


async def _committed(request: Request, state: State, job: Job) -> None:
    """Work the change out on the graph as it is; again, where it is another by then."""
    for _ in range(_TRIES):
        revision = state.store.revision
        change = Change.from_bytes((await carried_out(request, state.pool, job)).content())
        try:
            if await run_in_threadpool(state.change_own, change, revision):
                return
        except DerivedError as error:
            raise derived(error) from error
    raise Problem(
        503,
        "busy",
        "Busy",
        "The graph changed while the update was worked out. Try again a little later.",
        {"Retry-After": "5"},
    )


def derived(error: DerivedError) -> Problem:
    """409: articles state what was to be removed."""
    return Problem(
        409,
        "derived",
        "Articles state this",
        "Nothing was changed: triples that are read from articles are not removed by hand. Retract "
        "the article (`sanmaek retract ID`) or decide against the claim in review; the graph "
        "follows. Triples of your own may be added and removed anywhere.",
        derived=[str(quad) for quad in error.quads],
    )
