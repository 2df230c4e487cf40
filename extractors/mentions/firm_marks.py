"""Firms that bear the mark of one: `㈜나래소재`, `나래소재(주)`, `(유)나래`, `주식회사 나래`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.mentions.firm_words import LETTERED, MARK, NAME
from extractors.mentions.ground import Ground, Word

COUPLES = "과와"
"""What couples a firm with the next that bears a mark, read as a part of its name."""
BEHIND = re.compile(r"(?:㈜|\(주\)|\(유\)|주식회사) ?([0-9A-Za-z가-힣]{2,12})")
CAPITALS = re.compile("[A-Z][A-Za-z&]+")


def find(ground: Ground) -> Iterator[tuple[int, int, float]]:
    """Where marked names begin and end, the mark in them, and how surely they are names."""
    text = ground.text
    quoted = {low: high for low, high in ground.quotes if high - low <= 24}
    whole = {
        text[low:high]
        for low, high in quoted.items()
        if MARK.match(text, low, high) and " " in text[low:high].strip()
    }
    for sentence, words in ground.sentences:
        for match in MARK.finditer(text, sentence.start, sentence.end):
            before = text[match.start() - 1] if match.start() else " "
            if before.isalnum():
                owner = [w for w in words if w.start < match.start() <= w.stop]
                if owner:
                    yield _first_letters(words, owner[0]), match.end(), 0.95
                continue
            start = match.end()
            while start < len(text) and text[start] == " ":
                start += 1
            owner = [w for w in words if w.start <= start < w.stop]
            if name := next((n for n in whole if text.startswith(n, match.start())), ""):
                yield match.start(), match.start() + len(name), 0.98
            elif owner and (found := NAME.match(text, start, max(owner[0].end, start))):
                end = found.end()
                if text[end - 1] in COUPLES and MARK.match(text, end + 1):
                    end -= 1
                more = LETTERED.match(text, end) if found.end() == owner[0].stop else None
                yield match.start(), more.end() if more else end, 0.95


def beginnings(text: str) -> frozenset[str]:
    """What the names behind the marks of a text begin with, as its firms are called for short.

    >>> sorted(beginnings("㈜나래투자"))
    ['나래', '나래투', '나래투자']
    """
    names = {match[1] for match in BEHIND.finditer(text)}
    return frozenset(name[:length] for name in names for length in range(2, len(name) + 1))


def _first_letters(words: list[Word], last: Word) -> int:
    """Where a firm's name in several words of letters begins: `KMC KOREA(주)`."""
    at = words.index(last)
    while at and words[at].gap == " " and words[at - 1].bare:
        if not (CAPITALS.fullmatch(words[at].noun) and CAPITALS.fullmatch(words[at - 1].noun)):
            break
        at -= 1
    return words[at].start
