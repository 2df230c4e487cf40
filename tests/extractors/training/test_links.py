"""Training of links: the threshold, the examples, the models."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.linking.candidates import LEARNED
from extractors.linking.links import THRESHOLD
from extractors.relations import find_claims
from extractors.training.links import LEVEL, best, train, weighed
from extractors.training.seen import Seen
from tests.extractors.relations.told import reading_of

GOLD = {
    "entities": [
        {"key": "a", "type": "project", "name": "갈대 실증센터"},
        {"key": "b", "type": "company", "name": "두루건설"},
        {"key": "c", "type": "region", "name": "나래군"},
    ],
    "facts": [{"type": "participates", "organization": "b", "project": "a", "as": "builder"}],
}
TEXT = "나래군은 ‘갈대 실증센터’를 알렸다. ‘갈대 실증센터’ 시공은 두루건설이 맡았다."


def _seen(number: int) -> Seen:
    reading = reading_of(TEXT, project="갈대 실증센터", company="두루건설", region="나래군")
    return Seen(f"x{number}", reading, find_claims(reading), GOLD, tuned=number % 2 == 0)


def test_a_candidate_is_right_where_the_annotation_has_it() -> None:
    rows = list(weighed([_seen(0)], LEARNED["participates"]))
    assert [row.part for row in rows if row.example.right] == ["builder"]
    assert any(not row.example.right for row in rows)


def test_a_project_that_was_misread_is_learned_from_as_the_annotation_names_it() -> None:
    misread = reading_of(TEXT, company="두루건설", region="나래군")
    seen = Seen("x", misread, find_claims(misread), GOLD, tuned=False)
    relation = LEARNED["participates"]
    assert not [row for row in weighed([seen], relation) if row.example.right]
    assert [row.part for row in weighed([seen.stated], relation) if row.example.right]


def test_an_article_without_rules_beside_it_counts_more() -> None:
    tuned, untuned = (
        {row.example.weight for row in weighed([_seen(number)], LEARNED["participates"])}
        for number in (0, 1)
    )
    assert max(tuned) < min(untuned)


def test_the_models_carry_their_threshold() -> None:
    models, measure, rated = train([_seen(number) for number in range(12)], "participates")
    assert models["participates"].weights[THRESHOLD] == measure.threshold
    assert measure.recall == 1.0
    assert all(right and chance >= measure.threshold for chance, right in rated)


@given(st.lists(st.tuples(st.floats(0.001, 0.999), st.booleans()), max_size=30))
def test_no_other_threshold_is_much_better_and_no_higher_one_as_good(
    chances: list[tuple[float, bool]],
) -> None:
    known = max(1, sum(right for _, right in chances))
    found = best(chances, known)
    for least, _ in chances:
        taken = [right for chance, right in chances if chance >= least]
        f1 = 2 * sum(taken) / (len(taken) + known)
        assert f1 <= found.f1 + LEVEL + 1e-9
        assert least <= found.threshold + 0.001 or f1 < found.f1 + LEVEL + 1e-9
