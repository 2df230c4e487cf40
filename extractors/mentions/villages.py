"""Villages and the towns that no list has: behind their county, in lists, and alone as places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.mentions import misread
from extractors.mentions.ground import PARTICLE, Ground, Word
from extractors.mentions.mention import Mention
from graph.model import EntityType

ROUTE = frozenset("~∼～")
"""What stands between the ends of a route."""
LIST_GAPS = ROUTE | {"·", ", ", "∙", "‧", "ㆍ", "/", "-", "・"}
"""What stands between the places of a list, or of a route."""
COUPLED = frozenset(("와 ", "과 ", " 및 "))
TOGETHER = LIST_GAPS | COUPLED
"""What stands between two places that are named together."""
_LOCALITY = re.compile(r"[가-힣]{1,4}[1-9]?(?:리|읍|면|동)")
VILLAGE = re.compile(r"[가-힣]{2,3}[1-9]?리")
_STATED = re.compile(r"([가-힣]{1,4}[1-9]?리)(?:의|에|에서|에는|와|과|는|가|를|도)?")
_ALONE = re.compile(
    r"([가-힣]{2,3}(?<![밸토러터스트드로거다우])[1-9]?리)(?:(에서는|에서|에는|에도|에선|에|의|와|과)(?![가-힣]))?"
)
"""What may be a village named without its town: `가온리에`, `가온리 일원`, and not `갤러리`."""
_GROUND = re.compile(r" (?:일원|일대|인근|주민|마을|산 ?[0-9]|[0-9])")
_WITH_ANOTHER = re.compile(r" (?:[가-힣]{1,4}[읍면] )?[가-힣]{2,3}[1-9]?리(?![가-힣]{3})")
_SEAT = re.compile(
    r"[·∙‧ㆍ・]읍 (?P<village>[가-힣]{1,4}[1-9]?리)"
    r"(?:의|에|에서|에는|와|과|는|가|를|도)?(?![가-힣])"
)
"""A village behind a county whose seat is told by its kind alone: `나래군·읍 가온리`."""
_LISTED = re.compile(r"[·∙‧ㆍ・][가-힣]{1,3}[리동]")
_SHARED = re.compile(
    r" (?P<names>(?:[가-힣]{1,3}(?:[·∙‧ㆍ・]|, )){1,8})(?P<last>[가-힣]{1,3}(?P<kind>[리동면]))"
    r"(?=에|의|와|과| 일원| 일대| 등| 부지| [0-9])"
)
"""Places that share what the last ends in, behind what they lie in: `나래면 가온·다솔·라온리`."""
_OUTER = {"리": "읍면", "동": "시구", "면": "군시"}
"""What holds villages, quarters and towns, by its last letter."""
_NAME = re.compile("[가-힣]+")


def villages_of(ground: Ground, named: Sequence[tuple[int, int, str]]) -> Iterator[Mention]:
    """The villages of a document, whose other regions stand there under those names."""
    taken = {start for start, _, _ in named}
    found: dict[int, Mention] = {}
    for mention in (*_shared(ground, named), *_behind(ground, named)):
        if mention.start not in taken:
            found.setdefault(mention.start, mention)
    taken |= found.keys()
    if named:
        found |= {m.start: m for m in _alone(ground, {m.name for m in found.values()}, taken)}
    yield from (found[start] for start in sorted(found))


def _mention(start: int, name: str) -> Mention:
    kind = EntityType.REGION
    return Mention(start, start + len(name), kind, name, "region.village", 0.85)


def _shared(ground: Ground, named: Sequence[tuple[int, int, str]]) -> Iterator[Mention]:
    """The villages of lists in which only the last one has its kind."""
    for _, end, name in named:
        match = _SHARED.match(ground.text, end)
        if match is not None and name[-1] in _OUTER[match["kind"]]:
            for each in _NAME.finditer(match["names"]):
                yield _mention(match.start("names") + each.start(), each.group())
            yield _mention(match.start("last"), match["last"])


def _behind(ground: Ground, named: Sequence[tuple[int, int, str]]) -> Iterator[Mention]:
    """`X리` behind its town, any `X읍`, `X면`, `X동` behind its county, and lists of them."""
    text = ground.text
    ends = {end for _, end, _ in named}
    starts = {start for start, _, _ in named}
    within: set[int] = set()
    for _, county, name in named:
        seat = _SEAT.match(text, county) if name[-1] == "군" else None
        if seat is not None:
            start, end = seat.span("village")
            ends.add(end)
            within.add(start)
            yield _mention(start, seat["village"])
    for last, word in pairwise(ground.words):
        end = last.start + len(_village(ground, last))
        if end not in ends or word.start in starts or word.start in within:
            continue
        noun = _village(ground, word)
        coupled = text[end : word.start] in COUPLED and noun.endswith("리")
        if not (last.bare or coupled):
            continue
        outer = text[end - 1]
        listed = word.gap in LIST_GAPS and (outer in "읍면동리" or last.start in within)
        listed = listed or (coupled and outer == "리")
        if (word.gap != " " and not listed) or not (
            _LOCALITY.fullmatch(noun) or (listed and _goes_on(ground, word))
        ):
            continue
        if listed or (outer in "읍면" if noun.endswith("리") else outer in "시군구"):
            ends.add(word.start + len(noun))
            within.add(word.start)
            yield _mention(word.start, noun)


def _alone(ground: Ground, known: set[str], taken: set[int]) -> Iterator[Mention]:
    """Villages whose town stands elsewhere in the article, and those met, named once more."""
    text = ground.text
    placed: set[str] = set()
    loose: list[tuple[int, str]] = []
    for word in ground.words:
        if word.start in taken or text.find("리", word.start, word.stop) < 0:
            continue
        match = _ALONE.match(text, word.start, word.stop)
        if match is None or not _ends(text, match.end(1), word.stop):
            continue
        loose.append((word.start, match[1]))
        if match.end() == word.stop and is_village(ground, word) and _placed(text, match):
            placed.add(match[1])
    for start, name in loose:
        if name in known or name in placed:
            yield _mention(start, name)


def _placed(text: str, match: re.Match[str]) -> bool:
    """Whether what may be a village stands as a place, or with another one."""
    if match[2] in {"의", "와", "과"}:
        return not misread.spelt(match[1]) or _WITH_ANOTHER.match(text, match.end()) is not None
    return match[2] is not None or _GROUND.match(text, match.end()) is not None


def is_village(ground: Ground, word: Word) -> bool:
    """Whether a word that ends in `리` is a proper noun, of no person and of no list."""
    return (
        word.tags == ("NNP",)
        and word.start not in ground.person_starts
        and not ground.gazetteer.entries(word.noun)
    )


def _ends(text: str, end: int, stop: int) -> bool:
    return end == stop or PARTICLE.fullmatch(text, end, stop) is not None


def _village(ground: Ground, word: Word) -> str:
    """A village's name without its number and its particle, which may be read as its end."""
    if ground.text.find("리", word.start, word.stop) > 0:
        whole = _STATED.fullmatch(ground.text, word.start, word.stop)
        if whole is not None:
            return whole[1]
    return word.noun.rstrip("0123456789")


def _goes_on(ground: Ground, word: Word) -> bool:
    """Whether a name without a suffix stands in a list of villages: `가동·나랑·다룡리`."""
    behind = _LISTED.match(ground.text, word.stop)
    return word.bare and word.tags == ("NNP",) and len(word.noun) == 2 and behind is not None
