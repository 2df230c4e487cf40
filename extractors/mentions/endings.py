"""Which words may end in a telling last part, by their last letter: most need no search then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from extractors.mentions.ground import Word
from extractors.openings import branches, close

_COUNT = re.compile(r"[?*+]|\{[^}]*\}")
_BEHIND = ("(?<=", "(?<!")


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
    """The letters that what a pattern finds may end in, where it finds last parts alone.

    None where that is not plain to see.

    >>> sorted(last_letters(re.compile("(?:센터|(?<=[가-힣]{4})공단|[시군]청)$|^농림부$")) or ())
    ['단', '부', '청', '터']
    >>> sorted(last_letters(re.compile("[가-힣]{2}(?:시|군)[은는]?$")) or ())
    ['군', '는', '시', '은']
    >>> last_letters(re.compile("[가-힣]{2}(?:시|[가-다])$")), last_letters(re.compile("시|군$"))
    (None, None)
    """
    parts = tuple(branches(tails.pattern))
    return _last(parts) if all(part.endswith("$") for part in parts) else None


def _last(parts: Sequence[str]) -> frozenset[str] | None:
    letters: set[str] = set()
    for part in parts:
        ends = _end(part.removesuffix("$"))
        if ends is None:
            return None
        letters |= ends
    return frozenset(letters)


def _end(part: str) -> frozenset[str] | None:
    """The letters that one alternative may end in."""
    piece, count, before = _last_piece(part)
    found: frozenset[str] | None = None
    if piece.startswith(_BEHIND):
        return _end(before)
    if piece.startswith("(?:"):
        found = _last(tuple(branches(piece[3:-1])))
    elif piece.startswith("["):
        found = None if set(piece[1:-1]) & set("^\\-") else frozenset(piece[1:-1])
    elif piece.isalnum():
        found = frozenset(piece)
    if found is None or not count.startswith(("?", "*", "{")):
        return found
    shorter = _end(before)
    return None if shorter is None else found | shorter


def _last_piece(part: str) -> tuple[str, str, str]:
    """The last letter, class or bracket of an alternative, how often it stands, what is before."""
    begin = stop = end = position = 0
    while position < len(part):
        begin = position
        if part[position] in "([":
            position = close(part, position)
        elif part[position] == "\\":
            position += 1
        stop = end = position = position + 1
        if (count := _COUNT.match(part, position)) is not None:
            end = position = count.end()
    return part[begin:stop], part[stop:end], part[:begin]
