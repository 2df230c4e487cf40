"""Which articles are near-copies: one press release in five papers is one voice.

Each article gets a *sketch* of fixed size over the eight-letter shingles of its sentences: MinHash
by one permutation (Li, Owen, Zhang 2012) whose empty bins are filled by fixed probing (Shrivastava
2017), so that the share of equal bins estimates the resemblance |A ∩ B| / |A ∪ B| of two texts.
Sketches that agree in a whole band of bins are compared; from `RESEMBLANCE` on they are copies, and
copies of copies are one voice. Only lines that end as sentences, or are as long as one, are looked
at: menus and footers are the paper's, not the article's. Where no text is at hand, the quotes of
the claims stand in for it.

Invariant: the voices are a pure function of the set of articles, in whatever order they come.
Adding or removing one costs a look at its own bands and its own group, never at all others.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from zlib import crc32

from graph.model import Extraction

RESEMBLANCE = 0.4
"""Shingles that both have, of those that either has. Over 208 pages of news the one pair of copies
has 0.9 and no other pair more than 0.12."""

SHINGLE = 8
MIN_SHINGLES = 40
"""Shorter texts are too little to judge by: they are copies of nothing."""

_BANDS, _ROWS = 24, 3
_BINS = _BANDS * _ROWS
_EMPTY = 0xFFFFFFFF
_LONG_AS_A_SENTENCE = 60
_SENTENCE = re.compile(r"[.!?。…][\"'”’」』)\]]*$")
_NO_LETTERS = re.compile(r"[\W_]+")

Sketch = bytes
"""The least hash in each bin, as 72 unsigned 32-bit numbers; empty for a text that is too short."""


def sketch_of(extraction: Extraction) -> Sketch:
    """The sketch of an article: of its text, else of its claims' quotes."""
    text = extraction.article.text
    if text is None:
        return sketch(dict.fromkeys(claim.evidence.quote for claim in extraction.claims))
    lines = dict.fromkeys(line.strip() for line in text.splitlines())
    return sketch(
        line for line in lines if _SENTENCE.search(line) or len(line) >= _LONG_AS_A_SENTENCE
    )


def sketch(lines: Iterable[str]) -> Sketch:
    """The sketch of some lines; case, spaces and punctuation don't count."""
    joined = "".join(_NO_LETTERS.sub("", line.casefold()) for line in lines)
    letters = unicodedata.normalize("NFC", joined).encode("utf-32-le", "surrogatepass")
    width = 4 * SHINGLE
    hashes = {
        crc32(letters[start : start + width]) for start in range(0, len(letters) - width + 4, 4)
    }
    if len(hashes) < MIN_SHINGLES:
        return b""
    bins = array("I", [_EMPTY]) * _BINS
    for value in hashes:
        mixed = value * 0x9E3779B1 & 0xFFFFFFFF
        place, rank = mixed % _BINS, mixed // _BINS
        bins[place] = min(bins[place], rank)
    return _filled(bins).tobytes()


def _filled(bins: array[int]) -> array[int]:
    """The bins, each empty one filled from the first full one that its own probing meets."""
    filled = array("I", bins)
    for place, rank in enumerate(bins):
        attempt = 0
        while rank == _EMPTY:
            attempt += 1
            rank = bins[crc32(b"%d %d" % (place, attempt)) % _BINS]  # noqa: PLW2901
        filled[place] = rank
    return filled


def resemblance(one: Sketch, other: Sketch) -> float:
    """How much two texts resemble each other by their sketches, between 0 and 1; ± 0.06."""
    if not one or not other:
        return 0.0
    ranks, others = memoryview(one).cast("I"), memoryview(other).cast("I")
    return sum(map(int.__eq__, ranks, others)) / _BINS


class Copies:
    """The articles seen so far in their groups of near-copies.

    A group is named by the least id in it, which `voice` gives for each of its articles.
    """

    def __init__(self) -> None:
        self._sketches: dict[str, Sketch] = {}
        self._buckets: dict[int, tuple[str, ...]] = {}
        self._voices: dict[str, str] = {}
        self._groups: dict[str, tuple[str, ...]] = {}

    def add(self, article_id: str, sketch: Sketch) -> None:
        """Take an article in; one that is there already is replaced."""
        if article_id in self._sketches:
            self.remove(article_id)
        self._sketches[article_id] = sketch
        self._gather(article_id, (article_id,))
        for key in _bands(sketch):
            self._buckets[key] = (*self._buckets.get(key, ()), article_id)
        self._join(article_id)

    def remove(self, article_id: str) -> None:
        """Take an article out, and look anew at those that it was grouped with."""
        sketch = self._sketches.pop(article_id)
        for key in _bands(sketch):
            rest = tuple(other for other in self._buckets[key] if other != article_id)
            if rest:
                self._buckets[key] = rest
            else:
                del self._buckets[key]
        group = self._groups.pop(self._voices.pop(article_id))
        others = [other for other in group if other != article_id]
        for other in others:
            self._gather(other, (other,))
        for other in others:
            self._join(other)

    def voice(self, article_id: str) -> str:
        """The name of an article's group."""
        return self._voices[article_id]

    def group(self, article_id: str) -> tuple[str, ...]:
        """The ids of an article and its near-copies, in order."""
        return self._groups[self._voices[article_id]]

    def voices(self) -> Mapping[str, str]:
        """The name of the group of every article, as it stands at any time."""
        return MappingProxyType(self._voices)

    def _join(self, article_id: str) -> None:
        """Bring an article's group together with each group that holds a copy of it."""
        sketch = self._sketches[article_id]
        near = {other for key in _bands(sketch) for other in self._buckets[key]}
        for other in sorted(near):
            mine, theirs = self._voices[article_id], self._voices[other]
            if mine != theirs and resemblance(sketch, self._sketches[other]) >= RESEMBLANCE:
                together = sorted((*self._groups.pop(mine), *self._groups.pop(theirs)))
                self._gather(together[0], tuple(together))

    def _gather(self, voice: str, group: tuple[str, ...]) -> None:
        self._groups[voice] = group
        for article_id in group:
            self._voices[article_id] = voice


def voices_of(extractions: Iterable[Extraction]) -> Mapping[str, str]:
    """For every article the name of its group of near-copies, itself where it has none."""
    copies = Copies()
    for extraction in extractions:
        copies.add(extraction.article.id, sketch_of(extraction))
    return copies.voices()


def _bands(sketch: Sketch) -> list[int]:
    """The buckets that a sketch goes to: one for each band of bins."""
    width = 4 * _ROWS
    return [
        crc32(sketch[start : start + width], start) << 5 | start // width
        for start in range(0, len(sketch), width)
    ]
