"""A set of quads that several may say: it holds each for as long as somebody does."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad


class CountedQuads:
    """Quads, each with how many say it; and which came or went since somebody asked."""

    def __init__(self) -> None:
        self._counts: dict[Quad, int] = {}
        self._before: dict[Quad, bool] = {}

    def __len__(self) -> int:
        return len(self._counts)

    def add(self, quads: Iterable[Quad]) -> None:
        """Count each once more."""
        for quad in quads:
            count = self._counts.get(quad, 0)
            self._before.setdefault(quad, count > 0)
            self._counts[quad] = count + 1

    def subtract(self, quads: Iterable[Quad]) -> None:
        """Count each once less; KeyError for one that nobody says."""
        for quad in quads:
            count = self._counts[quad]
            self._before.setdefault(quad, count > 0)
            if count == 1:
                del self._counts[quad]
            else:
                self._counts[quad] = count - 1

    def turned(self) -> tuple[list[Quad], list[Quad]]:
        """The quads that went and those that came since the last time."""
        before, self._before = self._before, {}
        gone = [quad for quad, there in before.items() if there and quad not in self._counts]
        new = [quad for quad, there in before.items() if not there and quad in self._counts]
        return gone, new
