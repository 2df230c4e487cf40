"""Where nodes stand: a force-directed picture, and a cheap one for networks too large for it.

The forces are ForceAtlas2's (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679), with an
attraction between its linear one, which crowds all into one clump, and LinLog, which crowds groups.
Repulsion is exact among the nodes of a cell and taken from the centre of mass of every other cell;
the cells are the leaves of a k-d tree with about the square root of n nodes each, so that one step
costs n to the power of 1.5.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Positions = NDArray[np.float64]
"""One row a node: x and y."""
Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]

_GOLDEN = np.pi * (3 - np.sqrt(5))
_BLOCK = 40_000
"""Pairs of nodes that are computed at once: so many that they stay in the processor's cache."""
_GAP, _WIDTH = 16.0, 2.0
"""Room that a label takes between two nodes, and how much more of it beside than above."""
_SCALING, _GRAVITY, _TOLERANCE = 40.0, 2.0, 1.0
_PULL, _STRETCH = 0.3, 30.0


def spiral(sizes: Numbers, groups: Indices) -> Positions:
    """Nodes in discs by group, the discs on a spiral, both from large to small: no edges read.

    `sizes` are radii, `groups` numbers from 0. Takes time linear in the nodes.
    """
    n = len(sizes)
    places = np.zeros((n, 2))
    if n == 0:
        return places
    order = np.lexsort((np.arange(n), -sizes, groups))
    counts = np.bincount(groups)
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    rank = np.arange(n) - np.repeat(starts, counts)
    step = 2.2 * float(np.mean(sizes))
    inner = step * np.sqrt(rank)
    within = np.stack((inner * np.cos(rank * _GOLDEN), inner * np.sin(rank * _GOLDEN)), axis=1)
    radii = step * (np.sqrt(counts) + 1)
    by_size = np.argsort(-counts, kind="stable")
    area = np.cumsum(radii[by_size] ** 2)
    far = 1.3 * np.sqrt(area - area[0])
    turn = np.arange(len(counts)) * _GOLDEN
    centres = np.empty((len(counts), 2))
    centres[by_size] = np.stack((far * np.cos(turn), far * np.sin(turn)), axis=1)
    places[order] = centres[groups[order]] + within
    return places


def force_directed(
    places: Positions, edges: Indices, weights: Numbers, sizes: Numbers, steps: int
) -> Positions:
    """Positions after some steps of ForceAtlas2 from given ones, nodes pushed off each other.

    `edges` has one row an edge: two node numbers. The same input gives the same picture.
    """
    n = len(places)
    if n < 2:
        return places
    source, target = edges[:, 0], edges[:, 1]
    mass = 1 + np.bincount(edges.ravel(), minlength=n).astype(np.float64)
    places = places.copy()
    speed, efficiency = 1.0, 1.0
    before = np.zeros_like(places)
    for step in range(steps):
        force = _repulsion(places, mass, step) * _SCALING
        force -= _GRAVITY * mass[:, None] * places / _lengths(places)[:, None]
        gap = places[source] - places[target]
        length = _lengths(gap)
        pull = (weights / np.sqrt(1 + length / _STRETCH))[:, None] * gap * _PULL
        for axis in (0, 1):
            force[:, axis] -= np.bincount(source, pull[:, axis], n)
            force[:, axis] += np.bincount(target, pull[:, axis], n)
        swing = mass * _lengths(force - before)
        traction = mass * _lengths(force + before) / 2
        speed, efficiency = _new_speed(speed, efficiency, swing.sum(), traction.sum(), n)
        factor = speed / (1 + np.sqrt(speed * swing))
        places += force * np.minimum(factor, 10 / _lengths(force))[:, None]
        before = force
    return _apart(_spread(places, sizes), sizes)


def _new_speed(
    speed: float, efficiency: float, swing: float, traction: float, n: int
) -> tuple[float, float]:
    """The global speed of the next step, as ForceAtlas2 adapts it to how much nodes swing."""
    optimal = 0.05 * np.sqrt(n)
    jitter = _TOLERANCE * max(np.sqrt(optimal), min(10.0, optimal * traction / n**2))
    if swing / traction > 2.0:
        if efficiency > 0.05:
            efficiency *= 0.5
        jitter = max(jitter, _TOLERANCE)
    wanted = jitter * efficiency * traction / swing
    if swing > jitter * traction:
        if efficiency > 0.05:
            efficiency *= 0.7
    elif speed < 1000:
        efficiency *= 1.3
    return speed + min(wanted - speed, 0.5 * speed), efficiency


