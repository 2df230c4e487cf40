"""Which mentions stay where several claim the same stretch of text."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.mentions.mention import Mention
from graph.model import EntityType

HOLDERS = frozenset((EntityType.PROJECT, EntityType.EVENT, EntityType.SITE))
"""A region or an industry inside their names says where or what they are, and stays."""

HELD = frozenset((EntityType.REGION, EntityType.INDUSTRY))
LENGTH_COUNTS = 25
LENGTH_WEIGHS = 0.04


def arbitrate(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that stay, in order of the text: the longer and surer of two that overlap."""
    stays: dict[int, Mention] = {}
    owner: dict[int, Mention] = {}
    for mention in sorted(mentions, key=_claim):  # the held kinds come last
        taken = {id(m): m for at in range(mention.start, mention.end) if (m := owner.get(at))}
        if any(not _holds(other, mention) for other in taken.values()):
            continue
        if mention.type in HELD and any(
            m.type in HELD for at in range(mention.start, mention.end) if (m := stays.get(at))
        ):
            continue
        if not taken:
            for at in range(mention.start, mention.end):
                owner[at] = mention
        if mention.type in HELD:
            for at in range(mention.start, mention.end):
                stays[at] = mention
    return sorted(
        {id(m): m for m in (*owner.values(), *stays.values())}.values(),
        key=lambda m: (m.start, -m.end),
    )


def _claim(mention: Mention) -> tuple[bool, float, int]:
    length = min(mention.end - mention.start, LENGTH_COUNTS)
    held = mention.type in HELD
    return (held, -(mention.confidence + LENGTH_WEIGHS * length), mention.start)


def _holds(outer: Mention, inner: Mention) -> bool:
    return (
        outer.type in HOLDERS
        and inner.type in HELD
        and outer.start <= inner.start
        and inner.end <= outer.end
        and inner.end - inner.start < outer.end - outer.start
    )
