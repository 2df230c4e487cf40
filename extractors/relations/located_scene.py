"""A sentence as the rules of places see it: its clauses, its places and what the text is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Sentence
from extractors.reading import Reading
from extractors.relations.clauses import Clause, clauses
from extractors.relations.located_rows import Places
from extractors.relations.phrases import Phrase
from extractors.relations.themes import Themes
from graph.model import PLACES, UNDERTAKINGS, EntityType, Located

THINGS = UNDERTAKINGS | {EntityType.SITE}
BODIES = frozenset(
    {
        EntityType.COMPANY,
        EntityType.INSTITUTE,
        EntityType.UNIVERSITY,
        EntityType.ASSOCIATION,
        EntityType.GOVERNMENT,
    }
)
_IN = re.compile(r"(?: (?:안|내)(?:에 있는|의)?)? ")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with its clauses, its places and what the text talks about."""

    reading: Reading
    sentence: Sentence
    parts: tuple[Clause, ...]
    lists: tuple[Places, ...]
    themes: Themes

    def at(self, phrase: Phrase) -> tuple[str, ...]:
        """The places of the list that a phrase is the end of."""
        for places in self.lists:
            if places.end == phrase.end:
                return places.smallest
        return phrase.keys

    def where(self, phrase: Phrase) -> tuple[str, ...]:
        """The places that a phrase means: its own, or what a body's name stands behind."""
        kinds = {self.reading.by_key[key].type for key in phrase.keys}
        if kinds <= PLACES:
            return self.at(phrase)
        if kinds <= {EntityType.INSTITUTE, EntityType.UNIVERSITY}:
            text = self.reading.document.text
            for places in self.lists:
                if places.end < phrase.start and _IN.fullmatch(text, places.end, phrase.start):
                    return places.smallest
        return ()

    def claims(
        self, keys: tuple[str, ...], places: tuple[str, ...], span: tuple[int, int], rule: str
    ) -> Iterator[Located]:
        """Each of the things at each of the places."""
        name, _, confidence = rule.partition(" ")
        for key in keys:
            for place in places:
                if key != place and key not in places:
                    evidence = self.reading.evidence(*span, f"located/{name}", float(confidence))
                    yield Located(key, place, evidence)


def scene_of(
    reading: Reading, sentence: Sentence, lists: tuple[Places, ...], themes: Themes
) -> Scene:
    """A sentence made ready."""
    return Scene(reading, sentence, clauses(reading, sentence), lists, themes)


def is_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether all of a phrase are places."""
    return all(scene.reading.by_key[key].type in PLACES for key in phrase.keys)


def kinds_of(scene: Scene, phrase: Phrase) -> set[EntityType]:
    """The kinds of a phrase's members."""
    return {scene.reading.by_key[key].type for key in phrase.keys}
