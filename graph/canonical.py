"""The canonical entity: what the article entities that were judged the same have in common."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model import EntityType


@dataclass(frozen=True, slots=True)
class CanonicalEntity:
    """A thing of the graph.

    `path` is its id and the end of its IRI (`region/48120`, `company/파나시아`), `parents` are the
    paths of the areas that it publicly lies in, the nearest first, and `members` the article
    entities that it stands for, as (article id, key).
    """

    path: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    ref: str | None = None
    name_en: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    parents: tuple[str, ...] = ()
    members: tuple[tuple[str, str], ...] = ()
