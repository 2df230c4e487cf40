"""The words of a sentence, each with its noun part.

A word is what stands between spaces and punctuation. Its noun part is found from the morphemes at
its end only, since those inside a name are often read wrongly (`김해의생명센터`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractors.document import Sentence, Token

WORD = re.compile(r"[0-9A-Za-z가-힣一-鿿㐀-䶿À-ÿ㎾㎿㎡㈜&+%.\-_'’㏊℃]+")
ENDING = ("J", "E", "VC", "VX", "XSV", "XSA")
CLOSING_TAGS = ("VV", "VA", "SF", "VV-R")
PROPER = frozenset(("NNP", "SL", "SH"))
NOMINAL = frozenset(("XPN", "XSN", "XR", "MM", "UN"))


@dataclass(slots=True)
class Word:
    """`text[start:stop]` as written, its noun part `text[start:end]`; `gap` is what stands before.

    `particle` is the tag of the first morpheme behind the noun part, empty where none follows.
    """

    start: int
    end: int
    stop: int
    gap: str
    noun: str
    particle: str
    tags: tuple[str, ...]
    bare: bool = field(init=False)
    """Whether nothing follows the noun part."""
    proper: bool = field(init=False)
    """Whether the morphemes hold a proper noun or foreign letters."""
    nominal: bool = field(init=False)
    """Whether the noun part is made of nouns, prefixes and numbers alone."""

    def __post_init__(self) -> None:
        self.bare = self.end == self.stop and self.end > self.start
        self.proper = not PROPER.isdisjoint(self.tags)
        self.nominal = bool(self.tags)
        for tag in self.tags:
            if tag[0] not in "NS" and tag not in NOMINAL:
                self.nominal = False
                break


def words_of(text: str, sentence: Sentence) -> Iterator[Word]:
    """The words of a sentence."""
    tokens = sentence.tokens
    starts = [token.start for token in tokens]
    previous = sentence.start
    for match in WORD.finditer(text, sentence.start, sentence.end):
        start, stop = match.span()
        while stop > start and text[stop - 1] in ".-_'’":
            stop -= 1
        while start < stop and text[start] in ".-_'’":
            start += 1
        if start == stop:
            continue
        inside = tokens[bisect_left(starts, start) : bisect_left(starts, stop)]
        yield _word(text, start, stop, text[previous:start], inside)
        previous = stop


def _word(text: str, start: int, stop: int, gap: str, tokens: tuple[Token, ...]) -> Word:
    tags = tuple([token.tag for token in tokens])
    cut = len(tags)
    while cut and _ends(tags[cut - 1]):
        cut -= 1
    if cut == len(tags):
        return Word(start, stop, stop, gap, text[start:stop], "", tags)
    end = tokens[cut].start
    return Word(start, max(start, end), stop, gap, text[start:end], tags[cut], tags[:cut])


def _ends(tag: str) -> bool:
    return tag[0] in "JEVXS" and (tag.startswith(ENDING) or tag in CLOSING_TAGS)
