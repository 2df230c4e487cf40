"""The text index: what it finds, in what order, and that no question makes it stumble."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.canonical import CanonicalEntity
from graph.grams import grams
from graph.model import EntityType, Extraction, Part, Participates
from graph.search import Hit, Matched, TextIndex
from graph.view import View
from tests.graph.examples import (
    LETTERS,
    MATERIALS,
    REFERENCES,
    entity,
    project,
    proof,
    read,
    three_that_agree,
)

QUOTE = "한국재료연구원의 첨단 소재는 KIMS-2 로봇에 쓰인다"


def _told() -> list[Extraction]:
    kims = entity("k", EntityType.INSTITUTE, "재료연", ref=MATERIALS)
    claim = Participates("k", "p", Part.LEAD, proof(QUOTE))
    return [
        *three_that_agree(),
        read("quoted", [kims, project("p", "극저온 시험동")], [claim], "2024-01-01"),
    ]


def _view(*articles: Extraction) -> View:
    return View.of(articles, REFERENCES)


@pytest.fixture(scope="module")
def index() -> Iterator[TextIndex]:
    made = TextIndex.of(_view(*_told()))
    yield made
    made.close()


def _paths(index: TextIndex, text: str) -> list[str]:
    return [hit.path for hit in index.search(text)]


@pytest.mark.parametrize(
    "text",
    [
        "한국재료연구원",
        "재료연구원",
        "료연구",
        "재료 연구원",
        "KIMS",
        "kims",
        "ＫＩＭＳ",
        unicodedata.normalize("NFD", "재료연구원"),
    ],
)
def test_a_name_is_found_by_any_part_however_it_is_written(index: TextIndex, text: str) -> None:
    assert index.search(text)[0].path == "institute/한국재료연구원"


def test_a_whole_name_goes_before_a_part_and_a_name_before_a_quote(index: TextIndex) -> None:
    hits = index.search("창원")
    assert hits[0] == Hit("region/48120", 0.98, Matched.ALIAS, "창원")
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all((hit.score < 0.5) == (hit.matched is Matched.QUOTE) for hit in hits)


def test_a_quote_finds_what_it_speaks_of_and_says_where_it_stands(index: TextIndex) -> None:
    (hit,) = index.search("쓰인다", kinds=[EntityType.PROJECT])
    assert (hit.path, hit.matched, hit.article) == ("project/극저온시험동", Matched.QUOTE, "quoted")
    assert hit.text == QUOTE
    assert set(_paths(index, "첨단소재 로봇")) == {
        "project/극저온시험동",
        "institute/한국재료연구원",
    }


def test_every_word_must_stand_in_what_is_found(index: TextIndex) -> None:
    assert _paths(index, "극저온 쓰인다") == []
    assert _paths(index, "소재 실증")[0] == "project/첨단소재실증단지"


def test_only_the_kinds_and_as_many_as_asked_for(index: TextIndex) -> None:
    assert {hit.path for hit in index.search("창", kinds=[EntityType.REGION])} == {"region/48120"}
    assert len(index.search("밝혔다", limit=3)) == 3
    assert index.search("창원", limit=0) == index.search("창원", kinds=[]) == []


def test_a_lone_letter_and_the_beginning_of_a_latin_word_find_something(index: TextIndex) -> None:
    assert "person/허성무-창원시" in _paths(index, "허")
    assert "institute/한국재료연구원" in _paths(index, "kim")


@pytest.mark.parametrize("text", ["대구 제2국가산업단지", "제2국가산업단지", "대구 제2국가", "제2"])
def test_a_number_in_the_middle_of_a_name_hides_nothing(text: str) -> None:
    made = TextIndex.of(_view(read("a", [project("p", "대구 제2국가산업단지")])))
    assert _paths(made, text) == ["project/대구제2국가산업단지"]
    made.close()


SIGNS = [
    "",
    " ",
    '"',
    '""',
    "*",
    "창원*",
    "NEAR(창원 산업)",
    "창원 AND",
    "OR",
    "words:창원",
    "^창원",
]
ODDITIES = [
    "-창원",
    "(",
    "창원'); DROP TABLE name;--",
    "😀",
    "👨‍👩‍👧",
    "\x00",
    "\ud800",
    "ㅊㅇ",
    "a" * 999,
]


@pytest.mark.parametrize("text", SIGNS + ODDITIES, ids=ascii)
def test_no_sign_is_syntax(index: TextIndex, text: str) -> None:
    for hit in index.search(text):
        assert hit.path
    assert index.search("창원")


@given(st.text(st.one_of(st.sampled_from(LETTERS + "창원재료연구원*()^:-+"), st.characters())))
def test_no_question_raises(index: TextIndex, text: str) -> None:
    assert len(index.search(text, limit=5)) <= 5


@given(st.text(st.characters()).filter(str.strip))
def test_no_name_raises_and_each_is_found_again(name: str) -> None:
    made = TextIndex()
    made.put_entity(CanonicalEntity("project/x", EntityType.PROJECT, name))
    found = made.search(name)
    assert not grams(name) or len(name) > 50 or [hit.path for hit in found] == ["project/x"]
    made.drop_entity("project/x")
    assert made.search(name) == []
    made.close()


def test_following_a_view_gives_what_building_it_anew_gives(tmp_path: Path) -> None:
    told = _told()
    renamed = replace(told[-1], claims=())
    views = [_view(*told[:2]), _view(*told), _view(*told[1:-1], renamed), _view()]
    followed = TextIndex.of(views[0], file=tmp_path / "text.sqlite")
    for view in views[1:]:
        followed.bring_to(view)
        fresh = TextIndex.of(view)
        for text in ("창원", "재료연구원", "첨단소재", "밝혔다", "총사업비", "쓰인다", "시장"):
            asked = [found.search(text, 50) for found in (followed, fresh)]
            assert [(hit.path, hit.matched) for hit in asked[0]] == [
                (hit.path, hit.matched) for hit in asked[1]
            ]
        fresh.close()
    followed.close()


def test_one_article_and_one_entity_come_and_go() -> None:
    view = _view(*_told())
    made = TextIndex()
    said = [statement for statement in view.statements if statement.article.id == "quoted"]
    made.put_article("quoted", said)
    made.put_article("quoted", said)
    assert len(made.search("쓰인다")) == 2
    made.drop_article("quoted")
    made.drop_article("quoted")
    assert made.search("쓰인다") == []
    made.close()


def test_an_index_in_a_file_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    view = _view(*_told())
    TextIndex.of(view, file=tmp_path / "text.sqlite").close()
    again = TextIndex(file=tmp_path / "text.sqlite")
    assert _paths(again, "재료연구원")[0] == "institute/한국재료연구원"
    again.close()


def test_a_change_that_fails_changes_nothing() -> None:
    def words(text: str) -> list[str]:
        if "시험동" in text:
            raise RuntimeError("no such model")
        return grams(text)

    made = TextIndex.of(_view(*three_that_agree()), words)
    with pytest.raises(RuntimeError, match="no such model"):
        made.bring_to(_view(*_told()))
    assert made.search("창원")
    assert made.search("쓰인다") == []
    made.close()


def test_another_splitter_decides_what_a_word_is() -> None:
    made = TextIndex.of(_view(*_told()), str.split)
    assert made.search("료연구") == []
    assert made.search("한국재료연구원")
    made.close()
