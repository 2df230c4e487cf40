"""Events: exhibitions, forums, ceremonies and weeks with a name, quoted or with a proper noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import phrases
from extractors.wordlists import either
from graph.model import EntityType

TAIL = re.compile(f"(?:{either('event_tails', 'event')})$")
QUOTED = re.compile(rf"(?:{either('event_tails')})(?:\s?20[0-9]{{2}})?$")
ORDINAL = re.compile(r"제\s?[0-9]+(?:회|차|대)\s")
CEREMONY = re.compile(r"(?:식|주간|대회|워크숍|세미나|콘서트|축제)$")


def find(ground: Ground) -> Iterator[Mention]:
    """The events of a document."""
    text = ground.text
    for start, end in ground.quotes:
        name = text[start:end]
        if text[start - 1] in '“"' and len(name) > 30:
            continue
        if len(name) >= 5 and QUOTED.search(name):
            yield Mention(start, end, EntityType.EVENT, name, "event.quoted", 0.9)
    for phrase in phrases(ground, TAIL):
        start = phrase.start
        numbered = ORDINAL.search(text, start, phrase.end)
        if numbered:
            start = numbered.start()
        name = text[start : phrase.end]
        named = phrase.proper and phrase.nouns >= 2 and not CEREMONY.search(name)
        if not named and not numbered:
            continue
        yield Mention(start, phrase.end, EntityType.EVENT, name, "event.phrase", 0.65)
