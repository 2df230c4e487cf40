"""Criteria are read as Koreans write them; what is not clear is asked back, not guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.criteria import Criteria, CriterionError, selection_of, won
from graph.model import EntityType
from graph.selection import Selection
from graph.view import View
from tests.graph.examples import (
    GOSEONG_EAST,
    GOSEONG_SOUTH,
    REFERENCES,
    entity,
    read,
    region,
    three_that_agree,
)

_TWO = read(
    "two", [region("s", "고성군", GOSEONG_SOUTH), region("e", "고성군 ", GOSEONG_EAST)], [], "2024"
)
VIEW = View.of(
    [*three_that_agree(), _TWO, read("firm", [entity("f", EntityType.COMPANY, "삼현")])], REFERENCES
)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("100억", 10_000_000_000),
        ("1조 4,000억원", 1_400_000_000_000),
        ("3천억", 300_000_000_000),
        ("5천만원", 50_000_000),
        ("49000000000", 49_000_000_000),
        ("49,000,000,000", 49_000_000_000),
        (" 1.5조 ", 1_500_000_000_000),
        ("10억 원", 1_000_000_000),
        ("0", 0),
    ],
)
def test_amounts_are_read_as_they_are_written(text: str, amount: int) -> None:
    assert won(text) == amount


@pytest.mark.parametrize(
    "text", ["", "많이", "100억 달러", "50억~60억", "100억쯤", "1,00", "-5", "1e9"]
)
def test_what_is_no_amount_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="100억"):
        won(text)


@given(st.integers(0, 10**18))
def test_every_plain_number_is_itself(amount: int) -> None:
    assert won(str(amount)) == won(f"{amount:,}") == amount


@pytest.mark.parametrize(
    "name", ["창원", "창원시", "창원특례시", " 창 원 시 ", "48120", "region/48120"]
)
def test_a_city_is_found_by_every_name(name: str) -> None:
    assert selection_of(Criteria(city=name), VIEW, REFERENCES) == Selection(
        regions=("region/48120",)
    )


def test_every_criterion_goes_to_its_place() -> None:
    found = selection_of(
        Criteria(
            org="KIMS", industry="첨단 소재", budget_min="100억", since="2023-05", words="실증"
        ),
        VIEW,
        REFERENCES,
    )
    assert found.organizations == ("institute/한국재료연구원",)
    assert found.industry == "industry/첨단소재"
    assert found.least == 10_000_000_000
    assert str(found.since) == "2023-05"
    assert found.words == "실증"


def test_a_name_of_several_is_asked_back_with_the_candidates() -> None:
    with pytest.raises(CriterionError, match=r"경상남도 고성군.*region/48820") as caught:
        selection_of(Criteria(city="고성군"), VIEW, REFERENCES)
    assert caught.value.kind == "ambiguous"
    assert {one.path for one in caught.value.candidates} == {"region/48820", "region/51820"}


@pytest.mark.parametrize(
    ("criteria", "parameter", "kind"),
    [
        (Criteria(city="없는시"), "city", "unknown"),
        (Criteria(company="창원시"), "company", "unknown"),
        (Criteria(person="삼현"), "person", "unknown"),
        (Criteria(budget_max="많이"), "budget_max", "unreadable"),
        (Criteria(until="작년"), "to", "unreadable"),
    ],
)
def test_what_cannot_be_carried_out_names_the_parameter(
    criteria: Criteria, parameter: str, kind: str
) -> None:
    with pytest.raises(CriterionError, match=f"^{parameter}: ") as caught:
        selection_of(criteria, VIEW, REFERENCES)
    assert (caught.value.parameter, caught.value.kind) == (parameter, kind)
