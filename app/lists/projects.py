"""The list of projects: orders, groupings, rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import Field

from app.language import label
from app.lists.envelope import ListRow
from app.lists.listing import Cell, Column, Key, Listing, day, named, proof_columns
from app.lists.shown import Viewed
from app.routers.bodies import EntityCard, ToldSum, told_sum
from graph.kinds import EntityType, Milestone, Part
from graph.model import Budget, Participates, Status
from graph.project_index import ProjectIndex
from graph.values import PartialDate
from graph.view import Project, View


class ProjectRow(ListRow):
    """A project with its accepted sum first and every other sum beside it.

    `others` are the other values, each with what it is to the accepted one, the sums of the
    project's parts last. `from` and `to` say when it runs, as far as articles tell.
    """

    id: str = Field(examples=["project/첨단소재실증연구단지"])
    name: str = Field(examples=["첨단소재 실증 연구단지"])
    aliases: list[str]
    iri: str
    budget: ToldSum | None
    others: list[ToldSum]
    status: Milestone | None = Field(examples=["under_way"])
    status_label: str | None = Field(examples=["추진 중"])
    since: str | None = Field(serialization_alias="from", examples=["2022-03"])
    until: str | None = Field(serialization_alias="to", examples=["2026"])
    places: list[EntityCard]
    part_of: list[EntityCard]
    industries: list[EntityCard]
    leads: list[EntityCard]
    updated: str | None = Field(examples=["2023-12-07"])


def _body(viewed: Viewed, project: Project) -> ProjectRow:
    view, iris, language = viewed.view, viewed.iris, viewed.language
    step = _step(project)
    since, until = _index(view).run(project.entity.path)
    card = viewed.card(project.entity.path)
    return ProjectRow(
        id=project.entity.path,
        name=card.name,
        aliases=list(project.entity.aliases),
        iri=card.iri,
        budget=told_sum(project.told, None, view, iris, language) if project.told else None,
        others=[
            told_sum(other.told, other.standing, view, iris, language) for other in project.others
        ],
        status=step,
        status_label=label(step, language) if step else None,
        since=str(since) if since else None,
        until=str(until) if until else None,
        places=viewed.cards(sorted(project.places)),
        part_of=viewed.cards(project.wholes),
        industries=viewed.cards(project.industries),
        leads=viewed.cards(_leads(project)),
        updated=project.updated or None,
    )


def regions_at(*levels: str) -> Callable[[Viewed, Project], Iterator[Key]]:
    """Groups projects by the regions of some levels that they are in."""

    def regions(viewed: Viewed, project: Project) -> Iterator[Key]:
        for path in sorted(_index(viewed.view).places_of(project)):
            entity = viewed.view.entities[path]
            reference = viewed.references.get(entity.ref or "")
            if entity.type is EntityType.REGION and reference and reference.level in levels:
                yield path, viewed.card(path).name

    return regions


def by_year(viewed: Viewed, project: Project) -> Iterator[Key]:
    """Groups projects by the year in which they begin, or are first told of."""
    path = project.entity.path
    told = (statement.article.published for statement in viewed.view.about(path))
    first = _index(viewed.view).run(path)[0] or min(filter(None, told), default=None)
    if first:
        yield f"{first.year:04}", f"{first.year:04}"


def _by_status(viewed: Viewed, project: Project) -> Iterator[Key]:
    step = _step(project)
    if step:
        yield step.value, label(step, viewed.language)


def _by_industry(viewed: Viewed, project: Project) -> Iterator[Key]:
    for path in project.industries:
        yield path, viewed.card(path).name


def _by_lead(viewed: Viewed, project: Project) -> Iterator[Key]:
    for path in _leads(project):
        yield path, viewed.card(path).name


def _by_kind(viewed: Viewed, project: Project) -> Iterator[Key]:
    claim = project.budget.claim if project.budget else None
    if isinstance(claim, Budget):
        yield claim.kind.value, label(claim.kind, viewed.language)


GROUPINGS: dict[str, Callable[[Viewed, Project], Iterator[Key]]] = {
    "region": regions_at("city", "county", "district"),
    "province": regions_at("province"),
    "year": by_year,
    "status": _by_status,
    "industry": _by_industry,
    "lead": _by_lead,
    "kind": _by_kind,
}
"""By what projects can be grouped. A `region` is a city, county or district that governs itself."""


def _sum_columns() -> list[Column]:
    def column(name: str, cell: Callable[[ToldSum], Cell]) -> Column:
        return Column(name, "budget", lambda row: cell(row.budget) if row.budget else None)

    return [
        column("budget_krw", lambda told: told.krw),
        column("budget_text", lambda told: told.text),
        column("budget_as_written", lambda told: told.as_written),
        column("budget_kind", lambda told: told.kind),
        column("budget_approx", lambda told: told.approx),
        column("support", lambda told: told.support),
        *proof_columns("budget", lambda row: row.budget and row.budget.proof),
    ]


PROJECTS: Listing[Project] = Listing(
    name="projects",
    items=lambda view: view.projects,
    key=lambda project: project.entity.path,
    orders={
        "budget": lambda _, project: project.won,
        "name": lambda _, project: project.entity.name,
        "updated": lambda _, project: project.updated or None,
        "from": lambda view, project: _written(_index(view).run(project.entity.path)[0]),
    },
    default="name",
    groupings=GROUPINGS,
    row=ProjectRow,
    body=_body,
    columns=[
        Column("id", "id", lambda row: row.id),
        Column("project", "name", lambda row: row.name),
        *_sum_columns(),
        Column("other_sums", "others", lambda row: len(row.others)),
        Column("status", "status", lambda row: row.status and row.status.value),
        Column("status_label", "status_label", lambda row: row.status_label),
        Column("from", "since", lambda row: day(row.since)),
        Column("to", "until", lambda row: day(row.until)),
        Column("places", "places", lambda row: named(row.places)),
        Column("industries", "industries", lambda row: named(row.industries)),
        Column("part_of", "part_of", lambda row: named(row.part_of)),
        Column("leads", "leads", lambda row: named(row.leads)),
        Column("updated", "updated", lambda row: day(row.updated)),
        Column("iri", "iri", lambda row: row.iri),
    ],
)


def _index(view: View) -> ProjectIndex:
    return view.once(ProjectIndex, ProjectIndex)


def _written(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _step(project: Project) -> Milestone | None:
    claim = project.status.claim if project.status else None
    return claim.status if isinstance(claim, Status) else None


def _leads(project: Project) -> list[str]:
    return list(
        dict.fromkeys(
            statement.paths["organization"][0]
            for statement in project.participants
            if isinstance(statement.claim, Participates)
            and statement.claim.part in (Part.LEAD, Part.SELECTED)
        )
    )
