"""Which mentions stay where several claim the same stretch of text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractors.mentions.mention import Mention
from graph.model import UNDERTAKINGS, EntityType

HOLDERS = frozenset((EntityType.PROJECT, EntityType.EVENT, EntityType.SITE))
"""A region or an industry inside their names says where or what they are, and stays."""

HELD = frozenset((EntityType.REGION, EntityType.INDUSTRY))
OWNERS = frozenset((EntityType.COMPANY, EntityType.INSTITUTE))
OWNED = frozenset((EntityType.PROJECT, EntityType.SITE))
"""A firm or an institute that begins their names owns or builds them, and stays."""

AT_HEAD = "site.held"
"""The rule of places at the head of an undertaking's name, which lies there."""

CELL = 16
"""Characters that are looked up together when it is asked what overlaps."""

LENGTH_COUNTS = 25
LENGTH_WEIGHS = 0.04


def arbitrate(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that stay, in order of the text: the longer and surer of two that overlap."""
    owners: dict[int, list[Mention]] = defaultdict(list)
    stay: list[Mention] = []
    for mention in sorted(mentions, key=_claim):
        start, end = mention.start, mention.end
        cells = range(start // CELL, (end - 1) // CELL + 1)
        if all(
            _agree(other, mention)
            for cell in cells
            for other in owners.get(cell, ())
            if other.start < end and start < other.end
        ):
            stay.append(mention)
            for cell in cells:
                owners[cell].append(mention)
    return sorted(stay, key=lambda m: (m.start, -m.end))


def _claim(mention: Mention) -> tuple[bool, float, int]:
    length = min(mention.end - mention.start, LENGTH_COUNTS)
    held = mention.type in HELD
    return (
        held or mention.rule == AT_HEAD,
        -(mention.confidence + LENGTH_WEIGHS * length),
        mention.start,
    )


def _agree(one: Mention, other: Mention) -> bool:
    """Whether two mentions that overlap may both stay, one inside the other."""
    outer, inner = (one, other) if one.end - one.start >= other.end - other.start else (other, one)
    if not (outer.start <= inner.start and inner.end <= outer.end) or outer.type is inner.type:
        return False
    if outer.end - outer.start == inner.end - inner.start:
        return False
    if inner.type in HELD:
        return outer.type in HOLDERS
    if inner.rule == AT_HEAD:
        return outer.type in UNDERTAKINGS
    return inner.type in OWNERS and outer.type in OWNED and inner.start == outer.start
