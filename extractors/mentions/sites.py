"""Sites: listed ones; those that only their clause tells from projects are found in `projects`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from graph.model import EntityType

WISHED = ("candidate", "special_zone")
"""Kinds of listed sites that are projects unless something stands in them."""
SURE = 0.74


def find(ground: Ground, judged: Iterable[Mention]) -> Iterator[Mention]:
    """The listed sites of a document; what a clause surely builds or designates is a project."""
    by_end = {mention.end: mention for mention in judged if mention.rule.endswith(".phrase")}
    for hit in ground.listed:
        owners = [entry for entry in hit.entries if entry.type is EntityType.SITE]
        if not owners:
            continue
        name = ground.text[hit.start : hit.end]
        mention = Mention(
            hit.start, hit.end, EntityType.SITE, name, "site.listed", 0.85, owners[0].ref
        )
        seen = by_end.get(hit.end)
        wished = any(word in owners[0].level for word in WISHED)
        if seen is not None and seen.type is EntityType.PROJECT:
            if seen.confidence >= SURE or wished:
                mention = replace(mention, type=EntityType.PROJECT)
        elif wished and (seen is None or seen.confidence < SURE):
            mention = replace(mention, type=EntityType.PROJECT)
        yield mention
