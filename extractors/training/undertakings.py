"""Training the judges of projects, sites and industries (`mentions.judge`, `mentions.fields`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from extractors.document import Document
from extractors.gazetteer import Gazetteer
from extractors.linking.logistic import Example, Logistic
from extractors.mentions import fields
from extractors.mentions.judge import AGAIN, KINDS, Judged, Models, gathered, offer, tied
from extractors.mentions.kin import Ties, told
from extractors.mentions.survey import survey
from extractors.training.annotated import NEAR, alike, folded
from extractors.training.fitting import fit
from graph.model import EntityType

PENALTY = 5.0
PARTS = 3
"""Into how many parts articles are cut to judge each by what was learned from the others."""
UNTUNED = 1.5
"""How much a name counts from an article beside which no rules were written."""


class Seen(NamedTuple):
    """What a name is by the annotation (empty for no name), its traits, and how much it counts.

    `judges` are the kinds whose judge decides on it, `ties` how it is tied to the names of its
    article, by their numbers.
    """

    kind: str
    traits: frozenset[str]
    weight: float
    judges: tuple[EntityType, ...] = KINDS
    ties: Ties = frozenset()


def train(articles: Sequence[Sequence[Seen]]) -> Models:
    """The models of each kind, from the names of some articles.

    ValueError where the names are of one kind only.
    """
    models: dict[str, Logistic] = {
        kind: _fitted(articles, kind) for kind in (*KINDS, EntityType.INDUSTRY)
    }
    with_kin = _judged_before(articles)
    return models | {AGAIN[kind]: _fitted(with_kin, kind) for kind in KINDS}


def _fitted(articles: Iterable[Iterable[Seen]], kind: EntityType) -> Logistic:
    return fit(
        [
            Example(name.traits, kind.value == name.kind, name.weight)
            for names in articles
            for name in names
            if kind in name.judges
        ],
        penalty=PENALTY,
    )


def _judged_before(articles: Sequence[Sequence[Seen]]) -> list[list[Seen]]:
    """The names, knowing how those tied to them are judged by who has not learned from them."""
    found: list[list[Seen]] = [[] for _ in articles]
    for part in range(PARTS):
        rest = [names for number, names in enumerate(articles) if number % PARTS != part]
        models = {kind: _fitted(rest, kind) for kind in KINDS}
        for number in range(part, len(articles), PARTS):
            names = [name for name in articles[number] if name.judges == KINDS]
            alone = [
                {kind: models[kind].probability(name.traits) for kind in KINDS} for name in names
            ]
            found[number] = [
                name._replace(traits=name.traits.union(told(name.ties, alone))) for name in names
            ]
    return found


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
    names = list(gathered(ground, offered))
    for judged, ties in zip(names, tied(ground, names), strict=True):
        yield Seen(_kind(judged, ground.text, known), judged.traits, count, ties=ties)
    industry = EntityType.INDUSTRY
    industries = [names for kind, names in known if kind == industry.value]
    for field in fields.gathered(ground, offered.proposals):
        own = {folded(mention.name) for mention in field.mentions}
        kind = industry.value if any(own & names for names in industries) else ""
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
