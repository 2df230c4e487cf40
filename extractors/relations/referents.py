"""What a clause is about: the projects that a verb is said of, and how surely."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.reading import Reading
from extractors.relations.phrases import Phrase
from graph.model import UNDERTAKINGS

PLAIN_NOUNS = frozenset({"사업", "것", "프로젝트", "과제", "시설", "곳", "단지"})
"""Nouns that a modifier stands before (`추진하는 사업`) and that mean the project talked about."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Projects, where they stand, how sure it is that they are meant and the cue that says so."""

    keys: tuple[str, ...]
    start: int
    end: int
    confidence: float
    how: str

    @classmethod
    def of(cls, phrase: Phrase, confidence: float, how: str) -> Referent:
        """The members of a phrase."""
        return cls(phrase.keys, phrase.start, phrase.end, confidence, how)


def is_undertaking(reading: Reading, phrase: Phrase, tail: re.Pattern[str]) -> bool:
    """Whether a phrase names projects or events, with no other noun at its end than `tail`'s."""
    return (
        all(reading.by_key[key].type in UNDERTAKINGS for key in phrase.keys)
        and tail.fullmatch(phrase.tail) is not None
    )
