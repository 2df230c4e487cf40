"""Persons from abroad: names in two or more transcribed words, before a title or an ambassador.

`마티아스 하인젤(Matthias Heinzel)`, `게오르크 슈미트 주한독일대사`, `요한 베르크만 나래머크 대표`,
`하윤 마르티네스 교수`.
"""

from __future__ import annotations

import re

from extractors.mentions.ground import Ground, Word
from extractors.mentions.misread import spelt
from extractors.mentions.titles import Titles
from extractors.wordlists import either
from graph.model import EntityType

LINK = frozenset((" ", "  "))
"""What stands between the words of one name."""
LATIN = re.compile(r"[A-Z][A-Za-z.'’\-]*(?:\s[A-Z][A-Za-z.'’\-]*){0,4}")
GUESTS = frozenset(("교수", "박사", "명예교수", "석좌교수", "대사", "총재"))
_PART = re.compile(r"[가-힣]{1,6}")
_LINKS = frozenset(("반", "더", "드", "데", "판", "폰", "르", "라", "다", "본", "델", "빈", "알"))
"""What stands between a first and a last name: `페이터 반 더 플리트`."""
_LONGEST = 5
_FIRM = re.compile(
    rf"(?:{either('company_tails')}|코리아|그룹|홀딩스|머티리얼즈|사이언스|시스템즈?|아시아|유럽|북미|글로벌|대|대학교?|당|국민의힘|"
    r"연구소|연구원|[가-힣]{3}청|공사|공단|협회|기구)$"
)
"""What ends a firm's name, or tells of a part of the world, and no person's."""
_PROPER = (("NNP",), ())
_REACH = 4
_LETTERED = 3
_CAPITAL = re.compile(r"[A-Z][a-z]{1,11}|[A-Z][a-z]?[A-Z][a-z]{2,9}")
_NO_GIVEN_WORDS = (
    "Korea Group Center Centre Lab Labs Valley Park Tech Bio Energy Power Global Innovation "
    "Digital Smart Green New The Of And Systems Solutions Partners Capital Data City Hub Asia "
    "Science Research Institute University Company Holdings Motors Electric Semiconductor "
    "Open Big Beauty Factory Food Culture Tour World Line Zone Fund Bank Care Health Life Net "
    "Space Air Station Platform Campus Village Festival Forum Expo Show Start Up Link Plus"
)
_NO_GIVEN = frozenset(_NO_GIVEN_WORDS.split())
"""Words in Latin letters that names of bodies are made of, and no persons'."""
_POINTS = frozenset(("·", "&", "ㆍ"))
"""What joins the parts of a division's name: `재료·수소사업본부장`."""


def _given(word: Word) -> bool:
    """Whether a word in Latin letters may be part of a person's name."""
    return _CAPITAL.fullmatch(word.noun) is not None and word.noun not in _NO_GIVEN


class Foreigners:
    """Where the names of persons from abroad stand among the words of a document."""

    def __init__(self, ground: Ground, titles: Titles) -> None:
        self._ground = ground
        self._words = ground.flat
        self._titles = titles

    def at(self, position: int) -> tuple[int, int, str] | None:
        """The first and last word of a name that ends or begins at a word, and by which rule."""
        word = self._words[position]
        if self._ground.bracket_at.get(word.stop) is not None:
            return self._spelt(position)
        if word.tags == ("SL",):
            return self._lettered(position)
        if not word.bare or word.tags != ("NNP",) or position + 2 >= len(self._words):
            return None
        last = self._last(position)
        if last is None or last + 1 >= len(self._words):
            return None
        after = self._words[last + 1]
        if after.gap not in LINK:
            return None
        if after.noun in GUESTS and after.gap == " ":
            return position, last, "person.abroad"
        if self._titled(last) and (self._of_abroad(last + 1) or self._opens(position, last)):
            return position, last, "person.abroad"
        return None

    def _lettered(self, position: int) -> tuple[int, int, str] | None:
        """`Peter Kim 다온 사장`: a name in Latin letters that opens a phrase before an office."""
        before = self._words[position - 1] if position else None
        word = self._words[position]
        inside = before is not None and word.gap in LINK and before.bare and before.proper
        if inside and before is not None and not _FIRM.search(before.noun):
            return None
        last = position
        while last + 1 < len(self._words) and last - position < _LETTERED:
            after = self._words[last + 1]
            if not self._words[last].bare or after.gap != " " or after.tags != ("SL",):
                break
            last += 1
        words = self._words[position : last + 1]
        if len(words) < 2 or not all(_given(word) for word in words) or not words[-1].bare:
            return None
        return (position, last, "person.abroad") if self._titled(last) else None

    def _spelt(self, position: int) -> tuple[int, int, str] | None:
        """`마티아스 하인젤(Matthias Heinzel)`: as many words as the bracket has."""
        ground = self._ground
        bracket = ground.bracket_at[self._words[position].stop]
        latin = ground.text[bracket.inner_start : bracket.inner_end]
        if not LATIN.fullmatch(latin) or latin.isupper():
            return None
        count = len(latin.split())
        first = position
        while first > 0 and position - first + 1 < count and self._words[first].gap in LINK:
            if not self._words[first - 1].bare:
                break
            first -= 1
        if first == position or not self._titled(position):
            return None
        return first, position, "person.foreign"

    def _last(self, position: int) -> int | None:
        """The last word of a name that begins at a word."""
        last = position + 1
        while (
            last - position < _LONGEST
            and last + 1 < len(self._words)
            and self._words[last].noun in _LINKS
        ):
            last += 1
        words = self._words[position : last + 1]
        if any(word.gap not in LINK or not word.bare for word in words[1:]):
            return None
        named = [word for word in words if word.noun not in _LINKS]
        if len(named) < 2 or not all(self._unlisted(word) for word in named):
            return None
        return last

    def _unlisted(self, word: Word) -> bool:
        return (
            word.tags in _PROPER
            and _PART.fullmatch(word.noun) is not None
            and not self._ground.gazetteer.entries(word.noun)
            and word.start not in self._ground.region_starts
            and not self._titles.ending(word.noun)
            and not spelt(word.noun)
            and _FIRM.search(word.noun) is None
        )

    def _opens(self, position: int, last: int) -> bool:
        """Whether a name opens a phrase, and a body or a field stands before its title."""
        first, after = self._words[position], self._words[last + 1]
        before = self._words[position - 1] if position else None
        inside = before is not None and first.gap in LINK and before.bare
        if inside and before is not None:
            owners = self._ground.gazetteer.entries(before.noun)
            inside = all(owner.type is not EntityType.COMPANY for owner in owners)
            if not inside and self._titles.ending(after.noun):
                return True  # `머크 마티아스 하인젤 대표`
        long = any(len(word.noun) > 2 for word in self._words[position : last + 1])
        return long and not inside and after.bare and not self._titles.ending(after.noun)

    def _of_abroad(self, position: int) -> bool:
        word = self._words[position]
        if word.noun == "주한" and position + 1 < len(self._words):
            word = self._words[position + 1]
        noun = word.noun.removeprefix("주한").removeprefix("주")
        return any(
            e.ref.startswith("country:") and e.ref != "country:KR"
            for hit in self._ground.gazetteer.at(noun, 0)
            for e in hit.entries
        )

    def _titled(self, position: int) -> bool:
        """Whether a title ends the bare words behind a word."""
        for other in self._words[position + 1 : position + 1 + _REACH]:
            if other.gap not in LINK and other.gap not in _POINTS:
                return False
            if self._titles.ending(other.noun):
                return True
            if not other.bare:
                return False
        return False
