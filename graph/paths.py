"""How two things are connected: through which others, and by which statements.

Two things are tied where one statement has both in its slots. The shortest ways are searched from
both ends at once, the side with fewer statements first, so that a region of which every article
speaks is gone through only where nothing shorter avoids it. What a search cost too much to look at
is said, never left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.statements import Statement
from graph.view import View

MAX_LENGTH = 6
"""The most steps that a way is looked for."""

MOST_LOOKED_AT = 300_000
"""The statements that one search reads: what a second is enough for."""

_MOST_TRIED = 100_000


@dataclass(frozen=True, slots=True)
class Ways:
    """Ways between two things, each as the paths from one end to the other, the shortest first.

    Among equals those through things of which fewer statements speak come first. `more` tells that
    there are others beyond the limit, `unread` which things were not gone through, the search
    having read enough; without both there are no others of these lengths.
    """

    ways: tuple[tuple[str, ...], ...]
    more: bool
    unread: tuple[str, ...]


def ways(
    view: View,
    start: str,
    end: str,
    *,
    longest: int = 4,
    limit: int = 5,
    looked_at: int = MOST_LOOKED_AT,
) -> Ways:
    """The ways of at most `longest` steps from one thing to another, at most `limit`.

    A thing is on a way once. Raises ValueError for two ends that are one, or a length beyond
    `MAX_LENGTH`, and KeyError for a thing that the view has not.
    """
    if start == end:
        raise ValueError(f"a way leads from one thing to another, not from {start!r} to itself")
    if not 1 <= longest <= MAX_LENGTH:
        raise ValueError(f"a way has 1 to {MAX_LENGTH} steps, not {longest}")
    for path in (start, end):
        if path not in view.entities:
            raise KeyError(path)
    ties = Ties(view, looked_at)
    found: list[tuple[str, ...]] = []
    tried = _Tried(_MOST_TRIED)
    for length in range(1, longest + 1):
        layers = _layers(ties, start, end, length)
        if layers is None:
            continue
        for way in _along(ties, layers, tried):
            if len(found) == limit:
                return Ways(tuple(found), more=True, unread=ties.unread)
            found.append(way)
        if tried.enough:
            break
    return Ways(tuple(found), more=tried.enough, unread=ties.unread)


def statements_between(view: View, one: str, other: str) -> list[Statement]:
    """The statements that tie two things, in their order."""
    rarer, wanted = sorted((one, other), key=lambda path: len(view.about(path)))
    return [said for said in view.about(rarer) if wanted in said.entities]


class Ties:
    """What each thing is tied to, looked up when asked for and no further than is allowed."""

    def __init__(self, view: View, looked_at: int = MOST_LOOKED_AT) -> None:
        self._view = view
        self._left = looked_at
        self._known: dict[str, frozenset[str]] = {}
        self._unread: dict[str, None] = {}

    @property
    def unread(self) -> tuple[str, ...]:
        """The things that were asked for when enough had been read."""
        return tuple(self._unread)

    def of(self, path: str) -> frozenset[str]:
        """The things that a thing is tied to."""
        known = self._known.get(path)
        if known is not None:
            return known
        said = self._view.about(path)
        if len(said) > self._left:
            self._unread[path] = None
            return frozenset()
        self._left -= len(said)
        found: set[str] = set()
        for statement in said:
            for paths in statement.paths.values():
                found.update(paths)
        found.discard(path)
        self._known[path] = frozenset(found)
        return self._known[path]

    def among(self, path: str, others: frozenset[str]) -> frozenset[str]:
        """Those of others that a thing is tied to, from whichever side was read already."""
        if path in self._known:
            return others & self._known[path]
        return frozenset(other for other in others if path in self._known.get(other, ()))

    def of_all(self, paths: Iterable[str]) -> set[str]:
        """The things that any of some things is tied to; the least told of are read first."""
        found: set[str] = set()
        for path in sorted(paths, key=self.cost):
            found |= self.of(path)
        return found

    def cost(self, path: str) -> tuple[int, str]:
        """How many statements speak of a thing; and its path, so that an order is one."""
        return len(self._view.about(path)), path


@dataclass(slots=True)
class _Tried:
    """How many steps were tried along ways that may lead back on themselves."""

    left: int
    enough: bool = field(default=False)

    def another(self) -> bool:
        """Count a step; False where enough were tried."""
        self.left -= 1
        self.enough = self.left < 0
        return not self.enough


def _layers(ties: Ties, start: str, end: str, length: int) -> list[frozenset[str]] | None:
    """What may stand at each place of a way of that length; None where there is no such way."""
    ahead, back = [frozenset({start})], [frozenset({end})]
    ends = {start, end}
    while len(ahead) + len(back) < length + 1:
        side = ahead if _cost(ties, ahead[-1]) <= _cost(ties, back[-1]) else back
        layer = frozenset(ties.of_all(side[-1]) - ends)
        if not layer:
            return None
        side.append(layer)
    return _joined(ties, ahead, back)


def _joined(
    ties: Ties, ahead: list[frozenset[str]], back: list[frozenset[str]]
) -> list[frozenset[str]] | None:
    """Both halves as one row of layers, with only what leads from end to end."""
    near, far = ahead[-1], back[-1]
    if _cost(ties, near) <= _cost(ties, far):
        ahead[-1] = _leading(ties, near, far)
        back[-1] = far & ties.of_all(ahead[-1])
    else:
        back[-1] = _leading(ties, far, near)
        ahead[-1] = near & ties.of_all(back[-1])
    if not ahead[-1]:
        return None
    for half in (ahead, back):
        for place in range(len(half) - 2, 0, -1):
            half[place] = _leading(ties, half[place], half[place + 1])
    return [*ahead, *reversed(back)]


def _leading(ties: Ties, layer: Iterable[str], following: frozenset[str]) -> frozenset[str]:
    """What of a layer is tied to something in the following one."""
    return frozenset(path for path in layer if not following.isdisjoint(ties.of(path)))


def _cost(ties: Ties, layer: Iterable[str]) -> int:
    return sum(ties.cost(path)[0] for path in layer)


def _along(
    ties: Ties, layers: Sequence[frozenset[str]], tried: _Tried
) -> Iterator[tuple[str, ...]]:
    """The ways through layers that pass nothing twice, the least told of first."""
    (start,) = layers[0]
    ahead: list[tuple[str, ...]] = [(start,)]
    while ahead:
        way = ahead.pop()
        if len(way) == len(layers):
            yield way
            continue
        if not tried.another():
            return
        following = ties.among(way[-1], layers[len(way)]).difference(way)
        ahead += [(*way, path) for path in sorted(following, key=ties.cost, reverse=True)]
