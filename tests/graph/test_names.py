"""Names that mean one thing compare as one, and what numbers tell apart stays apart."""

from __future__ import annotations

import csv
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.folding import fold
from graph.names import (
    NAME_WORDS_FILE,
    bare,
    digits,
    is_numbered,
    phases,
    variants,
    without_place,
    without_tail,
    words,
)
from tests.graph.examples import LETTERS

KINDS = {
    *("tail", "legal_form", "phase"),
    *("unique_office", "site_class", "industry_tail"),
}
FOLDED = st.text(st.sampled_from(LETTERS + "조성사업주식회사단계0123"), max_size=20).map(fold)


def _rows() -> list[dict[str, str]]:
    with NAME_WORDS_FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_list_of_words_keeps_its_form() -> None:
    text = NAME_WORDS_FILE.read_text(encoding="utf-8")
    head, *rows = text.removesuffix("\n").split("\n")
    assert head == "word\tkind\tgloss_en\tsource"
    assert text.endswith("\n")
    assert "\r" not in text
    assert unicodedata.is_normalized("NFC", text)
    for row in rows:
        cells = row.split("\t")
        assert len(cells) == 4
        assert all(cell and cell == cell.strip() for cell in cells)


def test_every_word_is_there_once_has_a_known_kind_and_is_folded() -> None:
    found = [(row["kind"], row["word"]) for row in _rows()]
    assert len(found) == len(set(found))
    assert {kind for kind, _ in found} == KINDS
    assert all(word == fold(word) for _, word in found)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_longer_word_goes_before_one_that_it_ends_in(kind: str) -> None:
    found = words(kind)
    assert found
    assert [len(word) for word in found] == sorted(map(len, found), reverse=True)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("실증단지", ("실증단지",)),
        ("실증 단지", ("실증단지",)),
        (
            "한국재료연구원(KIMS)",
            ("한국재료연구원kims", "한국재료연구원", "kims"),
        ),
        ("인공지능（AI） 집적단지", ("인공지능ai집적단지", "인공지능집적단지", "ai집적단지")),
        ("AI(인공지능) 집적단지", ("ai인공지능집적단지", "ai집적단지", "인공지능집적단지")),
        ("★", ()),
        ("()", ()),
    ],
)
def test_brackets_may_be_left_off_or_stand_for_what_they_follow(
    name: str, found: tuple[str, ...]
) -> None:
    assert variants(name) == found


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("첨단소재실증단지조성사업", "첨단소재실증단지"),
        ("첨단소재실증단지조성", "첨단소재실증단지"),
        ("스마트시티구축사업프로젝트", "스마트시티"),
        ("주식회사삼현", "삼현"),
        ("삼현주식회사", "삼현"),
        ("주식회사삼", "주식회사삼"),
        ("조성사업", "조성사업"),
        ("가나다조성사업", "가나다조성"),
    ],
)
def test_what_a_name_may_carry_is_left_off_where_enough_is_left(name: str, rest: str) -> None:
    assert bare(name) == rest


@given(FOLDED)
def test_a_bare_name_is_as_bare_as_it_gets_and_never_empty(folded: str) -> None:
    rest = bare(folded)
    assert rest in folded
    assert bool(rest) == bool(folded)
    assert without_tail(rest, "tail") == rest


def test_an_industry_goes_with_or_without_its_tail() -> None:
    assert without_tail("소부장산업", "industry_tail") == "소부장"
    assert without_tail("산업", "industry_tail") == "산업"
    assert without_tail("가산업", "industry_tail") == "가산업"


def test_the_longest_place_is_left_off_a_name_and_never_the_whole() -> None:
    places = ["광주", "광주광역시"]
    assert without_place("광주광역시인공지능단지", places) == "인공지능단지"
    assert without_place("광주인공지능단지", places) == "인공지능단지"
    assert without_place("인공지능광주단지", places) == "인공지능광주단지"
    assert without_place("광주단지", places) == "광주단지"


def test_numbers_stand_in_their_order() -> None:
    assert digits("2024년제3지구") == ("2024", "3")
    assert digits("실증단지") == ()


@pytest.mark.parametrize(
    ("names", "wholes", "found"),
    [
        (["1단계"], ["실증단지"], ["1단계"]),
        (["1단계 조성사업"], ["실증단지"], ["1단계"]),
        (["실증단지 1단계"], ["첨단소재 실증단지"], ["1단계"]),
        (["첨단소재 실증단지 1단계"], ["첨단소재 실증단지"], ["1단계"]),
        (["집적단지 2단계"], ["인공지능(AI) 집적단지"], ["2단계"]),
        (["다른단지 1단계"], ["첨단소재 실증단지"], []),
        (["실증단지 1단계 기획용역"], ["실증단지"], []),
        (["3차 사업"], ["공모"], ["3차"]),
        (["2공구"], ["산단"], ["2공구"]),
        (["실증단지"], ["실증단지"], []),
        (["1단계", "실증단지 2단계"], ["실증단지"], ["1단계", "2단계"]),
    ],
)
def test_a_phase_is_a_number_and_what_its_whole_is_called(
    names: list[str], wholes: list[str], found: list[str]
) -> None:
    assert list(phases(names, wholes)) == found


@pytest.mark.parametrize(
    ("name", "numbered"),
    [
        ("1단계", True),
        ("2단계 조성사업", True),
        ("제3지구", True),
        ("제2재료연구원", False),
        ("2024년 드론 실증도시 구축사업", False),
        ("실증단지", False),
        ("", False),
    ],
)
def test_a_name_is_numbered_where_it_is_little_more_than_that(name: str, numbered: bool) -> None:  # noqa: FBT001
    assert is_numbered(name) is numbered
