"""What an article's claims say of each entity, as signs for whatever is weighed knowing them.

Who leads a project, or what it is part of, is easier to tell of one whose budget, payers and
milestones are known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.model import About, Agreement, Budget, Claim, Located, PartOf, Role, Status

_NOTHING: frozenset[str] = frozenset()
_SAME = 0.05
"""How far apart two sums may be that count as one."""


@dataclass(frozen=True, slots=True)
class Sayings:
    """By an entity's key the signs of what is claimed of it, and its largest sum in won."""

    signs: Mapping[str, frozenset[str]]
    sums: Mapping[str, int]

    def of(self, key: str) -> frozenset[str]:
        """The signs of one entity."""
        return self.signs.get(key, _NOTHING)

    def compared(self, part: str, whole: str) -> str:
        """How the largest sum of one project stands to that of another.

        >>> Sayings({}, {"centre": 50, "cluster": 200}).compared("centre", "cluster")
        'less'
        """
        one, other = self.sums.get(part), self.sums.get(whole)
        if not one or not other:
            return f"known {bool(one)} {bool(other)}"
        if abs(one - other) <= _SAME * other:
            return "same"
        return "less" if one < other else "more"


def sayings_of(claims: Iterable[Claim]) -> Sayings:
    """What those claims say."""
    signs: dict[str, set[str]] = defaultdict(set)
    sums: dict[str, int] = {}
    for claim in claims:
        for key, sign in _signs(claim):
            signs[key].add(sign)
        if isinstance(claim, Budget) and claim.project is not None:
            sums[claim.project] = max(sums.get(claim.project, 0), claim.money.krw or 0)
    return Sayings({key: frozenset(found) for key, found in signs.items()}, sums)


def _signs(claim: Claim) -> Iterator[tuple[str, str]]:
    match claim:
        case Budget(project=str(key)):
            yield key, f"budget {claim.kind}"
            if claim.source is not None:
                yield key, f"paid by {claim.source}"
        case Status():
            yield claim.project, f"status {claim.status}"
        case PartOf():
            yield claim.part, "part"
            yield claim.whole, "whole"
        case Located():
            yield claim.entity, "placed"
        case About():
            yield claim.project, "field"
        case Role(organization=str(key)):
            yield key, "headed"
        case Agreement():
            yield from ((party, "signs") for party in claim.parties)
            if claim.subject is not None:
                yield claim.subject, "agreed on"
        case _:
            pass
