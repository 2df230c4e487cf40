"""Annotated articles as they were read: what everything is learned from but the judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extractors.reading import Reading
from extractors.relations import find_claims
from extractors.training.annotated import align
from extractors.training.ideal import as_annotated
from graph.model import Claim

UNTUNED = 2.0
"""How much an example counts from an article beside which no rules were written."""


@dataclass(frozen=True)
class Seen:
    """An annotated article as it was read: by judges that had not learned from it.

    `tuned` where rules were written beside it.
    """

    name: str
    reading: Reading
    claims: tuple[Claim, ...]
    gold: Mapping[str, Any]
    tuned: bool

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The annotation's key of each extracted entity that it names."""
        return align(self.gold, self.reading.entities)

    @cached_property
    def stated(self) -> Seen:
        """The article as it would have been read had every project's name been read right."""
        reading, _ = as_annotated(self.reading, self.gold, self.keys)
        return Seen(self.name, reading, find_claims(reading), self.gold, self.tuned)

    @property
    def weight(self) -> float:
        """How much an example from it counts."""
        return 1.0 if self.tuned else UNTUNED
