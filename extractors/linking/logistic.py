"""Sparse logistic regression: a probability from named features.

Kept as a table that people can read: a feature and its weight a line. `extractors.training.fitting`
learns the weights.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

BIAS = "(bias)"
SMALLEST = 0.01
"""Weights below are not kept: they change no probability by more than a few thousandths."""


@dataclass(frozen=True, slots=True)
class Example:
    """What was seen of a candidate, whether it is right, and how much it counts."""

    features: frozenset[str]
    right: bool
    weight: float = 1.0


@dataclass(frozen=True)
class Logistic:
    """Weights by feature; features that have none count nothing."""

    weights: Mapping[str, float]

    def __hash__(self) -> int:
        return len(self.weights)  # the same of equal ones, and no look at each weight

    def probability(self, features: Iterable[str]) -> float:
        """How likely a candidate with those features, each given once, is right, 0 to 1."""
        return self.chance(filter(None, map(self.weights.get, features)))

    def chance(self, found: Iterable[float]) -> float:
        """How likely a candidate is right whose features have those weights."""
        # The exact sum: of a set's features in any order the probability is the same.
        return sigmoid(math.fsum((self._bias, *found)))

    @cached_property
    def _bias(self) -> float:
        return self.weights.get(BIAS, 0.0)

    @cached_property
    def by_head(self) -> Mapping[str, Mapping[str, float]]:
        """The weights of features such as `head|cue`, by head and cue."""
        found: dict[str, dict[str, float]] = {}
        for feature, weight in self.weights.items():
            head, bar, cue = feature.partition("|")
            if bar:
                found.setdefault(head, {})[cue] = weight
        return found

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


class Panel:
    """Regressions that weigh the same features, each of which is looked up once for all."""

    def __init__(self, models: Sequence[Logistic]) -> None:
        features = dict.fromkeys(feature for model in models for feature in model.weights)
        self._rows = {
            feature: tuple([model.weights.get(feature, 0.0) for model in models])
            for feature in features
        }
        self._bias = self._rows.get(BIAS, (0.0,) * len(models))

    def rows(self, features: Iterable[str]) -> list[tuple[float, ...]]:
        """The weights of those features, one for each regression."""
        return list(filter(None, map(self._rows.get, features)))

    def chances(self, rows: Iterable[tuple[float, ...]], asked: slice = slice(None)) -> list[float]:
        """What those asked give a candidate whose features, each given once, weigh that."""
        columns = list(zip(self._bias, *rows, strict=True))
        return [sigmoid(math.fsum(column)) for column in columns[asked]]


@lru_cache(maxsize=8)
def panel(*models: Logistic) -> Panel:
    """Those regressions together."""
    return Panel(models)


def sigmoid(score: float) -> float:
    """The probability whose log odds are `score`."""
    if score >= 0:
        return 1 / (1 + math.exp(-min(score, 700)))
    grown = math.exp(max(score, -700))
    return grown / (1 + grown)
