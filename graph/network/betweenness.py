"""How many shortest paths lead through each node: Brandes' algorithm, a level of a search at once.

Brandes 2001, doi:10.1080/0022250X.2001.9990249; the estimate from some of the nodes is Brandes and
Pich 2007, doi:10.1142/S0218127407018403.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_BUDGET = 30_000_000
"""Edge visits that a picture may cost: some seconds."""
_LEVEL = 2_000
"""What a level costs beside its edges, in edge visits."""


def betweenness(
    n: int, pairs: NDArray[np.int64], seed: int, budget: int = _BUDGET
) -> tuple[NDArray[np.float64], int]:
    """The normalised betweenness of n nodes joined by undirected pairs, and from how many nodes.

    Exact where all nodes fit the budget, which counts visits of edges; else an estimate from so
    many that do, drawn with the seed.
    """
    found = np.zeros(n)
    if not len(pairs) or n < 3:
        return found, n
    ends = np.vstack((pairs, pairs[:, ::-1]))
    hub = int(np.bincount(ends[:, 0], minlength=n).argmax())
    levels = len(_search(n, ends, hub)[0])
    sources = max(10, budget // (levels * (_LEVEL + len(ends))))
    chosen = np.arange(n)
    if sources < n:
        chosen = np.sort(np.random.default_rng(seed).choice(n, sources, replace=False))
    for source in chosen:
        found += _dependencies(n, ends, int(source))
    scale = n / len(chosen) / ((n - 1) * (n - 2))
    return found * scale, len(chosen)


def _search(
    n: int, ends: NDArray[np.int64], source: int
) -> tuple[list[NDArray[np.int64]], NDArray[np.float64]]:
    """The edges that lead on from each level, and the number of shortest paths to each node."""
    distance = np.full(n, -1)
    distance[source] = 0
    paths = np.zeros(n)
    paths[source] = 1
    levels = []
    level = 0
    while True:
        ahead = ends[(distance[ends[:, 0]] == level) & (distance[ends[:, 1]] == -1)]
        levels.append(ahead)
        if not len(ahead):
            return levels, paths
        paths += np.bincount(ahead[:, 1], paths[ahead[:, 0]], n)
        level += 1
        distance[ahead[:, 1]] = level


def _dependencies(n: int, ends: NDArray[np.int64], source: int) -> NDArray[np.float64]:
    levels, paths = _search(n, ends, source)
    depends = np.zeros(n)
    for ahead in reversed(levels):
        near, far = ahead[:, 0], ahead[:, 1]
        depends += np.bincount(near, paths[near] / paths[far] * (1 + depends[far]), n)
    depends[source] = 0
    return depends
