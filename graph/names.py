"""Names as they are compared across articles: variants, what may be left off, phases, digits.

The words that a name may carry or not (`조성사업`, `주식회사`) and those that number a phase
(`단계`) are data: `name_words.tsv`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from pathlib import Path

from graph.folding import fold

NAME_WORDS_FILE = Path(__file__).with_name("name_words.tsv")

_SHORTEST_REST = 4
_LONGEST_NUMBERED = 8
_BRACKETS = re.compile(r"\s*[(（\[](?P<inside>[^()（）\[\]]*)[)）\]]")
_DIGITS = re.compile(r"\d+")


@cache
def words(kind: str) -> tuple[str, ...]:
    """The words of one kind in `name_words.tsv`, the longest first.

    >>> "조성사업" in words("tail")
    True
    """
    with NAME_WORDS_FILE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        found = [row["word"] for row in rows if row["kind"] == kind]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=200_000)
def variants(name: str) -> tuple[str, ...]:
    """A name folded as it stands, without its brackets, and with what they hold in its place.

    >>> variants("인공지능(AI) 집적단지")
    ('인공지능ai집적단지', '인공지능집적단지', 'ai집적단지')
    """
    found = [fold(name)]
    if bracket := _BRACKETS.search(name):
        found.append(fold(_BRACKETS.sub(" ", name)))
        before = name[: bracket.start()].rpartition(" ")[0]
        found.append(fold(f"{before} {bracket['inside']}{name[bracket.end() :]}"))
    return tuple(dict.fromkeys(filter(None, found)))


@lru_cache(maxsize=200_000)
def bare(folded: str) -> str:
    """A folded name without the words that a project or firm may carry or not.

    >>> bare("기능소재실증연구기반조성사업")
    '기능소재실증연구기반'
    >>> bare("조성사업")
    '조성사업'
    """
    for form in words("legal_form"):
        if folded.startswith(form) and len(folded) - len(form) >= 2:
            folded = folded.removeprefix(form)
        elif folded.endswith(form) and len(folded) - len(form) >= 2:
            folded = folded.removesuffix(form)
    while (shorter := without_tail(folded, "tail")) != folded:
        folded = shorter
    return folded


def without_tail(folded: str, kind: str) -> str:
    """A folded name without one word of a kind at its end, where enough of it is left.

    >>> without_tail("소부장산업", "industry_tail")
    '소부장'
    """
    shortest = 2 if kind == "industry_tail" else _SHORTEST_REST
    for tail in words(kind):
        if folded.endswith(tail) and len(folded) - len(tail) >= shortest:
            return folded.removesuffix(tail)
    return folded


def without_place(folded: str, places: Collection[str]) -> str:
    """A folded name without the place that it begins with, where enough of it is left.

    >>> without_place("광주인공지능집적단지", ["광주광역시", "광주"])
    '인공지능집적단지'
    """
    for length in range(len(folded) - _SHORTEST_REST, 0, -1):
        if folded[:length] in places:
            return folded[length:]
    return folded


def digits(folded: str) -> tuple[str, ...]:
    """The numbers in a name: names with other numbers name other things.

    >>> digits("영일만4산업단지")
    ('4',)
    """
    return tuple(_DIGITS.findall(folded))


def phases(names: Collection[str], wholes: Collection[str]) -> Iterator[str]:
    """The phases of a whole that an entity's names make it, as `1단계`.

    A name does so where nothing but the phase, what a name may carry, and the whole's name or its
    end is in it: `첨단소재 실증연구단지 1단계` is a phase, `집적단지 2단계 기획용역` is not.

    >>> list(phases(["집적단지 2단계"], ["AI 집적단지"]))
    ['2단계']
    >>> list(phases(["집적단지 2단계 기획용역"], ["AI 집적단지"]))
    []
    """
    known = {variant for whole in wholes for variant in variants(whole)}
    for folded in sorted({fold(name) for name in names}):
        found = _phase_pattern().search(folded)
        if not found:
            continue
        before, after = folded[: found.start()], folded[found.end() :]
        if after and after not in words("tail"):
            continue
        if not before or any(whole.endswith(before) for whole in known):
            yield found[0]


@cache
def _phase_pattern() -> re.Pattern[str]:
    return re.compile(rf"\d{{1,2}}(?:{'|'.join(words('phase'))})")


def is_numbered(name: str) -> bool:
    """Whether a name is no more than a number in a row: `1단계`, `2단계 조성사업`, `제3지구`.

    >>> is_numbered("2단계 조성사업"), is_numbered("제2재료연구원")
    (True, False)
    """
    folded = fold(name)
    longest = _LONGEST_NUMBERED if folded[:1].isdigit() else _SHORTEST_REST
    return len(folded) <= longest and any(letter.isdigit() for letter in folded)
