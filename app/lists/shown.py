"""What rows are made from: a view of one day, how its things are named, and in which language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends

from app.language import AskedLanguage, Language
from app.routers.asked import AskedDay
from app.routers.bodies import EntityCard, entity_card
from app.routers.current import CurrentSnapshot
from graph.iris import Iris
from graph.knowledge import Snapshot
from graph.reference import References
from graph.values import PartialDate
from graph.view import View


@dataclass(frozen=True, slots=True)
class Viewed:
    """What a request sees: the snapshot, the view of the day that it asks about, the language."""

    snapshot: Snapshot
    view: View
    day: PartialDate
    language: Language

    @property
    def iris(self) -> Iris:
        """How things are named."""
        return self.snapshot.iris

    @property
    def references(self) -> References:
        """The public lists."""
        return self.snapshot.references

    def card(self, path: str) -> EntityCard:
        """The card of an entity of the view, made once a view and language."""
        cards = self.view.once(("cards", self.language), lambda _: dict[str, EntityCard]())
        card = cards.get(path)
        if card is None:
            card = cards[path] = entity_card(self.view.entities[path], self.iris, self.language)
        return card

    def cards(self, paths: Iterable[str]) -> list[EntityCard]:
        """The cards of some entities."""
        return [self.card(path) for path in paths]


async def _viewed(snapshot: CurrentSnapshot, asked: AskedDay, language: AskedLanguage) -> Viewed:
    return Viewed(snapshot, asked.view, asked.day, language)


Shown = Annotated[Viewed, Depends(_viewed)]
