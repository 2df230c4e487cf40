"""How fast networks are written, and in how much memory, beside networkx on the same network.

Every figure is the best of several processes of their own: ours is given the network as streams,
which it makes while the clock runs, networkx as a graph that is there before the clock starts.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection

import networkx as nx

from graph.exports.columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    DrawnNode,
    edge_cells,
    named,
    node_cells,
)
from graph.exports.gexf import write_gexf
from graph.exports.graphml import write_graphml
from graph.network import Edge, Node
from graph.network.picture import Look

SIZES = (10_000, 100_000, 1_000_000)
"""Edges; there is a node for five of them."""
_RELATIONS = (("lead", "주관"), ("partner", "참여"), ("locatedIn", "위치"), ("about", "분야"))


@dataclass(frozen=True, slots=True)
class Written:
    """Seconds of the processor, bytes, and the growth of memory at its peak in MB."""

    seconds: float
    size: int
    growth: float


def nodes(edges: int) -> Iterator[DrawnNode]:
    """The nodes of a network with so many edges."""
    for number in range(max(2, edges // 5)):
        node = Node(
            f"project:사업{number}",
            f"첨단소재 실증연구단지 {number}",
            "project" if number % 2 else "company",
            f"https://w3id.org/sanmaek/id/project/사업{number}",
            number % 7,
            budget_krw=10_000_000_000 * (number % 50 + 1) if number % 3 else None,
        )
        yield DrawnNode(node, Look(number * 1.5, number * 0.5, 4.0, 5, number % 20, 0.001))


def edges(count: int) -> Iterator[Edge]:
    """So many edges, no two of one pair and direction."""
    width = max(2, count // 5)
    for number in range(count):
        source, step = number % width, number // width + 1
        relation, label = _RELATIONS[number % 4]
        articles = tuple(f"{number * 7 + more:016x}" for more in range(number % 3))
        yield Edge(
            f"project:사업{source}",
            f"project:사업{(source + step) % width}",
            relation,
            label,
            max(1, len(articles)),
            len(articles),
            articles,
            first_seen="2023-05-01",
        )


def write_ours(
    write: Callable[..., Iterator[bytes]], count: int, path: str = os.devnull
) -> Written:
    """What one of our writers takes."""
    before, start = _peak(), time.process_time()
    size = 0
    with open(path, "wb") as out:  # noqa: PTH123
        for block in write(nodes(count), edges(count), directed=True):
            size += out.write(block)
    return Written(time.process_time() - start, size, _peak() - before)


def write_networkx(count: int) -> Written:
    """What networkx takes for the same nodes, edges and values."""
    made: nx.DiGraph[str] = nx.DiGraph()
    for drawn in nodes(count):
        made.add_node(drawn.node.id, **named(NODE_COLUMNS, node_cells(drawn)))
    for edge in edges(count):
        made.add_edge(edge.source, edge.target, **named(EDGE_COLUMNS, edge_cells(edge)))
    before, start = _peak(), time.process_time()
    nx.write_graphml(made, os.devnull)
    return Written(time.process_time() - start, 0, _peak() - before)


def best(measured: Callable[..., Written], *arguments: object, times: int) -> Written:
    """The fastest of some measurements, with the largest growth of memory among them."""
    found = [apart(measured, *arguments) for _ in range(times)]
    fastest = min(found, key=lambda one: one.seconds)
    return replace(fastest, growth=max(one.growth for one in found))


def apart(measured: Callable[..., Written], *arguments: object) -> Written:
    """A measurement in a process of its own, so that its memory counts alone."""
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(
        target=_send, args=(there, measured, arguments)
    )
    process.start()
    there.close()
    try:
        found = here.recv()
    finally:
        process.join()
        here.close()
    assert isinstance(found, Written)
    return found


def table() -> str:
    """Seconds and peak growth a format and size, and how many times faster than networkx."""
    rows = ["edges      format    seconds  MB written  peak growth MB  networkx s  times faster"]
    for count in SIZES:
        times = 3 if count < SIZES[-1] else 1
        peer = best(write_networkx, count, times=times)
        for name, write in (("graphml", write_graphml), ("gexf", write_gexf)):
            ours = best(write_ours, write, count, times=times)
            rows.append(
                f"{count:<10,} {name:<8} {ours.seconds:>8.2f} {ours.size / 1e6:>11.1f} "
                f"{ours.growth:>15.1f} {peer.seconds:>11.2f} {peer.seconds / ours.seconds:>13.1f}"
            )
    return "\n".join(rows) + "\n"


def _send(there: Connection, measured: Callable[..., Written], arguments: tuple[object]) -> None:
    there.send(measured(*arguments))
    there.close()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.stdout.write(table())
