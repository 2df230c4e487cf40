"""Sparse logistic regression: a probability from named features, trained without libraries.

Trained by L-BFGS on the L2-penalised log loss (Liu and Nocedal 1989); the same examples in the
same order give the same weights. Kept as a table that people can read: a feature and its weight a
line.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

BIAS = "(bias)"
MEMORY = 8
"""How many steps back L-BFGS looks."""
SMALLEST = 0.01
"""Weights below are not kept: they change no probability by more than a few thousandths."""


@dataclass(frozen=True, slots=True)
class Example:
    """What was seen of a candidate, whether it is right, and how much it counts."""

    features: frozenset[str]
    right: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Logistic:
    """Weights by feature; features that have none count nothing."""

    weights: Mapping[str, float]

    def probability(self, features: Iterable[str]) -> float:
        """How likely a candidate with those features, each given once, is right, 0 to 1."""
        return self.chance(filter(None, map(self.weights.get, features)))

    def chance(self, found: Iterable[float]) -> float:
        """How likely a candidate is right whose features have those weights."""
        # The exact sum: of a set's features in any order the probability is the same.
        return _sigmoid(math.fsum((self.weights.get(BIAS, 0.0), *found)))

    def table(self) -> str:
        """A line a weight, in the order of the features' names."""
        lines = [f"{name}\t{weight:.4f}\n" for name, weight in sorted(self.weights.items())]
        return "feature\tweight\n" + "".join(lines)

    def save(self, path: Path) -> None:
        """Write the table to a file."""
        path.write_text(self.table(), encoding="utf-8", newline="\n")

    @staticmethod
    def load(path: Path) -> Logistic:
        """Read a table's file. ValueError, with the line, where one is no feature and weight."""
        return Logistic.of(path.read_text(encoding="utf-8"), path)

    @staticmethod
    def of(table: str, path: Path) -> Logistic:
        """Read a table that stands in a file. ValueError as in `load`."""
        weights: dict[str, float] = {}
        for number, line in enumerate(table.split("\n")[1:], 2):
            if not line:
                continue
            name, _, weight = line.rpartition("\t")
            try:
                weights[name] = float(weight)
            except ValueError as error:
                raise ValueError(f"{path}:{number}: no weight in {line!r}") from error
        return Logistic(weights)


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
            for name, weight in zip(names, found, strict=True)
            if abs(weight) >= SMALLEST or name == BIAS
        }
    )


def _sigmoid(score: float) -> float:
    if score >= 0:
        return 1 / (1 + math.exp(-min(score, 700)))
    grown = math.exp(max(score, -700))
    return grown / (1 + grown)


class _Loss:
    """The penalised log loss, and its gradient."""

    def __init__(
        self, rows: list[list[int]], examples: Sequence[Example], penalty: float, size: int
    ) -> None:
        self._rows = rows
        self._signs = [1.0 if example.right else -1.0 for example in examples]
        self._counts = [example.weight for example in examples]
        self._penalty = penalty
        self._size = size

    def __call__(self, weights: list[float]) -> tuple[float, list[float]]:
        penalty = self._penalty
        total = penalty / 2 * math.fsum(weight * weight for weight in weights[1:])
        gradient = [penalty * weight for weight in weights]
        gradient[0] = 0.0
        for row, sign, count in zip(self._rows, self._signs, self._counts, strict=True):
            margin = sign * sum([weights[column] for column in row])
            if margin > 0:
                grown = math.exp(-min(margin, 700))
                total += count * math.log1p(grown)
                slope = -sign * count * grown / (1 + grown)
            else:
                grown = math.exp(max(margin, -700))
                total += count * (math.log1p(grown) - margin)
                slope = -sign * count / (1 + grown)
            for column in row:
                gradient[column] += slope
        return total, gradient


def _dot(one: list[float], other: list[float]) -> float:
    return math.fsum([a * b for a, b in zip(one, other, strict=True)])


def _minimise(loss: _Loss, size: int, steps: int) -> list[float]:
    """L-BFGS with a backtracking line search."""
    point = [0.0] * size
    value, gradient = loss(point)
    past: list[tuple[list[float], list[float], float]] = []
    for _ in range(steps):
        direction = _direction(gradient, past)
        slope = _dot(direction, gradient)
        if slope >= 0:
            break
        length = 1.0 if past else 1.0 / max(1.0, math.sqrt(_dot(gradient, gradient)))
        for _ in range(30):
            trial = [p + length * d for p, d in zip(point, direction, strict=True)]
            found, grown = loss(trial)
            if found <= value + 1e-4 * length * slope:
                break
            length /= 2
        else:
            break
        step = [length * d for d in direction]
        change = [b - a for a, b in zip(gradient, grown, strict=True)]
        curve = _dot(step, change)
        if curve > 1e-10:
            past = [*past[-MEMORY + 1 :], (step, change, curve)]
        gain = value - found
        point, value, gradient = trial, found, grown
        if gain < 1e-6 * max(1.0, abs(value)):
            break
    return point


def _direction(
    gradient: list[float], past: list[tuple[list[float], list[float], float]]
) -> list[float]:
    direction = [-slope for slope in gradient]
    shares: list[float] = []
    for step, change, curve in reversed(past):
        share = _dot(step, direction) / curve
        shares.append(share)
        direction = [d - share * c for d, c in zip(direction, change, strict=True)]
    if past:
        step, change, curve = past[-1]
        scale = curve / _dot(change, change)
        direction = [scale * d for d in direction]
    for (step, change, curve), share in zip(past, reversed(shares), strict=True):
        other = _dot(change, direction) / curve
        direction = [d + (share - other) * s for d, s in zip(direction, step, strict=True)]
    return direction
