"""Training what a sentence goes on about (`extractors.relations.themes`).

An annotated fact is proved by a sentence: its project is what that sentence is about, whether it
names it or not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from extractors.linking.logistic import Example, Logistic
from extractors.reading import Reading
from extractors.relations.demonstratives import unsettled
from extractors.relations.theme_features import candidates
from extractors.relations.theme_rules import carried
from extractors.training.annotated import align
from extractors.training.fitting import fit

PENALTY = 10.0
RARE = 4
_ABOUT = {
    "budget": "project",
    "participates": "project",
    "status": "project",
    "about": "project",
    "part_of": "part",
    "located": "entity",
}
"""The slot of a fact that says what its sentence is about, by type."""


class Named(NamedTuple):
    """An article with the names that were found in it, and its annotation."""

    reading: Reading
    gold: Mapping[str, Any]


def train(articles: Iterable[Named]) -> Logistic:
    """The model of articles that were read."""
    found = [example for article in articles for example in examples(article)]
    return fit(found, penalty=PENALTY, rare=RARE)


def examples(article: Named) -> Iterator[Example]:
    """Every candidate of the sentences that prove something of a project that was found."""
    reading = unsettled(article.reading)
    told = _told(reading, article.gold)
    for number, found in candidates(reading, carried(reading)):
        if number in told:
            for one in found:
                yield Example(one.signs, one.key in told[number])


def _told(reading: Reading, gold: Mapping[str, Any]) -> Mapping[int, set[str]]:
    """What projects each sentence tells something of."""
    document = reading.document
    own: dict[str, list[str]] = defaultdict(list)
    for key, stated in align(gold, reading.entities).items():
        own[stated].append(key)
    found: dict[int, set[str]] = defaultdict(set)
    for fact in gold["facts"]:
        keys = own.get(fact.get(_ABOUT.get(fact["type"], "")) or "", ())
        quote = fact.get("quote") or ""
        start = document.text.find(quote) if quote and keys else -1
        if start >= 0 and document.holds(start, start + len(quote)):
            found[document.number_at(start)].update(keys)
    return found
