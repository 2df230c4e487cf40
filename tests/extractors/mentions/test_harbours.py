"""Harbours and airports in the names of undertakings."""

from __future__ import annotations

import pytest

from extractors.gazetteer import FOLDER, Gazetteer
from extractors.mentions.arbitration import arbitrate
from extractors.mentions.harbours import held
from extractors.mentions.mention import Mention
from extractors.mentions.survey import survey
from graph.model import EntityType
from tests.extractors.shared_names import document_of

GAZETTEER = Gazetteer.load(FOLDER)


def _held(name: str, kind: EntityType = EntityType.PROJECT) -> list[str]:
    text = f"{name} 사업을 벌인다."
    ground = survey(document_of(text), GAZETTEER).ground
    whole = Mention(0, len(name), kind, name, "project.phrase", 0.9)
    return [m.name for m in arbitrate([whole, *held(ground, [whole])]) if m is not whole]


@pytest.mark.parametrize(
    ("name", "harbour"),
    [
        ("갈대항 어촌뉴딜", "갈대항"),
        ("나래 억새항 방파제 연장", "억새항"),
        ("누리공항 도시재생 혁신지구", "누리공항"),
    ],
)
def test_a_harbour_that_something_follows_in_a_name_is_a_place(name: str, harbour: str) -> None:
    assert _held(name) == [harbour]


@pytest.mark.parametrize(
    "name",
    [
        "나래 갈대항",
        "연안항 정비",
        "신규 취항 지원",
        "주요 사항 점검",
        "국제공항 건설",
        "갈대항만 정비",
    ],
)
def test_a_whole_name_a_kind_and_other_words_are_no_harbours_in_it(name: str) -> None:
    assert not _held(name)


def test_a_harbour_within_a_body_s_name_is_none() -> None:
    assert not _held("갈대항 관리공사", EntityType.INSTITUTE)
