"""Fitting a logistic regression: the weights that explain annotated examples best.

L-BFGS on the L2-penalised log loss (Liu and Nocedal 1989); the same examples in the same order
give the same weights.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from extractors.linking.logistic import BIAS, SMALLEST, Example, Logistic

Vector = NDArray[np.float64]

MEMORY = 8
"""How many steps back L-BFGS looks."""


def fit(
    examples: Sequence[Example], *, penalty: float = 3.0, rare: int = 3, steps: int = 60
) -> Logistic:
    """The weights that explain the examples best.

    `penalty` is what a squared weight costs against the log loss of an example; features seen in
    fewer than `rare` examples are left out. ValueError where no example is right, or none wrong.
    """
    if len({example.right for example in examples}) < 2:
        raise ValueError(f"{len(examples)} examples of which all or none are right: nothing to fit")
    seen = Counter(feature for example in examples for feature in example.features)
    names = [BIAS, *sorted(name for name, times in seen.items() if times >= rare)]
    index = {name: number for number, name in enumerate(names)}
    rows = [
        [0, *sorted(index[name] for name in example.features if name in index)]
        for example in examples
    ]
    loss = _Loss(rows, examples, penalty, len(names))
    found = _minimise(loss, len(names), steps)
    return Logistic(
        {
            name: weight
            for name, weight in zip(names, found.tolist(), strict=True)
            if abs(weight) >= SMALLEST or name == BIAS
        }
    )


class _Loss:
    """The penalised log loss, and its gradient."""

    def __init__(
        self, rows: list[list[int]], examples: Sequence[Example], penalty: float, size: int
    ) -> None:
        lengths = [len(row) for row in rows]
        self._columns = np.fromiter(chain.from_iterable(rows), np.intp, sum(lengths))
        self._rows = np.repeat(np.arange(len(rows)), lengths)
        self._signs = np.array([1.0 if example.right else -1.0 for example in examples])
        self._counts = np.array([example.weight for example in examples])
        self._penalty = penalty
        self._size = size

    def __call__(self, weights: Vector) -> tuple[float, Vector]:
        many = len(self._signs)
        # Sums by `bincount` go through the entries in order: the same at every run.
        scores = np.bincount(self._rows, weights[self._columns], many)
        margins = np.clip(self._signs * scores, -700, 700)
        losses = self._counts * np.logaddexp(0, -margins)
        slopes = -self._signs * self._counts / (1 + np.exp(margins))
        gradient = np.bincount(self._columns, slopes[self._rows], self._size)
        shrunk = weights.copy()
        shrunk[0] = 0.0
        total = math.fsum(losses) + self._penalty / 2 * math.fsum(shrunk * shrunk)
        return total, gradient + self._penalty * shrunk


def _dot(one: Vector, other: Vector) -> float:
    return math.fsum(one * other)


def _minimise(loss: _Loss, size: int, steps: int) -> Vector:
    """L-BFGS with a backtracking line search."""
    point = np.zeros(size)
    value, gradient = loss(point)
    past: list[tuple[Vector, Vector, float]] = []
    for _ in range(steps):
        direction = _direction(gradient, past)
        slope = _dot(direction, gradient)
        if slope >= 0:
            break
        length = 1.0 if past else 1.0 / max(1.0, math.sqrt(_dot(gradient, gradient)))
        for _ in range(30):
            trial = point + length * direction
            found, grown = loss(trial)
            if found <= value + 1e-4 * length * slope:
                break
            length /= 2
        else:
            break
        step = length * direction
        change = grown - gradient
        curve = _dot(step, change)
        if curve > 1e-10:
            past = [*past[-MEMORY + 1 :], (step, change, curve)]
        gain = value - found
        point, value, gradient = trial, found, grown
        if gain < 1e-6 * max(1.0, abs(value)):
            break
    return point


def _direction(gradient: Vector, past: list[tuple[Vector, Vector, float]]) -> Vector:
    direction = -gradient
    shares: list[float] = []
    for step, change, curve in reversed(past):
        share = _dot(step, direction) / curve
        shares.append(share)
        direction = direction - share * change
    if past:
        _, change, curve = past[-1]
        direction = direction * (curve / _dot(change, change))
    for (step, change, curve), share in zip(past, reversed(shares), strict=True):
        other = _dot(change, direction) / curve
        direction = direction + (share - other) * step
    return direction
