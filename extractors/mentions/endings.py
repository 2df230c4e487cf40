"""Which words may end in a telling last part, by their last letter: most need no search then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors.mentions.ground import Word

_BEHIND = re.compile(r"\(\?<[=!][^()]*\)")
_CLASSES = re.compile(r"[\[\]\\.]")


def ending_in(
    words: Sequence[Word], tails: re.Pattern[str], also: str = ""
) -> Iterator[tuple[int, Word]]:
    """The words that may end in one of the tails or in a letter of `also`, with their place."""
    letters = last_letters(tails)
    if letters is None:
        yield from enumerate(words)
        return
    letters = letters.union(also)
    for position, word in enumerate(words):
        if word.noun[-1:] in letters:
            yield position, word


@cache
def last_letters(tails: re.Pattern[str]) -> frozenset[str] | None:
    """The letters that a pattern of last parts may end in, and more: all of the pattern.

    None where it has classes besides what it looks back at: their letters are not told.

    >>> found = last_letters(re.compile("(?:센터|(?<=[가-힣]{4})공단)$")) or ()
    >>> sorted(letter for letter in found if letter.isalpha())
    ['공', '단', '센', '터']
    >>> last_letters(re.compile("[가-힣]시$"))
    """
    plain = _BEHIND.sub("", tails.pattern)
    return None if _CLASSES.search(plain) else frozenset(plain)
