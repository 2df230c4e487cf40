"""What the words beside a proposed name say of it: whether it stands already, and who runs it.

Short words that the judge weighs. `조성 중인` and `들어설` tell what is built, `앞서 지어진` what
is there; a head in brackets and bodies in the same series tell of a body.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from extractors.document import Token
from extractors.mentions.ground import Ground
from extractors.mentions.institutes import TAIL
from extractors.points import NUMBERED, POINTS
from graph.model import ORGANIZATIONS, EntityType

LINKS = re.compile(
    rf"(?:\([^()\n]{{1,30}}\))?[’'”\"]?(?:, ?|·|∙|ㆍ|과 |와 | 및 |\s?[{POINTS}{NUMBERED}]\s?)"
    r"[‘'“\"]?"
)
"""What stands between two names of a series."""
HEADED = re.compile(
    r"[’'”\"」]?(?:\([^()\n]{2,12}\))?(?:장(?=[은이을과도의,·\s(])"
    r"|\s?\(?(?:센터|원|소|관|단|이사|본부)장[ )]"
    r"|\s(?:관계자|측|직원|연구진|연구팀))"
)
"""A head, a spokesman or a staff, as a body has them."""
ALREADY = re.compile(
    r"(?:이미|앞서|기존|기존의|현재|종전|인근|주변|가까운|맞닿은|붙은)\s[‘'“\"「]?$"
)
ANSWERED = "선정|뽑|당선|도전|신청|응모|탈락|낙점|이름을|따[내냈낸]|거머"
"""What becomes of one who answers a call."""
CALLED = re.compile(
    r"(?:[’'”\"」』]?(?: ?사업)? ?공모(?: ?사업)?|(?<=공모)(?: ?사업)?|(?<=공모사업)"
    r"|(?<=공모 사업))"
    r"[’'”\"」』]?(?:에|에서|에도|을|를)[ ,][^.,\n]{0,20}?"
    rf"(?:{ANSWERED}|참여|통과)"
)
"""What is won, or tried for, as those who answer a call do: `나래협약 공모에 선정`."""
HELD_BY = re.compile(r"(?:주관|주최|공모|시행)(?:하는|한|의)? [‘'“\"「]?$")
HOSTING = re.compile(
    r"(?:에|에는|에도|엔|에서|\s(?:안|내|안에|내에|부지에|일원에|일대에))\s[^.,\n]{1,40}?"
    r"(?:짓|지어|지을|지은|세우|세워|세운|세울|들어서|들어선|들어설|조성|구축|건립|건설|착공|설치|입주|마련|둥지|자리)"
)
"""Behind a place in which something else is built."""


def setting(ground: Ground, tokens: Sequence[Token], start: int, end: int) -> Iterator[str]:
    """The traits of one place of a name, in a sentence of those morphemes."""
    text = ground.text
    yield from _modifier(tokens, start)
    if HEADED.match(text, end):
        yield "headed"
    if (match := ALREADY.search(text, max(0, start - 8), start)) is not None:
        yield f"already={match.group()[:2]}"
    if HOSTING.match(text, end):
        yield "hosting"
    if CALLED.match(text, end) is not None:
        yield f"called={HELD_BY.search(text, max(0, start - 8), start) is not None}"
        yield "called"
    for body in _beside(ground, start, end):
        yield f"beside={body}"


def _modifier(tokens: Sequence[Token], start: int) -> Iterator[str]:
    """The predicate that a name is the noun of: `조성되고 있는`, `들어설`."""
    at = bisect_left(tokens, start, key=lambda token: token.start) - 1
    while at >= 0 and tokens[at].tag.startswith("SS"):
        at -= 1
    if at < 0 or tokens[at].tag != "ETM":
        return
    ending = tokens[at].form
    yield f"mod-ending={ending}"
    seen = 0
    for back in range(at - 1, max(-1, at - 7), -1):
        tag = tokens[back].tag
        if tag.startswith(("VV", "VA", "NNG", "XR", "VCP", "NNB")):
            yield f"mod={tokens[back].form}"
            yield f"mod={tokens[back].form}+{ending}"
            seen += 1
            if tag.startswith(("VV", "VA", "NNG", "XR")) or seen > 1:
                return


def _beside(ground: Ground, start: int, end: int) -> Iterator[str]:
    """The kinds of bodies that stand before or behind a name in a series."""
    text = ground.text
    link = LINKS.match(text, end)
    if link is not None:
        position = ground.flat_index(link.end())
        if position < len(ground.flat):
            yield from _body(ground, position)
    position = ground.flat_index(start) - 1
    if position >= 0:
        word = ground.flat[position]
        if LINKS.fullmatch(text, word.start + len(word.noun), start):
            yield from _body(ground, position)


def _body(ground: Ground, position: int) -> Iterator[str]:
    word = ground.flat[position]
    entries = ground.gazetteer.entries(word.noun)
    kinds = {e.type for e in entries if e.type in ORGANIZATIONS - {EntityType.REGION}}
    if kinds:
        yield min(kinds).value
    elif TAIL.search(word.noun):
        yield "institute"
