"""Articles in and out over HTTP: sent, read in the background, retracted."""

from __future__ import annotations

import json
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from app.authorization import require_token
from app.endpoint.limits import MEBIBYTE
from app.jobs import FullError, Job, JobState, Page, PageOutcome
from app.problems import Problem, unknown
from app.routers.asked import WRITTEN_DAY
from app.routers.current import CurrentState
from app.routers.failures import NO_TOKEN, WRONG_PARAMETER, failure, nothing
from app.routers.parameters import read_body
from graph.archive import Outcome, UnknownArticleError
from graph.values import PartialDate

router = APIRouter(prefix="/v1", tags=["articles"])
MOST_IN_ONE = 1000
_PAGES = {"text/plain": "article.txt", "text/html": "article.html"}


def _day(value: object) -> PartialDate | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError("a day, month or year is written as a string")
    return PartialDate.parse(value)


class SentArticle(BaseModel):
    """An article as it is sent: `text` or `html`, and what is known of it; the text tells the rest.

    `name` is what the job calls it.
    """

    model_config = ConfigDict(extra="forbid")

    text: str | None = Field(None, examples=["창원시는 진해구에 실증단지를 …"])
    html: str | None = None
    name: str | None = Field(None, max_length=200, examples=["20240315-01.txt"])
    url: str | None = Field(None, max_length=2000, pattern=r"^https?://[^\s<>\"]+$")
    title: str | None = Field(None, max_length=500, examples=["진해 첨단소재 실증연구단지 준공"])
    outlet: str | None = Field(None, max_length=100, examples=["산맥 견본신문"])
    reporter: str | None = Field(None, max_length=100)
    published: Annotated[
        Any,
        BeforeValidator(_day),
        Field(
            examples=["2024-03-15"],
            json_schema_extra={"anyOf": [{"type": "string", **WRITTEN_DAY}, {"type": "null"}]},
        ),
    ] = None


class SentArticles(BaseModel):
    """Several articles."""

    model_config = ConfigDict(extra="forbid")

    articles: list[SentArticle] = Field(min_length=1, max_length=MOST_IN_ONE)


class OutcomeBody(BaseModel):
    """What became of an article: an outcome, or the reason why it could not be read."""

    name: str
    article: str | None = Field(examples=["0a1b2c3d4e5f6789"])
    outcome: Outcome | None
    reason: str | None


class JobBody(BaseModel):
    """How far a job is; `articles` are those that are done, in the order they were sent."""

    id: str
    state: JobState
    total: int
    done: int
    failed: int
    submitted: str
    started: str | None
    finished: str | None
    articles: list[OutcomeBody]


_SENT = SentArticle.model_json_schema()
_BODY = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {
                "anyOf": [
                    _SENT,
                    {
                        "type": "object",
                        "required": ["articles"],
                        "properties": {
                            "articles": {
                                "type": "array",
                                "items": _SENT,
                                "maxItems": MOST_IN_ONE,
                            }
                        },
                    },
                ]
            },
            "example": {
                "articles": [{"text": "창원시는 …", "title": "진해 …", "published": "2024-03-15"}]
            },
        },
        "text/plain": {"schema": {}, "example": "진해 실증단지 준공\n창원시는 …"},
        "text/html": {"schema": {}, "example": "<!doctype html><title>진해 …"},
    },
}


@router.post(
    "/articles",
    operation_id="send_articles",
    status_code=202,
    responses={
        202: {"model": JobBody, "headers": {"Location": {"schema": {"type": "string"}}}},
        **NO_TOKEN,
        **failure(413, "too-large", "Too large", "A body has at most 33,554,432 bytes here."),
        **failure(415, "unsupported-body", "Unsupported body", "Send application/json, …"),
        **WRONG_PARAMETER,
        **failure(503, "busy", "Busy", "10000 articles wait to be read. Try again later."),
    },
    openapi_extra={"requestBody": _BODY},
)
async def send_articles(request: Request, response: Response, state: CurrentState) -> JobBody:
    """Send one article as text or HTML, or several as JSON; a job reads them in the background.

    An article that was read already changes nothing, a retracted one stays retracted.
    """
    require_token(request, state.settings)
    pages = await _pages(request, state.settings.upload_mb * MEBIBYTE)
    try:
        job = await run_in_threadpool(state.jobs.submit, pages)
    except FullError as error:
        raise Problem(
            503, "busy", "Busy", f"{error}. Try again later.", {"Retry-After": "60"}
        ) from error
    response.headers["Location"] = f"/v1/jobs/{job.id}"
    return _body(job)


@router.get(
    "/jobs/{job_id}",
    operation_id="get_job",
    responses=nothing("job", "0a1b"),
)
def job(job_id: str, state: CurrentState) -> JobBody:
    """How far a job is, and what became of each article."""
    found = state.jobs.job(job_id)
    if found is None:
        raise unknown("job", job_id)
    return _body(found)


@router.delete(
    "/articles/{article_id}",
    operation_id="retract_article",
    status_code=204,
    response_class=Response,
    responses={
        **NO_TOKEN,
        **nothing("article", "0a1b2c3d4e5f6789"),
    },
)
async def retract_article(article_id: str, request: Request, state: CurrentState) -> Response:
    """Take an article, and what it alone says, out of the graph; again changes nothing."""
    require_token(request, state.settings)
    try:
        await run_in_threadpool(state.retract, article_id)
    except UnknownArticleError as error:
        raise unknown("article", article_id) from error
    return Response(status_code=204)


async def _pages(request: Request, longest: int) -> list[Page]:
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in (*_PAGES, "application/json"):
        raise Problem(
            415,
            "unsupported-body",
            "Unsupported body",
            "Send application/json, text/plain or text/html.",
        )
    body = await read_body(request, longest)
    if kind in _PAGES:
        return [Page(_PAGES[kind], body, html=kind == "text/html")]
    return await run_in_threadpool(_read, body)


def _read(body: bytes) -> list[Page]:
    try:
        sent = json.loads(body)
        many = isinstance(sent, dict) and "articles" in sent
        several = SentArticles.model_validate(sent if many else {"articles": [sent]})
    except ValidationError as error:
        first = error.errors()[0]
        raise _wrong(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise _wrong(f"the body is not JSON: {error}") from error
    return [_page(number, one) for number, one in enumerate(several.articles, 1)]


def _wrong(detail: str) -> Problem:
    return Problem(422, "invalid-parameter", "A parameter is wrong", f"{detail}.")


def _page(number: int, sent: SentArticle) -> Page:
    content = sent.text if sent.text is not None else sent.html
    if content is None or (sent.text is not None and sent.html is not None):
        raise _wrong(f"article {number}: give `text` or `html`, one of both")
    html = sent.text is None
    return Page(
        sent.name or f"{number}.{'html' if html else 'txt'}",
        content.encode("utf-8", "surrogatepass"),
        html,
        sent.url,
        sent.title,
        sent.outlet,
        sent.reporter,
        sent.published,
    )


def _body(found: Job) -> JobBody:
    return JobBody(
        id=found.id,
        state=found.state,
        total=found.total,
        done=len(found.outcomes),
        failed=sum(one.outcome is None for one in found.outcomes),
        submitted=found.submitted,
        started=found.started,
        finished=found.finished,
        articles=[_outcome(one) for one in found.outcomes],
    )


def _outcome(one: PageOutcome) -> OutcomeBody:
    return OutcomeBody(name=one.name, article=one.article, outcome=one.outcome, reason=one.reason)
