"""Which pairs of an article's entities may be linked, by relation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractors.linking.scene import Part, Scene
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
    about = scene.about
    nowhere: set[int] = set()
    entities = scene.reading.entities
    seconds = [
        (other, scene.part(other), about.get(other.key, nowhere))
        for other in entities
        if other.type in relation.others
    ]
    for one in entities:
        if one.type not in relation.ones:
            continue
        part = scene.part(one)
        ones, mine = part.numbers.keys(), about.get(one.key, nowhere)
        for other, its, yours in seconds:
            if other is one:
                continue
            others = its.numbers.keys()
            known = rules.get((one.key, other.key))
            if (
                known
                or not ones.isdisjoint(others)
                or not yours.isdisjoint(ones)
                or not mine.isdisjoint(others)
                or _holds(part, its)
                or _holds(its, part)
            ):
                yield one, other, tuple(known or ())


def _holds(outer: Part, inner: Part) -> bool:
    written = outer.written
    for name in inner.names:  # noqa: SIM110  asked of every pair: a generator costs too much
        if name in written:
            return True
    return False
