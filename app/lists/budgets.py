"""The list of sums: every value that articles tell of a project, with what it is to the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pydantic import Field

from app.language import label
from app.lists.envelope import ListRow
from app.lists.listing import Column, Key, Listing, proof_columns
from app.lists.projects import GROUPINGS
from app.lists.shown import Viewed
from app.routers.bodies import ArticleCard, EntityCard, Proof, told_sum
from graph.consensus import Standing
from graph.model import Budget
from graph.support import Told
from graph.view import Project, View


@dataclass(frozen=True, slots=True)
class ToldBudget:
    """A sum of a project; `standing` is what it is to the accepted one, None for that one."""

    project: Project
    told: Told
    standing: Standing | None

    @property
    def claim(self) -> Budget:
        """The sum."""
        assert isinstance(self.told.first.claim, Budget)
        return self.told.first.claim


class BudgetRow(ListRow):
    """A sum in exact won with all who tell it; `standing` is null for the accepted one."""

    id: str = Field(examples=["a1b2c3d4e5f60718-0"])
    krw: int = Field(examples=[49_000_000_000])
    text: str = Field(examples=["490억원"])
    as_written: str = Field(examples=["490억 원"])
    approx: bool
    approximation: str | None
    kind: str = Field(examples=["total"])
    kind_label: str = Field(examples=["총사업비"])
    source: str | None = Field(examples=["national"])
    period: str | None = Field(examples=["2021-2024"])
    standing: Standing | None
    support: int
    belief: float
    project: EntityCard
    proof: Proof
    sources: list[ArticleCard]


def of_project(project: Project) -> Iterator[ToldBudget]:
    """The sums of a project, the accepted one first, without those of its parts."""
    if project.told is not None:
        yield ToldBudget(project, project.told, None)
    for other in project.others:
        if other.told.first.path("project") == project.entity.path:
            yield ToldBudget(project, other.told, other.standing)


def _items(view: View) -> list[ToldBudget]:
    return [told for project in view.projects for told in of_project(project)]


def _body(viewed: Viewed, item: ToldBudget) -> BudgetRow:
    body = told_sum(item.told, item.standing, viewed.view, viewed.iris, viewed.language)
    return BudgetRow(
        id=item.told.first.id,
        kind_label=label(item.claim.kind, viewed.language),
        **{name: value for name, value in body if name in BudgetRow.model_fields},
    )


def _by_kind(viewed: Viewed, item: ToldBudget) -> Iterator[Key]:
    yield item.claim.kind.value, label(item.claim.kind, viewed.language)


def _by_source(_: Viewed, item: ToldBudget) -> Iterator[Key]:
    if item.claim.source:
        yield item.claim.source.value, item.claim.source.value


def _by_standing(_: Viewed, item: ToldBudget) -> Iterator[Key]:
    found = item.standing.value if item.standing else "accepted"
    yield found, found


def _as_project(grouping: str, viewed: Viewed, item: ToldBudget) -> Iterator[Key]:
    return GROUPINGS[grouping](viewed, item.project)


def _published(_: View, item: ToldBudget) -> str | None:
    return str(item.told.first.article.published or "") or None


BUDGETS: Listing[ToldBudget] = Listing(
    name="budgets",
    items=_items,
    key=lambda item: item.told.first.id,
    orders={
        "budget": lambda _, item: item.claim.money.krw,
        "project": lambda _, item: item.project.entity.name,
        "published": _published,
    },
    default="-budget",
    groupings={
        "kind": _by_kind,
        "source": _by_source,
        "standing": _by_standing,
        **{name: partial(_as_project, name) for name in ("region", "province", "year", "industry")},
    },
    row=BudgetRow,
    body=_body,
    columns=[
        Column("id", "id", lambda row: row.id),
        Column("project", "project", lambda row: row.project.name),
        Column("budget_krw", "krw", lambda row: row.krw),
        Column("budget_text", "text", lambda row: row.text),
        Column("budget_as_written", "as_written", lambda row: row.as_written),
        Column("budget_kind", "kind", lambda row: row.kind),
        Column("budget_approx", "approx", lambda row: row.approx),
        Column("source", "source", lambda row: row.source),
        Column("period", "period", lambda row: row.period),
        Column("standing", "standing", lambda row: row.standing and row.standing.value),
        Column("support", "support", lambda row: row.support),
        *proof_columns("proof", lambda row: row.proof),
    ],
)
