"""An article's projects as its sums see them: where each is named and how well that was read."""

from __future__ import annotations

from collections.abc import Iterator

from extractors.document import Zone
from extractors.linking.buckets import bucket
from extractors.reading import Reading, once
from extractors.relations.phrases import CLOSING, OPENING, Phrase, phrases
from extractors.relations.themes import themes_of
from graph.model import EntityType

_PROJECT = frozenset({EntityType.PROJECT})
_RULES = ("조례", "법", "규칙")
"""Ends of the names of what owns no money."""


class Scene:
    """An article's projects with their places, read once for all its sums."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.document.text
        self.sentences = reading.document.sentences
        self.themes = themes_of(reading)
        self.projects = [
            entity.key
            for entity in reading.entities
            if entity.type is EntityType.PROJECT and not entity.name.endswith(_RULES)
        ]
        self.written = {key: " ".join(reading.by_key[key].names) for key in self.projects}
        order = sorted(self.projects, key=lambda key: -reading.times[key])
        self.rank = {key: number for number, key in enumerate(order)}
        self.foremost = order[:2]
        self.order = {key: n for n, key in enumerate(self.projects)}
        self.by_sentence: list[tuple[Phrase, ...]] = [
            phrases(reading, sentence, _PROJECT) for sentence in self.sentences
        ]
        self.headline = {
            member.key
            for sentence, named in zip(self.sentences, self.by_sentence, strict=True)
            if sentence.zone is Zone.TITLE
            for phrase in named
            for member in phrase.members
        }
        opening = next(
            (
                named
                for sentence, named in zip(self.sentences, self.by_sentence, strict=True)
                if sentence.zone is Zone.BODY and named
            ),
            (),
        )
        self.opening = {member.key for phrase in opening for member in phrase.members}

        self.quality = {key: tuple(self._quality(key)) for key in self.projects}

        self._ending: dict[str, int] = {}

    def ending_in(self, noun: str) -> int:
        """How many projects' names end in a noun."""
        known = self._ending.get(noun)
        if known is None:
            names = (self.reading.by_key[key].name for key in self.projects)
            known = self._ending[noun] = sum(name.endswith(noun) for name in names)
        return known

    def _quality(self, key: str) -> Iterator[str]:
        """Signs of how well a name was read: its length, its quotes and what stands before it."""
        entity = self.reading.by_key[key]
        yield f"name:spaces:{min(4, entity.name.count(' '))}"
        yield f"name:length:{bucket(len(entity.name), 4, 7, 11, 16, 24)}"
        spans = entity.spans
        before = [self.text[span.start - 1 : span.start] for span in spans]
        behind = [self.text[span.end : span.end + 1] for span in spans]
        marks = {
            b + a for b, a in zip(before, behind, strict=True) if b in OPENING and a in CLOSING
        }
        yield f"name:quoted:{any(len(pair) == 2 for pair in marks)}"
        yield f"name:inside:{any(b.isalnum() for b in before)}:{all(a.isalnum() for a in behind)}"


@once
def scene_of(reading: Reading) -> Scene:
    """The scene of an article."""
    return Scene(reading)
