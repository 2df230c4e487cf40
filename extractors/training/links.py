"""Training the linkers (`extractors.linking`): examples from annotated articles, and thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.linking.candidates import LEARNED, Relation, candidates
from extractors.linking.features import features
from extractors.linking.links import THRESHOLD
from extractors.linking.logistic import Example, Logistic
from extractors.linking.scene import Scene
from extractors.training.fitting import fit
from extractors.training.seen import Seen
from graph.model import Part

PENALTY = 25.0
RARE = 6
"""Examples of the fewest that tell of a feature: most are seen in two readings of an article."""
FOLDS = 6
LEVEL = 0.0075
"""How much F1 may be given for precision where a threshold is chosen."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate link: its example, the article's place in the row, and the annotated part."""

    example: Example
    article: int
    part: str | None


@dataclass(frozen=True, slots=True)
class Measure:
    """Precision and recall at a threshold, by cross-validation over articles."""

    threshold: float
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def weighed(articles: Iterable[Seen], relation: Relation) -> Iterator[Weighed]:
    """Every candidate of every article."""
    for number, article in enumerate(articles):
        right = {
            (fact[relation.one], fact[relation.other]): fact.get("as")
            for fact in article.gold["facts"]
            if fact["type"] == relation.name
        }
        scene = Scene(article.reading, article.claims)
        for one, other, rules in candidates(scene, relation):
            pair = article.keys.get(one.key), article.keys.get(other.key)
            seen = features(scene, one, other, rules)
            example = Example(seen, pair in right, article.weight)
            yield Weighed(example, number, right.get(pair))


def train(
    articles: Sequence[Seen], name: str
) -> tuple[dict[str, Logistic], Measure, list[tuple[float, bool]]]:
    """The models of a relation, by file name, and how well it links in cross-validation.

    And the probabilities there of what is claimed in articles beside which no rules were written,
    each with whether it is right.

    Articles are learned from twice, as they were read and with the annotation's projects, but how
    well it links is measured as they were read.
    """
    relation = LEARNED[name]
    rows = list(weighed(articles, relation))
    ideal = list(weighed((article.stated for article in articles), relation))
    known = sum(fact["type"] == name for article in articles for fact in article.gold["facts"])
    rights = [row.example.right for row in rows]
    chances = _held_out(rows, ideal, len(articles))
    measure = best(zip(chances, rights, strict=True), known)
    model = fit([row.example for row in (*rows, *ideal)], penalty=PENALTY, rare=RARE)
    models = {name: Logistic({**model.weights, THRESHOLD: measure.threshold})}
    if name == "participates":
        models |= dict(_parts(rows))
    rated = [
        (chance, right)
        for row, chance, right in zip(rows, chances, rights, strict=True)
        if chance >= measure.threshold and not articles[row.article].tuned
    ]
    return models, measure, rated


def best(chances: Iterable[tuple[float, bool]], known: int) -> Measure:
    """The threshold with about the best F1 against `known` annotated facts.

    Of those that come within `LEVEL` of the best the highest, for precision leads: a wrong link is
    worse than a missing one, and near the best the curve is flat.
    """
    measures: list[Measure] = []
    ordered = sorted(chances, reverse=True)
    hits = 0
    for taken, (chance, right) in enumerate(ordered, 1):
        hits += right
        if taken == len(ordered) or ordered[taken][0] != chance:
            measures.append(Measure(round(chance - 0.0005, 3), hits / taken, hits / max(1, known)))
    most = max((measure.f1 for measure in measures), default=0.0)
    good = (measure for measure in measures if measure.f1 and measure.f1 >= most - LEVEL)
    return next(good, Measure(0.5, 0.0, 0.0))


def _held_out(rows: Sequence[Weighed], ideal: Sequence[Weighed], articles: int) -> list[float]:
    """Each candidate's probability by a model that has not seen its article."""
    folds = [number * 7919 % articles % FOLDS for number in range(articles)]
    chances = [0.0] * len(rows)
    for fold in range(FOLDS):
        rest = [row.example for row in (*rows, *ideal) if folds[row.article] != fold]
        model = fit(rest, penalty=PENALTY, rare=RARE)
        for place, row in enumerate(rows):
            if folds[row.article] == fold:
                chances[place] = model.probability(row.example.features)
    return chances


def _parts(rows: Sequence[Weighed]) -> Iterator[tuple[str, Logistic]]:
    """A model for each part that a participant takes."""
    taken = [row for row in rows if row.example.right]
    for part in Part:
        examples = [
            Example(row.example.features, row.part == part.value, row.example.weight)
            for row in taken
        ]
        if len({example.right for example in examples}) == 2:
            yield f"participates-{part.value}", fit(examples, penalty=PENALTY)
