"""Where an article names a project, as all that weighs parts and wholes sees it."""

from __future__ import annotations

from extractors.reading import Occurrence
from extractors.relations.phrases import Phrase


class Site:
    """One place where an article names a project, with its sentence and phrase."""

    __slots__ = ("bullet", "headed", "number", "phrase", "size", "spot", "stem")

    def __init__(
        self, spot: Occurrence, number: int, phrase: Phrase, stem: str, *, bullet: bool, headed: str
    ) -> None:
        self.spot = spot
        self.number = number
        self.phrase = phrase
        self.stem = stem
        self.bullet = bullet
        self.headed = headed
        self.size = len(phrase.keys)
