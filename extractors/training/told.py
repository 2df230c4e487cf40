"""Annotated articles with claims by models that have not learned from them.

What is weighed knowing the other claims has to learn from such claims as unread articles give:
those of models that know an article are right too often.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import TypeVar

from extractors.linking.logistic import Logistic
from extractors.models import instead
from extractors.relations.demonstratives import settle
from extractors.relations.themes import MODEL as THEMES
from extractors.training import budget_owner, milestones, themes, wholes
from extractors.training.annotated import Annotated
from extractors.training.seen import Seen, read
from extractors.training.themes import Named

FOLDS = 4

Models = Mapping[str, Logistic]
_Article = TypeVar("_Article")


def told_unlearned(articles: Sequence[Annotated], named: Sequence[Named]) -> list[Seen]:
    """Every article with its themes and claims, `named` being the same articles with their names.

    First what is learned from readings alone is told, then what is learned knowing that.
    """
    models: list[Models] = [{THEMES: themes.train(_rest(named, fold))} for fold in range(FOLDS)]
    seen: list[Seen] = []
    for number, unlearned in _each(models, len(articles)):
        with _in_force(unlearned):
            article = articles[number]
            reading = settle(named[number].reading)
            seen.append(read(article.name, reading, article.gold, tuned=article.tuned))
    for learners in (
        {"budget_owner": budget_owner.train, "milestones": milestones.train},
        {"part_of": wholes.train},
    ):
        models = [
            {**known, **{name: learn(_rest(seen, fold)) for name, learn in learners.items()}}
            for fold, known in enumerate(models)
        ]
        for number, unlearned in _each(models, len(articles)):
            with _in_force(unlearned):
                seen[number] = seen[number].again()
    return seen


def _rest(articles: Sequence[_Article], fold: int) -> list[_Article]:
    """The articles that are not of a fold."""
    return [article for number, article in enumerate(articles) if number % FOLDS != fold]


def _each(models: Sequence[Models], articles: int) -> Iterator[tuple[int, Models]]:
    """The number of every article, with the models that have not learned from it."""
    return ((number, models[number % FOLDS]) for number in range(articles))


def _in_force(models: Models) -> ExitStack:
    stack = ExitStack()
    for name, model in models.items():
        stack.enter_context(instead(name, model))
    return stack
