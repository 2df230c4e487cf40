"""How names are tied to each other, and what that tells of them."""

from extractors.mentions.kin import ties, told
from graph.model import EntityType

TEXT = "가온 나래단지와 들꽃단지, 나래단지"
NAMES = ("가온 나래단지", "들꽃단지", "나래단지")
PROJECT, SITE = EntityType.PROJECT, EntityType.SITE


def test_names_are_tied_by_their_forms_and_their_series() -> None:
    spans = [[(TEXT.rindex(name) if name == NAMES[2] else TEXT.index(name),)] for name in NAMES]
    placed = [
        [(start, start + len(name)) for (start,) in own]
        for name, own in zip(NAMES, spans, strict=True)
    ]
    long, other, short = ties(TEXT, NAMES, placed)
    assert {("long-of", 2), ("before", 1), ("ends-alike", 1)} <= long
    assert {("behind", 0), ("before", 2)} <= other
    assert {("short-of", 0), ("behind", 1)} <= short


def test_the_surest_of_those_tied_tells() -> None:
    chances = [{PROJECT: 0.1, SITE: 0.9}, {PROJECT: 0.6, SITE: 0.1}, {PROJECT: 0.0, SITE: 0.1}]
    own = frozenset({("short-of", 0), ("short-of", 1), ("before", 2)})
    assert set(told(own, chances)) == {"short-of:site-sure", "before:none"}


def test_most_of_those_that_end_alike_tell() -> None:
    sites, project = {PROJECT: 0.0, SITE: 0.6}, {PROJECT: 0.9, SITE: 0.0}
    own = frozenset(("ends-alike", number) for number in range(3))
    assert set(told(own, [sites, project, sites])) == {"ends-alike:site-likely"}
