"""What a person may mean who has typed the beginning of a name: by letters, by initials, in Latin.

A Korean input method passes through half-made syllables (`차` on the way to `창`), and people type
only the initial consonants (`ㅊㅇ` for 창원). Both are Unicode arithmetic on Hangul syllables.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graph.canonical import CanonicalEntity
from graph.folding import fold
from graph.kinds import EntityType
from graph.view import View

MAX_PREFIX = 40
"""The letters of a beginning that are read."""

_KEPT = 200_000
"""Names whose letters are kept: each view asks for nearly the same ones again."""

_FIRST, _LAST = "가", "힣"
_A_CONSONANT = ord("까") - ord("가")
_FIRST_INITIAL, _LAST_INITIAL = "\u1100", "\u1112"
_END = chr(0x10FFFF)
_TWO_KEYS = (
    *("ᅪᅩᅡ", "ᅫᅩᅢ", "ᅬᅩᅵ", "ᅯᅮᅥ", "ᅰᅮᅦ", "ᅱᅮᅵ", "ᅴᅳᅵ", "ᆪᆨᆺ", "ᆬᆫᆽ"),
    *("ᆭᆫᇂ", "ᆰᆯᆨ", "ᆱᆯᆷ", "ᆲᆯᆸ", "ᆳᆯᆺ", "ᆴᆯᇀ", "ᆵᆯᇁ", "ᆶᆯᇂ", "ᆹᆸᆺ"),
)
"""Vowels and finals that are typed with two keys, each with its keys."""
_TYPED = str.maketrans({letters[0]: letters[1:] for letters in _TWO_KEYS})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entity, with its name and the name that begins as it was typed."""

    path: str
    type: EntityType
    name: str
    matched: str


class _Entry(NamedTuple):
    entity: CanonicalEntity
    matched: str
    key: str


class Suggestions:
    """The names of a view in the order of their letters and of their initials; never changed.

    A name is found from the beginning of each of its words; the entities that more articles name
    come first, and a whole name before one that goes on.
    """

    def __init__(self, entities: Iterable[CanonicalEntity]) -> None:
        ranked = sorted(entities, key=lambda one: (-len(one.members), len(one.name), one.path))
        self._entries = [
            _Entry(entity, name, key)
            for entity in ranked
            for name in dict.fromkeys((entity.name, *entity.aliases, entity.name_en or ""))
            for key in _beginnings(name)
        ]
        self._letters = _Sorted(_letters(entry.key) for entry in self._entries)
        self._initials = _Sorted(_initials(entry.key) for entry in self._entries)

    @classmethod
    def of(cls, view: View) -> Suggestions:
        """The names of all entities of a view."""
        return cls(view.entities.values())

    def suggest(
        self, prefix: str, limit: int = 10, kinds: Iterable[EntityType] = EntityType
    ) -> list[Suggestion]:
        """The entities of some kinds with a name that begins so, each once; none for nothing."""
        typed = fold(prefix)[:MAX_PREFIX]
        if not typed or limit < 1:
            return []
        wanted = frozenset(kinds)
        found: dict[str, Suggestion] = {}
        for entry in self._matches(typed):
            entity = entry.entity
            if entity.type in wanted and entity.path not in found:
                found[entity.path] = Suggestion(
                    entity.path, entity.type, entity.name, entry.matched
                )
                if len(found) == limit:
                    break
        return list(found.values())

    def _matches(self, typed: str) -> Iterator[_Entry]:
        """Entries that begin so, whole names first, then the most often named."""
        if any(_FIRST_INITIAL <= letter <= _LAST_INITIAL for letter in typed):
            ranks = sorted(self._initials.beginning(_initials(typed)))
            fitting = (self._entries[rank] for rank in ranks)
            yield from (entry for entry in fitting if _fits(typed, entry.key))
            return
        ranks = sorted(self._letters.beginning(_letters(typed)))
        yield from (self._entries[rank] for rank in ranks if self._entries[rank].key == typed)
        yield from (self._entries[rank] for rank in ranks)


class _Sorted:
    """Keys in order, each with its place in the list that they came from."""

    def __init__(self, keys: Iterable[str]) -> None:
        pairs = sorted((key, rank) for rank, key in enumerate(keys))
        self._keys = [key for key, _ in pairs]
        self._ranks = [rank for _, rank in pairs]

    def beginning(self, prefix: str) -> list[int]:
        """The places of the keys that begin so."""
        start = bisect_left(self._keys, prefix)
        return self._ranks[start : bisect_left(self._keys, prefix + _END, start)]


@lru_cache(maxsize=_KEPT)
def _beginnings(name: str) -> tuple[str, ...]:
    """The folded name from each of its words on."""
    words = name.split()
    keys = (fold("".join(words[at:])) for at in range(len(words)))
    return tuple(dict.fromkeys(key for key in keys if key))


@lru_cache(maxsize=_KEPT)
def _letters(key: str) -> str:
    """The key taken apart into the letters that are typed one by one.

    >>> _letters("창").startswith(_letters("차")), _letters("원").startswith(_letters("우"))
    (True, True)
    """
    return unicodedata.normalize("NFD", key).translate(_TYPED)


@lru_cache(maxsize=_KEPT)
def _initials(key: str) -> str:
    """The key with each syllable's initial consonant in its place."""
    return "".join(map(_initial, key))


def _initial(letter: str) -> str:
    if _FIRST <= letter <= _LAST:
        return chr(ord(_FIRST_INITIAL) + (ord(letter) - ord(_FIRST)) // _A_CONSONANT)
    return letter


def _fits(typed: str, key: str) -> bool:
    """Whether a name begins as typed, an initial standing for any syllable that has it.

    >>> _fits(fold("창ㅇ"), "창원시"), _fits(fold("창ㅇ"), "천안시")
    (True, False)
    """
    for at, (letter, known) in enumerate(zip(typed, key, strict=False)):
        if letter in (known, _initial(known)):
            continue
        is_last = at == len(typed) - 1
        if not (is_last and _letters(known).startswith(_letters(letter))):
            return False
    return len(typed) <= len(key)
