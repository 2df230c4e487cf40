"""Sums and counts of projects by what they have in common, without any money counted twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from app.amounts import amount_text
from app.lists import Group, Shown
from app.lists.answering import grouped
from app.lists.asking import several, several_of
from app.lists.criteria import ProjectCriteria, understood
from app.lists.documentation import list_errors
from app.lists.envelope import AskedSum, Understood
from app.lists.projects import GROUPINGS, PROJECTS
from graph.consensus import Standing
from graph.selection import ALL_PROJECTS, select, selected
from graph.sums import sum_of
from graph.view import Project

router = APIRouter(prefix="/v1", tags=["stats"])

METRICS = ["sum:budget", "count"]


class Figures(BaseModel):
    """What some projects come to.

    `counted` projects make up the sum; of the others some are `within` one that counts as its
    parts, some are `without` a whole cost. `conflicting` have another sum that stands against
    the accepted one.
    """

    count: int = Field(examples=[12])
    budget: AskedSum | None = Field(
        description="metric에 sum:budget이 있을 때",
        examples=[{"krw": 49000000000, "text": "490억원"}],
    )
    counted: int = Field(examples=[7])
    within: int = Field(examples=[2])
    without: int = Field(examples=[3])
    conflicting: int = Field(examples=[1])


class StatsGroup(Group, Figures):
    """What the projects of one group come to."""


class StatsMeta(BaseModel):
    """How the question was understood, and what all projects come to, each counted once."""

    dataset_version: str = Field(examples=["3f1c9a0b7d2e4c58"])
    as_of: str = Field(examples=["2025-12-31"])
    interpreted: dict[str, Understood]
    total: Figures


class StatsBody(BaseModel):
    """Groups, the largest sum or count first."""

    meta: StatsMeta
    groups: list[StatsGroup]


@router.get("/stats/projects", operation_id="sum_projects", responses=list_errors())
def stats(
    viewed: Shown,
    criteria: ProjectCriteria,
    group_by: Annotated[
        str | None,
        Query(
            description="묶음의 기준, 쉼표로 여럿. `region`은 시·군·자치구, `year`는 시작한 해"
            "(모르면 처음 보도된 해)",
            examples=["region,year"],
            json_schema_extra=several(list(GROUPINGS)),
        ),
    ] = None,
    metric: Annotated[
        str,
        Query(
            description="무엇을 셀지, 쉼표로 여럿",
            examples=["sum:budget"],
            json_schema_extra=several(METRICS),
        ),
    ] = "sum:budget,count",
) -> StatsBody:
    """사업의 수와 예산 합계. 한 사업은 채택된 총액 하나로만 세고, 총액과 그 몫을 함께 세지 않는다.

    두 곳에 걸친 사업은 두 묶음에 다 들어가므로 묶음의 합은 `total`보다 클 수 있다.
    """
    names = several_of("group_by", group_by, list(GROUPINGS))
    metrics = several_of("metric", metric, METRICS)
    selection, interpreted = understood(criteria, viewed)
    chosen = None if selection == ALL_PROJECTS else selected(viewed.view, selection)
    summed = "sum:budget" in metrics
    groups = [
        StatsGroup(
            key={name: key for name, (key, _) in zip(names, keys, strict=True)},
            label={name: label for name, (_, label) in zip(names, keys, strict=True)},
            **dict(_figures(viewed, found, summed=summed)),
        )
        for keys, found in (grouped(PROJECTS, names, viewed, chosen) if names else {}).items()
    ]
    groups.sort(key=lambda one: (-(one.budget.krw if one.budget else 0), -one.count, str(one.key)))
    return StatsBody(
        meta=StatsMeta(
            dataset_version=viewed.snapshot.version,
            as_of=str(viewed.day),
            interpreted=interpreted,
            total=_figures(viewed, select(viewed.view, selection), summed=summed),
        ),
        groups=groups,
    )


def _figures(viewed: Shown, projects: Sequence[Project], *, summed: bool) -> Figures:
    found = sum_of(viewed.view, projects)
    budget = AskedSum(krw=found.won, text=amount_text(found.won, viewed.language))
    return Figures(
        count=len(projects),
        budget=budget if summed else None,
        counted=len(found.counted),
        within=len(found.within),
        without=len(found.without),
        conflicting=sum(map(is_conflicting, projects)),
    )


def is_conflicting(project: Project) -> bool:
    """Whether another sum stands against the accepted one."""
    return any(other.standing is Standing.CONFLICTING for other in project.others)
