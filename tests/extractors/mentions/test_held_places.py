"""Harbours, quarters, complexes and dams in the names of undertakings."""

from __future__ import annotations

import pytest

from extractors.gazetteer import FOLDER, Gazetteer
from extractors.mentions.arbitration import arbitrate
from extractors.mentions.held_places import held
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


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("안동지구 도시침수 예방", "안동지구"),
        ("갈대면 쌍암지구 앞들 정비", "쌍암지구"),
        ("광양국가산단 공공폐수처리시설 정비", "광양국가산단"),
        ("완주일반산업단지 완충저류시설 설치", "완주일반산업단지"),
        ("충주댐 수열 특화단지", "충주댐"),
    ],
)
def test_a_quarter_a_complex_or_a_dam_that_something_follows_is_a_place(
    name: str, place: str
) -> None:
    assert _held(name) == [place]


@pytest.mark.parametrize(
    "name",
    [
        "안동지구 조성사업",
        "안동지구 국가산업단지",
        "자연재해위험개선지구 하천 정비",
        "노후산단 재생사업",
        "스마트그린산단 안전 강화",
    ],
)
def test_what_is_made_itself_and_kinds_of_places_are_none(name: str) -> None:
    assert not _held(name)
