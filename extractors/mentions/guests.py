"""Guests: names told by an office behind a body that no list knows, or listed in a bracket.

`최다래 나래클라비스 회장`, `박나래 가온운용(주) 대표`, `총장(김나래 가람대 총장, …)`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from extractors.mentions.foreigners import LINK
from extractors.mentions.ground import PARTICLE, Ground, Word
from extractors.mentions.misread import spelt

MARKS = ("(주)", "㈜", "(유)")
"""What stands right behind a firm's name."""
_MARKED = (" (주)", " ㈜", " (유)")
"""What stands between a person and a firm that is marked as one."""
_HEADS_WORDS = "대표 대표이사 회장 부회장 사장 부사장 이사장 총장 원장 센터장 본부장 전무 상무 교수"
_HEADS = frozenset(_HEADS_WORDS.split())
_WORDS_TOO = frozenset(("씨", "감사", "연구원", "청년", "작가", "감독", "수석", "시장"))
"""Titles that are other words too: who bears one is no guest by it alone."""
_REACH = 4
"""How many words of a bracket a guest and the office may be."""


def heads_firm(
    text: str, words: Sequence[Word], position: int, title_of: Callable[[Word], str]
) -> bool:
    """Whether a marked firm and a title follow what is spelt as a name: `최나래 ㈜다온 대표`."""
    if position + 2 >= len(words):
        return False
    word, firm, title = words[position : position + 3]
    marked = "㈜" in firm.noun or text.startswith(MARKS, firm.stop) or firm.gap in _MARKED
    written = text[word.start : word.stop]
    whole = word.bare or PARTICLE.fullmatch(text, word.end, word.stop) is None
    return (
        marked
        and firm.bare
        and whole
        and (firm.gap == " " or firm.gap in _MARKED)
        and title.gap == " "
        and spelt(written)
        and bool(title_of(title))
    )


def before_body(
    text: str, words: Sequence[Word], position: int, title_of: Callable[[Word], str]
) -> bool:
    """Whether what is spelt as a name opens a phrase before an unknown body and its head.

    `최다래 나래클라비스 회장, …`: one word that no list knows stands between both.
    """
    if position + 2 >= len(words):
        return False
    word, body, title = words[position : position + 3]
    before = words[position - 1] if position else None
    if before is not None and word.gap == " " and before.bare:
        return False
    return (
        spelt(text[word.start : word.stop])
        and not (word.bare and word.tags == ("NNG",))
        and body.gap == title.gap == " "
        and body.bare
        and body.proper
        and body.nominal
        and not spelt(body.noun)
        and not title_of(body)
        and title.noun in _HEADS
    )


def in_brackets(
    ground: Ground,
    title_of: Callable[[Word], str],
    korean: Callable[[Word], bool],
    surnamed: Callable[[str], bool],
) -> Iterator[tuple[Word, str]]:
    """Who is named in a bracket, and the title: `(원장 김나래)`, `(김나래 가람대 총장, …)`."""
    for bracket in ground.brackets:
        low, high = ground.index(bracket.inner_start), ground.index(bracket.inner_end)
        inner = ground.words[low:high]
        for before, word in pairwise(inner):
            title = title_of(before)
            likely = korean(word) or (len(word.noun) == 3 and surnamed(word.noun))
            if title and before.bare and _follows(word.gap) and likely:
                yield word, title
        for position, word in enumerate(inner):
            opens = position == 0 or word.gap not in LINK
            if opens and word.bare and (korean(word) or spelt(word.noun)):
                title = _office(inner[position + 1 : position + _REACH], title_of)
                if title:
                    yield word, title


def _follows(gap: str) -> bool:
    """Whether a name goes with the title before it: `회장 김나래`, `회장:김나래`."""
    return gap in LINK or gap.strip() in (":", "：")


def _office(words: Sequence[Word], title_of: Callable[[Word], str]) -> str:
    """The title that closes the words behind a name; empty where none does."""
    for word in words:
        title = title_of(word) if word.gap in LINK else ""
        if title:
            return "" if title in _WORDS_TOO and title == word.noun else title
        if word.gap not in LINK or not word.bare:
            break
    return ""
