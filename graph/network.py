"""The graph as a networkx view: canonical entities as nodes, what ties them as directed edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

import networkx as nx

from graph.iris import Iris
from graph.model import (
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
from graph.view import View

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
}
"""Every relation of the network with its Korean and English label."""


@dataclass
class _Tie:
    articles: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)


def network_of(view: View, iris: Iris) -> nx.MultiDiGraph[str]:
    """All entities and their ties; edge keys are relation names.

    Node attributes: `label`, `node_type`, `name_en`, `uri`, `budget_krw`, `budget_kind`,
    `latitude`, `longitude`, `sources`, `degree`. Edge attributes: `relation`, `label`, `weight`
    (the number of articles that say so, 1 for what is publicly known), `sources` (their ids),
    `first_seen`. What is unknown is left out.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    budgets = {project.entity.path: project.budget for project in view.projects}
    for path, entity in view.entities.items():
        sources = {article for article, _ in entity.members}
        attributes: dict[str, object] = {
            "label": entity.name,
            "node_type": entity.type.value,
            "name_en": entity.name_en,
            "uri": iris.entity(path).value,
            "latitude": entity.latitude,
            "longitude": entity.longitude,
            "sources": len(sources),
        }
        budget = budgets.get(path)
        if budget is not None and isinstance(budget.claim, Budget):
            attributes["budget_krw"] = budget.claim.money.krw
            attributes["budget_kind"] = budget.claim.kind.value
        network.add_node(path, **_known(attributes))
    for (source, target, relation), tie in sorted(_ties(view).items()):
        attributes = {
            "relation": relation,
            "label": RELATION_LABELS[relation][0],
            "weight": max(1, len(tie.articles)),
            "sources": "|".join(sorted(tie.articles)),
            "first_seen": min(tie.published, default=None),
        }
        network.add_edge(source, target, key=relation, **_known(attributes))
    for path, degree in network.degree():
        network.nodes[path]["degree"] = degree
    return network


def _known(attributes: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in attributes.items() if value not in (None, "")}


def _ties(view: View) -> dict[tuple[str, str, str], _Tie]:
    ties: dict[tuple[str, str, str], _Tie] = defaultdict(_Tie)
    for statement in view.statements:
        for source, target, relation in _edges(statement.claim, statement.paths):
            if source != target:
                tie = ties[source, target, relation]
                tie.articles.add(statement.article.id)
                if statement.article.published:
                    tie.published.add(str(statement.article.published))
    for path, entity in view.entities.items():
        if entity.parents:
            ties.setdefault((path, entity.parents[0], "locatedIn"), _Tie())
    return ties


def _edges(claim: Claim, paths: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
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
