"""What a network looks like when it opens: positions, sizes, communities and centralities.

Every measure has a bound on the size of the network, beyond which it is left out or made cheaper
and the picture says so, because a download must not wait for minutes.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import networkx as nx
import numpy as np

from graph.network.betweenness import betweenness
from graph.network.elements import Network
from graph.network.layout import Indices, Numbers, force_directed, spiral

COMMUNITY_EDGES = 40_000
"""Most edges for which communities are looked for."""
BETWEENNESS_EDGES = 200_000
"""Most edges for which betweenness is computed, from fewer nodes the more there are."""
FORCE_NODES = 20_000
"""Most nodes that are laid out by forces."""
_SEED = 7


@dataclass(frozen=True, slots=True)
class Look:
    """What a node looks like, and how it stands in the network."""

    x: float
    y: float
    size: float
    degree: int
    modularity_class: int | None
    betweenness: float | None


@dataclass(frozen=True, slots=True)
class Picture:
    """The looks of a network's nodes in their order, its number of edges, and what was too much."""

    looks: Sequence[Look]
    edges: int
    notes: tuple[str, ...]


def picture_of(network: Network) -> Picture:
    """A picture of a network; the same network gives the same."""
    numbers = {node.id: number for number, node in enumerate(network.nodes())}
    ends, weights = array("q"), array("d")
    for edge in network.edges():
        ends.extend((numbers[edge.source], numbers[edge.target]))
        weights.append(edge.weight)
    return _drawn(len(numbers), ends.tobytes(), weights.tobytes())


@lru_cache(maxsize=8)
def _drawn(n: int, ends: bytes, weights: bytes) -> Picture:
    edges = np.frombuffer(ends, dtype=np.int64).reshape(-1, 2)
    strength = np.frombuffer(weights, dtype=np.float64)
    degree = np.bincount(edges.ravel(), minlength=n)
    sizes = np.round(4 + 2.5 * np.sqrt(degree), 2)
    pairs, strengths = _pairs(edges, strength)
    notes: list[str] = []
    communities = _communities(n, pairs, strengths, notes)
    between = _betweenness(n, pairs, notes)
    groups = _by_hub(n, pairs, degree) if communities is None else communities
    places = spiral(sizes, groups)
    if n <= FORCE_NODES:
        steps = int(min(30 + 3 * n, np.clip(600_000 / max(n, 1), 60, 400)))
        places = force_directed(places, pairs, 1 + np.log(strengths), sizes, steps)
    else:
        notes.append(f"positions by group and not by forces: more than {FORCE_NODES:,} nodes")
    looks = tuple(
        Look(
            round(float(places[number, 0]), 2),
            round(float(places[number, 1]), 2),
            float(sizes[number]),
            int(degree[number]),
            None if communities is None else int(communities[number]),
            None if between is None else round(float(between[number]), 6),
        )
        for number in range(n)
    )
    return Picture(looks, len(edges), tuple(notes))


def _pairs(edges: Indices, strength: Numbers) -> tuple[Indices, Numbers]:
    """Edges as undirected pairs, each once, with the sum of their weights; loops left out."""
    ordered = np.sort(edges[edges[:, 0] != edges[:, 1]], axis=1)
    kept = strength[edges[:, 0] != edges[:, 1]]
    if not len(ordered):
        return ordered, kept
    pairs, place = np.unique(ordered, axis=0, return_inverse=True)
    summed = np.bincount(place.ravel(), kept).astype(np.float64)
    return pairs, summed


def _communities(n: int, pairs: Indices, weights: Numbers, notes: list[str]) -> Indices | None:
    """Communities by Louvain's method, numbered from the largest."""
    if len(pairs) > COMMUNITY_EDGES:
        notes.append(f"no modularity_class: more than {COMMUNITY_EDGES:,} edges")
        return None
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(n))
    graph.add_weighted_edges_from(
        (one, other, weight)
        for (one, other), weight in zip(pairs.tolist(), weights.tolist(), strict=True)
    )
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    numbers = np.zeros(len(graph), dtype=np.int64)
    for number, members in enumerate(sorted(found, key=lambda one: (-len(one), min(one)))):
        numbers[list(members)] = number
    return numbers


def _betweenness(n: int, pairs: Indices, notes: list[str]) -> Numbers | None:
    """Betweenness on undirected pairs, normalised; of large networks estimated from a sample."""
    if len(pairs) > BETWEENNESS_EDGES:
        notes.append(f"no betweenness: more than {BETWEENNESS_EDGES:,} edges")
        return None
    found, sources = betweenness(n, pairs, _SEED)
    if sources < n:
        notes.append(f"betweenness estimated from {sources:,} of {n:,} nodes")
    return found


def _by_hub(n: int, pairs: Indices, degree: Indices) -> Indices:
    """Groups for the cheap picture: every node with its neighbour of highest degree."""
    hub = np.arange(n)
    ends = np.vstack((pairs, pairs[:, ::-1]))
    order = np.lexsort((-ends[:, 1], degree[ends[:, 1]], ends[:, 0]))
    last = ends[order]
    hub[last[:, 0]] = last[:, 1]
    hub = np.where(degree[hub] > degree, hub, np.arange(n))
    hub = hub[hub]
    return np.unique(hub, return_inverse=True)[1].astype(np.int64)
