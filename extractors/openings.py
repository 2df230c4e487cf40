"""With which letters a pattern of words may begin: one search that refuses most text at once.

Python tries every alternative of a pattern at every place, unless all begin with a letter as such.
What is asked here is only whether any of many patterns is there at all; none is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BEHIND = re.compile(r"\(\?<[=!]")
_MAY_LACK = ("?", "*", "{")


def joined(patterns: Iterable[re.Pattern[str]]) -> tuple[re.Pattern[str], ...]:
    """Patterns of which one is found wherever any of the given is; the quick ones in one.

    >>> first, other = joined(map(re.compile, ("착공|(?:준공|완공)식", "첫 ?삽", "[가-힣]{2}기관")))
    >>> first.pattern, other.pattern
    ('(?=[완준착첫])(?:착공|(?:준공|완공)식|첫 ?삽)', '[가-힣]{2}기관')
    """
    quick: list[str] = []
    letters: set[str] = set()
    others: list[re.Pattern[str]] = []
    for pattern in patterns:
        begins = first_letters(pattern.pattern)
        if begins is None:
            others.append(pattern)
        else:
            quick.append(pattern.pattern)
            letters |= begins
    if not quick:
        return tuple(others)
    look = "".join(map(re.escape, sorted(letters)))
    return re.compile(f"(?=[{look}])(?:{'|'.join(quick)})"), *others


def first_letters(pattern: str) -> frozenset[str] | None:
    """The letters that a pattern may begin with; None where that is not plain to see.

    >>> sorted(first_letters("(?<![가-힣])(?:조[성립]|건립) ?중|[짓세]") or ())
    ['건', '세', '조', '짓']
    >>> first_letters("착?공"), first_letters("[가-힣]공")
    (None, None)
    """
    letters: set[str] = set()
    for branch in branches(pattern):
        begins = _first(branch)
        if begins is None:
            return None
        letters |= begins
    return frozenset(letters)


def _first(branch: str) -> frozenset[str] | None:
    while behind := _BEHIND.match(branch):
        branch = branch[close(branch, behind.start()) + 1 :]
    if branch.startswith("(?:"):
        end = close(branch, 0)
        found, rest = first_letters(branch[3:end]), branch[end + 1 :]
    elif branch.startswith("["):
        end = branch.index("]", 1)
        plain = not set(branch[1:end]) & set("^\\-")
        found, rest = frozenset(branch[1:end]) if plain else None, branch[end + 1 :]
    else:
        plain = branch[:1].isalnum()
        found, rest = frozenset(branch[:1]) if plain else None, branch[1:]
    return None if rest.startswith(_MAY_LACK) else found


def branches(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those inside brackets left together."""
    start = position = 0
    while position < len(pattern):
        letter = pattern[position]
        if letter == "|":
            yield pattern[start:position]
            start = position + 1
        elif letter in "([":
            position = close(pattern, position)
        elif letter == "\\":
            position += 1
        position += 1
    yield pattern[start:]


def close(pattern: str, position: int) -> int:
    """Where the bracket that opens at an offset closes."""
    if pattern[position] == "[":
        at = position + 1
        while pattern[at] != "]" or at == position + 1:
            at += 2 if pattern[at] == "\\" else 1
        return at
    at = position + 1
    while pattern[at] != ")":
        if pattern[at] in "([":
            at = close(pattern, at)
        at += 2 if pattern[at] == "\\" else 1
    return at
