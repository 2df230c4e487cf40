"""What projects cost together, without counting any money twice.

A project counts with its accepted sum alone, so superseded and conflicting totals, near-copies and
shares of a total add nothing. A whole that counts stands for its phases and sub-projects, at any
depth; where the whole has no sum of its own, its parts count. Of projects that are said to be part
of each other in a circle the largest counts. Only what is summed over matters: a phase counts where
its whole is not among the projects.

Money for something that no article names is nobody's project and in no sum.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import Budget, BudgetKind
from graph.project_index import ProjectIndex
from graph.view import Project, View

WHOLE_COSTS = frozenset({BudgetKind.TOTAL, BudgetKind.INVESTMENT})
"""Kinds that may be added up: aid, one year's money and shares are only pieces of a cost."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What projects cost together, in won, with what counts and what doesn't, by path.

    `counted` are the projects that make it up, the largest first; `within` gives for each part that
    is left out the counted whole that stands for it; `without` have no sum of the kinds wanted.
    """

    won: int
    counted: tuple[str, ...]
    within: Mapping[str, str]
    without: tuple[str, ...]


def sum_of(
    view: View, projects: Iterable[Project], kinds: frozenset[BudgetKind] = WHOLE_COSTS
) -> Sum:
    """What some projects of a view cost together, by their accepted sums of some kinds."""
    paths = {project.entity.path: _won(project, kinds) for project in projects}
    amounts = {path: won for path, won in paths.items() if won is not None}
    above = {path: _wholes(path, view) & amounts.keys() for path in amounts}
    counted = {
        path: won
        for path, won in sorted(amounts.items(), key=lambda one: (-one[1], one[0]))
        if not any(_stands_for(whole, path, above, amounts) for whole in above[path])
    }
    return Sum(
        won=sum(counted.values()),
        counted=tuple(counted),
        within={
            path: next(whole for whole in counted if whole in above[path])
            for path in amounts
            if path not in counted
        },
        without=tuple(sorted(path for path, won in paths.items() if won is None)),
    )


def _won(project: Project, kinds: frozenset[BudgetKind]) -> int | None:
    if project.budget is None or not isinstance(project.budget.claim, Budget):
        return None
    return project.won if project.budget.claim.kind in kinds else None


def _wholes(path: str, view: View) -> set[str]:
    """All that a project is part of, at any remove."""
    projects = view.once(ProjectIndex, ProjectIndex).by_path
    found: set[str] = set()
    ahead = [*projects[path].wholes]
    while ahead:
        whole = ahead.pop()
        if whole not in found:
            found.add(whole)
            ahead.extend(projects[whole].wholes)
    return found - {path}


def _stands_for(
    whole: str, part: str, above: Mapping[str, set[str]], amounts: Mapping[str, int]
) -> bool:
    """Whether a whole's sum holds a part's; in a circle the largest holds the others."""
    if part not in above[whole]:
        return True
    return (-amounts[whole], whole) < (-amounts[part], part)
