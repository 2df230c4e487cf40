"""An article made ready for reading: its sentences and morphemes, clutter left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from graph.model import Article

_start = attrgetter("start")


class Zone(StrEnum):
    """Where in the article a sentence stands."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BODY = "body"
    CAPTION = "caption"


class Token(NamedTuple):
    """A morpheme; `form` is its dictionary form, not always the surface: slice the text.

    A tuple, because an article has thousands and frozen dataclasses take thrice as long to make.
    """

    form: str
    tag: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of the article's text, `start` to `end` in code points, with its morphemes."""

    start: int
    end: int
    zone: Zone
    tokens: tuple[Token, ...]
    paragraph: int

    def is_modified(self, offset: int) -> bool:
        """Whether the word at an offset stands behind a verb that modifies it: `지을 공장`."""
        at = bisect_left(self.tokens, offset, key=_start)
        return at > 0 and self.tokens[at - 1].tag == "ETM"


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its metadata filled in, and the sentences that are really the article's.

    Sentences are in order and do not overlap; what lies between them is clutter or white space.
    `text` is the article's own, but for line breaks within sentences, which are spaces in it, and
    for rare quotation marks.
    """

    article: Article
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def page(self) -> str:
        """The article's text as it stands in the page, for what is quoted."""
        return self.text if self.article.text is None else self.article.text

    def number_at(self, offset: int) -> int:
        """The number of the last sentence that begins at an offset or before; else the first's."""
        return max(0, bisect_right(self.sentences, offset, key=_start) - 1)

    def holds(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` lies within one sentence."""
        if not self.sentences:
            return False
        sentence = self.sentences[self.number_at(start)]
        return sentence.start <= start and end <= sentence.end

    def surface(self, sentence: Sentence) -> str:
        """The words of a sentence as they stand in the page."""
        return self.text[sentence.start : sentence.end]
