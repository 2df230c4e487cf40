"""Which links between an article's entities are claimed: what rules say and features weigh.

A relation's model gives every candidate a probability; candidates at or above the relation's
threshold are claimed, with the probability as their confidence, those below are not, even where a
rule proposed them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.linking.candidates import LEARNED, Pair, Relation, candidates, said
from extractors.linking.features import features
from extractors.linking.logistic import Logistic, panel
from extractors.linking.scene import Scene
from extractors.models import load
from extractors.reading import Reading
from extractors.relations.proofs import joint
from graph.model import (
    Claim,
    Entity,
    EntityType,
    Evidence,
    Located,
    Part,
    Participates,
)

THRESHOLD = "(threshold)"
NEVER: Mapping[EntityType, frozenset[Part]] = {
    EntityType.GOVERNMENT: frozenset({Part.SELECTED, Part.BUILDER}),
    EntityType.REGION: frozenset({Part.BUILDER, Part.TENANT}),
    EntityType.UNIVERSITY: frozenset({Part.BUILDER}),
}
"""The parts that bodies of a kind take in none of 4,200 annotated cases."""
_REACH = 60
"""How many characters behind a name are quoted where only its sentence names it."""


def link(reading: Reading, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, those of learned relations as their models have them."""
    scene = Scene(reading, claims)
    found = [claim for claim in claims if claim.TYPE not in LEARNED]
    for name, relation in LEARNED.items():
        found += _linked(scene, relation, load(name))
    return found


def _linked(scene: Scene, relation: Relation, model: Logistic) -> Iterator[Claim]:
    proposed: dict[Pair, list[Claim]] = {}
    for claim in scene.claims:
        if relation.name == claim.TYPE:
            proposed.setdefault(said(claim, relation), []).append(claim)
    threshold = model.weights[THRESHOLD]
    for one, other, rules in candidates(scene, relation):
        seen = features(scene, one, other, rules)
        probability = model.probability(seen)
        if probability < threshold:
            continue
        sure = round(probability, 2)
        known = proposed.get((one.key, other.key))
        if known:
            for claim in known:
                told = replace(claim, evidence=replace(claim.evidence, confidence=sure))
                if isinstance(told, Participates) and told.part not in _parts_of(one):
                    told = replace(told, part=_part(seen, one))
                yield told
        else:
            evidence = _evidence(scene, relation, one, other, sure)
            yield _claim(relation, one, other, evidence, seen)


def _claim(
    relation: Relation, one: Entity, other: Entity, evidence: Evidence, seen: frozenset[str]
) -> Claim:
    if relation.name == Participates.TYPE:
        return Participates(one.key, other.key, _part(seen, one), evidence)
    return Located(one.key, other.key, evidence)


def _part(seen: frozenset[str], body: Entity) -> Part:
    """The likeliest part of a participant, of those that its kind may have."""
    judges = panel(*(load(f"participates-{part.value}") for part in Part))
    chances = dict(zip(Part, judges.chances(judges.rows(seen)), strict=True))
    return max(_parts_of(body), key=lambda part: chances[part])


def _parts_of(body: Entity) -> Sequence[Part]:
    """The parts that a body may take: no ministry wins a call, and no city builds or rents."""
    never = NEVER.get(body.type, frozenset())
    return [part for part in Part if part not in never]


def _evidence(
    scene: Scene, relation: Relation, one: Entity, other: Entity, sure: float
) -> Evidence:
    """The words from one name to the other, or behind the one whose sentence is about the other.

    Where no sentence joins them, those that name the project.
    """
    rule = f"{relation.name}/learned"
    ones, others = scene.places.get(one.key, []), scene.places.get(other.key, [])
    if (both := joint(scene.reading, ones, others, rule, sure)) is not None:
        return both
    apart = [(n, name) for n, name in ones if n in scene.about.get(other.key, ())]
    apart += [(n, name) for n, name in others if n in scene.about.get(one.key, ())]
    if not apart and relation.name == Participates.TYPE:
        apart = others
    number, name = (apart or ones or others)[0]
    end = min(scene.sentences[number].end, name.end + _REACH)
    return scene.reading.evidence(name.start, end, rule, sure)
