"""Roads and railways by their ends: `다래~가온 고속도로`, `국도 9호선 나래 두루~다솜 라온 확장`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.mentions.ground import Ground, Word
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import TILDES
from graph.model import EntityType

ROUTE = re.compile(
    r"[가-힣]{2,6}[~∼-][가-힣]{2,8}(?<![를을은는이가와과의])\s?(?:[가-힣0-9]{1,8}\s)?[가-힣]*(?:고속도로|철도|국도|도로"
    r"|광역철도|내륙선|KTX)"
)
"""A route in so few words that no end needs its city."""
_ROAD = re.compile(r"국도|국지도|지방도|국가지원지방도|군도|시도|고속국도")
_NUMBER = re.compile(r"제?[0-9]{1,4}(?:호선|호)")
_NUMBERED = re.compile(rf"(?:{_ROAD.pattern}){_NUMBER.pattern}")
"""A road by its number, in one word; in two, `_ROAD` and `_NUMBER`."""
_MEANS = re.compile(
    r"[0-9]차[로선]|[가-힣]*(?:도로|국도|철도|전철|터널|교량|대교|연륙교|연도교|내륙선|KTX|트램)"
    r"|구간|간|노선|단선|복선|시설|선형|구조|국지도|지방도"
)
"""What is built between two ends, and how wide."""
_WORK = re.compile(
    r"(?:[가-힣]{2})?(?:확포장|확장|개량|건설|개설|신설|정비|전철화|복선화|직선화)"
    r"(?:공사|사업)?|공사|사업|확|포장"
)
"""What is done there."""
_LENGTH = re.compile(r"\([0-9.]+ ?(?:㎞|km|m)\) ")
"""How long it is, in brackets behind the second end."""
_LONG = 4
"""How many words behind the second end may tell what is done between the two."""


def find(ground: Ground) -> Iterator[Mention]:
    """The routes of a document; the judge decides on those that tell no work."""
    kind = EntityType.PROJECT
    for sentence in ground.document.sentences:
        for match in ROUTE.finditer(ground.text, sentence.start, sentence.end):
            yield Mention(*match.span(), kind, match.group(), "project.route", 0.75)
    words = ground.flat
    for position in range(1, len(words)):
        if words[position].gap in TILDES and _are_ends(words[position - 1], words[position]):
            yield from _between(ground, words, position)


def _are_ends(first: Word, second: Word) -> bool:
    """Whether two words may be the ends of a route: no years, no numbers."""
    return first.bare and not first.noun[0].isdigit() and not second.noun[0].isdigit()


def _between(ground: Ground, words: Sequence[Word], second: int) -> Iterator[Mention]:
    """The name of what is done between the ends that a mark at `second` joins, if any."""
    first = second - 1
    if first and words[first].gap == " " and _is_city(ground, words[first - 1]):
        first -= 1
    numbered = first
    if first and words[first].gap == " " and words[first - 1].bare:
        before = words[first - 1].noun
        if _NUMBERED.fullmatch(before):
            numbered = first - 1
        elif first > 1 and _NUMBER.fullmatch(before) and words[first - 1].gap in {" ", ""}:
            numbered = first - 2 if _ROAD.fullmatch(words[first - 2].noun) else first
    last = second
    if _is_city(ground, words[second]) and _goes_on(words, second) and not _told(words[second + 1]):
        last = second + 1
    end, worked, meant = last, False, False
    while _goes_on(words, end) and end - last < _LONG and _told(words[end + 1]):
        end += 1
        worked = worked or _WORK.fullmatch(words[end].noun) is not None
        meant = True
    if not meant or not (worked or numbered < first):
        return
    word = words[end]
    start, stop = words[numbered].start, word.start + len(word.noun)
    rule, sure = ("project.route", 0.76) if worked else ("project.section", 0.6)
    yield Mention(start, stop, EntityType.PROJECT, ground.text[start:stop], rule, sure)


def _is_city(ground: Ground, word: Word) -> bool:
    """Whether a word is a region that its town may stand behind."""
    return word.bare and bool(ground.gazetteer.entries(word.noun, EntityType.REGION))


def _goes_on(words: Sequence[Word], position: int) -> bool:
    """Whether another word of the same phrase follows."""
    return (
        words[position].bare
        and position + 1 < len(words)
        and (
            words[position + 1].gap in {" ", "·"}
            or _LENGTH.fullmatch(words[position + 1].gap) is not None
        )
    )


def _told(word: Word) -> bool:
    """Whether a word tells what is built or done between two ends."""
    return _MEANS.fullmatch(word.noun) is not None or _WORK.fullmatch(word.noun) is not None
