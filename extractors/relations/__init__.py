"""Relations: one file a relation. `find_claims` is the way in; `RELATIONS` run in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

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
    status.relate,
    agreements.relate,
    about.relate,
    products.relate,
)
"""What is read of a reading alone, in order of running, which is that of an extraction's claims."""


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """What every rule reads of a settled reading, each fact once: with the surest evidence."""
    found = surest(claim for relate in RELATIONS for claim in relate(reading))
    return (*found, *surest(part_of.relate(reading, found)))


def surest(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each fact once."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        said = values_of(claim)
        known = found.get(said)
        if known is None or claim.evidence.confidence > known.evidence.confidence:
            found[said] = claim
    return tuple(found.values())
