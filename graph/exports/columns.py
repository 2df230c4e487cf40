"""The columns of nodes and edges that all network formats share: their names, types and values.

The names are those that Gephi reads by key id, so that a file opens with labels, places, colours
and sizes; none is a name that it would swallow for something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from graph.model import EntityType
from graph.network import Edge, Network, Node, Parallel, merged

if TYPE_CHECKING:
    from graph.network.picture import Look, Picture

LARGEST_LONG = 2**63 - 1
_EOK = 100_000_000


class ColumnType(StrEnum):
    """What a column holds: text, whole numbers of 32 and 64 bits, numbers of 64 bits."""

    STRING = "string"
    INT = "int"
    LONG = "long"
    DOUBLE = "double"


Columns = Mapping[str, ColumnType]

NODE_COLUMNS: Columns = {
    "label": ColumnType.STRING,
    "node_type": ColumnType.STRING,
    "name_en": ColumnType.STRING,
    "uri": ColumnType.STRING,
    "budget_krw": ColumnType.LONG,
    "budget_eok": ColumnType.DOUBLE,
    "budget_kind": ColumnType.STRING,
    "status": ColumnType.STRING,
    "start_date": ColumnType.STRING,
    "end_date": ColumnType.STRING,
    "latitude": ColumnType.DOUBLE,
    "longitude": ColumnType.DOUBLE,
    "sources": ColumnType.INT,
    "degree": ColumnType.INT,
    "modularity_class": ColumnType.INT,
    "betweenness": ColumnType.DOUBLE,
    "x": ColumnType.DOUBLE,
    "y": ColumnType.DOUBLE,
    "size": ColumnType.DOUBLE,
    "r": ColumnType.INT,
    "g": ColumnType.INT,
    "b": ColumnType.INT,
}
EDGE_COLUMNS: Columns = {
    "label": ColumnType.STRING,
    "relation": ColumnType.STRING,
    "weight": ColumnType.DOUBLE,
    "sources": ColumnType.INT,
    "since": ColumnType.STRING,
    "until": ColumnType.STRING,
    "first_seen": ColumnType.STRING,
    "articles": ColumnType.STRING,
    "projects": ColumnType.INT,
    "budget_krw": ColumnType.LONG,
}

Cell = str | int | float | None

COLOURS: Mapping[str, tuple[int, int, int]] = {
    EntityType.REGION: (46, 125, 50),
    EntityType.SITE: (129, 199, 132),
    EntityType.PERSON: (239, 108, 0),
    EntityType.GOVERNMENT: (21, 101, 192),
    EntityType.INSTITUTE: (2, 136, 209),
    EntityType.COMPANY: (106, 27, 154),
    EntityType.UNIVERSITY: (0, 131, 143),
    EntityType.ASSOCIATION: (141, 110, 99),
    EntityType.PROJECT: (198, 40, 40),
    EntityType.INDUSTRY: (249, 168, 37),
    EntityType.EVENT: (173, 20, 87),
    "funder": (84, 110, 122),
}
"""Red, green and blue by type of node."""


class DrawnNode(NamedTuple):
    """A node and what it looks like."""

    node: Node
    look: Look


@dataclass(frozen=True, slots=True)
class Drawn:
    """A network with its picture, and its edges as a format wants them; both can be read again."""

    network: Network
    picture: Picture
    parallel: Parallel

    @classmethod
    def of(cls, network: Network, parallel: Parallel) -> Drawn:
        """A network drawn."""
        from graph.network.picture import picture_of  # noqa: PLC0415  only pictures pay for numpy

        return cls(network, picture_of(network), parallel)

    def nodes(self) -> Iterator[DrawnNode]:
        """The nodes in order."""
        for node, look in zip(self.network.nodes(), self.picture.looks, strict=True):
            yield DrawnNode(node, look)

    def edges(self) -> Iterator[Edge]:
        """The edges, those of one pair joined where they are to be merged."""
        edges = self.network.edges()
        if self.parallel is Parallel.MERGE:
            return merged(edges, self.network.support)
        return edges


def node_cells(drawn: DrawnNode) -> tuple[Cell, ...]:
    """A node's values in the order of `NODE_COLUMNS`; None where unknown."""
    node, look = drawn
    won = node.budget_krw
    return (
        node.label,
        node.node_type,
        node.name_en,
        node.uri,
        won if won is None or won <= LARGEST_LONG else None,
        None if won is None else won / _EOK,
        node.budget_kind,
        node.status,
        None if node.start_date is None else str(node.start_date),
        None if node.end_date is None else str(node.end_date),
        node.latitude,
        node.longitude,
        node.sources,
        look.degree,
        look.modularity_class,
        look.betweenness,
        look.x,
        look.y,
        look.size,
        *COLOURS[node.node_type],
    )


def edge_cells(edge: Edge) -> tuple[Cell, ...]:
    """An edge's values in the order of `EDGE_COLUMNS`; None where unknown."""
    won = edge.budget_krw
    return (
        edge.label,
        edge.relation,
        float(edge.weight),
        edge.sources,
        None if edge.since is None else str(edge.since),
        None if edge.until is None else str(edge.until),
        edge.first_seen,
        "|".join(edge.articles) or None,
        edge.projects,
        won if won is None or won <= LARGEST_LONG else None,
    )


def named(columns: Iterable[str], cells: Iterable[Cell]) -> dict[str, Cell]:
    """The known values by column."""
    return {name: cell for name, cell in zip(columns, cells, strict=True) if cell is not None}
