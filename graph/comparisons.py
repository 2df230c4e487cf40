"""Who is compared with whom, and how sure each comparison made.

Identities are compared where they share a key that is not *wide*: a name that more than `WIDEST`
identities carry tells nothing. That keeps the cost of one article's comparisons bounded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from graph.sameness import DOUBTFUL, Comparison, Key, Keys

WIDEST = 64

Compare = Callable[[str, str, list[tuple[Key, Key]]], Comparison]
"""Compares two identities, the lesser path first, by the keys that they share."""


class Comparisons:
    """The keys of identities, and the comparisons that came out doubtful or better."""

    def __init__(self) -> None:
        self._keys: dict[str, Keys] = {}
        self._groups: dict[str, set[str]] = defaultdict(set)
        self._links: dict[str, dict[str, Comparison]] = {}

    def of(self, path: str) -> Mapping[str, Comparison]:
        """The comparisons of one identity, by the other's path."""
        return self._links.get(path, {})

    def all(self) -> Iterator[tuple[str, str, Comparison]]:
        """Every comparison once, the lesser path first."""
        for path, others in self._links.items():
            for other, comparison in others.items():
                if path < other:
                    yield path, other, comparison

    def stale(self, changed: Mapping[str, Keys | None]) -> set[str]:
        """What must be compared anew once these identities have these keys (None: is no more)."""
        sizes: dict[str, int] = {}
        for path, keys in changed.items():
            before = self._keys.get(path, {}).keys()
            after = (keys or {}).keys()
            for key in before ^ after:
                sizes[key] = sizes.get(key, len(self._groups.get(key, ()))) + (
                    1 if key in after else -1
                )
        turned = [
            key
            for key, size in sizes.items()
            if (size > WIDEST) != (len(self._groups.get(key, ())) > WIDEST)
        ]
        return {path for key in turned for path in self._groups[key]} | set(changed)

    def update(
        self, changed: Mapping[str, Keys | None], stale: Collection[str], compare: Compare
    ) -> None:
        """Take the keys over, and compare anew what is stale."""
        for path, keys in changed.items():
            self._rekey(path, keys or {})
        for path in stale:
            for other in self._links.pop(path, ()):
                self._links.get(other, {}).pop(path, None)
        for path in stale:
            for other in self._near(path):
                if other in self._links.get(path, {}):
                    continue
                left, right = min(path, other), max(path, other)
                found = compare(left, right, self._shared(left, right))
                if found.score >= DOUBTFUL:
                    self._links.setdefault(left, {})[right] = found
                    self._links.setdefault(right, {})[left] = found

    def _rekey(self, path: str, keys: Keys) -> None:
        before = self._keys.pop(path, {})
        for key in before.keys() - keys.keys():
            group = self._groups[key]
            group.discard(path)
            if not group:
                del self._groups[key]
        for key in keys.keys() - before.keys():
            self._groups[key].add(path)
        if keys:
            self._keys[path] = keys

    def _near(self, path: str) -> Iterable[str]:
        near: set[str] = set()
        for key in self._keys.get(path, ()):
            group = self._groups[key]
            if len(group) <= WIDEST:
                near |= group
        near.discard(path)
        return near

    def _shared(self, left: str, right: str) -> list[tuple[Key, Key]]:
        mine, yours = self._keys[left], self._keys[right]
        return [
            (mine[key], yours[key])
            for key in sorted(mine.keys() & yours.keys())
            if len(self._groups[key]) <= WIDEST
        ]
