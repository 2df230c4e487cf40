"""What may name a project or a site, proposed generously; `judge` decides on each.

A proposal says where it stands, who proposes it and what the hand-written rule thinks of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.document import Sentence
from extractors.mentions.ground import Ground
from extractors.mentions.mention import Mention
from extractors.mentions.phrases import joins, phrases
from extractors.mentions.projects import COUNTED_OUT
from extractors.wordlists import either

MORE = re.compile(f"(?:{either('project_tails', 'named')})$")
DOING = re.compile(f"(?:{either('project_tails', 'doing')})$")
LINK = frozenset((" ", "·", "∙", "‧", "ㆍ", "・", "&", "/", "-"))
SUM = re.compile(
    r"(?:\s?사업)?(?:비|비로|비용|에|에는|에도|을|를|은|는)?\s?\(?(?:총\s|모두\s|각각\s|국비\s|사업비\s|총사업비\s)*"
    r"[0-9][0-9,.]*(?:조|억|천만|백만|만)"
)
COST = re.compile(r"(?<=[가-힣]{2})비$")
ITEM = re.compile(
    r"(?:[△▲▷▶◆◇■□●○▪◦▴❍ㅇ①-⑳]|(?:^|(?<=\n))\s*[-·∙ㆍ*※]\s|(?:^|(?<=\s))[1-9][.)]\s)\s*"
    r"([^△▲▷▶◆◇■□●○▪◦▴❍①-⑳\n‘’“”'\"=:：(]{3,60})"
)
ITEM_STOP = re.compile(
    r"\s등(?:\s|$)|,\s|\s?[0-9][0-9,.]*(?:조|억|만|천)|(?:[을를은는]|에는|에서는?)\s|\s[0-9]+(?:개|곳|건|종|대)|다\.|\.$|\s(?:두|세|네|다섯|여섯|일곱)\s?(?:갈래|가지|곳|개|건)|$"
)
VERBAL = re.compile(
    r"(?:[다요죠]|한|할|하는|된|되는|될|위한|통한|하고|해|하며)$|\s(?:한|할|하는|된|되는|될)\s"
)
SAYING = ("E", "VV", "VA", "VX", "VCP", "JKS", "JKO", "JX", "JKB", "SP")
"""Tags of words that a sentence has and a name has not."""
PART = re.compile(r"(?<![0-9A-Za-z가-힣∼~-])(?:제?[1-9]단계|[1-9A-C]블록)(?!\s?(?:이상|이하))")


@dataclass(frozen=True, slots=True)
class Proposal:
    """`text[start:end]` may name something; `source` proposed it, `said` is the rule's own view."""

    start: int
    end: int
    source: str
    said: str

    @property
    def kind(self) -> str:
        """What the rule takes it for, else who proposes it."""
        return self.said.partition(".")[0] or self.source


def proposals(ground: Ground, ruled: Iterable[Mention]) -> Iterator[Proposal]:
    """All proposals of a document, several for one stretch where several sources agree."""
    for mention in ruled:
        said = f"{mention.type}.{max(-1, min(9, int(mention.confidence * 10)))}"
        yield Proposal(mention.start, mention.end, mention.rule, said)
    yield from _tailed(ground)
    yield from _funded(ground)
    yield from _items(ground)
    yield from _quoted(ground)
    for sentence in ground.document.sentences:
        for match in PART.finditer(ground.text, sentence.start, sentence.end):
            yield Proposal(*match.span(), "part", "")


def _tailed(ground: Ground) -> Iterator[Proposal]:
    """Phrases with last parts that the rules do not trust by themselves."""
    for phrase in phrases(ground, MORE):
        yield Proposal(phrase.start, phrase.end, "tailed", "")


def _funded(ground: Ground) -> Iterator[Proposal]:
    """The words right before a sum: `소재부품 조기진단 및 예방 30억 원`."""
    words = ground.flat
    text = ground.text
    for position, word in enumerate(words):
        if not word.nominal or not SUM.match(text, word.end):
            continue
        noun = COST.sub("", word.noun)
        tail = DOING.search(noun)
        first = position
        while first and position - first < 9:
            before = words[first - 1]
            conjoined = before.noun == "및" or before.tags == ("MAJ",)
            if words[first].gap not in LINK or not (joins(before) or conjoined):
                break
            first -= 1
        while first < position and words[first].noun == "및":
            first += 1
        if position - first >= 2 or (position > first and tail):
            end = word.start + len(noun)
            yield Proposal(words[first].start, end, "funded", "doing" if tail else "plain")


def _items(ground: Ground) -> Iterator[Proposal]:
    """The items of lists with marks, cut where the name ends."""
    text = ground.text
    for sentence in ground.document.sentences:
        low = max(0, sentence.start - 3)
        for match in ITEM.finditer(text, low, sentence.end):
            item = match.group(1)
            stop = ITEM_STOP.search(item)
            name = (item[: stop.start()] if stop else item).strip(" .,")
            if len(name) < 3 or VERBAL.search(name) or match.start(1) < sentence.start:
                continue
            start = text.index(name, match.start(1))
            if _says(sentence, start, start + len(name)):
                continue
            yield Proposal(start, start + len(name), "item", "doing" if DOING.search(name) else "")


def _says(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words of a sentence stand there: particles of its parts, or endings of verbs."""
    low, high = (
        bisect_left(sentence.tokens, offset, key=lambda token: token.start)
        for offset in (start, end)
    )
    return any(token.tag.startswith(SAYING) for token in sentence.tokens[low:high])


def _quoted(ground: Ground) -> Iterator[Proposal]:
    """What stands between quotation marks and is no speech."""
    for low, high in ground.quotes:
        name = COUNTED_OUT.sub("", ground.text[low:high].strip())
        if 3 <= len(name) <= 45 and not VERBAL.search(name):
            start = ground.text.index(name, low)
            yield Proposal(start, start + len(name), "marked", ground.text[low - 1])
