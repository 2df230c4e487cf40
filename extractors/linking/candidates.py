"""Which pairs of an article's entities may be linked, by relation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractors.linking.scene import Scene
from graph.model import ORGANIZATIONS, PLACES, UNDERTAKINGS, Claim, Entity, EntityType


@dataclass(frozen=True, slots=True)
class Relation:
    """A claim type between two entities, by the names and types of its two slots."""

    name: str
    one: str
    other: str
    ones: frozenset[EntityType]
    others: frozenset[EntityType]


LEARNED: Mapping[str, Relation] = {
    relation.name: relation
    for relation in (
        Relation("participates", "organization", "project", ORGANIZATIONS, UNDERTAKINGS),
        Relation(
            "located",
            "entity",
            "place",
            (UNDERTAKINGS | ORGANIZATIONS | PLACES) - {EntityType.GOVERNMENT},
            PLACES,
        ),
    )
}
"""The relations that are learned, by claim type."""

Pair = tuple[str, str]


def said(claim: Claim, relation: Relation) -> Pair:
    """The two keys that a claim of the relation joins."""
    return getattr(claim, relation.one), getattr(claim, relation.other)


def candidates(
    scene: Scene, relation: Relation
) -> Iterator[tuple[Entity, Entity, tuple[str, ...]]]:
    """The pairs worth weighing, with the rules that join them.

    A rule joins them, a sentence names both, a sentence about one names the other, or the name of
    one holds the other's.
    """
    rules: dict[Pair, list[str]] = {}
    for claim in scene.claims:
        if relation.name == claim.TYPE:
            rules.setdefault(said(claim, relation), []).append(claim.evidence.extractor)
    numbers = {key: {n for n, _ in places} for key, places in scene.places.items()}
    nowhere: set[int] = set()
    entities = scene.reading.entities
    for one in entities:
        if one.type not in relation.ones:
            continue
        ones = numbers.get(one.key, nowhere)
        for other in entities:
            if other.type not in relation.others or other is one:
                continue
            others = numbers.get(other.key, nowhere)
            known = rules.get((one.key, other.key))
            if (
                known
                or not ones.isdisjoint(others)
                or not ones.isdisjoint(scene.about.get(other.key, nowhere))
                or not others.isdisjoint(scene.about.get(one.key, nowhere))
                or _holds(one, other)
                or _holds(other, one)
            ):
                yield one, other, tuple(known or ())


def _holds(outer: Entity, inner: Entity) -> bool:
    return any(name in long for long in outer.names for name in inner.names)
