"""What is quoted to prove that two entities belong together."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.reading import Occurrence, Reading
from graph.model import Evidence

Place = tuple[int, Occurrence]
"""The number of a sentence, and where an entity stands in it."""


def joint(
    reading: Reading, ones: Iterable[Place], others: Iterable[Place], rule: str, sure: float
) -> Evidence | None:
    """The words from one name to the nearest other in a sentence; None where none names both.

    Where they are too long to quote, those around the one are.
    """
    by_number: dict[int, list[Occurrence]] = {}
    for number, other in others:
        by_number.setdefault(number, []).append(other)
    near = min(
        ((one, other) for number, one in ones for other in by_number.get(number, ())),
        default=None,
        key=lambda pair: (
            max(pair[0].start, pair[1].start) - min(pair[0].end, pair[1].end),
            pair[0].start,
            pair[1].start,
        ),
    )
    if near is None:
        return None
    one, other = near
    start, end = min(one.start, other.start), max(one.end, other.end)
    return reading.evidence(start, end, rule, sure, one.start)
