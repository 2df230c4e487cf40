"""Projects: which there are in a place, for how much, and who says so."""

from __future__ import annotations

import csv
import io
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel

from app.problems import Problem, ProblemBody
from app.routers.asked import AskedDay
from app.routers.bodies import EntityCard, Sum, ToldSum, entity_card, sum_body, told_sum
from app.routers.current import CurrentSnapshot
from graph.exports.claims_csv import spreadsheet_cell
from graph.iris import Iris
from graph.knowledge import Snapshot
from graph.model import EntityType, Status
from graph.view import Project, View

router = APIRouter(prefix="/v1", tags=["projects"])


class Order(StrEnum):
    """What a list of projects is sorted by; a minus sorts downwards."""

    BUDGET = "budget"
    BUDGET_DOWN = "-budget"
    NAME = "name"
    NAME_DOWN = "-name"
    UPDATED = "updated"
    UPDATED_DOWN = "-updated"


class Form(StrEnum):
    """How the answer is written."""

    JSON = "json"
    CSV = "csv"


class ProjectBody(BaseModel):
    """A project with its accepted sum first and every other sum beside it.

    `other_budgets` are all other statements of sums, those that repeat the accepted one too;
    `others` are the other values, each with what it is to the accepted one, the sums of the
    project's parts last.
    """

    id: str
    name: str
    aliases: list[str]
    iri: str
    budget: ToldSum | None
    other_budgets: list[Sum]
    others: list[ToldSum]
    status: str | None
    places: list[EntityCard]
    part_of: list[EntityCard]
    industries: list[EntityCard]
    updated: str | None


class ProjectsMeta(BaseModel):
    """How the question was understood, and how many projects answer it."""

    count: int
    page: int
    per_page: int
    dataset_version: str
    as_of: str
    interpreted: dict[str, EntityCard]


class ProjectsBody(BaseModel):
    """A page of projects."""

    meta: ProjectsMeta
    results: list[ProjectBody]


@router.get(
    "/projects",
    operation_id="list_projects",
    response_model=ProjectsBody,
    responses={
        200: {"content": {"text/csv": {}}},
        404: {"model": ProblemBody, "description": "No such place in the graph"},
        422: {"model": ProblemBody, "description": "A parameter is wrong, or a name ambiguous"},
    },
)
def projects(  # noqa: PLR0917  FastAPI passes query parameters by name
    snapshot: CurrentSnapshot,
    asked: AskedDay,
    city: Annotated[
        str | None,
        Query(description="name or code of a region, in any spelling", examples=["창원"]),
    ] = None,
    sort: Annotated[Order, Query(description="sums that are unknown come last")] = Order.NAME,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    per_page: Annotated[int, Query(ge=1, le=200)] = 50,
    form: Annotated[Form, Query(alias="format", description="`csv` opens in Excel")] = Form.JSON,
) -> ProjectsBody | Response:
    """Projects in a region, each with its sum in exact won, the article and the quote.

    A project is in a region where an article locates it there; where none does, it counts for the
    region that leads it or won it.
    """
    interpreted: dict[str, EntityCard] = {}
    found = list(asked.view.projects)
    if city is not None:
        region = region_named(snapshot, city)
        interpreted["city"] = region
        found = [project for project in found if project.lies_in(region.id)]
    rows = in_order(found, sort)
    body = ProjectsBody(
        meta=ProjectsMeta(
            count=len(rows),
            page=page,
            per_page=per_page,
            dataset_version=snapshot.version,
            as_of=str(asked.day),
            interpreted=interpreted,
        ),
        results=[
            _body(project, asked.view, snapshot.iris)
            for project in rows[(page - 1) * per_page : page * per_page]
        ],
    )
    return body if form is Form.JSON else _table(body.results)


def region_named(snapshot: Snapshot, name: str) -> EntityCard:
    """The one region of the graph that goes by a name or code.

    Raises Problem 404 where there is none, and 422 with the candidates where there are several.
    """
    view, iris = snapshot.view, snapshot.iris
    found = view.named(name, [EntityType.REGION])
    by_code = view.entities.get(f"region/{name.strip()}")
    if by_code is not None:
        found = [by_code]
    if not found:
        raise Problem(
            404, "unknown-region", "Unknown region", f"No article speaks of a region {name!r}."
        )
    if len(found) > 1:
        cards = [entity_card(region, iris).model_dump() for region in found]
        names = ", ".join(
            " ".join([*(view.entities[parent].name for parent in reversed(r.parents)), r.name])
            for r in found
        )
        raise Problem(
            422,
            "ambiguous-region",
            "Ambiguous region",
            f"{name!r} could be {names}. Give the code, such as {found[0].path.split('/')[1]!r}.",
            candidates=cards,
        )
    return entity_card(found[0], iris)


def in_order(found: list[Project], order: Order) -> list[Project]:
    """Projects sorted; those without the value come last either way."""
    down = order.value.startswith("-")

    def value(project: Project) -> int | str | None:
        match order.value.lstrip("-"):
            case "budget":
                return project.won
            case "updated":
                return project.updated or None
            case _:
                return project.entity.name

    known = [project for project in found if value(project) is not None]
    unknown = [project for project in found if value(project) is None]
    return sorted(known, key=lambda project: value(project) or 0, reverse=down) + unknown


def _body(project: Project, view: View, iris: Iris) -> ProjectBody:
    def cards(paths: object) -> list[EntityCard]:
        assert isinstance(paths, tuple | list)
        return [entity_card(view.entities[path], iris) for path in paths]

    return ProjectBody(
        id=project.entity.path,
        name=project.entity.name,
        aliases=list(project.entity.aliases),
        iri=iris.entity(project.entity.path).value,
        budget=told_sum(project.told, None, view, iris) if project.told else None,
        other_budgets=[body for other in project.other_budgets if (body := sum_body(other))],
        others=[told_sum(other.told, other.standing, view, iris) for other in project.others],
        status=project.status.claim.status.value
        if project.status and isinstance(project.status.claim, Status)
        else None,
        places=cards(sorted(project.places)),
        part_of=cards(project.wholes),
        industries=cards(project.industries),
        updated=project.updated or None,
    )


def _table(rows: list[ProjectBody]) -> Response:
    """Projects as CSV with a byte order mark, without which Excel in Korea garbles Korean."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("project", "budget_krw", "kind", "status", "published", "article", "quote"))
    for row in rows:
        proof = row.budget.proof if row.budget else None
        cells = (
            row.name,
            row.budget.krw if row.budget else "",
            row.budget.kind if row.budget else "",
            row.status or "",
            proof.article.published if proof else "",
            proof.article.title if proof else "",
            proof.quote if proof else "",
        )
        table.writerow([spreadsheet_cell(cell) for cell in cells])
    return Response(text.getvalue().encode("utf-8-sig"), media_type="text/csv")
