"""Projects by what they have to do with: place, body, person, industry, step, sum and time.

One index a view, each part of it made when it is first asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from graph.folding import fold
from graph.kinds import BudgetKind, Milestone
from graph.model import Agreement, Budget, Participates, Role, Status
from graph.statements import Statement
from graph.values import PartialDate
from graph.view import Project, View

_BEGINNINGS = (Milestone.STARTED, Milestone.UNDER_WAY)
_ENDINGS = (Milestone.COMPLETED, Milestone.OPENED)

Run = tuple[PartialDate | None, PartialDate | None]
"""From when to when; None where that is not known."""

Paths = frozenset[str]
_Key = TypeVar("_Key", bound=Hashable)


class ProjectIndex:
    """The projects of one view, to look up."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._sums: dict[BudgetKind | None, Mapping[str, int]] = {}
        self._runs: dict[str, Run] = {}

    @cached_property
    def by_path(self) -> Mapping[str, Project]:
        """Every project by its path, in the order of names."""
        return {project.entity.path: project for project in self._view.projects}

    @cached_property
    def in_region(self) -> Mapping[str, Paths]:
        """By region or site the projects that are there, as `places_of` says."""
        return self._grouped(
            (place, project) for project in self._view.projects for place in self.places_of(project)
        )

    def places_of(self, project: Project) -> Paths:
        """Where a project is: where it is stated to lie, else where the nearest whole of it lies.

        Where nobody states either, the regions stand in that lead it or won it.
        """
        seen, ahead = {project.entity.path}, [project]
        for one in ahead:
            if one.places:
                return one.places
            wholes = [self.by_path[path] for path in one.wholes if path not in seen]
            seen.update(one.wholes)
            ahead += wholes
        return project.run_from

    @cached_property
    def in_industry(self) -> Mapping[str, Paths]:
        """By industry the projects that belong to it, or to one of its parts."""
        entities = self._view.entities
        return self._grouped(
            (industry, project)
            for project in self._view.projects
            for stated in project.industries
            for industry in (stated, *entities[stated].parents)
        )

    @cached_property
    def of_body(self) -> Mapping[str, Paths]:
        """By organisation the projects that it takes part in or has signed for."""
        return self._grouped(
            (body, project)
            for project in self._view.projects
            for body in (
                *(one.paths["organization"][0] for one in project.participants),
                *self._parties(project),
            )
        )

    @cached_property
    def at_status(self) -> Mapping[Milestone, Paths]:
        """By milestone the projects that have come to it and no further."""
        return self._grouped(
            (project.status.claim.status, project)
            for project in self._view.projects
            if project.status and isinstance(project.status.claim, Status)
        )

    def of_person(self, person: str) -> Paths:
        """The projects that a person signed for, or that a body of theirs takes part in.

        The same article must name their office there and the body's part.
        """
        found: set[str] = set()
        for told in self._view.about(person):
            if isinstance(told.claim, Agreement):
                found.update(told.paths.get("subject", ()))
            elif isinstance(told.claim, Role) and (body := told.path("organization")):
                found.update(
                    said.paths["project"][0]
                    for said in self._view.about(body)
                    if isinstance(said.claim, Participates) and said.article.id == told.article.id
                )
        return frozenset(found & self.by_path.keys())

    def sums(self, kind: BudgetKind | None = None) -> Mapping[str, int]:
        """By project its accepted sum in won, or its first of one kind; those without left out."""
        if kind not in self._sums:
            found = ((path, sum_of(project, kind)) for path, project in self.by_path.items())
            self._sums[kind] = {
                path: won
                for path, said in found
                if said and (won := _budget(said).money.krw) is not None
            }
        return self._sums[kind]

    def run(self, path: str) -> Run:
        """From when to when a project runs, as `run_of` has it."""
        if path not in self._runs:
            self._runs[path] = run_of(self._view.about(path))
        return self._runs[path]

    def days(self, path: str) -> Run:
        """From when to when a project runs; else the days of the articles that tell of it."""
        start, end = self.run(path)
        if start is None and end is None:
            told = [s.article.published for s in self._view.about(path) if s.article.published]
            return min(told, default=None), max(told, default=None)
        return start, end

    def complete(self) -> None:
        """Make all parts now, so that nobody who asks waits for one."""
        _ = self.by_path, self.in_region, self.in_industry, self.of_body, self.at_status
        self.sums()

    def is_named(self, path: str, words: Sequence[str]) -> bool:
        """Whether all folded words stand in one of a project's names."""
        return any(all(word in name for word in words) for name in self._names[path])

    @cached_property
    def _names(self) -> Mapping[str, tuple[str, ...]]:
        return {
            path: tuple(fold(name) for name in (project.entity.name, *project.entity.aliases))
            for path, project in self.by_path.items()
        }

    def _parties(self, project: Project) -> Iterable[str]:
        for statement in self._view.about(project.entity.path):
            if isinstance(statement.claim, Agreement):
                yield from statement.paths["parties"]

    @staticmethod
    def _grouped(pairs: Iterable[tuple[_Key, Project]]) -> Mapping[_Key, Paths]:
        found: dict[_Key, set[str]] = defaultdict(set)
        for key, project in pairs:
            found[key].add(project.entity.path)
        return {key: frozenset(paths) for key, paths in found.items()}


def sum_of(project: Project, kind: BudgetKind | None = None) -> Statement | None:
    """The accepted sum, or the first of one kind by the consensus rule."""
    if kind is None:
        return project.budget
    sums = (project.budget, *project.other_budgets) if project.budget else ()
    return next((said for said in sums if _budget(said).kind is kind), None)


def run_of(statements: Iterable[Statement]) -> Run:
    """From when to when an undertaking runs: dated steps before the years that its sums are for.

    Of the dated steps what has come about goes before what was scheduled; the first beginning and
    the last ending count. An end before its beginning is not known.
    """
    said = list(statements)
    years = [s.claim.period for s in said if isinstance(s.claim, Budget) and s.claim.period]
    start = min(_days(said, _BEGINNINGS), default=None) or min(
        (PartialDate(period.start) for period in years if period.start), default=None
    )
    end = max(_days(said, _ENDINGS), default=None) or max(
        (PartialDate(period.end) for period in years if period.end), default=None
    )
    if start and end and end.last_day.ordinal < start.ordinal:
        end = None
    return start, end


def _days(statements: list[Statement], steps: tuple[Milestone, ...]) -> list[PartialDate]:
    dated = [
        (claim.scheduled, claim.date)
        for claim in (statement.claim for statement in statements)
        if isinstance(claim, Status) and claim.status in steps and claim.date
    ]
    done = [day for scheduled, day in dated if not scheduled]
    return done or [day for _, day in dated]


def _budget(statement: Statement) -> Budget:
    claim = statement.claim
    assert isinstance(claim, Budget)
    return claim
