"""Which words may end in a telling last part, by their last letter: most need no search then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from extractors.mentions.ground import Word

_BEHIND = re.compile(r"\(\?<[=!][^()]*\)")
_LEAD = re.compile(r"^\^?\[[^\]]*\](?:\{[^}]*\}|[+*])?")
_ESCAPED = re.compile(r"\\\W")
_CLASSES = re.compile(r"[\[\]\\.]")


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

    None where it has classes besides what it begins with or looks back at, for they name no
    letters, and where nothing of its own need stand at the end.

    >>> found = last_letters(re.compile("(?:센터|(?<=[가-힣]{4})공단)$")) or ()
    >>> "터" in found, "시" in found
    (True, False)
    >>> last_letters(re.compile("[가-힣]{2}(?:시|[가-다]군)$"))
    >>> last_letters(re.compile("[가-힣]{2}(?:시|군)?$"))
    """
    plain = _ESCAPED.sub("", _LEAD.sub("", _BEHIND.sub("", tails.pattern)))
    told = _CLASSES.search(plain) is None and re.search(plain, "") is None
    return frozenset(tails.pattern) if told else None
