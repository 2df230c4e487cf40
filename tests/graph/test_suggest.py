"""Suggestions while typing: letters, half-made syllables, initials, Latin names, abbreviations."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.canonical import CanonicalEntity
from graph.model import EntityType
from graph.suggest import Suggestion, Suggestions
from tests.graph.examples import LETTERS


def _entity(
    kind: EntityType, name: str, *aliases: str, named: int = 0, english: str | None = None
) -> CanonicalEntity:
    members = tuple((f"a{number}", "k") for number in range(named))
    return CanonicalEntity(
        f"{kind.value}/{name}", kind, name, aliases, name_en=english, members=members
    )


CHANGWON = _entity(EntityType.REGION, "창원시", "창원", named=9, english="Changwon-si")
CHEONAN = _entity(EntityType.REGION, "천안시", named=2)
KIMS = _entity(EntityType.INSTITUTE, "한국재료연구원", "재료연", "KIMS", named=3)
PROJECT = _entity(EntityType.PROJECT, "창원 첨단소재 실증단지", named=1)
ALL = Suggestions([PROJECT, CHEONAN, KIMS, CHANGWON])


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("창", CHANGWON),
        ("차", CHANGWON),
        ("ㅊ", CHANGWON),
        ("ㅊㅇ", CHANGWON),
        ("창ㅇ", CHANGWON),
        ("ㅊㅇㅅ", CHANGWON),
        ("처", CHEONAN),
        ("ㅊ아", CHEONAN),
        ("ㅎㄱㅈㄹ", KIMS),
        ("재료연", KIMS),
        ("kims", KIMS),
        ("chang", CHANGWON),
        ("Ｃｈａｎｇ", CHANGWON),
        ("실증", PROJECT),
        ("창원첨", PROJECT),
        ("창원 첨단", PROJECT),
        (unicodedata.normalize("NFD", "창원시"), CHANGWON),
    ],
)
def test_what_is_meant_comes_first(typed: str, first: CanonicalEntity) -> None:
    assert ALL.suggest(typed)[0].path == first.path


def test_an_entity_comes_once_with_the_name_that_was_typed() -> None:
    assert ALL.suggest("KIM") == [
        Suggestion(KIMS.path, EntityType.INSTITUTE, "한국재료연구원", "KIMS")
    ]
    assert [found.path for found in ALL.suggest("창원")] == [CHANGWON.path, PROJECT.path]


def test_only_the_kinds_and_as_many_as_asked_for() -> None:
    assert [found.path for found in ALL.suggest("ㅊ", kinds=[EntityType.PROJECT])] == [PROJECT.path]
    assert len(ALL.suggest("ㅊ", limit=2)) == 2
    assert ALL.suggest("창원", limit=0) == []


@pytest.mark.parametrize("typed", ["", " ", "·", "없다", "창원시청역", "ㅏ"])
def test_nothing_is_suggested_where_nothing_begins_so(typed: str) -> None:
    assert ALL.suggest(typed) == []


@given(st.text(st.one_of(st.sampled_from(LETTERS + "창원ㅊㅇㅏkims"), st.characters())))
def test_nothing_typed_raises(typed: str) -> None:
    assert len(ALL.suggest(typed, limit=3)) <= 3
