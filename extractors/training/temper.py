"""Training how far learned models may be trusted (`extractors.linking.temper`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.linking.logistic import Logistic, sigmoid
from extractors.linking.temper import OFFSET, SLOPE, log_odds
from extractors.training.seen import Seen
from extractors.training.trust import is_stated
from graph.model import Budget, PartOf, Status

Rated = Sequence[tuple[float, bool]]
"""Probabilities that a model gave, and whether the annotation bears each out."""

PRIOR = 2.0
"""What a slope that is not 1 and an offset that is not 0 cost, as `fit`'s penalty does."""
_STEPS = 50
_TYPES = (Budget.TYPE, Status.TYPE, PartOf.TYPE)


def train(articles: Sequence[Seen], links: Mapping[str, Rated]) -> Logistic:
    """The slope and the offset of each type; `links` are what the linkers gave, by type.

    Claims are such as models make that have not learned from the article, and only articles count
    beside which no rules were written.
    """
    rated: dict[str, list[tuple[float, bool]]] = {name: [] for name in _TYPES}
    for article in articles:
        for claim in article.claims:
            if claim.TYPE in rated and not article.tuned:
                rated[claim.TYPE].append((claim.evidence.confidence, is_stated(claim, article)))
    weights: dict[str, float] = {}
    for name, given in {**rated, **links}.items():
        slope, offset = fitted(given)
        weights |= {f"{name} {SLOPE}": slope, f"{name} {OFFSET}": offset}
    return Logistic(weights)


def fitted(rated: Rated) -> tuple[float, float]:
    """The slope and offset that make of log odds how often they are right, by Newton's method."""
    slope, offset = 1.0, 0.0
    odds = [(log_odds(chance), right) for chance, right in rated]
    for _ in range(_STEPS):
        down, across, both, bent, flat = slope * PRIOR - PRIOR, offset * PRIOR, 0.0, PRIOR, PRIOR
        for x, right in odds:
            chance = sigmoid(slope * x + offset)
            miss, spread = chance - right, chance * (1 - chance)
            down, across = down + miss * x, across + miss
            bent, both, flat = bent + spread * x * x, both + spread * x, flat + spread
        scale = bent * flat - both * both
        step = (flat * down - both * across) / scale, (bent * across - both * down) / scale
        far = max(abs(step[0]), abs(step[1]))
        short = min(1.0, 0.5 / far) if far else 0.0
        slope, offset = slope - short * step[0], offset - short * step[1]
        if far < 1e-9:
            break
    return slope, offset
