"""Training the judges of projects, sites and industries (`mentions.judge`, `mentions.fields`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.linking.logistic import Example
from extractors.mentions import fields
from extractors.mentions.judge import KINDS, Judged, Models, gathered, offer
from extractors.mentions.survey import survey
from extractors.training.annotated import NEAR, alike, folded
from extractors.training.fitting import fit
from graph.model import EntityType

PENALTY = 5.0
UNTUNED = 1.5
"""How much a name counts from an article beside which no rules were written."""


class Seen(NamedTuple):
    """What a name is by the annotation (empty for no name), its traits, and how much it counts.

    `judges` are the kinds whose judge decides on it.
    """

    kind: str
    traits: frozenset[str]
    weight: float
    judges: tuple[EntityType, ...] = KINDS


def train(seen: Sequence[Seen]) -> Models:
    """A model for each kind. ValueError where the names are of one kind only."""
    return {
        kind: fit(
            [
                Example(name.traits, kind.value == name.kind, name.weight)
                for name in seen
                if kind in name.judges
            ],
            penalty=PENALTY,
        )
        for kind in (*KINDS, EntityType.INDUSTRY)
    }


def labelled(
    document: Document, gold: Mapping[str, Any], gazetteer: Gazetteer, *, tuned: bool
) -> Iterator[Seen]:
    """What is proposed in an annotated article, with what it really is.

    `tuned` where rules were written beside it.
    """
    count = 1.0 if tuned else UNTUNED
    ground = survey(document, gazetteer).ground
    known = [
        (str(entity["type"]), {folded(name) for name in (entity["name"], *entity["aliases"])})
        for entity in gold["entities"]
    ]
    offered = offer(ground)
    for judged in gathered(ground, offered):
        yield Seen(_kind(judged, ground.text, known), judged.traits, count)
    industry = EntityType.INDUSTRY
    told = [names for kind, names in known if kind == industry.value]
    for field in fields.gathered(ground, offered.proposals):
        own = {folded(mention.name) for mention in field.mentions}
        kind = industry.value if any(own & names for names in told) else ""
        yield Seen(kind, field.traits, count, (industry,))


def _kind(judged: Judged, text: str, known: Sequence[tuple[str, set[str]]]) -> str:
    first = judged.proposals[0]
    name = folded(text[first.start : first.end])
    for kind, names in known:
        if name in names:
            return kind
    best, likest = NEAR, ""
    for kind, names in known:
        if kind in ("project", "site"):
            likeness = max(alike(name, other) for other in names)
            if likeness > best or (likeness == best and not likest):
                best, likest = likeness, kind
    return likest
