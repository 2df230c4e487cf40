"""What a thing is tied to: by statements of its own, or of those that it is tied to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.paths import MOST_LOOKED_AT
from graph.statements import Statement
from graph.view import View

MAX_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A thing at a distance of 1 or 2 steps.

    `through` is the thing that the last step starts from, `statements` those that make that step,
    in their order.
    """

    path: str
    distance: int
    through: str
    statements: tuple[Statement, ...]

    @property
    def kinds(self) -> dict[str, int]:
        """How many statements of each type make the step."""
        return dict(Counter(statement.claim.TYPE for statement in self.statements))


@dataclass(frozen=True, slots=True)
class Neighborhood:
    """Neighbours, the nearest first, then those of the most statements.

    `unread` are the neighbours whose own were not looked at, enough having been read; those of the
    most statements.
    """

    neighbors: tuple[Neighbor, ...]
    unread: tuple[str, ...]


def neighborhood(
    view: View, path: str, depth: int = 1, looked_at: int = MOST_LOOKED_AT
) -> Neighborhood:
    """What lies around a thing. Raises KeyError for an unknown one, ValueError beyond MAX_DEPTH.

    What is reached through several others stands by the one that most statements tie it to.
    """
    if not 1 <= depth <= MAX_DEPTH:
        raise ValueError(f"neighbours are 1 to {MAX_DEPTH} steps away, not {depth}")
    if path not in view.entities:
        raise KeyError(path)
    first = {near.path: near for near in _tied(view, path, 1)}
    found, unread = dict(first), list[str]()
    if depth > 1:
        for near in sorted(first, key=lambda one: (len(view.about(one)), one)):
            looked_at -= len(view.about(near))
            if looked_at < 0:
                unread.append(near)
                continue
            for beyond in _tied(view, near, 2):
                known = found.get(beyond.path)
                if beyond.path != path and (known is None or _is_closer(beyond, known)):
                    found[beyond.path] = beyond
    ranked = sorted(found.values(), key=lambda one: (one.distance, -len(one.statements), one.path))
    return Neighborhood(tuple(ranked), tuple(unread))


def _is_closer(one: Neighbor, other: Neighbor) -> bool:
    return one.distance == other.distance and len(one.statements) > len(other.statements)


def _tied(view: View, path: str, distance: int) -> Iterator[Neighbor]:
    ties: dict[str, list[Statement]] = {}
    for statement in view.about(path):
        for other in statement.entities:
            if other != path:
                ties.setdefault(other, []).append(statement)
    for other, statements in ties.items():
        yield Neighbor(other, distance, path, tuple(statements))
