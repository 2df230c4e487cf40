"""Names that were found once are found again wherever they stand as words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from graph.model import EntityType

SELF_FINDING = frozenset((EntityType.REGION, EntityType.PERSON, EntityType.INDUSTRY))
INNER = frozenset((EntityType.REGION, EntityType.INDUSTRY))
"""What a longer name may begin with: `울산` does not keep `울산 수소타운` from being found."""


def find(ground: Ground, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Further mentions of the names of organisations, sites, projects and events."""
    known: dict[str, Mention] = {}
    lengths: dict[str, set[int]] = {}
    starts = set()
    for mention in mentions:
        if mention.type not in INNER:
            starts.add(mention.start)
        if mention.type in SELF_FINDING or mention.rule == "project.phase":
            continue
        if len(mention.name) < 2 or mention.name not in ground.text[mention.start : mention.end]:
            continue
        best = known.get(mention.name)
        if best is None or mention.confidence > best.confidence:
            known[mention.name] = mention
        lengths.setdefault(mention.name[:2], set()).add(len(mention.name))
    order = {head: sorted(found, reverse=True) for head, found in lengths.items()}
    text = ground.text
    for word in ground.words:
        if word.start in starts:
            continue
        for length in order.get(text[word.start : word.start + 2], ()):
            found = known.get(text[word.start : word.start + length])
            end = word.start + length
            if found is not None and ground.closes(end):
                sure = min(found.confidence, 0.85)
                yield Mention(word.start, end, found.type, found.name, "again", sure, found.ref)
                break
