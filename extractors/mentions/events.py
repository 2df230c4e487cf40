"""Events: exhibitions, forums, ceremonies and weeks with a name, quoted or with a proper noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import phrases
from graph.model import EntityType

TAIL = re.compile(
    r"(?:포럼|전시회|박람회|엑스포|세미나|콘퍼런스|컨퍼런스|콘서트|축제|기공식|착공식|준공식"
    r"|개소식|출범식|선포식|심포지엄|워크숍|주간|WEEK"
    r"|페어|국무회의|민생회의|대회|로드쇼|해커톤|어워드|산업전|방산전|취임식|이임식|총회|TF"
    r"|페스티벌|쇼케이스|컨벤션|비엔날레|올림픽)$"
)
QUOTED = re.compile(
    TAIL.pattern[:-2]
    + r"|대전|협약식|보고회|간담회|설명회|토론회|공청회|회의|전|쇼)(?:\s?20[0-9]{2})?$"
)
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
