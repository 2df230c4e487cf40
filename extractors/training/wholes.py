"""Training the linker of parts and wholes (`extractors.relations.part_of`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractors.linking.logistic import Example, Logistic
from extractors.relations.part_of import proposed, seen
from extractors.relations.wholes import Wholes
from extractors.training.fitting import fit
from extractors.training.seen import Seen
from graph.model import PartOf

PENALTY = 30.0


def train(articles: Iterable[Seen]) -> Logistic:
    """The model of articles, each as it was read and with the annotation's projects.

    Of a third of the annotated pairs one name was misread: only the second reading has them.
    """
    return fit(
        [
            example
            for article in articles
            for read in (article, article.stated)
            for example in examples(read)
        ],
        penalty=PENALTY,
    )


def examples(article: Seen) -> Iterator[Example]:
    """Every two projects of an article."""
    right = {(f["part"], f["whole"]) for f in article.gold["facts"] if f["type"] == "part_of"}
    others = [claim for claim in article.claims if not isinstance(claim, PartOf)]
    for (part, whole), signs in seen(Wholes(article.reading, others), proposed(article.reading)):
        pair = article.keys.get(part), article.keys.get(whole)
        yield Example(signs, pair in right, article.weight)
