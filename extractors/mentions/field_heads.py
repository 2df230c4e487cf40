"""Fields that no list has, by the name of what is done for them: `갈대섬유 실증센터`.

Proposed generously, as one word or two; `fields` judges them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.mentions.ground import Ground, Word
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import COUNTED, STOPS
from extractors.mentions.proposals import Proposal
from extractors.mentions.shape import EMPTY, PLAIN
from extractors.wordlists import either
from graph.model import EntityType

REST = re.compile(
    f"(?:{either('project_tails')}|실증|지원|연구|국가|일반|첨단|특화|규제|자유|기술|상용화|시험|평가"
    r"|인증|인력|양성|생산|제조|혁신|허브|기반|융합|융복합|종합|전문|전용|산업|고도화|핵심)+$"
)
"""What follows the field in the name of what is done for it."""
SHORTEST = 2
LONGEST = 10
"""Letters of a word that names a field or half of it."""


def begun(ground: Ground, offered: Iterable[Proposal]) -> Iterator[Mention]:
    """What begins, behind a region, a name that may be a project's or a site's."""
    for start, end in {p.start: p.end for p in offered}.items():
        low, high = ground.flat_index(start), ground.flat_index(end)
        while low < high and ground.flat[low].start in ground.region_starts:
            low += 1
        for position in range(low, min(high, low + 3)):
            rest = REST.search(ground.flat[position].noun)
            if rest is not None and (rest.start() == 0 or position == low):
                yield from _before(ground, position, rest.start(), low)
                break


def _before(ground: Ground, position: int, cut: int, low: int) -> Iterator[Mention]:
    """The one or two words, none before `low`, that end at the letter `cut` of a word."""
    words = ground.flat
    last = position if cut else position - 1
    if last < low or (not cut and words[position].gap != " "):
        return
    end = words[last].start + cut if cut else words[last].end
    if not (cut or words[last].bare) or not _names(ground, words[last], end - words[last].start):
        return
    yield _field(ground, words[last].start, end)
    before = words[last - 1]
    joined = last > low and words[last].gap in (" ", "·") and before.bare
    if joined and _names(ground, before, len(before.noun)):
        yield _field(ground, before.start, end)


def _names(ground: Ground, word: Word, length: int) -> bool:
    """Whether the first letters of a word may be a field's name or half of it."""
    noun = word.noun[:length]
    return (
        word.nominal
        and SHORTEST <= length <= LONGEST
        and word.start not in ground.region_starts
        and word.start not in ground.person_starts
        and noun not in STOPS
        and noun not in PLAIN
        and not COUNTED.match(noun)
        and EMPTY.match(noun) is None
    )


def _field(ground: Ground, start: int, end: int) -> Mention:
    return Mention(start, end, EntityType.INDUSTRY, ground.text[start:end], "industry.begun", 0.5)
