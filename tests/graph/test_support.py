"""Copies add sources and no support; belief grows with independent voices alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Agreement, Article, Claim, Located, Part, Participates, Role
from graph.statements import Statement
from graph.support import first_days, sayings, told
from graph.values import Money, PartialDate
from tests.graph.examples import budget, proof

COPIES = {"a": "a", "b": "a"}


def say(article: str, claim: Claim | None = None, published: str = "", **paths: str) -> Statement:
    day = PartialDate.parse(published) if published else None
    slots = {slot: (path,) for slot, path in (paths or {"project": "project/p"}).items()}
    return Statement(Article(article, published=day), 0, claim or budget("p", 7), slots)


def test_two_voices_make_a_value_surer_and_a_copy_does_not() -> None:
    one, copy, other = (say(name, budget("p", 7, confidence=0.8)) for name in "abc")
    assert told([one], COPIES).belief == pytest.approx(0.8)
    assert told([one, copy], COPIES).belief == pytest.approx(0.8)
    assert told([one, copy, other], COPIES).belief == pytest.approx(0.96)
    assert told([one, copy, other], COPIES).support == 2
    assert len(told([one, copy, other], COPIES).statements) == 3


def test_of_one_voice_the_best_reading_counts() -> None:
    readings = [say("a", budget("p", 7, confidence=sure)) for sure in (0.2, 0.9, 0.5)]
    assert told(readings).belief == pytest.approx(0.9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6))
def test_belief_lies_between_the_best_reading_and_certainty(confidences: list[float]) -> None:
    readings = [say(f"a{n}", budget("p", 7, confidence=sure)) for n, sure in enumerate(confidences)]
    assert max(confidences) - 1e-9 <= told(readings).belief <= 1


def test_a_voice_speaks_on_the_day_of_its_first_article() -> None:
    original, copy = say("a", published="2022-03-31"), say("b", published="2022-04-01")
    undated = say("c")
    days = first_days([copy, undated, original], COPIES)
    assert days == {"a": PartialDate(2022, 3, 31).ordinal, "c": 0}
    assert told([copy], COPIES, days).newest == PartialDate(2022, 3, 31).ordinal


def test_a_value_that_nobody_tells_is_none() -> None:
    with pytest.raises(ValueError, match="one statement or more"):
        told([])


def test_claims_say_the_same_by_what_they_are_about_and_not_by_their_keys_or_words() -> None:
    place = {"entity": "project/p", "place": "region/48120"}
    one = say("a", Located("e1", "e2", proof("창원에")), **place)
    same = say("b", Located("x", "y", proof("창원시의")), **place)
    elsewhere = say("c", Located("e1", "e2", proof()), entity="project/p", place="region/26")
    leads = say("d", Participates("e1", "e2", Part.LEAD, proof()), **place)
    assert sayings([one, same, elsewhere, leads])[one.id].statements == (one, same)


def test_a_sum_says_the_same_however_it_was_written() -> None:
    plain = say("a")
    written = say("b", replace(budget("q", 7), money=Money(7, as_written="7원")))
    dollars = say("c", replace(budget("p", 7), money=Money(7, "USD")))
    assert sayings([plain, written, dollars])[plain.id].statements == (plain, written)


def test_parties_say_the_same_in_any_order_and_offices_by_their_title() -> None:
    pair = {"parties": ("region/1", "region/2")}
    one = Statement(Article("a"), 0, Agreement(("x", "y"), proof()), pair)
    turned = Statement(
        Article("b"), 3, Agreement(("y", "x"), proof()), {"parties": pair["parties"][::-1]}
    )
    assert sayings([one, turned])[turned.id].statements == (one, turned)
    office = {"person": "person/h", "organization": "region/1"}
    mayor, former = (
        say("f" if former else "m", Role("p", "시장", "o", proof(), former=former), **office)
        for former in (False, True)
    )
    assert sayings([mayor, former])[mayor.id].statements == (mayor,)
