"""Bodies that pay a share of a project: `테스트베드에 산업부가 292억원을 댄다`."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.reading import Reading
from extractors.relations.budgets import owned_sums
from graph.model import Part, Participates


def funders(reading: Reading) -> Iterator[Participates]:
    """The named payers of shares whose project is known."""
    for bundle, item, owner in owned_sums(reading):
        for body in item.bodies:
            if owner.project is not None:
                yield Participates(
                    body,
                    owner.project,
                    Part.FUNDER,
                    reading.evidence(bundle.start, item.end, "participates/pays", 0.9, item.start),
                )
