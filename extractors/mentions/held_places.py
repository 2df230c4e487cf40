"""Places that only the name of an undertaking holds: harbours, quarters, complexes, dams.

`간월도항 어촌뉴딜` is done at `간월도항`, which is a place of its own, and so is `가온지구` where
`가온지구 도시재생` goes on; not where the place itself is made: `가온지구 조성`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from graph.model import UNDERTAKINGS, EntityType

HARBOUR = re.compile(r"(?<![가-힣])(?P<stem>[가-힣]{1,6})항(?= [0-9A-Za-z가-힣])")
HELD = "site.held"
"""The rule of these places."""
NO_HARBOUR = re.compile(
    r"^(?:[취운출입기개결순회귀조문저대반민방모공어]|[가-힣]?사|국제공|무역|연안|국가어|지방어|다기능|복합|거점"
    r"|관리|국가|지방|배후)$"
)
"""What makes `항` another word, or a kind of harbour."""
QUARTER = re.compile(r"(?<![가-힣0-9])[가-힣]{2,4}?[1-9]?(?:지구|방조제)(?= [0-9A-Za-z가-힣])")
COMPLEX = re.compile(
    r"(?<![가-힣0-9])[가-힣]{2,5}?[1-9]?(?:(?:국가|일반)?(?:산단|산업단지)|농공단지|혁신도시|댐|IC)"
    r"(?= [0-9A-Za-z가-힣])"
)
"""What is a place where it begins with a proper noun: not `스마트그린산단 조성`."""
ITSELF = re.compile(
    r" (?:(?:국가|일반|도시첨단)?(?:산업단지|산단)|(?:[1-9]단계|확장|추가|신규)\s?)?"
    r"(?:조성|건설|건립|확장|재생|개발|정비|개설|착공|준공|내부|지정|사업|개통|프로젝트|$)"
    r"| (?:국가|일반|도시첨단)(?:산업단지|산단)"
)
"""What follows a place that is itself what is made."""


def held(ground: Ground, found: Iterable[Mention]) -> Iterator[Mention]:
    """The places in the names of undertakings that something else follows in the name."""
    for mention in found:
        if mention.type not in UNDERTAKINGS:
            continue
        for match in HARBOUR.finditer(ground.text, mention.start, mention.end):
            if not NO_HARBOUR.search(match["stem"]):
                yield _held(match)
        quarters = QUARTER.finditer(ground.text, mention.start, mention.end)
        complexes = COMPLEX.finditer(ground.text, mention.start, mention.end)
        for match in (*quarters, *(match for match in complexes if _is_proper(ground, match))):
            if ITSELF.match(ground.text, match.end(), mention.end) is None:
                yield _held(match)


def _is_proper(ground: Ground, match: re.Match[str]) -> bool:
    position = ground.flat_index(match.start())
    return position < len(ground.flat) and ground.flat[position].tags[:1] == ("NNP",)


def _held(match: re.Match[str]) -> Mention:
    return Mention(*match.span(), EntityType.SITE, match.group(), HELD, 0.8)
