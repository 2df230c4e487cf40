"""Training of parts and wholes: what is learned from."""

from __future__ import annotations

from extractors.training.seen import Seen
from extractors.training.wholes import examples, train
from tests.extractors.relations.told import reading_of

GOLD = {
    "entities": [
        {"key": "a", "type": "project", "name": "갈대 타운"},
        {"key": "b", "type": "project", "name": "억새 실증센터"},
    ],
    "facts": [{"type": "part_of", "part": "b", "whole": "a"}],
}
TEXT = "‘갈대 타운’ 안에는 ‘억새 실증센터’가 들어선다."


def _seen(projects: str) -> Seen:
    return Seen("x", reading_of(TEXT, project=projects), (), GOLD, tuned=False)


def test_a_pair_is_right_where_the_annotation_has_it() -> None:
    rights = [example.right for example in examples(_seen("갈대 타운, 억새 실증센터"))]
    assert sorted(rights) == [False, True]


def test_pairs_whose_names_were_misread_are_learned_from_too() -> None:
    misread = _seen("갈대 타운")
    assert not list(examples(misread))
    assert len(train([misread] * 6).weights) > 1
