"""Identities that are connected by comparisons, joined as far as nothing forbids it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.homes import Homes
from graph.ledger import Decisions, Judgement
from graph.model import EntityType
from graph.sameness import SURE, Comparison, Profile, Told

_AT_HOME = frozenset({EntityType.PROJECT, EntityType.SITE, EntityType.EVENT, EntityType.COMPANY})
_EQUATED = 2


@dataclass(frozen=True, slots=True)
class Link:
    """Two identities that were compared, the lesser path first.

    `by` is the person who decided, or empty where the rules did; `phase` where both are one phase.
    """

    left: str
    right: str
    score: float
    reason: str
    equated: int = 0
    by: str = ""
    phase: bool = False


def link_of(left: str, right: str, comparison: Comparison, *, phase: bool = False) -> Link:
    """A comparison as a link."""
    return Link(left, right, comparison.score, comparison.reason, comparison.equated, "", phase)


def components(
    start: Iterable[str], neighbours: Callable[[str], Iterable[str]]
) -> Iterator[list[str]]:
    """The connected components that some identities are in, each sorted."""
    seen: set[str] = set()
    for first in sorted(start):
        if first in seen:
            continue
        seen.add(first)
        found, ahead = [first], [first]
        while ahead:
            for other in neighbours(ahead.pop()):
                if other not in seen:
                    seen.add(other)
                    found.append(other)
                    ahead.append(other)
        yield sorted(found)


class _Group:
    """Identities joined so far, and what forbids joining more to them."""

    def __init__(self, profile: Profile, phases: Iterable[str]) -> None:
        self.paths = [profile.path]
        self.articles = set(profile.articles)
        self.wholes = profile.any_of(Told.WHOLE)
        self.homes = profile.any_of(Told.STATED_HOME) if profile.type in _AT_HOME else set()
        self.phases = dict(phase.rpartition("|")[::2] for phase in phases)

    def take(self, other: _Group) -> None:
        self.paths += other.paths
        self.articles |= other.articles
        self.wholes |= other.wholes
        self.homes |= other.homes
        self.phases |= other.phases


def join(
    profiles: Sequence[Profile],
    links: Iterable[Link],
    decisions: Decisions,
    homes: Homes,
    phases: Callable[[str], Iterable[str]] = lambda _: (),
) -> list[tuple[str, ...]]:
    """The groups of one component, each sorted; what is not joined stands alone.

    A person's decisions come first, the latest before earlier ones; then the links from sure to
    less sure, ties in the order of their paths. `phases` gives the phases that an identity is.
    """
    if len(profiles) == 1:
        return [(profiles[0].path,)]
    group = {profile.path: _Group(profile, phases(profile.path)) for profile in profiles}
    for link in [*_decided(group, decisions), *sorted(links, key=_surest_first)]:
        one, other = group[link.left], group[link.right]
        if one is not other and not _forbidden(one, other, link, decisions, homes):
            if len(one.paths) < len(other.paths):
                one, other = other, one
            one.take(other)
            for path in other.paths:
                group[path] = one
    found = {id(one): tuple(sorted(one.paths)) for one in group.values()}
    return sorted(found.values())


def _surest_first(link: Link) -> tuple[float, str, str]:
    return -link.score, link.left, link.right


def _decided(paths: Iterable[str], decisions: Decisions) -> list[Link]:
    """The pairs that a person judged to be the same, the latest first."""
    known = set(paths)
    return [
        Link(decision.left, decision.right, 1.0, decision.reason, by=decision.by or "a person")
        for decision in reversed([*decisions.by_pair.values()])
        if decision.judgement is Judgement.SAME and known.issuperset(decision.pair)
    ]


def _forbidden(one: _Group, other: _Group, link: Link, decisions: Decisions, homes: Homes) -> bool:
    if any(
        decision.judgement is Judgement.DIFFERENT and partner in other_paths
        for other_paths in [set(other.paths)]
        for path in one.paths
        for decision in decisions.by_path.get(path, ())
        for partner in decision.pair
    ):
        return True
    if link.by:
        return False
    if link.score < SURE:
        return True
    told_apart = len(one.articles & other.articles)
    equated = link.equated >= _EQUATED
    if told_apart and not (equated and link.equated > told_apart):
        return True
    if any(other.phases.get(whole, phase) != phase for whole, phase in one.phases.items()):
        return True
    if not (equated or told_apart) and (
        one.wholes & set(other.paths) or other.wholes & set(one.paths)
    ):
        return True
    return not (link.phase or equated or homes.meet(one.homes, other.homes))
