"""What the relation extractors read: a document, its entities and where they occur."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Any, NamedTuple, TypeVar

from extractors.document import Document, Sentence
from graph.model import MAX_QUOTE, Entity, EntityType, Evidence, Span

_Found = TypeVar("_Found")

QUOTE_LENGTH = 80
"""The guideline's limit for a proving quote."""


class Occurrence(NamedTuple):
    """One place that means an entity: by name, or by a word such as `시는` or `이 사업`.

    `named` is False for the latter: it carries relations but is no mention.
    """

    start: int
    end: int
    key: str
    named: bool = True


@dataclass(frozen=True)
class Reading:
    """A document with its entities, and every occurrence of them in order of the text."""

    document: Document
    entities: tuple[Entity, ...]
    occurrences: tuple[Occurrence, ...]

    @cached_property
    def by_key(self) -> Mapping[str, Entity]:
        """The entities by key."""
        return {entity.key: entity for entity in self.entities}

    @cached_property
    def known(self) -> dict[tuple[object, ...], Any]:
        """What was read of it once and need not be read again; see `once`."""
        return {}

    @cached_property
    def times(self) -> Counter[str]:
        """How often each entity is named, by key."""
        return Counter(o.key for o in self.occurrences if o.named)

    @cached_property
    def _starts(self) -> list[int]:
        return [occurrence.start for occurrence in self.occurrences]

    @cached_property
    def _inside(self) -> dict[int, list[Occurrence]]:
        """What lies in each sentence, by where this starts."""
        return {}

    def within(
        self, start: int, end: int, types: Iterable[EntityType] | None = None
    ) -> list[Occurrence]:
        """The occurrences that lie wholly in `text[start:end]`, of those types only where given."""
        low = bisect_left(self._starts, start)
        high = bisect_left(self._starts, end, low)
        return self._of_types([o for o in self.occurrences[low:high] if o.end <= end], types)

    def _of_types(
        self, found: list[Occurrence], types: Iterable[EntityType] | None
    ) -> list[Occurrence]:
        if types is None or not found:
            return found.copy()
        wanted, by_key = frozenset(types), self.by_key
        return [o for o in found if by_key[o.key].type in wanted]

    def in_sentence(
        self, sentence: Sentence, types: Iterable[EntityType] | None = None
    ) -> list[Occurrence]:
        """The occurrences in one sentence."""
        inside = self._inside.get(sentence.start)
        if inside is None:
            inside = self._inside[sentence.start] = self.within(sentence.start, sentence.end)
        return self._of_types(inside, types)

    def evidence(
        self, start: int, end: int, extractor: str, confidence: float, focus: int | None = None
    ) -> Evidence:
        """Evidence that quotes `text[start:end]`, trimmed to one line and the guideline's length.

        Where the stretch is too long, what is kept is a window around the offset `focus` (the
        middle by default), cut at spaces.
        """
        text = self.document.text
        if end - start > QUOTE_LENGTH:
            centre = (start + end) // 2 if focus is None else focus
            low = max(start, min(centre - QUOTE_LENGTH // 2, end - QUOTE_LENGTH))
            high = min(end, low + QUOTE_LENGTH)
            if low > start and (space := text.find(" ", low, centre)) >= 0:
                low = space + 1
            if high < end and (space := text.rfind(" ", centre, high)) >= 0:
                high = space
            start, end = low, high
        quote = self.document.page[start:end]
        newline = quote.find("\n", len(quote) - len(quote.lstrip()))
        if newline >= 0:
            quote = quote[:newline]
        lead = len(quote) - len(quote.lstrip())
        quote = quote.strip()
        start += lead
        assert len(quote) <= MAX_QUOTE
        return Evidence(quote, extractor, confidence, Span(start, start + len(quote), quote))


def once(find: Callable[[Reading], _Found]) -> Callable[[Reading], _Found]:
    """Keep what `find` reads in an article with the reading, for all relations that ask."""

    @wraps(find)
    def asked(reading: Reading) -> _Found:
        known = reading.known
        key = (find,)
        if key not in known:
            known[key] = find(reading)
        found: _Found = known[key]
        return found

    return asked


def once_a_sentence(
    find: Callable[[Reading, Sentence], _Found],
) -> Callable[[Reading, Sentence], _Found]:
    """Keep what `find` reads in each sentence with the reading, for all relations that ask."""

    @wraps(find)
    def asked(reading: Reading, sentence: Sentence) -> _Found:
        known = reading.known
        key = (find, sentence.start)
        if key not in known:
            known[key] = find(reading, sentence)
        found: _Found = known[key]
        return found

    return asked
