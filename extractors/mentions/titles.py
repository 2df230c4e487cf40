"""The titles that persons are named with, as the last part of a word."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.gazetteer import Gazetteer
from extractors.wordlists import words
from graph.model import EntityType

TITLES = words("titles", "title")
NOT_TITLES = words("titles", "other")
NO_OFFICE = re.compile(r"(?:소부장|발사장|공사장|행사장|주차장|박람회장|전시회장|집회장|연회장)$")
"""Places and goods that end as an office does."""
CITY = re.compile(r"(?:특례|광역|특별)$|^제[0-9]$")


class Titles:
    """The titles of this file and of a gazetteer.

    >>> Titles(Gazetteer.of([])).ending("부원장"), Titles(Gazetteer.of([])).ending("식품시장")
    ('부원장', '')
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        listed = {office.title for office in gazetteer.offices}
        self.known = (TITLES | listed) - NOT_TITLES
        self._ends = {title[-1:] for title in self.known}
        self._gazetteer = gazetteer

    def ending(self, noun: str) -> str:
        """The longest title that a noun ends in; empty where it ends in none."""
        if noun[-1:] not in self._ends:
            return ""
        if NO_OFFICE.search(noun) and not self._gazetteer.entries(noun[:-1], EntityType.INSTITUTE):
            return ""
        if noun in self.known:
            return noun
        for length in range(min(8, len(noun)), 1, -1):
            if noun[-length:] in self.known:
                return noun[-length:] if self._office(noun, noun[-length:]) else ""
        return ""

    def _office(self, noun: str, title: str) -> bool:
        """Whether `시장` is an office, as in `나래시장`, and no market, as in `식품시장`."""
        lead = CITY.sub("", noun.removesuffix(title))
        return title != "시장" or not lead or bool(self._gazetteer.entries(lead, EntityType.REGION))


@lru_cache(maxsize=1)
def titles_of(gazetteer: Gazetteer) -> Titles:
    """The titles with those of a gazetteer, made once for all articles that are read with it."""
    return Titles(gazetteer)
