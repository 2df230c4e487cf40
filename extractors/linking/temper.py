"""How far the probability of a learned model may be trusted: a slope and an offset for each type.

A regression takes its features for independent and is too sure of itself at either end. What it
says of articles that it has not learned from is set against their annotation (Platt 1999): of
claims at 0.9 nine in ten are right. The order of two claims of one type stays as it was.
"""

from __future__ import annotations

import math

from extractors.linking.logistic import sigmoid
from extractors.models import load
from graph.model import Budget, Claim, Located, Participates, PartOf, Status

WEIGHED = (Budget, Located, Participates, PartOf, Status)
"""The claims that learned models weigh."""
MODEL = "temper"
SLOPE, OFFSET = "slope", "offset"
_LEAST, _MOST = 0.01, 0.99


def tempered(claim: Claim) -> float:
    """The confidence of a weighed claim, as often as such claims are right."""
    weights = load(MODEL).weights
    slope = weights.get(f"{claim.TYPE} {SLOPE}", 1.0)
    offset = weights.get(f"{claim.TYPE} {OFFSET}", 0.0)
    return sigmoid(slope * log_odds(claim.evidence.confidence) + offset)


def log_odds(probability: float) -> float:
    """The logarithm of a probability's odds; 0 and 1 count as nearly that.

    >>> log_odds(0.5), round(log_odds(1.0), 2)
    (0.0, 4.6)
    """
    held = min(max(probability, _LEAST), _MOST)
    return math.log(held / (1 - held))