def _cells(places: Positions, step: int) -> Indices:
    """Node numbers in cells of equal size, one row a cell; -1 fills up the last places."""
    n = len(places)
    depth = round(np.log2(n) / 2) if n > 64 else 0
    width = -(-n // 2**depth)
    order = np.full((1, width * 2**depth), -1, dtype=np.int64)
    order[0, :n] = np.arange(n)
    padded = np.vstack((places, [[np.inf, np.inf]]))
    for level in range(depth):
        along = padded[order, (level + step) % 2]
        order = np.take_along_axis(order, np.argsort(along, axis=1, kind="stable"), axis=1)
        order = order.reshape(len(order) * 2, -1)
    return order


def _repulsion(places: Positions, mass: Numbers, step: int) -> Positions:
    """What all nodes push each one with: masses over distance."""
    cells = _cells(places, step)
    held = cells >= 0
    inside = np.where(held[:, :, None], places[cells], 0.0)
    heavy = np.where(held, mass[cells], 0.0)
    total = heavy.sum(axis=1)
    centres = (inside * heavy[:, :, None]).sum(axis=1) / np.maximum(total, 1)[:, None]
    force = np.zeros_like(places)
    count, width = cells.shape
    rows = max(1, _BLOCK // (width * max(count, width)))
    for first in range(0, count, rows):
        part = slice(first, first + rows)
        at, ours = inside[part], held[part]
        others = np.tile(total, (len(at), 1))
        others[np.arange(len(at)), np.arange(first, first + len(at))] = 0.0
        pushed = _pushed(at, at, heavy[part]) + _pushed(at, centres[None], others)
        force[cells[part][ours]] = pushed[ours]
    force *= mass[:, None]
    return force


def _pushed(at: Positions, others: Positions, mass: Numbers) -> Positions:
    """What masses at `others` (cells, m, 2) push nodes at `at` (cells, k, 2) with."""
    dx = at[:, :, None, 0] - others[:, None, :, 0]
    dy = at[:, :, None, 1] - others[:, None, :, 1]
    strength = dx * dx
    strength += dy * dy
    np.maximum(strength, 1e-3, out=strength)
    np.divide(mass[:, None, :], strength, out=strength)
    dx *= strength
    dy *= strength
    return np.stack((dx.sum(axis=2), dy.sum(axis=2)), axis=2)


def _spread(places: Positions, sizes: Numbers) -> Positions:
    """The picture centred, and so large that its nodes would cover a fortieth of its middle."""
    centred: Positions = places - np.median(places, axis=0)
    middle = float(np.quantile(_lengths(centred), 0.8))
    wanted = np.sqrt(40 * float((sizes**2).sum()) * 0.8)
    centred *= wanted / max(middle, 1e-9)
    return centred


def _apart(places: Positions, sizes: Numbers) -> Positions:
    """Nodes that lie over each other pushed apart; the cells turn, so that their rims move."""
    for step in range(30):
        cells = _cells(places, step)
        held = cells >= 0
        count, width = cells.shape
        rows = max(1, _BLOCK // (width * width))
        widest = 0.0
        for first in range(0, count, rows):
            own, real = cells[first : first + rows], held[first : first + rows]
            at, radius = places[own], np.where(real, sizes[own], 0.0)
            dx = at[:, :, None, 0] - at[:, None, :, 0]
            dy = at[:, :, None, 1] - at[:, None, :, 1]
            length = np.maximum(np.hypot(dx / _WIDTH, dy), 1e-9)
            over = radius[:, :, None] + radius[:, None, :] + _GAP - length
            over[~(real[:, :, None] & real[:, None, :])] = 0.0
            over[:, np.arange(width), np.arange(width)] = 0.0
            np.maximum(over, 0.0, out=over)
            widest = max(widest, float(over.max()))
            over *= 0.5 / length
            moved = np.stack(((over * dx).sum(axis=2), (over * dy).sum(axis=2)), axis=2)
            places[own[real]] += moved[real]
        if widest < 0.1:
            break
    return places


def _lengths(rows: Positions) -> Numbers:
    lengths: Numbers = np.maximum(np.sqrt((rows * rows).sum(axis=-1)), 1e-9)
    return lengths
