"""Stretches of a text that must not overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import Protocol, TypeVar


class Stretch(Protocol):
    """`text[start:end]`, not empty."""

    @property
    def start(self) -> int: ...  # noqa: D102  as the class says
    @property
    def end(self) -> int: ...  # noqa: D102


_S = TypeVar("_S", bound=Stretch)
_start = attrgetter("start")


def apart(stretches: Iterable[_S]) -> list[_S]:
    """Of stretches that overlap those that come first; the result is in order of the text."""
    kept: list[_S] = []
    for stretch in stretches:
        at = bisect_left(kept, stretch.start, key=_start)
        if (not at or kept[at - 1].end <= stretch.start) and (
            at == len(kept) or stretch.end <= kept[at].start
        ):
            kept.insert(at, stretch)
    return kept


def longest(stretches: Iterable[_S]) -> list[_S]:
    """Of stretches that overlap the longest, the earliest of equals, in order of the text."""
    return apart(sorted(stretches, key=lambda each: (each.start - each.end, each.start)))
