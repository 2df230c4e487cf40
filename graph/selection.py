"""Which projects are meant: typed criteria, what fulfils them, and what is around that.

Pure functions over the view. Reading `100억` or `창원` into criteria is the caller's work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from graph.folding import fold
from graph.model import (
    Agreement,
    Budget,
    BudgetKind,
    Milestone,
    Participates,
    Role,
    Status,
)
from graph.statements import Statement
from graph.values import PartialDate
from graph.view import Project, View

_BEGINNINGS = (Milestone.STARTED, Milestone.UNDER_WAY)
_ENDINGS = (Milestone.COMPLETED, Milestone.OPENED)

Run = tuple[PartialDate | None, PartialDate | None]
"""From when to when; None where that is not known."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Criteria of projects; all that are given hold together, None asks nothing.

    `region`, `organizations`, `person` and `industry` are paths of entities; every organisation
    must take part. A sum counts from `least` to `most` won: the accepted one, or with `kind` the
    first of that kind by the consensus rule. `since` and `until` bound the days that a project's
    run must touch; one whose run is not known counts by the days on which articles told of it.
    `words` all stand in one of its names.
    """

    region: str | None = None
    organizations: tuple[str, ...] = ()
    person: str | None = None
    industry: str | None = None
    status: Milestone | None = None
    least: int | None = None
    most: int | None = None
    kind: BudgetKind | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    words: str | None = None


ALL_PROJECTS = Selection()


def select(view: View, selection: Selection) -> tuple[Project, ...]:
    """The projects that fulfil all criteria, by name."""
    signed = _signed(view, selection.person) if selection.person else frozenset[str]()
    return tuple(
        project
        for project in view.projects
        if _is_placed(view, project, selection)
        and (not selection.person or project.entity.path in signed)
        and _is_worth(project, selection)
        and _is_timely(view, project, selection)
        and _is_named(project, selection.words)
    )


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


def around(view: View, selection: Selection) -> View:
    """The part of a view around the selected projects; the view itself where nothing is asked.

    It holds the projects, what stands in a statement with one of them, the people that the same
    articles name in an office of a body among these, all places that these lie in, and every
    statement that speaks of such entities alone.
    """
    if selection == ALL_PROJECTS:
        return view
    chosen = {project.entity.path for project in select(view, selection)}
    kept = set(chosen)
    articles: set[str] = set()
    for path in chosen:
        for statement in view.about(path):
            articles.add(statement.article.id)
            kept.update(_entities(statement))
    for path in list(kept):
        for statement in view.about(path):
            if isinstance(statement.claim, Role) and statement.article.id in articles:
                kept.update(statement.paths["person"])
    for path in list(kept):
        kept.update((*view.entities[path].parents, *view.places_of(path)))
    statements = tuple(
        statement
        for statement in view.statements
        if (named := set(_entities(statement))) and named <= kept
    )
    told = {statement.article.id for statement in statements}
    return replace(
        view,
        kept=None,
        entities={path: entity for path, entity in view.entities.items() if path in kept},
        articles={key: article for key, article in view.articles.items() if key in told},
        statements=statements,
        paths={key: paths for key, paths in view.paths.items() if key in told},
    )


def _entities(statement: Statement) -> Iterator[str]:
    for paths in statement.paths.values():
        yield from paths


def _is_placed(view: View, project: Project, selection: Selection) -> bool:
    """Whether it lies in the region, belongs to the industry and is the bodies' too."""
    if selection.region and not project.lies_in(selection.region):
        return False
    if selection.industry and not any(
        selection.industry in (path, *view.entities[path].parents) for path in project.industries
    ):
        return False
    wanted = frozenset(selection.organizations)
    return not wanted or wanted <= _bodies(view, project)


def _bodies(view: View, project: Project) -> frozenset[str]:
    """Who takes part in a project or has signed for it."""
    signed = (
        party
        for statement in view.about(project.entity.path)
        if isinstance(statement.claim, Agreement)
        for party in statement.paths["parties"]
    )
    part = (statement.paths["organization"][0] for statement in project.participants)
    return frozenset((*part, *signed))


def _signed(view: View, person: str) -> frozenset[str]:
    """The projects that a person signed for, or that a body of theirs takes part in.

    The same article must name their office there and the body's part.
    """
    found: set[str] = set()
    for told in view.about(person):
        if isinstance(told.claim, Agreement):
            found.update(told.paths.get("subject", ()))
        elif isinstance(told.claim, Role) and told.claim.organization is not None:
            found.update(
                said.paths["project"][0]
                for said in view.about(told.paths["organization"][0])
                if isinstance(said.claim, Participates) and said.article.id == told.article.id
            )
    return frozenset(found)


def _is_worth(project: Project, selection: Selection) -> bool:
    """Whether its status and its sum are among those asked for."""
    if selection.status and not (
        project.status
        and isinstance(project.status.claim, Status)
        and project.status.claim.status is selection.status
    ):
        return False
    if selection.kind is None and selection.least is None and selection.most is None:
        return True
    said = sum_of(project, selection.kind)
    won = None if said is None else _budget(said).money.krw
    return (
        won is not None
        and (selection.least is None or selection.least <= won)
        and (selection.most is None or won <= selection.most)
    )


def _is_timely(view: View, project: Project, selection: Selection) -> bool:
    if selection.since is None and selection.until is None:
        return True
    statements = view.about(project.entity.path)
    start, end = run_of(statements)
    if start is None and end is None:
        told = [s.article.published for s in statements if s.article.published]
        start, end = min(told, default=None), max(told, default=None)
        if start is None or end is None:
            return False
    first, last = selection.since, selection.until
    return not (
        (first and end and end.last_day.ordinal < first.ordinal)
        or (last and start and start.ordinal > last.last_day.ordinal)
    )


def _is_named(project: Project, words: str | None) -> bool:
    if not words:
        return True
    wanted = [fold(word) for word in words.split()]
    names = [fold(name) for name in (project.entity.name, *project.entity.aliases)]
    return any(all(word in name for word in wanted) for name in names)


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
