"""Industries and technology fields: listed ones, and `…산업` as a field of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from graph.model import EntityType

FIELD = re.compile(r"[가-힣A-Za-z0-9·-]{2,}(?:산업|제조업)$")
VAGUE_WORDS = (
    "국가산업 지역산업 전략산업 첨단산업 미래산업 신산업 주력산업 기간산업 신성장산업 주요산업 "
    "관련산업 연관산업 전후방산업 특화산업 "
    "일반산업 전통산업 중소산업 창원산업 국내산업 핵심산업 기존산업 유망산업 향토산업 신규산업 "
    "대표산업 전방산업 후방산업"
)
VAGUE = frozenset(VAGUE_WORDS.split())


def find(ground: Ground) -> Iterator[Mention]:
    """The industries of a document."""
    kind = EntityType.INDUSTRY
    for hit in ground.listed:
        owners = [entry for entry in hit.entries if entry.type is kind]
        if owners and len(owners) == len(hit.entries):
            name = ground.text[hit.start : hit.end]
            yield Mention(hit.start, hit.end, kind, name, "industry.listed", 0.7, owners[0].ref)
    for word in ground.words:
        if FIELD.fullmatch(word.noun) and word.noun not in VAGUE and word.nominal:
            yield Mention(word.start, word.end, kind, word.noun, "industry.field", 0.6)
