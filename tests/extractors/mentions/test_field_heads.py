"""Fields that begin the names of what is done for them."""

import pytest

from extractors.gazetteer import Gazetteer
from extractors.mentions.field_heads import begun
from extractors.mentions.ground import Ground
from extractors.mentions.judge import offer
from tests.extractors.shared_names import document_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("시는 갈대섬유 실증센터를 짓는다.", {"갈대섬유"}),
        ("시는 갈대섬유지원센터를 짓는다.", {"갈대섬유"}),
        ("시는 유연 갈대섬유 실증센터를 짓는다.", {"갈대섬유", "유연 갈대섬유"}),
        ("시는 첨단 연구센터를 짓는다.", set()),
    ],
)
def test_a_field_begins_a_name(text: str, found: set[str]) -> None:
    ground = Ground(document_of(text), Gazetteer.load())
    assert {mention.name for mention in begun(ground, offer(ground).proposals)} == found
