"""Examples of owners of sums, made of an annotated article."""

from __future__ import annotations

from typing import Any

from extractors.training.budget_owner import examples, train
from extractors.training.ideal import as_annotated
from extractors.training.seen import Seen
from tests.extractors.relations.told import reading_of

TEXT = "‘구기자 가공센터’에는 40억원이 들어간다. ‘약초 물류동’에는 30억원을 들인다."
GOLD: dict[str, Any] = {
    "entities": [
        {"key": "a", "type": "project", "name": "구기자 가공센터"},
        {"key": "b", "type": "project", "name": "약초 물류동"},
    ],
    "facts": [
        {"type": "budget", "project": "a", "amount_krw": 4 * 10**9, "quote": "에는 40억원"},
        {"type": "budget", "project": "b", "amount_krw": 3 * 10**9, "quote": "에는 30억원"},
    ],
}


def test_every_project_and_none_is_an_example_of_every_sum() -> None:
    reading = reading_of(TEXT, project="구기자 가공센터")
    found = list(examples(reading, GOLD["facts"], {"구기자 가공센터": "a"}))
    assert [example.right for example in found] == [False, True, False, False]


def test_the_golds_names_take_the_place_of_those_that_were_read() -> None:
    reading, mapping = as_annotated(reading_of(TEXT, project="가공센터"), GOLD, {})
    assert [entity.name for entity in reading.entities] == ["구기자 가공센터", "약초 물류동"]
    assert mapping == {"gold-a": "a", "gold-b": "b"}
    found = list(examples(reading, GOLD["facts"], mapping))
    assert [example.right for example in found] == [False, True, False, False, False, True]


def test_a_model_is_learned() -> None:
    reading = reading_of(TEXT, project="구기자 가공센터")
    assert train([Seen("x", reading, (), GOLD, tuned=False)]).weights
