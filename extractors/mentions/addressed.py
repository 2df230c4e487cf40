"""Names that the morphemes misread, known by the office they stand before.

`서동욱 구청장`, whose name is a surname, a prefix and an adverb to them; `배나리 군수`, a noun.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass

from extractors.mentions import misread
from extractors.mentions.foreigners import LINK
from extractors.mentions.ground import Ground, Word
from extractors.mentions.misread import COMMON_SURNAMES
from extractors.mentions.person_words import (
    ACTING,
    DOUBTFUL,
    GUEST,
    HANGUL,
    HEADING,
    HELD,
    HOUSE,
    LETTERS,
    NO_NAME_ENDS,
    NO_NAMES,
)
from extractors.mentions.phrases import STOPS
from graph.model import EntityType

VILLAGE = "리"
"""The last letter of a village, before whose market `시장` stands as an office does."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """Tells which words are names by their letters and by the office behind them."""

    ground: Ground
    title_of: Callable[[Word], str]
    is_firm: Callable[[Word], bool]
    surnames: Set[str]

    def stands_before_office(self, position: int, after: Word | None) -> bool:
        """Whether the word there is a name before the office `after`."""
        word = self.ground.flat[position]
        written = self.ground.text[word.start : word.stop]
        if (
            after is None
            or after.gap != " "
            or HANGUL.fullmatch(written) is None
            or written in STOPS
            or written in NO_NAMES
            or _is_body(written, after)
            or self.ground.gazetteer.entries(written)
            or self.title_of(word)
        ):
            return False
        if len(written) == LETTERS - 1:
            return self._short(word, written) and self._heads_region(after)
        if len(written) != LETTERS or written[-1] in NO_NAME_ENDS:
            return False
        return (
            self._by_letters(position, written, after)
            or self._as_noun(position, written, after)
            or self._as_guest(word, written, after)
        )

    def _by_letters(self, position: int, written: str, after: Word) -> bool:
        """Whether it is spelt as a name and no word for itself: `김재욱 군수는`."""
        word = self.ground.flat[position]
        if word.tags == ("NNG",) or written[-1] == VILLAGE:
            return False
        common = misread.spelt(written)
        if not common and not misread.spelt(written, self.surnames):
            return False
        if self._is_inside(position, written):
            return False
        if _is_held(after):
            return True
        title = self.title_of(after)
        listed = GUEST.match(self.ground.text, after.end) is not None
        doubtful = title in DOUBTFUL and title == after.noun
        return common and bool(title) and (listed or not doubtful)

    def _as_noun(self, position: int, written: str, after: Word) -> bool:
        """Whether what is read as a noun opens a phrase before a head: `배나리 군수는`."""
        word = self.ground.flat[position]
        return (
            word.bare
            and word.nominal
            and written[0] in COMMON_SURNAMES
            and _is_held(after)
            and not self._is_inside(position, written)
        )

    def _as_guest(self, word: Word, written: str, after: Word) -> bool:
        """Whether what is read as a name and a particle is one of a list of guests."""
        return (
            word.gap == ", "
            and word.tags == ("NNP",)
            and written[0] in COMMON_SURNAMES
            and after.noun in HELD
            and GUEST.match(self.ground.text, after.end) is not None
        )

    def _is_inside(self, position: int, written: str) -> bool:
        """Whether a word goes on what stands before it, which is no body that has an office."""
        word = self.ground.flat[position]
        before = self.ground.flat[position - 1] if position else None
        opens = before is None or word.gap not in LINK or not before.bare
        if before is None or opens or before.noun in STOPS:
            return False
        if not misread.spelt(written):
            return True
        return not (
            before.start in self.ground.region_starts
            or HOUSE.search(before.noun) is not None
            or any(
                e.type is not EntityType.INDUSTRY
                for e in self.ground.gazetteer.entries(before.noun)
            )
            or self.is_firm(before)
            or before.noun in ACTING
        )

    def _short(self, word: Word, written: str) -> bool:
        """Whether two letters are a surname and a given name that no dictionary has together."""
        return word.bare and len(word.tags) == len(written) and written[0] in COMMON_SURNAMES

    def _heads_region(self, after: Word) -> bool:
        """Whether a word is a region with its head: `나래군수`."""
        title = self.title_of(after)
        return bool(title) and title != after.noun and after.start in self.ground.region_starts


def _is_held(after: Word) -> bool:
    return after.noun.lstrip("제12") in HELD or HEADING.search(after.noun) is not None


def _is_body(written: str, after: Word) -> bool:
    """Whether a word is a body before its head: `문화원 원장`."""
    return after.noun.endswith(f"{written[-1]}장")
