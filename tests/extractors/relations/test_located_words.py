from __future__ import annotations

import time

import pytest

from extractors.relations.located_words import LIST_AT, TO_PLACE


@pytest.mark.parametrize("word", ["1", "부지", "용지 ", "1만 ", "산업용지"])
def test_long_rows_of_words_behind_a_place_are_read_at_once(word: str) -> None:
    begun = time.perf_counter()
    tail = f" {word * 60}‘누리"
    assert LIST_AT.match(tail) is None
    assert TO_PLACE.fullmatch(tail) is None
    assert time.perf_counter() - begun < 1
