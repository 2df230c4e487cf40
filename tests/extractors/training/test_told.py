"""Claims by models that have not learned from an article."""

from __future__ import annotations

from typing import Any

from extractors.models import load
from extractors.training import told
from extractors.training.annotated import Annotated
from extractors.training.themes import Named
from graph.model import Article
from tests.extractors.relations.told import reading_of

TEXT = (
    "나래시는 ‘갈대 단지’를 짓는다. 사업비는 40억원이다. ‘갈대 단지’ 안에 ‘억새 센터’가 "
    "내년 착공한다. 이 센터에는 12억원이 든다."
)
GOLD: dict[str, Any] = {
    "entities": [
        {"key": "a", "type": "project", "name": "갈대 단지"},
        {"key": "b", "type": "project", "name": "억새 센터"},
    ],
    "facts": [
        {"type": "budget", "project": "a", "amount_krw": 4 * 10**9, "quote": "사업비는 40억원"},
        {"type": "status", "project": "b", "status": "started", "quote": "내년 착공한다"},
        {"type": "part_of", "part": "b", "whole": "a", "quote": "‘갈대 단지’ 안에"},
    ],
}


def test_every_article_is_told_in_its_place_and_as_annotated_too() -> None:
    articles = [
        Annotated(f"x{n}", Article(f"x{n}", text=TEXT), GOLD, tuned=False) for n in range(8)
    ]
    named = [Named(reading_of(TEXT, project="갈대 단지, 억새 센터"), GOLD) for _ in articles]
    before = load("budget_owner")
    seen = told.told_unlearned(articles, named)
    assert [article.name for article in seen] == [article.name for article in articles]
    for article in seen:
        assert {claim.TYPE for claim in article.claims} >= {"budget", "status"}
        assert article.stated.keys == {"gold-a": "a", "gold-b": "b"}
        assert article.stated.claims
    assert load("budget_owner") is before
