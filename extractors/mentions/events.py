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
QUOTED = re.compile(rf"(?:{either('event_tails', 'event', 'quoted')})(?:\s?20[0-9]{{2}})?$")
ORDINAL = re.compile(r"제\s?[0-9]+(?:회|차|대)\s")
SAID = re.compile(r"[가-힣](?:[을를](?! (?:위한|향한|통한) )|에서|할지) ")
DATED = re.compile(r"20[0-9]{2}년?\s?[가-힣]{4}|[가-힣]{2,6}장관회의")
NAMED = re.compile(rf"[가-힣A-Za-z0-9] ?(?:{either('project_tails', 'undertaking', 'facility')})$")
"""A ceremony has the name of what it is for."""
KNOWN = re.compile(
    rf"(?<![0-9A-Za-z가-힣])(?:{either('event_tails', 'named')})"
    r"(?: ?20[0-9]{2})?(?![A-Za-z]|[가-힣]{3})"
)
"""Events that a name without a word for their kind tells: `CES 2024`."""
FAIR = re.compile(r"(?:방산전|산업전|엑스포|EXPO|박람회|로드쇼|비엔날레|영화제)$")
"""What is named by where it is held and what is shown there."""
NO_SHOW = re.compile(r"(?:[가도발배비송안원이작종직충]|회|사|수|운|호|완)전$")
"""Words that only end as an exhibition does: `발전`, `충전`, `비전`."""
CEREMONY = re.compile(r"(?:식|주간|대회|워크숍|세미나|콘서트|축제)$")


def find(ground: Ground) -> Iterator[Mention]:
    """The events of a document."""
    text = ground.text
    for start, end in ground.quotes:
        name = text[start:end]
        if text[start - 1] in '“"' and len(name) > 30:
            continue
        if NO_SHOW.search(name):
            continue
        if len(name) >= 5 and QUOTED.search(name) and not SAID.search(name):
            yield Mention(start, end, EntityType.EVENT, name, "event.quoted", 0.9)
    for known in KNOWN.finditer(text):
        yield Mention(*known.span(), EntityType.EVENT, known.group(), "event.known", 0.8)
    for phrase in phrases(ground, TAIL):
        start = phrase.start
        numbered = ORDINAL.search(text, start, phrase.end)
        if numbered:
            start = numbered.start()
        name = text[start : phrase.end]
        named = phrase.proper and phrase.nouns >= 2 and not CEREMONY.search(name)
        named = named or (phrase.placed and " " in name and FAIR.search(name) is not None)
        named = named or DATED.match(name) is not None
        if CEREMONY.search(name):
            before = text[phrase.start : phrase.end - len(phrase.tail)].rstrip()
            named = named or (" " in name and NAMED.search(before) is not None)
        if not named and not numbered:
            continue
        sure = 0.9 if CEREMONY.search(name) else 0.65
        yield Mention(start, phrase.end, EntityType.EVENT, name, "event.phrase", sure)
