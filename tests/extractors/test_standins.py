from __future__ import annotations

import pytest

from tests.extractors.relations.told import reading_of


@pytest.mark.parametrize(
    ("text", "unnamed"),
    [
        ("‘나래 클러스터’가 뽑혔다. 시는 이 클러스터를 2030년까지 조성한다.", ["이 클러스터"]),
        ("‘나래 클러스터’가 뽑혔다. 클러스터는 2030년까지 조성된다.", ["클러스터"]),
        ("‘나래 클러스터’가 뽑혔다. 다솔군도 산단 5곳을 묶은 클러스터를 추진한다.", []),
    ],
)
def test_a_noun_stands_for_what_was_named_unless_it_brings_up_another(
    text: str, unnamed: list[str]
) -> None:
    reading = reading_of(text, project="나래 클러스터")
    found = [text[o.start : o.end] for o in reading.occurrences if not o.named]
    assert found == unnamed
