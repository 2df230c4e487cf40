"""The graph as a network of nodes and edges, of which exports are written.

`network(view, iris, kind)` gives it as two streams; `network_of` as a networkx graph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.iris import Iris
from graph.network.elements import Edge, Network, NetworkView, Node, Parallel, edge_id, merged
from graph.network.projections import (
    city_industry_network,
    money_network,
    organizations_network,
)
from graph.network.ties import RELATION_LABELS, full_network
from graph.view import View

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "RELATION_LABELS",
    "Edge",
    "Network",
    "NetworkView",
    "Node",
    "Parallel",
    "edge_id",
    "merged",
    "network",
    "network_of",
]


def network(view: View, iris: Iris, kind: NetworkView = NetworkView.FULL) -> Network:
    """One of the networks of a view."""
    match kind:
        case NetworkView.FULL:
            return full_network(view, iris)
        case NetworkView.ORGANIZATIONS:
            return organizations_network(view, iris)
        case NetworkView.CITY_INDUSTRY:
            return city_industry_network(view, iris)
        case NetworkView.MONEY:
            return money_network(view, iris)


def network_of(view: View, iris: Iris) -> nx.MultiDiGraph[str]:
    """All entities and their ties in networkx; edge keys are relations.

    Attributes are the fields of `Node` and `Edge`; what is unknown is left out.
    """
    import networkx as nx  # noqa: PLC0415  only who asks for it pays for networkx

    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    made = full_network(view, iris)
    for node in made.nodes():
        found.add_node(node.id, **_known(node._asdict(), "id"))
    for edge in made.edges():
        attributes = _known(edge._asdict(), "source", "target")
        found.add_edge(edge.source, edge.target, key=edge.relation, **attributes)
    return found


def _known(attributes: dict[str, object], *beside: str) -> dict[str, object]:
    return {
        name: value
        for name, value in attributes.items()
        if name not in beside and value is not None and value != ()
    }
