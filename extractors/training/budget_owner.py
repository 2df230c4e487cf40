"""Examples for `relations.budget_owner`: every project of an article for every bundle of sums."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from extractors.linking.logistic import Example, Logistic
from extractors.reading import Reading
from extractors.relations.budget_amounts import Bundle
from extractors.relations.budget_features import owner_features
from extractors.relations.budget_owner import Chooser
from extractors.relations.budget_scene import scene_of
from extractors.relations.budgets import ruled_sums
from extractors.training.fitting import fit
from extractors.training.seen import Seen

Fact = Mapping[str, Any]
PENALTY = 6.0
RARE = 3
ANNOTATED = 2.0
"""How much an article counts with the gold's projects, against once with those that were read."""


def train(articles: Iterable[Seen]) -> Logistic:
    """The model of articles that were read, and of the same with the annotation's projects."""
    found: list[Example] = []
    for article in articles:
        facts = article.gold["facts"]
        found += examples(article.reading, facts, article.keys)
        stated = article.stated
        found += examples(stated.reading, facts, stated.keys, weight=ANNOTATED)
    return fit(found, penalty=PENALTY, rare=RARE)


def examples(
    reading: Reading,
    facts: Sequence[Fact],
    mapping: Mapping[str, str],
    *,
    weight: float = 1.0,
) -> Iterator[Example]:
    """The examples of an article; `mapping` is from the reading's keys to the gold's."""
    budgets = [fact for fact in facts if fact["type"] == "budget"]
    own = {gold: key for key, gold in mapping.items()}
    chooser = Chooser(scene_of(reading))
    for bundle, choice in ruled_sums(reading):
        view = chooser.view(bundle, choice)
        right = _owners(reading.document.text, bundle, budgets)
        keys = {own.get(key, "?") if key is not None else None for key in right}
        for key in view.candidates():
            seen = owner_features(view, key)
            yield Example(seen, key in keys, weight)
        if right:
            chooser.took(view, own.get(right[0], "?") if right[0] is not None else None)


def _owners(text: str, bundle: Bundle, budgets: Sequence[Fact]) -> list[str | None]:
    """The gold's projects of a bundle's sums, the most frequent first."""
    found: list[str | None] = []
    for item in bundle.sums:
        field = "amount_krw" if item.money.currency == "KRW" else "amount"
        same = [fact for fact in budgets if fact.get(field) == item.money.amount]
        here = [fact for fact in same if _quoted_at(text, fact["quote"], item.start)]
        found += dict.fromkeys(fact.get("project") for fact in here or same)
    return sorted(dict.fromkeys(found), key=lambda key: -found.count(key))


def _quoted_at(text: str, quote: str, offset: int) -> bool:
    start = text.find(quote, max(0, offset - len(quote)))
    return 0 <= start <= offset < start + len(quote)
