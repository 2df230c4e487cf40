"""Relations: one file a relation. `RELATIONS` lists them in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from extractors.reading import Reading
from extractors.relations import (
    about,
    agreements,
    budgets,
    located,
    part_of,
    participates,
    products,
    roles,
    status,
)
from graph.model import Claim, values_of

RELATIONS: tuple[Callable[[Reading], Iterator[Claim]], ...] = (
    budgets.relate,
    roles.relate,
    located.relate,
    participates.relate,
    part_of.relate,
    status.relate,
    agreements.relate,
    about.relate,
    products.relate,
)
"""The relations in order of running; their order is the order of an extraction's claims."""


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """What every rule reads of a settled reading, each fact once: with the surest evidence."""
    found: dict[tuple[object, ...], Claim] = {}
    for relate in RELATIONS:
        for claim in relate(reading):
            said = values_of(claim)
            known = found.get(said)
            if known is None or claim.evidence.confidence > known.evidence.confidence:
                found[said] = claim
    return tuple(found.values())
