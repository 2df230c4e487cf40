"""Networks projected through projects: who works with whom, cities and industries, money.

A project that two things share becomes an edge between them, so that the usual measures of one-mode
networks say what an analyst means by them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graph.iris import Iris
from graph.model import (
    ORGANIZATIONS,
    About,
    Agreement,
    Budget,
    BudgetKind,
    EntityType,
    Funder,
    Located,
    Part,
    Participates,
)
from graph.network.elements import Edge, Network, NetworkView, Node, node_id
from graph.network.ties import Tie, entity_nodes, support_in, ties_of
from graph.statements import Statement
from graph.values import PartialDate
from graph.view import Project, View
from graph.vocabulary import concept

FUNDER_LABELS: Mapping[Funder, tuple[str, str]] = {
    Funder.NATIONAL: ("국비", "national budget"),
    Funder.PROVINCE: ("도비", "provincial budget"),
    Funder.CITY: ("시비", "city budget"),
    Funder.PRIVATE: ("민자", "private money"),
    Funder.LOCAL: ("지방비", "local budgets"),
}
"""Who pays, where an article names a purse and no body."""


@dataclass
class _Shared:
    """Projects that tie a pair, and the articles that name both ends in one of them."""

    tie: Tie = field(default_factory=Tie)
    projects: dict[str, int | None] = field(default_factory=dict)


def organizations_network(view: View, iris: Iris) -> Network:
    """Who works with whom: bodies that take part in one project, or have signed together.

    Undirected. `weight` counts the independent articles that name both in one project.
    """
    taking_part, projects_of = _participants(view)

    def edges() -> Iterator[Edge]:
        support = support_in(view)
        for path, entity in view.entities.items():
            if entity.type in ORGANIZATIONS:
                shared = _shared(view, path, taking_part, projects_of.get(path, ()))
                for other, relation in sorted(shared):
                    pair = shared[other, relation]
                    edge = pair.tie.edge(path, other, relation, support)
                    yield edge._replace(projects=len(pair.projects) or None)

    return _projected(view, iris, NetworkView.ORGANIZATIONS, edges, directed=False)


def city_industry_network(view: View, iris: Iris) -> Network:
    """In which industries the cities' projects are: city → industry.

    `projects` counts them, `budget_krw` sums their accepted totals; a part's money is not added to
    that of its whole. A district counts for its city, and a project run from a region whose place
    nobody states for that region.
    """
    support = support_in(view)
    wholes = {project.entity.path: project.wholes for project in view.projects}
    by_city: dict[str, list[Project]] = defaultdict(list)
    for project in view.projects:
        for city in _cities(view, project):
            by_city[city].append(project)

    def edges() -> Iterator[Edge]:
        for city in sorted(by_city):
            shared: dict[str, _Shared] = defaultdict(_Shared)
            for project in by_city[city]:
                for statement in view.about(project.entity.path):
                    if isinstance(statement.claim, About):
                        pair = shared[statement.paths["industry"][0]]
                        pair.projects[project.entity.path] = project.won
                        pair.tie.add(statement)
            for industry in sorted(shared):
                pair = shared[industry]
                edge = pair.tie.edge(city, industry, "hasIndustry", support)
                yield edge._replace(
                    projects=len(pair.projects), budget_krw=_sum(pair.projects, wholes)
                )

    return _projected(view, iris, NetworkView.CITY_INDUSTRY, edges, directed=True)


def money_network(view: View, iris: Iris) -> Network:
    """Where money comes from and where it goes: funder → project → place.

    A funder is a body, or a purse (`국비`) where an article names a share and no body. An edge of a
    purse carries the accepted share; that to the one place of a project its accepted sum, which
    several places would count twice.
    """
    support = support_in(view)
    purses: dict[Funder, set[str]] = defaultdict(set)
    for project in view.projects:
        for funder, said in _shares(project).items():
            purses[funder].update(statement.article.id for statement in said)

    def edges() -> Iterator[Edge]:
        for project in view.projects:
            yield from _paid(project, view)
            path = project.entity.path
            places = _leaves(view, project)
            for place in sorted(places):
                tie = Tie()
                for statement in view.about(path):
                    if isinstance(statement.claim, Located) and statement.path("place") == place:
                        tie.add(statement)
                edge = tie.edge(path, place, "locatedIn", support)
                yield edge._replace(budget_krw=project.won if len(places) == 1 else None)

    def nodes() -> Iterator[Node]:
        for funder in sorted(purses):
            label, english = FUNDER_LABELS[funder]
            yield Node(
                f"funder:{funder.value}",
                label,
                "funder",
                concept(funder).value,
                len(purses[funder]),
                english,
            )
        yield from entity_nodes(view, iris, [view.entities[path] for path in kept])

    tied = {end for edge in edges() for end in edge[:2]}
    kept = [path for path in view.entities if node_id(path) in tied]
    left_out = {"entities that no money goes through": len(view.entities) - len(kept)}
    return Network(
        NetworkView.MONEY,
        directed=True,
        nodes=nodes,
        edges=edges,
        support=support,
        left_out=left_out,
    )


def _paid(project: Project, view: View) -> Iterator[Edge]:
    """What flows into one project."""
    support, path = support_in(view), project.entity.path
    ties: dict[str, Tie] = defaultdict(Tie)
    for statement in project.participants:
        if isinstance(statement.claim, Participates) and statement.claim.part is Part.FUNDER:
            ties[statement.paths["organization"][0]].add(statement)
    for body in sorted(ties):
        yield ties[body].edge(body, path, "funder", support)
    for funder, said in sorted(_shares(project).items()):
        tie = Tie()
        for statement in said:
            tie.add(statement)
        claim = said[0].claim
        assert isinstance(claim, Budget)
        period = claim.period
        yield tie.edge(f"funder/{funder.value}", path, "funder", support)._replace(
            budget_krw=claim.money.krw,
            since=PartialDate(period.start) if period and period.start else None,
            until=PartialDate(period.end) if period and period.end else None,
        )


def _shares(project: Project) -> dict[Funder, list[Statement]]:
    """The shares of a project by who pays, the one to be told first before the others."""
    found: dict[Funder, list[Statement]] = defaultdict(list)
    for statement in (project.budget, *project.other_budgets):
        claim = statement.claim if statement else None
        if (
            statement
            and isinstance(claim, Budget)
            and claim.kind is BudgetKind.SHARE
            and claim.source
        ):
            found[claim.source].append(statement)
    return found


def _participants(
    view: View,
) -> tuple[dict[str, dict[str, list[Statement]]], dict[str, list[str]]]:
    """Who takes part in each project by which statements, and the projects of each body."""
    taking_part: dict[str, dict[str, list[Statement]]] = {}
    projects_of: dict[str, list[str]] = defaultdict(list)
    for project in view.projects:
        bodies: dict[str, list[Statement]] = defaultdict(list)
        for statement in project.participants:
            bodies[statement.paths["organization"][0]].append(statement)
        taking_part[project.entity.path] = bodies
        for body in bodies:
            projects_of[body].append(project.entity.path)
    return taking_part, projects_of


def _shared(
    view: View,
    path: str,
    taking_part: Mapping[str, Mapping[str, list[Statement]]],
    projects: Iterable[str],
) -> dict[tuple[str, str], _Shared]:
    """What ties a body to those whose paths come after its own, by these and the relation."""
    shared: dict[tuple[str, str], _Shared] = defaultdict(_Shared)
    for project in projects:
        own = taking_part[project][path]
        for other, theirs in taking_part[project].items():
            if other > path:
                pair = shared[other, "worksWith"]
                pair.projects[project] = None
                _add_both(pair.tie, own, theirs)
    for statement in view.about(path):
        if isinstance(statement.claim, Agreement):
            for source, target, relation in ties_of(statement):
                if source == path != target and view.entities[target].type in ORGANIZATIONS:
                    shared[target, relation].tie.add(statement)
    return shared


def _add_both(tie: Tie, own: Iterable[Statement], theirs: Iterable[Statement]) -> None:
    """Count the articles that name both; where none does, the tie stands on none by itself."""
    told = {statement.article.id for statement in theirs}
    for statement in own:
        if statement.article.id in told:
            tie.add(statement)


def _cities(view: View, project: Project) -> set[str]:
    """The cities and counties of a project: the third level below a country's, or above it."""
    found: set[str] = set()
    for path in _leaves(view, project):
        chain = (path, *view.entities[path].parents)
        regions = [one for one in chain if view.entities[one].type is EntityType.REGION]
        if regions:
            found.add(regions[-3] if len(regions) >= 3 else regions[0])
    return found


def _leaves(view: View, project: Project) -> frozenset[str]:
    """The places of a project that no other of them lies in."""
    places = project.places or project.run_from
    above = {over for path in places for over in view.places_of(path)}
    return frozenset(places - above) or frozenset(places)


def _sum(projects: Mapping[str, int | None], wholes: Mapping[str, tuple[str, ...]]) -> int | None:
    known = {path: won for path, won in projects.items() if won is not None}
    counted = [won for path, won in known.items() if not known.keys() & set(wholes[path])]
    return sum(counted) if counted else None


def _projected(
    view: View,
    iris: Iris,
    kind: NetworkView,
    edges: Callable[[], Iterator[Edge]],
    *,
    directed: bool,
) -> Network:
    tied = {end for edge in edges() for end in edge[:2]}
    kept = [entity for path, entity in view.entities.items() if node_id(path) in tied]
    return Network(
        kind,
        directed=directed,
        nodes=lambda: entity_nodes(view, iris, kept),
        edges=edges,
        support=support_in(view),
        left_out={"entities without a tie in this view": len(view.entities) - len(kept)},
    )
