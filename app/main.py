"""The web application: routers over the current snapshot."""

from __future__ import annotations

from pathlib import Path

import fastapi_swagger
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from fastapi.middleware.gzip import GZipMiddleware
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from app import description, moved, problems
from app.bounds import Bounds
from app.endpoint.limits import MEBIBYTE
from app.head import Head
from app.rate import RateLimit
from app.revalidation import Revalidation
from app.routers import (
    articles,
    changes,
    claims,
    entities,
    exports,
    graph_store,
    health,
    home,
    identifiers,
    jobs,
    lists,
    meta,
    neighbors,
    paths,
    projects,
    reconcile,
    resolve,
    review,
    search,
    service,
    sparql,
    stats,
    suggest,
    timelines,
    update,
)
from app.state import State
from app.warming import warm

_STATIC = Path(__file__).parent / "static"
_SWAGGER = Path(fastapi_swagger.__file__).parent / "resources"


def create_app(state: State) -> FastAPI:
    """The application over open data; whoever opened it closes it."""
    app = FastAPI(
        title="산맥 sanmaek",
        summary="Korean regional industrial policy, every number with the sentence that says it",
        version="0.1.0",
        docs_url=None,
        redoc_url=None,
        responses={422: {"model": problems.ProblemBody, "description": "A parameter is wrong"}},
    )
    app.state.sanmaek = state
    state.warm_with(warm)
    settings = state.settings
    app.add_middleware(Revalidation, state=state)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Head)
    app.add_middleware(
        Bounds,
        url_bytes=settings.url_kb * 1024,
        body_bytes=max(settings.upload_mb, settings.update_mb) * MEBIBYTE,
    )
    if settings.requests_a_minute:
        app.add_middleware(RateLimit, a_minute=settings.requests_a_minute)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD", "POST", "PUT", "DELETE"],
        allow_headers=["*"],
        expose_headers=["ETag", "Link", "Location", "Retry-After", exports.REPORT],
    )
    problems.install(app)
    moved.install(app)
    for router in (
        sparql.router,  # first, for routes are tried in turn and this one is in a hurry
        home.router,
        projects.router,
        lists.router,
        stats.router,
        suggest.router,
        search.router,
        resolve.router,
        reconcile.router,
        timelines.router,
        neighbors.router,
        paths.router,
        entities.router,
        articles.router,
        claims.router,
        meta.router,
        jobs.router,
        changes.router,
        review.router,
        identifiers.router,
        exports.router,
        service.router,
        update.router,
        graph_store.router,
        health.router,
    ):
        app.include_router(router)
    _add_documentation(app)
    description.install(app)
    return app


def _add_documentation(app: FastAPI) -> None:
    app.mount("/static/yasgui", StaticFiles(directory=_STATIC / "yasgui"), name="yasgui")
    app.mount("/static/swagger", StaticFiles(directory=_SWAGGER), name="swagger")

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        """The API's documentation; every file of the page comes from this server."""
        return get_swagger_ui_html(
            openapi_url="/openapi.json",
            title="산맥 sanmaek: API",
            swagger_js_url="/static/swagger/swagger-ui-bundle.js",
            swagger_css_url="/static/swagger/swagger-ui.css",
            swagger_favicon_url="/static/swagger/favicon-32x32.png",
        )
