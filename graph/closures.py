"""What a property leads to in one step or more, kept up while its triples come and go.

The pairs of a closure are those that the property path `p+` finds: each once, a thing that leads
back to itself included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Generic, TypeVar

_Node = TypeVar("_Node", bound=Hashable)

MOST = 200_000
"""Pairs, from which on a closure is given up: a long chain has the square of its length."""


class Closure(Generic[_Node]):
    """The closure of one property's pairs; `given_up` where it is larger than `most`."""

    def __init__(self, most: int = MOST) -> None:
        self.given_up = False
        self._most = most
        self._ahead: dict[_Node, set[_Node]] = defaultdict(set)
        self._behind: dict[_Node, set[_Node]] = defaultdict(set)
        self._reached: dict[_Node, frozenset[_Node]] = {}
        self._size = 0

    def pairs(self) -> Iterator[tuple[_Node, _Node]]:
        """Every pair, once."""
        for start, reached in self._reached.items():
            for end in reached:
                yield start, end

    def change(
        self, removed: Iterable[tuple[_Node, _Node]], added: Iterable[tuple[_Node, _Node]]
    ) -> tuple[list[tuple[_Node, _Node]], list[tuple[_Node, _Node]]]:
        """Take pairs out and others in; the pairs of the closure that went, and those that came.

        A pair that is out is not taken out again, nor one that is in taken in. What costs time is
        what leads to the changed pairs, not the closure.
        """
        removed, added = list(removed), list(added)
        starts = {start for start, _ in (*removed, *added)}
        if self.given_up or not starts:
            return [], []
        touched = _reach(starts, self._behind)
        for start, end in removed:
            self._ahead[start].discard(end)
            self._behind[end].discard(start)
        for start, end in added:
            self._ahead[start].add(end)
            self._behind[end].add(start)
        touched |= _reach(starts, self._behind) | starts
        return self._find_anew(touched)

    def _find_anew(
        self, touched: Iterable[_Node]
    ) -> tuple[list[tuple[_Node, _Node]], list[tuple[_Node, _Node]]]:
        gone: list[tuple[_Node, _Node]] = []
        new: list[tuple[_Node, _Node]] = []
        for start in touched:
            before = self._reached.pop(start, frozenset())
            after = frozenset(_reach([start], self._ahead, self._most + 1))
            if after:
                self._reached[start] = after
            self._size += len(after) - len(before)
            gone += [(start, end) for end in before - after]
            new += [(start, end) for end in after - before]
            if self._size > self._most:
                return self._give_up(gone, new)
        return gone, new

    def _give_up(
        self, gone: list[tuple[_Node, _Node]], new: list[tuple[_Node, _Node]]
    ) -> tuple[list[tuple[_Node, _Node]], list[tuple[_Node, _Node]]]:
        """Forget all pairs: those that stood before what was `gone` and `new` since."""
        stood = {*self.pairs(), *gone} - set(new)
        self.given_up = True
        for kept in (self._ahead, self._behind, self._reached):
            kept.clear()
        return list(stood), []


def _reach(
    starts: Iterable[_Node], steps: Mapping[_Node, set[_Node]], most: int | None = None
) -> set[_Node]:
    """What some nodes lead to in one step or more; no further than `most` where that is given."""
    found: set[_Node] = set()
    ahead = [*starts]
    while ahead and (most is None or len(found) < most):
        new = steps.get(ahead.pop(), set()) - found
        found |= new
        ahead += islice(new, most)
    return found
