"""What other claims say of an entity, for what is weighed knowing them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractors.relations.demonstratives import settle
from extractors.relations.part_of import proposed, seen
from extractors.relations.sayings import Sayings, sayings_of
from extractors.relations.wholes import Wholes
from graph.kinds import BudgetKind, Funder, Milestone
from graph.model import Budget, Evidence, Located, Status
from graph.values import Money
from tests.extractors.relations.told import reading_of

SAID = Evidence("말", "test", 0.9)
CLAIMS = (
    Budget("단지", Money(900), BudgetKind.TOTAL, SAID),
    Budget("센터", Money(90), BudgetKind.SHARE, SAID, Funder.CITY),
    Budget(None, Money(5), BudgetKind.TOTAL, SAID),
    Status("센터", Milestone.STARTED, SAID),
    Located("센터", "나래시", SAID),
)


def test_every_claim_is_a_sign_of_what_it_is_about() -> None:
    said = sayings_of(CLAIMS)
    assert said.of("센터") == {"budget share", "paid by city", "status started", "placed"}
    assert said.of("단지") == {"budget total"}
    assert not said.of("나래시")


def test_of_two_projects_the_one_with_the_larger_sum_costs_more() -> None:
    said = sayings_of(CLAIMS)
    assert said.compared("센터", "단지") == "less"
    assert said.compared("단지", "센터") == "more"
    assert said.compared("단지", "단지") == "same"
    assert said.compared("센터", "나래시") == "known True False"


@given(st.integers(1, 10**15), st.integers(1, 10**15))
def test_less_one_way_is_never_less_the_other_way(one: int, other: int) -> None:
    said = Sayings({}, {"a": one, "b": other})
    assert {said.compared("a", "b"), said.compared("b", "a")} != {"less"}


def test_a_part_is_weighed_knowing_what_it_and_its_whole_cost() -> None:
    reading = settle(
        reading_of("‘갈대 단지’에 ‘억새 센터’가 들어선다.", project="갈대 단지, 억새 센터")
    )
    claims = [
        Budget("갈대 단지", Money(900), BudgetKind.TOTAL, SAID),
        Budget("억새 센터", Money(90), BudgetKind.TOTAL, SAID),
    ]
    signs = dict(seen(Wholes(reading, claims), proposed(reading)))["억새 센터", "갈대 단지"]
    assert {"costs less", "p says budget total", "both say budget total"} <= signs
