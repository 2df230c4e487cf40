"""Training the linker of parts and wholes (`extractors.relations.part_of`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.linking.logistic import Example, Logistic, fit
from extractors.relations.part_of import pairs, proposed
from extractors.relations.wholes import Wholes, features
from extractors.training.seen import Seen

PENALTY = 20.0


def train(articles: Iterable[Seen]) -> Logistic:
    """The model of articles that were read."""
    return fit([example for article in articles for example in examples(article)], penalty=PENALTY)


def examples(article: Seen) -> Iterator[Example]:
    """Every two projects of an article."""
    right = {(f["part"], f["whole"]) for f in article.gold["facts"] if f["type"] == "part_of"}
    wholes = Wholes(article.reading)
    said = proposed(article.reading)
    for part, whole in pairs(wholes):
        rules = [evidence.extractor for evidence in said.get((part.key, whole.key), ())]
        seen = features(wholes, part, whole, rules)
        pair = article.keys.get(part.key), article.keys.get(whole.key)
        yield Example(seen, pair in right, article.weight)
