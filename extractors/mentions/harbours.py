"""Harbours and airports: at the head of an undertaking's name, behind a region, in a row.

`간월도항 어촌뉴딜` is done at `간월도항`, which is a place of its own, though only the name has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from graph.model import UNDERTAKINGS, EntityType

HARBOUR = re.compile(r"(?<![가-힣])(?P<stem>[가-힣]{1,6})항(?= [0-9A-Za-z가-힣])")
NO_HARBOUR = re.compile(
    r"^(?:[취운출입기개결순회귀조문저대반민방모공어]|[가-힣]?사|국제공|무역|연안|국가어|지방어|다기능|복합|거점"
    r"|관리|국가|지방|배후)$"
)
"""What makes `항` another word, or a kind of harbour."""


def held(ground: Ground, found: Iterable[Mention]) -> Iterator[Mention]:
    """The harbours and airports in the names of undertakings that something follows in the name."""
    for mention in found:
        if mention.type not in UNDERTAKINGS:
            continue
        for match in HARBOUR.finditer(ground.text, mention.start, mention.end):
            if not NO_HARBOUR.search(match["stem"]):
                name = match.group()
                yield Mention(*match.span(), EntityType.SITE, name, "site.harbour", 0.8)
