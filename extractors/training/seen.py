"""Annotated articles as they were read: what everything is learned from but the judges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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

    `tuned` where rules were written beside it, `as_stated` what `stated` gives where it is known.
    """

    name: str
    reading: Reading
    claims: tuple[Claim, ...]
    gold: Mapping[str, Any]
    tuned: bool
    as_stated: Seen | None = None

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """The annotation's key of each extracted entity that it names."""
        return align(self.gold, self.reading.entities)

    @cached_property
    def stated(self) -> Seen:
        """The article as it would have been read had every project's name been read right."""
        if self.as_stated is not None:
            return self.as_stated
        reading, _ = as_annotated(self.reading, self.gold, self.keys)
        return replace(self, reading=reading, claims=find_claims(reading))

    def again(self) -> Seen:
        """The article, read again by the models that are in force now, and so its `stated`."""
        return replace(_again(self), as_stated=_again(self.stated))

    @property
    def weight(self) -> float:
        """How much an example from it counts."""
        return 1.0 if self.tuned else UNTUNED


def read(name: str, reading: Reading, gold: Mapping[str, Any], *, tuned: bool) -> Seen:
    """An article with the claims that the models in force now make of it, and so its `stated`."""
    seen = Seen(name, reading, find_claims(reading), gold, tuned)
    return replace(seen, as_stated=seen.stated)


def _again(article: Seen) -> Seen:
    old = article.reading
    # A new one, without what other models left behind in the old one.
    reading = Reading(old.document, old.entities, old.occurrences)
    return replace(article, reading=reading, claims=find_claims(reading))
