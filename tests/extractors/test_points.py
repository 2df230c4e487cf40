"""The marks of lists: each is one character and begins one item."""

import unicodedata

from extractors.points import POINT, POINTS


def test_a_point_is_one_symbol_and_stands_once_in_the_list() -> None:
    assert len(set(POINTS)) == len(POINTS)
    assert {unicodedata.category(point) for point in POINTS} == {"So"} | {
        unicodedata.category(point) for point in "△▷◦"
    }


def test_numbers_in_circles_are_points_as_well_and_letters_are_none() -> None:
    assert [char for char in "①⑳❶▦△가A1-·" if POINT.match(char)] == list("①⑳❶▦△")
