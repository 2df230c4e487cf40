"""Which words may end in a telling last part, by their last letter: most need no search then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from extractors.mentions.words import Word

_BEHIND = re.compile(r"\(\?<[=!][^()]*\)")
_LEAD = re.compile(r"^\^?\[[^\]]*\](?:\{[^}]*\}|[+*])?")
_CLASSES = re.compile(r"[\[\]\\.]")


def by_last_letter(words: Iterable[Word]) -> dict[str, list[int]]:
    """The places of words by the last letter of their noun part."""
    found: dict[str, list[int]] = {}
    for position, word in enumerate(words):
        found.setdefault(word.noun[-1:], []).append(position)
    return found


def ending_in(
    words: Sequence[Word],
    places: Mapping[str, Sequence[int]],
    tails: re.Pattern[str],
    also: str = "",
) -> Iterator[tuple[int, Word]]:
    """The words that may end in one of the tails or in a letter of `also`, with their place."""
    letters = last_letters(tails)
    if letters is None:
        yield from enumerate(words)
        return
    fitting = [places[letter] for letter in letters.union(also) if letter in places]
    for position in sorted(chain.from_iterable(fitting)):
        yield position, words[position]


@cache
def last_letters(tails: re.Pattern[str]) -> frozenset[str] | None:
    """The letters that a pattern of last parts may end in, and more: all of the pattern.

    None where it has classes besides what it begins with or looks back at: they name no letters.

    >>> found = last_letters(re.compile("(?:센터|(?<=[가-힣]{4})공단)$")) or ()
    >>> sorted(letter for letter in found if letter.isalpha())
    ['공', '단', '센', '터']
    >>> last_letters(re.compile("[가-힣]{2}(?:시|[가-다]군)$"))
    """
    plain = _LEAD.sub("", _BEHIND.sub("", tails.pattern))
    return None if _CLASSES.search(plain) else frozenset(plain)
