from __future__ import annotations

import pytest

from extractors.relations.budget_tally import tallies
from tests.extractors.relations.told import reading_of


@pytest.mark.parametrize(
    ("text", "whole", "parts", "ahead"),
    [
        (
            "사업비는 나래지구 1703억원, 들샘지구 1694억원으로 모두 3397억원이다.",
            "3397억원",
            ["1703억원", "1694억원"],
            False,
        ),
        (
            "총사업비는 600억원이다. ▲물길 정비 300억원 ▲회관 건립 200억원 ▲쉼터 조성 100억원이다.",
            "600억원",
            ["300억원", "200억원", "100억원"],
            True,
        ),
    ],
)
def test_parts_and_their_whole_are_told(
    text: str,
    whole: str,
    parts: list[str],
    ahead: bool,  # noqa: FBT001
) -> None:
    reading = reading_of(text)
    found = tallies(reading)
    place = reading.document.text.index
    tally = found[place(whole)]
    assert sorted(tally.parts) == [place(part) for part in parts]
    assert tally.ahead is ahead
    assert found[place(parts[0])] == tally


def test_sums_that_add_up_to_nothing_are_no_parts() -> None:
    assert not tallies(
        reading_of("총사업비는 600억원이다. 물길에 300억원, 회관에 250억원을 들인다.")
    )
