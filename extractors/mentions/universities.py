"""Universities and colleges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.endings import ending_in
from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.organisations import listed
from extractors.wordlists import either
from graph.model import EntityType

FULL = re.compile(
    r"[가-힣A-Z]{2,}(?:대학교|전문대학|과학대학|폴리텍대학|과학기술원|여자대학|사이버대"
    r"|폴리텍[A-ZⅠ-Ⅹ0-9]*대학|(?:대학교|대학|과학기술원|대)산학협력단)$"
)
"""A university, or its foundation for work with firms in one word with it."""
SHORT = re.compile(r"[가-힣]{2,5}(?:대|공대|과기대|여대|의대|교대)$")
PROPER = re.compile(
    r"(?!.*(?:시|지|부|세|무|연|확|기|최|군|초|선|침|고|증|교|벨트)대$)[가-힣]{3,9}대|[가-힣]{3,9}대학"
)
"""One proper noun for Kiwi, as `스탠퍼드대` is and `군부대` or `해안지대` is not."""
TECHNICAL = re.compile(r"[가-힣]{2,8}(?:공과대학교?|공과대|공대|과기대|의과대학)")
ENDS = re.compile(r"(?:대학교|대학|과학기술원|대|산학협력단)$")
"""What FULL and SHORT end in."""
PROGRAMME = re.compile(either("project_tails", "undertaking"))
"""A programme for universities: `글로컬대학`."""
PEOPLE = ("교수", "총장", "명예교수", "산학협력단", "석좌교수", "학장")
LINK = ("·", ", ")


def find(ground: Ground) -> Iterator[Mention]:
    """The universities of a document: listed ones, full names, and short names in such company."""
    kind = EntityType.UNIVERSITY
    known: set[int] = set()
    for mention in listed(ground, kind):
        known.add(mention.start)
        yield mention
    words = ground.flat
    for position, word in ending_in(words, ground.flat_by_last, ENDS):
        if word.start in known or PROGRAMME.fullmatch(word.noun):
            continue
        whole = ground.gazetteer.entries(f"{word.noun}교", kind)
        if (whole or FULL.fullmatch(word.noun)) and word.nominal:
            known.add(word.start)
            ref = whole[0].ref if len(whole) == 1 else None
            yield Mention(word.start, word.end, kind, word.noun, "university.tail", 0.85, ref)
        elif (word.tags == ("NNP",) and PROPER.fullmatch(word.noun)) or (
            word.tags[:1] == ("NNP",) and TECHNICAL.fullmatch(word.noun)
        ):
            known.add(word.start)
            yield Mention(word.start, word.end, kind, word.noun, "university.proper", 0.8)
        elif SHORT.fullmatch(word.noun) and word.tags == ("NNP",):
            after = words[position + 1] if position + 1 < len(words) else None
            taught = after is not None and after.gap == " " and after.noun.startswith(PEOPLE)
            beside = (word.gap in LINK and words[position - 1].start in known) or (
                after is not None and after.gap in LINK and after.start in known
            )
            if taught or beside:
                known.add(word.start)
                yield Mention(word.start, word.end, kind, word.noun, "university.short", 0.75)
