"""Listed sites: quarters by their short names, where the text speaks of their city."""

import time

import pytest

from extractors.gazetteer import Gazetteer
from extractors.mentions.ground import Ground
from extractors.mentions.sites import find
from graph.model import EntityType
from tests.extractors.shared_names import document_of, names


@pytest.mark.parametrize(
    ("text", "quarter", "meant"),
    [
        ("인천시는 송도에 공장을 짓는다.", "송도", True),
        ("부산 서구는 부산 송도에 쉼터를 짓는다. 인천은 멀다.", "송도", False),
        ("밀양시는 판교를 본떠 단지를 꾸린다.", "판교", False),
    ],
)
def test_a_quarters_short_name_is_its_own_only_where_its_city_is_meant(
    text: str, quarter: str, *, meant: bool
) -> None:
    assert (quarter in names(text, EntityType.SITE)) is meant


@pytest.mark.parametrize("told", ["솔빛일반산업단지내 3만㎡ 부지에", "솔빛일반산업단지 내 부지에"])
def test_a_complex_is_named_without_the_word_inside_that_is_written_on_to_it(told: str) -> None:
    text = f"㈜누리정밀은 210억원을 투자해 {told} 공장을 신축한다고 밝혔다."
    assert names(text, EntityType.SITE) == {"솔빛일반산업단지"}


def test_a_firm_whose_mark_stands_behind_begins_no_site() -> None:
    text = "나래강관공업㈜은 서산오토밸리 일반산업단지로 이전하며 공장을 증설할 계획이다."
    assert names(text, EntityType.SITE) == {"서산오토밸리 일반산업단지"}


def test_a_short_name_that_a_long_text_says_thousands_of_times_is_looked_at_quickly() -> None:
    ground = Ground(document_of("인천은 넓다. " + "송도·" * 20_000), Gazetteer.load())
    begun = time.perf_counter()
    found = list(find(ground, ()))
    taken = time.perf_counter() - begun
    assert len(found) == 20_000
    assert taken < 1
