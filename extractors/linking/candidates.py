"""Which pairs of an article's entities may be linked, by relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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

CALLS = ("공모", "공모사업", "공모 사업")
"""How the names of public calls end, which lie nowhere."""
COMPARED = 300
"""In an article with more entities, names are not compared each with each."""


def said(claim: Claim, relation: Relation) -> Pair:
    """The two keys that a claim of the relation joins."""
    return getattr(claim, relation.one), getattr(claim, relation.other)


def candidates(
    scene: Scene, relation: Relation
) -> Iterator[tuple[Entity, Entity, tuple[str, ...]]]:
    """The pairs worth weighing, with the rules that join them.

    A rule joins them, a sentence names both, a sentence about one names the other, or the name of
    one holds the other's. The region and the body that are named most may take part in anything.
    """
    rules: dict[Pair, list[str]] = {}
    for claim in scene.claims:
        if relation.name == claim.TYPE:
            rules.setdefault(said(claim, relation), []).append(claim.evidence.extractor)
    near = _near(scene, rules)
    entities = scene.reading.entities
    seconds = {
        other.key: (order, other, scene.part(other))
        for order, other in enumerate(entities)
        if other.type in relation.others
    }
    compared = list(seconds.values()) if len(entities) <= COMPARED else []
    for one in entities:
        if one.type not in relation.ones or (
            relation is LEARNED["located"] and one.name.endswith(CALLS)
        ):
            continue
        part = scene.part(one)
        keys = near[one.key]
        keys |= {o.key for _, o, its in compared if _holds(part, its) or _holds(its, part)}
        if relation is LEARNED["participates"] and part.rank == 0:
            keys |= seconds.keys()
        found = [seconds[key] for key in keys if key in seconds and key != one.key]
        for _, other, _ in sorted(found, key=lambda row: row[0]):
            yield one, other, tuple(rules.get((one.key, other.key), ()))


def _near(scene: Scene, rules: Iterable[Pair]) -> dict[str, set[str]]:
    """The entities that a rule, a sentence or what it goes on about brings near each one."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in rules:
        found[one].add(other)
    named: dict[int, set[str]] = defaultdict(set)
    for key, places in scene.places.items():
        for number, _ in places:
            named[number].add(key)
    for keys in named.values():
        for key in keys:
            found[key] |= keys
    for key, numbers in scene.about.items():
        for number in numbers:
            found[key] |= named[number]
            for other in named[number]:
                found[other].add(key)
    return found


def _holds(outer: Part, inner: Part) -> bool:
    written = outer.written
    for name in inner.names:  # noqa: SIM110  asked of every pair: a generator costs too much
        if name in written:
            return True
    return False
