"""Training of themes: what is learned from."""

from __future__ import annotations

from typing import Any

from extractors.training.themes import Named, examples, train
from tests.extractors.relations.told import reading_of

TEXT = "나래시는 ‘갈대 실증센터’와 ‘억새 단지’를 꾸민다. 사업비는 40억원이다. 비가 왔다."
GOLD: dict[str, Any] = {
    "entities": [
        {"key": "a", "type": "project", "name": "갈대 실증센터"},
        {"key": "b", "type": "project", "name": "억새 단지"},
    ],
    "facts": [{"type": "budget", "project": "a", "quote": "사업비는 40억원"}],
}


def _named() -> Named:
    return Named(reading_of(TEXT, project="갈대 실증센터, 억새 단지"), GOLD)


def test_the_project_of_a_fact_is_what_its_sentence_is_about() -> None:
    assert sorted(example.right for example in examples(_named())) == [False, True]


def test_sentences_that_prove_nothing_are_not_learned_from() -> None:
    reading, gold = _named()
    assert not list(examples(Named(reading, {**gold, "facts": []})))


def test_a_model_is_learned() -> None:
    assert len(train([_named()] * 6).weights) > 1
