"""Industries and technology fields: listed ones, and `…산업` as a field of its own.

A narrow field that a text names once, in passing, is no topic of it: it must return, stand in a
list of fields, or be called an industry, a field or a market.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import Phrase, phrases
from graph.model import EntityType

FIELD = re.compile(r"산업$")
MADE_OF = re.compile(
    r"(?:국가|지역|전략|첨단|미래|신|주력|기간|성장|동력|주요|관련|연관|전후방|특화|일반|전통"
    r"|중소|국내|국제|핵심|기존|유망"
    r"|향토|대표|전방|후방|기반|부품|차세대|고부가|지식|세계|글로벌|도내|경제|융합|융복합|혁신"
    r"|제조|K-?|뿌리기술|스마트|디지털)*산업"
)
CALLED = re.compile(
    r"\s?(?:산업|분야|업계|부문|생태계|시장|기업|기술|업체|소재|부품|장비|제품|클러스터|밸리)"
)
LISTED = re.compile(r"[·,/]|\s?(?:과|와|및)\s|\([A-Z]")


def find(ground: Ground) -> Iterator[Mention]:
    """The industries of a document."""
    kind = EntityType.INDUSTRY
    text = ground.text
    found: list[Mention] = []
    broad: set[str] = set()
    for hit in ground.listed:
        owners = [entry for entry in hit.entries if entry.type is kind]
        if owners and len(owners) == len(hit.entries):
            name = text[hit.start : hit.end]
            ref = owners[0].ref
            if owners[0].level == "broad":
                broad.add(ref)
            found.append(Mention(hit.start, hit.end, kind, name, "industry.listed", 0.7, ref))
    for phrase in phrases(ground, FIELD):
        start = phrase.start
        name = text[start : phrase.end]
        known = ground.gazetteer.entries(name, kind)
        if phrase.placed or _local(ground, start) or phrase.last - phrase.first > 2 or known:
            continue
        if phrase.first < phrase.last and not _fields(ground, phrase):
            start = ground.flat[phrase.last].start
            name = text[start : phrase.end]
        if MADE_OF.fullmatch(name.replace(" ", "")) or ground.gazetteer.entries(name, kind):
            continue
        found.append(Mention(start, phrase.end, kind, name, "industry.field", 0.75))
    counts = Counter(mention.ref or mention.name for mention in found)
    for mention in found:
        if (
            counts[mention.ref or mention.name] > 1
            or mention.ref in broad
            or _topical(text, mention)
        ):
            yield mention


def _local(ground: Ground, start: int) -> bool:
    """Whether a field's name begins with a region, as `전주탄소산업` does."""
    hits = ground.gazetteer.at(ground.text, start)
    return any(e.type is EntityType.REGION for hit in hits for e in hit.entries)


def _fields(ground: Ground, phrase: Phrase) -> bool:
    """Whether the words before `산업` belong to it: fields themselves, or all that names it."""
    inner = ground.flat[phrase.first : phrase.last]
    if ground.flat[phrase.last].noun == "산업":
        return len(inner) < 3
    return all(ground.gazetteer.entries(word.noun, EntityType.INDUSTRY) for word in inner)


def _topical(text: str, mention: Mention) -> bool:
    """Whether the words around a field's only mention treat it as a field."""
    if mention.rule == "industry.field" or mention.name.endswith("업"):
        return True
    if text[mention.start - 1] in "\n◇◆■□▲△" and text[mention.end : mention.end + 1] == "\n":
        return True
    if CALLED.match(text, mention.end) or LISTED.match(text, mention.end):
        return True
    return text[mention.start - 1] in "·" or text[mention.start - 2 : mention.start] == ", "
