"""A picture is the same every time, its nodes apart, its measures networkx's."""

from __future__ import annotations

import math
import random
from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from graph.network import Edge, Network, NetworkView, Node
from graph.network import picture as pictures
from graph.network.betweenness import betweenness
from graph.network.layout import spiral
from graph.network.picture import picture_of


def a_network(nodes: int, edges: int, seed: int = 1) -> Network:
    """Groups around hubs, as cities and their projects are."""
    chance = random.Random(seed)
    made = [Node(f"n{n}", f"노드 {n}", "project", "https://example.org/", 1) for n in range(nodes)]
    hubs = max(1, nodes // 15)
    ends = {(n, n % hubs) for n in range(hubs, nodes)}
    while len(ends) < edges:
        ends.add(tuple(chance.sample(range(nodes), 2)))  # type: ignore[arg-type]
    ties = [Edge(f"n{a}", f"n{b}", "lead", "주관", 1 + (a + b) % 3) for a, b in sorted(ends)]
    return Network(
        NetworkView.FULL, directed=True, nodes=lambda: iter(made), edges=lambda: iter(ties)
    )


def test_the_same_network_looks_the_same() -> None:
    pictures._drawn.cache_clear()
    one = picture_of(a_network(120, 200))
    pictures._drawn.cache_clear()
    assert picture_of(a_network(120, 200)) == one


def test_nodes_do_not_lie_over_each_other() -> None:
    looks = picture_of(a_network(150, 260)).looks
    over = [
        (one, other)
        for one, other in combinations(looks, 2)
        if math.hypot(one.x - other.x, one.y - other.y) < one.size + other.size
    ]
    assert len(over) <= 2


def test_ends_of_an_edge_stand_nearer_than_others() -> None:
    made = a_network(150, 260)
    looks = picture_of(made).looks

    def gap(one: int, other: int) -> float:
        return math.hypot(looks[one].x - looks[other].x, looks[one].y - looks[other].y)

    tied = [gap(int(edge.source[1:]), int(edge.target[1:])) for edge in made.edges()]
    every = [gap(one, other) for one, other in combinations(range(150), 2)]
    assert np.mean(tied) < 0.6 * np.mean(every)


def test_betweenness_is_networkxs() -> None:
    graph = nx.gnm_random_graph(60, 90, seed=3)
    found, sources = betweenness(60, np.array(list(graph.edges())), seed=1)
    assert sources == 60
    expected = nx.betweenness_centrality(graph)
    assert found == pytest.approx([expected[node] for node in range(60)])


def test_a_small_budget_gives_an_estimate_from_fewer_nodes() -> None:
    graph = nx.barabasi_albert_graph(300, 2, seed=3)
    pairs = np.array(list(graph.edges()))
    found, sources = betweenness(300, pairs, seed=1, budget=1_000_000)
    assert 10 <= sources < 300
    expected = nx.betweenness_centrality(graph)
    assert np.corrcoef(found, [expected[node] for node in range(300)])[0, 1] > 0.9


def test_degree_counts_every_edge_and_communities_are_groups() -> None:
    made = a_network(150, 260)
    looks = picture_of(made).looks
    assert sum(look.degree for look in looks) == 2 * 260
    assert 1 < len({look.modularity_class for look in looks}) < 75


def test_what_is_too_large_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "COMMUNITY_EDGES", 100)
    monkeypatch.setattr(pictures, "BETWEENNESS_EDGES", 100)
    monkeypatch.setattr(pictures, "FORCE_NODES", 100)
    pictures._drawn.cache_clear()
    drawn = picture_of(a_network(150, 260))
    pictures._drawn.cache_clear()
    assert len(drawn.notes) == 3
    assert {look.modularity_class for look in drawn.looks} == {None}
    assert {look.betweenness for look in drawn.looks} == {None}
    assert len({(look.x, look.y) for look in drawn.looks}) == 150


@pytest.mark.parametrize("nodes", [0, 1, 2])
def test_hardly_any_nodes_are_a_picture_too(nodes: int) -> None:
    made = Network(
        NetworkView.FULL,
        directed=True,
        nodes=lambda: (Node(f"n{n}", "", "project", "", 0) for n in range(nodes)),
        edges=lambda: iter(()),
    )
    looks = picture_of(made).looks
    assert len(looks) == nodes
    assert all(math.isfinite(look.x + look.y) for look in looks)


def test_a_spiral_keeps_groups_apart() -> None:
    groups = np.repeat(np.arange(5), 20)
    places = spiral(np.full(100, 5.0), groups)
    centres = np.array([places[groups == group].mean(axis=0) for group in range(5)])
    reach = max(np.linalg.norm(places[groups == g] - centres[g], axis=1).max() for g in range(5))
    nearest = min(np.linalg.norm(one - other) for one, other in combinations(centres, 2))
    assert nearest > reach
