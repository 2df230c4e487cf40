"""Sentences and morphemes of Korean text, by one Kiwi that is loaded when first needed."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import Any

from extractors.clutter import Line
from extractors.document import Sentence, Token

LONGEST_PIECE = 2000
"""Characters that Kiwi gets at once: its time grows faster than the length of a piece."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_STOP = re.compile(r"[.!?。][\"'”’)\]」』]*\s")


_UNKNOWN_NOUN = 2
"""Kiwi's id of a common noun that its dictionary lacks: more often a name than a word."""

_LOADING = threading.Lock()
_token = partial(tuple.__new__, Token)
"""A Token of its values, without the call of a function for each of thousands."""


@cache
def _model(words: tuple[tuple[str, str], ...]) -> Any:
    from kiwipiepy import Kiwi  # noqa: PLC0415  seconds, and tests that need none

    kiwi = Kiwi(num_workers=1)
    for word, tag in words:
        kiwi.add_user_word(word, tag)
    kiwi.tokenize("가")  # the first call builds its tables: before a process forks, not in each
    return kiwi


class Analyzer:
    """Splits text into sentences and morphemes; `words` are (word, tag) pairs to know besides.

    The dictionary is settled when it is made: Kiwi rebuilds for seconds on each later change.
    One worker, because a Kiwi with more hangs in a forked child.
    """

    def __init__(self, words: Iterable[tuple[str, str]] = ()) -> None:
        self._words = tuple(words)
        self._kiwi: Any = None

    def load(self) -> None:
        """Load the model now (seconds, 540 MB), so that the first text does not wait.

        All analyzers of a process that know the same words share one.
        """
        with _LOADING:
            self._kiwi = _model(self._words)

    def sentences(self, text: str, lines: Sequence[Line]) -> tuple[Sentence, ...]:
        """The sentences of those lines of `text`, offsets in code points of `text`.

        No sentence crosses a line; lines that share a line of the text share a paragraph.
        """
        self.load()
        found: list[Sentence] = []
        paragraph = -1
        last_end = -1
        for line in lines:
            if last_end < 0 or text.find("\n", last_end, line.start) >= 0:
                paragraph += 1
            last_end = line.end
            for start, end in pieces(text, line.start, line.end):
                found.extend(self._split(text, start, end, line, paragraph))
        return tuple(found)

    def _split(
        self, text: str, start: int, end: int, line: Line, paragraph: int
    ) -> Iterator[Sentence]:
        surface = _LONE_SURROGATE.sub("\ufffd", text[start:end])
        tokens: list[Token] = []
        current = 0
        for token in self._kiwi.tokenize(surface):
            begin = start + token.start
            position = token.sent_position
            if position != current:
                if tokens:
                    goes_on = begin == tokens[-1].end and token.tag.startswith("J")
                    tokens, following = _rejoined(tokens, goes_on=goes_on)
                    if tokens:
                        yield _sentence(tokens, line, paragraph)
                    tokens = following
                current = position
            tag = "NNP" if token.id == _UNKNOWN_NOUN else token.tag
            tokens.append(_token((token.form, tag, begin, begin + token.len)))
        if tokens:
            yield _sentence(tokens, line, paragraph)


def _rejoined(tokens: list[Token], *, goes_on: bool) -> tuple[list[Token], list[Token]]:
    """A sentence without the quoted name at its end that opens the one behind it.

    Kiwi ends sentences behind such names: `…다. ‘X’|는 …`. Where the next one `goes_on` with a
    particle, all behind the last full stop belongs to it.
    """
    stops = [index for index, token in enumerate(tokens) if token.tag == "SF"]
    cut = stops[-1] + 1 if stops else 0
    rest = tokens[cut:]
    opens = bool(stops and rest) and rest[0].tag == "SSO" and rest[-1].tag == "SSC"
    named = opens and not any(token.tag == "EF" for token in rest)
    return (tokens[:cut], rest) if goes_on or named else (tokens, [])


def _sentence(tokens: list[Token], line: Line, paragraph: int) -> Sentence:
    end = max([token.end for token in tokens])
    return Sentence(tokens[0].start, end, line.zone, tuple(tokens), paragraph)


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """`text[start:end]` in pieces of at most LONGEST_PIECE: whole sentences, else whole words.

    >>> list(pieces("가나다", 0, 3))
    [(0, 3)]
    """
    while end - start > LONGEST_PIECE:
        limit = start + LONGEST_PIECE
        cut = 0
        for stop in _STOP.finditer(text, start + LONGEST_PIECE // 2, limit):
            cut = stop.end()
        if not cut:
            cut = text.rfind(" ", start + 1, limit) + 1 or limit
        yield start, cut
        start = cut
    if start < end:
        yield start, end
