"""The full network: every entity a node, every tie that articles state an edge.

Edges are made one source node after another, so that what is held at once is one node's ties.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from graph.canonical import CanonicalEntity
from graph.iris import Iris
from graph.model import (
    UNDERTAKINGS,
    About,
    Agreement,
    Budget,
    Claim,
    Located,
    Participates,
    PartOf,
    Produces,
    Role,
    Status,
)
from graph.network.elements import Edge, Network, NetworkView, Node, Support, node_id
from graph.selection import run_of
from graph.statements import Statement
from graph.values import PartialDate
from graph.view import Project, View

RELATION_LABELS: dict[str, tuple[str, str]] = {
    "locatedIn": ("위치", "located in"),
    "partOf": ("일부", "part of"),
    "lead": ("주관", "leads"),
    "funder": ("재원", "funds"),
    "partner": ("참여", "takes part in"),
    "builder": ("시공", "builds"),
    "tenant": ("입주", "moves into"),
    "selected": ("선정", "was selected for"),
    "holdsOfficeIn": ("재직", "holds office in"),
    "formerlyHeldOfficeIn": ("전직", "formerly held office in"),
    "agreedWith": ("협약", "signed with"),
    "about": ("분야", "is about"),
    "worksWith": ("공동 참여", "takes part in the same project as"),
    "hasIndustry": ("산업", "has projects in"),
}
"""Every relation of the networks with its Korean and English label."""

_STATES = {
    "budget": "amounts, which are columns of projects",
    "status": "steps of projects, which are columns of projects",
    "produces": "products, which have no node",
    "role": "offices whose body is not told",
}


@dataclass
class Tie:
    """What is known of an edge while its statements are gathered."""

    articles: set[str] = field(default_factory=set)
    first_seen: str | None = None
    since: PartialDate | None = None

    def add(self, statement: Statement) -> None:
        """Take in one more statement of it."""
        self.articles.add(statement.article.id)
        if statement.article.published:
            day = str(statement.article.published)
            self.first_seen = min(day, self.first_seen or day)
        if isinstance(statement.claim, Agreement) and statement.claim.date:
            day_signed = statement.claim.date
            self.since = min(day_signed, self.since or day_signed)

    def edge(self, source: str, target: str, relation: str, support: Support) -> Edge:
        """The edge between two entities, by their paths."""
        return Edge(
            node_id(source),
            node_id(target),
            relation,
            RELATION_LABELS[relation][0],
            support(self.articles),
            len(self.articles),
            tuple(sorted(self.articles)),
            self.since,
            None,
            self.first_seen,
        )


def support_in(view: View) -> Support:
    """Counts the independent sources among articles: near-copies are one voice."""

    def support(articles: Collection[str]) -> int:
        return max(1, len({view.voices.get(article, article) for article in articles}))

    return support


def full_network(view: View, iris: Iris) -> Network:
    """All entities and their ties."""
    return Network(
        NetworkView.FULL,
        directed=True,
        nodes=lambda: entity_nodes(view, iris, view.entities.values()),
        edges=lambda: _edges(view),
        support=support_in(view),
        left_out=_left_out(view),
    )


def entity_nodes(view: View, iris: Iris, entities: Collection[CanonicalEntity]) -> Iterator[Node]:
    """Entities as nodes, with their accepted sum, status and dates where they are undertakings."""
    projects = {project.entity.path: project for project in view.projects}
    for entity in entities:
        yield _node(view, iris, entity, projects.get(entity.path))


def _node(view: View, iris: Iris, entity: CanonicalEntity, project: Project | None) -> Node:
    start = end = None
    if entity.type in UNDERTAKINGS:
        start, end = run_of(view.about(entity.path))
    budget = project.budget.claim if project and project.budget else None
    status = project.status.claim if project and project.status else None
    return Node(
        id=node_id(entity.path),
        label=entity.name,
        node_type=entity.type.value,
        uri=iris.entity(entity.path).value,
        sources=len({article for article, _ in entity.members}),
        name_en=entity.name_en or None,
        budget_krw=project.won if project else None,
        budget_kind=budget.kind.value if isinstance(budget, Budget) else None,
        status=status.status.value if isinstance(status, Status) else None,
        start_date=start,
        end_date=end,
        latitude=entity.latitude,
        longitude=entity.longitude,
    )


def _edges(view: View) -> Iterator[Edge]:
    support = support_in(view)
    for path, entity in view.entities.items():
        ties: dict[tuple[str, str], Tie] = defaultdict(Tie)
        for statement in view.about(path):
            for source, target, relation in ties_of(statement):
                if source == path != target:
                    ties[target, relation].add(statement)
        if entity.parents:
            ties.setdefault((entity.parents[0], "locatedIn"), Tie())
        for target, relation in sorted(ties):
            yield ties[target, relation].edge(path, target, relation, support)


def ties_of(statement: Statement) -> Iterator[tuple[str, str, str]]:
    """What a statement ties: source, target and relation, the ends by their paths."""
    claim, paths = statement.claim, statement.paths
    match claim:
        case Located():
            yield paths["entity"][0], paths["place"][0], "locatedIn"
        case PartOf():
            yield paths["part"][0], paths["whole"][0], "partOf"
        case Participates():
            yield paths["organization"][0], paths["project"][0], claim.part.value
        case Role(organization=str()):
            relation = "formerlyHeldOfficeIn" if claim.former else "holdsOfficeIn"
            yield paths["person"][0], paths["organization"][0], relation
        case Agreement():
            for one, other in combinations(sorted(paths["parties"]), 2):
                yield one, other, "agreedWith"
        case About():
            yield paths["project"][0], paths["industry"][0], "about"
        case Budget() | Status() | Produces() | Role():
            return


def _left_out(view: View) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for statement in view.statements:
        ties = list(ties_of(statement))
        if not ties:
            counts[_reason(statement.claim)] += 1
        elif all(source == target for source, target, _ in ties):
            counts["ties of a thing with itself under another name"] += 1
    return dict(sorted(counts.items()))


def _reason(claim: Claim) -> str:
    if isinstance(claim, Agreement):
        return "ties of a thing with itself under another name"
    return _STATES[claim.TYPE]
