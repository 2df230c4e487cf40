"""Lists of an article, their items and what introduces them.

`단지를 이룰 시설은 넷이다.` and behind it lines that begin with one mark, each with its item: what
the line before the first of them speaks of is likely the whole of all, however far the last is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractors.document import Sentence, Zone
from extractors.points import NUMBERED, POINTS
from extractors.relations.numerals import NUMERALS

_OPENS = re.compile(
    rf"\s*(?:(?P<point>[{POINTS}∙•※·ㅇ◦*-])|(?P<circle>[{NUMBERED}])|"
    r"\(?(?P<digit>[0-9]{1,2})[).]\s|\(?(?P<letter>[가나다라마바사아자차])[).]\s)"
)
_FIRST = re.compile(r"(?:우선|먼저|가장 먼저|첫째|첫 번째|첫 단추|하나는)[는은, ]")
_NEXT = re.compile(
    r"(?:둘째|셋째|넷째|다섯째|(?:두|세|네|다섯) 번째|다음[은으]|이어|끝으로|마지막|나머지|"
    r"다른 하나|또 하나)"
)
_INSIDE = re.compile(rf"[{POINTS}{NUMBERED}▸]")
_COUNTS = "|".join(sorted(NUMERALS, key=len, reverse=True))
_COUNT = re.compile(
    rf"(?<![0-9가-힣.,])(?:(?P<digit>[2-9]|1[0-9])(?:개|곳|건|대|가지|갈래|단계|종|축)|"
    rf"(?P<noun>둘|셋|넷|다섯|여섯|일곱)(?=[로으이가을를의다]|뿐)|"
    rf"(?P<word>{_COUNTS}) ?(?:개|곳|건|가지|갈래|축|기둥|단계|걸음|덩어리|묶음|블록|구역|"
    r"사업|과제|시설|센터|단지|지구|특구|거점|분야|부문|프로젝트|정책|공약|토막|조각))"
)
_NOUNS = {"둘": 2, "셋": 3, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7}
_FAR = 7
"""So many sentences behind an item's first one its list is over."""


class Item(NamedTuple):
    """A sentence of a list: whose, whether it begins an item, and how deep the list lies."""

    number: int
    first: bool
    depth: int


class List:
    """A list: its mark, the sentence before it, and how many items it has."""

    __slots__ = ("inline", "lead", "mark", "size")

    def __init__(self, mark: str, lead: int, size: int = 0, *, inline: bool = False) -> None:
        self.mark = mark
        self.lead = lead
        self.size = size
        self.inline = inline


def lists_of(text: str, sentences: Sequence[Sentence]) -> tuple[list[List], dict[int, list[Item]]]:
    """The lists, and by sentence those that it is of, the innermost first."""
    found: list[List] = []
    inside: dict[int, list[Item]] = defaultdict(list)
    open_: list[tuple[int, int]] = []
    for number, sentence in enumerate(sentences):
        mark = _mark(text, sentence, ordinal=bool(open_) and found[open_[-1][0]].mark == "ord")
        if mark:
            known = [place for place, (at, _) in enumerate(open_) if found[at].mark == mark]
            if known and mark != "first":
                del open_[known[-1] + 1 :]
                open_[-1] = (open_[-1][0], number)
            else:
                if mark == "first":
                    mark = "ord"
                    open_ = [o for o in open_ if found[o[0]].mark != "ord"]
                found.append(List(mark, number - 1))
                open_.append((len(found) - 1, number))
            found[open_[-1][0]].size += 1
        open_ = [(at, last) for at, last in open_ if number - last <= _FAR]
        for depth, (at, last) in enumerate(reversed(open_)):
            inside[number].append(Item(at, first=last == number and not depth, depth=depth))
        many = _INSIDE.findall(text[sentence.start : sentence.end])
        if len(many) >= 2:
            found.append(List(many[-1], number - 1, many.count(many[-1]), inline=True))
            inside[number].insert(0, Item(len(found) - 1, first=True, depth=0))
    return found, inside


def _mark(text: str, sentence: Sentence, *, ordinal: bool) -> str:
    if sentence.zone is Zone.TITLE:
        return ""
    line = sentence.start == 0 or text[sentence.start - 1] == "\n"
    found = _OPENS.match(text, sentence.start, sentence.end) if line else None
    if found is not None:
        return found["point"] or ("①" if found["circle"] else "1" if found["digit"] else "가")
    if _FIRST.match(text, sentence.start, sentence.end):
        return "first"
    if ordinal and _NEXT.match(text, sentence.start, sentence.end):
        return "ord"
    return ""


def counted(words: str) -> Iterator[int]:
    """The numbers of things that a sentence announces."""
    for match in _COUNT.finditer(words):
        if match["digit"]:
            yield int(match["digit"])
        elif match["noun"]:
            yield _NOUNS[match["noun"]]
        else:
            yield NUMERALS[match["word"]]
