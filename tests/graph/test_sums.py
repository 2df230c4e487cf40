"""No money is counted twice: not a share, not a phase, not a copy, not a former total."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Budget, BudgetKind, Claim, Extraction, PartOf
from graph.sums import Sum, sum_of
from graph.view import View
from tests.graph.examples import REFERENCES, budget, project, proof, read

NAMES = {"w": "실증단지 조성", "a": "금속소재 기반", "b": "극한소재 기반", "c": "시험 생산동"}
PATHS = {key: f"project/{name.replace(' ', '')}" for key, name in NAMES.items()}
KEYS = {path: key for key, path in PATHS.items()}


def says(*claims: Claim, published: str = "2024-01-01", article: str = "one") -> Extraction:
    return read(article, [project(key, name) for key, name in NAMES.items()], claims, published)


def part(one: str, whole: str) -> PartOf:
    return PartOf(one, whole, proof())


def summed(*claims: Claim, of: str = "wabc", more: tuple[Extraction, ...] = ()) -> Sum:
    view = View.of([says(*claims), *more], REFERENCES)
    chosen = [one for one in view.projects if KEYS[one.entity.path] in of]
    return sum_of(view, chosen)


def counted(found: Sum) -> str:
    return "".join(KEYS[path] for path in found.counted)


def test_a_whole_with_a_total_stands_for_its_parts_at_any_depth() -> None:
    found = summed(
        budget("w", 100), budget("a", 60), budget("c", 50), part("a", "w"), part("c", "a")
    )
    assert (found.won, counted(found)) == (100, "w")
    assert found.within == {PATHS["a"]: PATHS["w"], PATHS["c"]: PATHS["w"]}
    assert found.without == (PATHS["b"],)


def test_parts_count_where_the_whole_has_no_total() -> None:
    found = summed(budget("a", 60), budget("b", 30), part("a", "w"), part("b", "w"))
    assert (found.won, counted(found)) == (90, "ab")


def test_a_share_of_the_whole_is_no_total_of_it() -> None:
    found = summed(budget("w", 40, BudgetKind.SHARE), budget("a", 60), part("a", "w"))
    assert (found.won, counted(found)) == (60, "a")


def test_a_part_counts_where_its_whole_is_not_asked_for() -> None:
    found = summed(budget("w", 100), budget("a", 60), part("a", "w"), of="a")
    assert (found.won, found.within) == (60, {})


def test_a_part_of_a_part_that_is_not_asked_for_is_still_in_the_whole() -> None:
    claims = (budget("w", 100), budget("c", 50), part("a", "w"), part("c", "a"))
    assert summed(*claims, of="wc").won == 100


def test_shares_years_former_totals_and_repeats_add_nothing() -> None:
    newer = says(budget("w", 80), published="2025-01-01", article="two")
    again = says(budget("w", 80), published="2025-01-01", article="three")
    found = summed(
        budget("w", 100),
        budget("w", 70, BudgetKind.SHARE),
        budget("w", 10, BudgetKind.ANNUAL),
        more=(newer, again),
    )
    assert found.won == 80


def test_what_is_part_of_two_wholes_is_left_out_once() -> None:
    found = summed(
        budget("w", 100), budget("a", 60), budget("c", 50), part("c", "w"), part("c", "a")
    )
    assert (found.won, counted(found)) == (160, "wa")
    assert found.within == {PATHS["c"]: PATHS["w"]}


def test_in_a_circle_the_largest_counts_and_what_lies_in_it_does_not() -> None:
    circle = (part("w", "a"), part("a", "b"), part("b", "w"), part("c", "b"))
    sums = [budget("w", 10), budget("a", 30), budget("b", 20), budget("c", 90)]
    assert counted(summed(*sums, *circle)) == "a"


def test_money_for_something_unnamed_is_in_no_sum() -> None:
    assert summed(budget(None, 10**12), budget("w", 1)).won == 1


def test_foreign_money_is_in_no_sum_and_no_projects_cost_nothing() -> None:
    assert summed(of="").won == 0
    assert summed(budget("w", 5, BudgetKind.OTHER)).won == 0


@pytest.mark.parametrize("order", list(permutations("abc")))
def test_the_order_of_projects_does_not_matter(order: tuple[str, ...]) -> None:
    claims = (budget("a", 60), budget("b", 60), budget("c", 5), part("c", "b"), part("b", "c"))
    view = View.of([says(*claims)], REFERENCES)
    projects = {KEYS[one.entity.path]: one for one in view.projects}
    found = sum_of(view, [projects[key] for key in order])
    assert (found.won, counted(found)) == (120, "ba"), "of equal sums the first by path"


@given(
    st.lists(st.tuples(st.sampled_from("wabc"), st.sampled_from("wabc")), max_size=6).map(
        lambda pairs: list(dict.fromkeys(pair for pair in pairs if pair[0] != pair[1]))
    ),
    st.dictionaries(st.sampled_from("wabc"), st.integers(1, 9), min_size=1),
)
def test_something_always_counts_and_never_a_thing_with_what_it_is_in(
    pairs: list[tuple[str, str]], amounts: dict[str, int]
) -> None:
    claims: list[Budget | PartOf] = [budget(key, won) for key, won in amounts.items()]
    found = summed(*claims, *(part(*pair) for pair in pairs))
    assert found.counted
    assert found.won == sum(amounts[key] for key in counted(found))
    assert {*found.counted, *found.within} == {PATHS[key] for key in amounts}
    for one, whole in pairs:
        assert not {PATHS[one], PATHS[whole]} <= set(found.counted)
