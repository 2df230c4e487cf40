"""Which projects are meant: typed criteria, what fulfils them, and what is around that.

Pure functions over the view. Reading `100억` or `창원` into criteria is the caller's work.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from graph.folding import fold
from graph.kinds import BudgetKind, Milestone
from graph.model import Budget, Role
from graph.project_index import ProjectIndex, Run, run_of, sum_of
from graph.statements import Statement
from graph.values import PartialDate
from graph.view import Project, View

__all__ = [
    "ALL_PROJECTS",
    "Run",
    "Selection",
    "around",
    "overlaps",
    "run_of",
    "select",
    "selected",
    "sum_of",
]


@dataclass(frozen=True, slots=True)
class Selection:
    """Criteria of projects; all that are given hold together, None and () ask nothing.

    `regions`, `organizations`, `person` and `industry` are paths of entities: a project lies in one
    of the regions or more, and every organisation takes part. A sum counts from `least` to `most`
    won: the accepted one, or with `kind` the first of that kind by the consensus rule. `since` and
    `until` bound the days that a project's run must touch; one whose run is not known counts by
    the days on which articles told of it. `words` all stand in one of its names.
    """

    regions: tuple[str, ...] = ()
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

    def without_sums(self) -> Selection:
        """The same, whatever the sums."""
        return replace(self, least=None, most=None, kind=None)

    def allows(self, claim: Budget) -> bool:
        """Whether one sum is of the kind and size that is asked for."""
        won = claim.money.krw
        return (
            won is not None
            and (self.kind is None or claim.kind is self.kind)
            and (self.least is None or self.least <= won)
            and (self.most is None or won <= self.most)
        )


ALL_PROJECTS = Selection()


def select(view: View, selection: Selection) -> tuple[Project, ...]:
    """The projects that fulfil all criteria, by name."""
    chosen = selected(view, selection)
    return tuple(project for project in view.projects if project.entity.path in chosen)


def selected(view: View, selection: Selection) -> Collection[str]:
    """The paths of the projects that fulfil all criteria.

    It costs as much as the projects that fulfil the narrowest criterion of place, body, person,
    industry and status, not as all of the graph.
    """
    index = view.once(ProjectIndex, ProjectIndex)
    narrowed = sorted(_narrowed(index, selection), key=len)
    chosen: Collection[str] = index.by_path.keys()
    if narrowed:
        chosen = narrowed[0].intersection(*narrowed[1:])
    if not (selection.kind is None and selection.least is None and selection.most is None):
        sums = index.sums(selection.kind)
        least, most = selection.least or 0, selection.most
        chosen = {
            path
            for path in chosen
            if (won := sums.get(path)) is not None
            and least <= won
            and (most is None or won <= most)
        }
    if selection.since or selection.until:
        first, last = selection.since, selection.until
        chosen = {path for path in chosen if overlaps(index.days(path), first, last)}
    if selection.words:
        wanted = [fold(word) for word in selection.words.split()]
        chosen = {path for path in chosen if index.is_named(path, wanted)}
    return chosen


def _narrowed(index: ProjectIndex, selection: Selection) -> Iterator[frozenset[str]]:
    nothing: frozenset[str] = frozenset()
    if selection.regions:
        yield nothing.union(*(index.in_region.get(one, nothing) for one in selection.regions))
    if selection.industry:
        yield index.in_industry.get(selection.industry, nothing)
    for body in selection.organizations:
        yield index.of_body.get(body, nothing)
    if selection.status:
        yield index.at_status.get(selection.status, nothing)
    if selection.person:
        yield index.of_person(selection.person)


def overlaps(run: Run, first: PartialDate | None, last: PartialDate | None) -> bool:
    """Whether a run touches the days from one to another; None is open. One not known does not."""
    start, end = run
    if start is None and end is None:
        return False
    return not (
        (first and end and end.last_day.ordinal < first.ordinal)
        or (last and start and start.ordinal > last.last_day.ordinal)
    )


def around(view: View, selection: Selection) -> View:
    """The part of a view around the selected projects; the view itself where nothing is asked.

    It holds the projects, what stands in a statement with one of them, the people that the same
    articles name in an office of a body among these, all places that these lie in, and every
    statement that speaks of such entities alone.
    """
    if selection == ALL_PROJECTS:
        return view
    chosen = selected(view, selection)
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
    tellings = {
        article: tuple(
            statement
            for statement in statements
            if (named := set(_entities(statement))) and named <= kept
        )
        for article, statements in view.tellings.items()
    }
    told = {article for article, statements in tellings.items() if statements}
    return replace(
        view,
        kept=None,
        entities={path: entity for path, entity in view.entities.items() if path in kept},
        articles={key: article for key, article in view.articles.items() if key in told},
        tellings={key: statements for key, statements in tellings.items() if statements},
        paths={key: paths for key, paths in view.paths.items() if key in told},
    )


def _entities(statement: Statement) -> Iterator[str]:
    for paths in statement.paths.values():
        yield from paths
