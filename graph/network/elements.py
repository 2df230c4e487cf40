"""What a network is made of: nodes, edges, and where both are read from."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from graph.values import PartialDate

MAX_ID = 60
_TOKEN = re.compile(rf"[0-9A-Za-z가-힣一-龥._-]{{1,{MAX_ID}}}")


class NetworkView(StrEnum):
    """Which network is made of the graph."""

    FULL = "full"
    ORGANIZATIONS = "organizations"
    CITY_INDUSTRY = "city-industry"
    MONEY = "money"


class Parallel(StrEnum):
    """What becomes of several relations between the same two nodes."""

    MERGE = "merge"
    KEEP = "keep"


class Node(NamedTuple):
    """A node and its columns; None where something is not known."""

    id: str
    label: str
    node_type: str
    uri: str
    sources: int
    name_en: str | None = None
    budget_krw: int | None = None
    budget_kind: str | None = None
    status: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    latitude: float | None = None
    longitude: float | None = None


class Edge(NamedTuple):
    """An edge and its columns; `weight` is the number of independent sources, at least 1.

    `sources` counts the articles that say so (0 for what is publicly known), and `articles` are
    their ids. Of a projected edge `projects` counts what it goes through, and `budget_krw` is their
    accepted sum.
    """

    source: str
    target: str
    relation: str
    label: str
    weight: int
    sources: int = 0
    articles: tuple[str, ...] = ()
    since: PartialDate | None = None
    until: PartialDate | None = None
    first_seen: str | None = None
    projects: int | None = None
    budget_krw: int | None = None


Support = Callable[[Collection[str]], int]
"""How many independent sources some articles are, by their ids: at least 1."""


@dataclass(frozen=True)
class Network:
    """Nodes and edges that can be read again and again; the edges of a pair come one after another.

    `left_out` counts what the network has no place for, by the reason.
    """

    view: NetworkView
    directed: bool
    nodes: Callable[[], Iterator[Node]]
    edges: Callable[[], Iterator[Edge]]
    support: Support = len
    left_out: Mapping[str, int] = field(default_factory=dict)


def node_id(path: str) -> str:
    """The id of an entity in a network file: short, stable, and a token that GraphML allows.

    >>> node_id("region/48120"), node_id("project/첨단소재실증단지")
    ('region:48120', 'project:첨단소재실증단지')
    >>> node_id("project/" + "가" * 10_000)
    'project:가가가가가가가가가가가가가가가가가가가가-d9561d99991fb312'
    """
    kind, _, name = path.partition("/")
    if _TOKEN.fullmatch(name):
        return f"{kind}:{name}"
    digest = hashlib.blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    plain = "".join(letter for letter in name[:20] if _TOKEN.fullmatch(letter))
    return f"{kind}:{plain}-{digest}"


def edge_id(edge: Edge) -> str:
    """The id of an edge, which stays as long as both ends and the relation do.

    >>> edge_id(Edge("region:1", "region:2", "locatedIn", "위치", 1))
    'e30ef76fcd836795e'
    """
    told = f"{edge[0]}\t{edge[1]}\t{edge[2]}".encode()
    return f"e{hashlib.blake2b(told, digest_size=8).hexdigest()}"


def merged(edges: Iterable[Edge], support: Support) -> Iterator[Edge]:
    """One edge a pair and direction: relations joined by `|`, sources united.

    Gephi sums the weights of parallel edges and keeps the last one's columns only. A period stays
    where every relation has one.
    """
    for _, group in groupby(edges, key=lambda edge: edge[:2]):
        first, *others = group
        yield _joined([first, *others], support) if others else first


def _joined(edges: list[Edge], support: Support) -> Edge:
    articles = {article for edge in edges for article in edge.articles}
    since = [edge.since for edge in edges if edge.since]
    until = [edge.until for edge in edges if edge.until]
    return Edge(
        source=edges[0].source,
        target=edges[0].target,
        relation="|".join(edge.relation for edge in edges),
        label="|".join(edge.label for edge in edges),
        weight=support(articles) if articles else max(edge.weight for edge in edges),
        sources=len(articles),
        articles=tuple(sorted(articles)),
        since=min(since) if len(since) == len(edges) else None,
        until=max(until) if len(until) == len(edges) else None,
        first_seen=min((edge.first_seen for edge in edges if edge.first_seen), default=None),
        projects=max((edge.projects for edge in edges if edge.projects), default=None),
        budget_krw=max((edge.budget_krw for edge in edges if edge.budget_krw), default=None),
    )
