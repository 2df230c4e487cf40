"""Annotated articles: which are learned from, and how what is read is paired with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.training.annotated import align, alike, articles, folded
from graph.model import Entity, EntityType

TEXT = "나래군, 갈대 실증센터 착공\n\n나래군은 ‘갈대 실증센터’를 짓는다고 밝혔다.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts, gold = tmp_path / "texts", tmp_path / "gold"
    texts.mkdir()
    gold.mkdir()
    for name in ("dev-1", "news-1", "held-1", "alone"):
        (texts / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        if name != "alone":
            (gold / f"{name}.json").write_text(json.dumps({"entities": [], "facts": []}))
    rows = "dev-1\tdevelopment\nnews-1\tdevelopment\nheld-1\ttest\n"
    (tmp_path / "splits.tsv").write_text(f"id\tsplit\n{rows}", encoding="utf-8")
    return tmp_path


def test_the_test_split_is_never_learned_from(folder: Path) -> None:
    found = articles(folder / "texts", folder / "gold")
    assert [article.name for article in found] == ["dev-1", "news-1"]


def test_articles_without_rules_beside_them_are_marked(folder: Path) -> None:
    found = articles(folder / "texts", folder / "gold", untuned=("news-",))
    assert {article.name: article.tuned for article in found} == {"dev-1": True, "news-1": False}


def _entity(key: str, kind: EntityType, name: str, *aliases: str) -> Entity:
    return Entity(key, kind, name, aliases)


def test_what_is_read_is_paired_by_type_and_name_one_to_one() -> None:
    gold = {
        "entities": [
            {"key": "g1", "type": "project", "name": "갈대 실증센터 구축사업"},
            {"key": "g2", "type": "company", "name": "두루건설", "aliases": ["두루"]},
        ]
    }
    read = [
        _entity("e1", EntityType.PROJECT, "새 갈대 실증센터"),
        _entity("e2", EntityType.PROJECT, "갈대실증센터 구축사업"),
        _entity("e3", EntityType.SITE, "두루건설"),
        _entity("e4", EntityType.COMPANY, "두루"),
    ]
    assert align(gold, read) == {"e2": "g1", "e4": "g2"}


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("갈대실증센터구축사업", "갈대실증센터", True), ("갈대실증센터", "부들연구단지", False)],
)
def test_near_names_share_most_pairs_of_letters(one: str, other: str, *, near: bool) -> None:
    assert (alike(one, other) >= 0.75) is near


def test_a_name_is_folded_to_its_letters() -> None:
    assert folded("갈대 R&D·센터(ABC)") == "갈대rd센터abc"
