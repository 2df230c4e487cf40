"""Each clause of the consensus rule decides, and only where those before it do not."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.consensus import PREFERENCE, ranked_budgets, ranked_statuses
from graph.model import Article, Budget, BudgetKind, Milestone, Span, Status
from graph.statements import Statement
from graph.values import Money, PartialDate
from tests.graph.examples import TEXT, budget, proof


def _told(claim: Budget | Status, published: str = "", article: str = "a") -> Statement:
    day = PartialDate.parse(published) if published else None
    return Statement(Article(article, published=day), 0, claim, {"project": ("project/p",)})


def _first(*statements: Statement) -> Statement:
    first = ranked_budgets(statements)[0]
    assert ranked_budgets(statements[::-1])[0] == first
    return first


@pytest.mark.parametrize(("better", "worse"), list(pairwise(PREFERENCE)))
def test_a_kind_goes_before_the_next_even_if_older_and_smaller(
    better: BudgetKind, worse: BudgetKind
) -> None:
    old = _told(budget("p", 1, better, confidence=0.1), "2001")
    new = _told(budget("p", 10**12, worse), "2025-01-01")
    assert _first(new, old) is old


def test_the_order_of_kinds_is_that_of_the_rule() -> None:
    assert [kind.value for kind in PREFERENCE] == [
        "total",
        "investment",
        "support",
        "annual",
        "secured",
        "share",
    ]


def test_the_newest_article_goes_first_however_unsure() -> None:
    old = _told(budget("p", 10), "2024-05-01")
    new = _told(budget("p", 5, confidence=0.2), "2024-05-02", article="b")
    assert _first(old, new) is new


def test_an_article_without_a_day_goes_last() -> None:
    dated, undated = _told(budget("p", 5), "1990"), _told(budget("p", 10))
    assert _first(undated, dated) is dated


def test_of_one_day_the_surer_reading_goes_first() -> None:
    sure = _told(budget("p", 5, confidence=0.9, span=Span.of(TEXT, 0, 3)), "2024")
    unsure = _told(budget("p", 10, confidence=0.8, span=Span.of(TEXT, 9, 12)), "2024")
    assert _first(unsure, sure) is sure


def test_of_equally_sure_readings_the_later_in_the_article_goes_first() -> None:
    early = _told(budget("p", 10, span=Span.of(TEXT, 0, 3)), "2024")
    late = _told(budget("p", 5, span=Span.of(TEXT, 9, 12)), "2024")
    assert _first(early, late) is late


def test_what_is_still_equal_is_decided_by_amount_and_article() -> None:
    small, large = _told(budget("p", 5)), _told(budget("p", 10), article="b")
    assert _first(small, large) is large
    same = _told(budget("p", 10), article="c")
    assert _first(large, same) is large


def test_other_sums_foreign_money_and_other_claims_are_never_accepted() -> None:
    dollars = dataclasses.replace(budget("p", 1), money=Money(10, "USD"))
    statements = [
        _told(budget("p", 10**12, BudgetKind.OTHER)),
        _told(dollars),
        _told(Status("p", Milestone.OPENED, proof())),
    ]
    assert ranked_budgets(statements) == []
    total = _told(budget("p", 1))
    assert ranked_budgets([*statements, total]) == [total]


@given(
    st.lists(
        st.builds(
            _told,
            st.builds(budget, st.just("p"), st.integers(1, 3), st.sampled_from(BudgetKind)),
            st.sampled_from(["", "2023", "2024-02"]),
            st.sampled_from(["a", "b"]),
        ),
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_every_accepted_sum_is_kept_in_an_order_that_is_always_the_same(
    statements: list[Statement], random: Random
) -> None:
    ranked = ranked_budgets(statements)
    shuffled = list(statements)
    random.shuffle(shuffled)
    assert ranked_budgets(shuffled) == ranked
    kept = [s for s in statements if isinstance(s.claim, Budget) and s.claim.kind != "other"]
    assert len(ranked) == len(kept)


def _reached(step: Milestone, published: str, date: str = "", article: str = "a") -> Statement:
    day = PartialDate.parse(date) if date else None
    return _told(Status("p", step, proof(), date=day), published, article)


def test_the_status_that_came_about_last_goes_first_whenever_it_was_told() -> None:
    done = _reached(Milestone.COMPLETED, "2025-03-19", "2025-03-18")
    begun = _reached(Milestone.STARTED, "2025-06-01", "2023-11-09")
    assert ranked_statuses([begun, done]) == ranked_statuses([done, begun]) == [done, begun]


def test_a_status_without_a_day_counts_from_its_article() -> None:
    undated = _reached(Milestone.UNDER_WAY, "2024-05-01")
    dated = _reached(Milestone.DESIGNATED, "2024-06-01", "2023-12")
    assert ranked_statuses([dated, undated])[0] is undated


def test_of_one_day_the_later_step_goes_first() -> None:
    begun, opened = (_reached(step, "2024-05-01") for step in (Milestone.STARTED, Milestone.OPENED))
    assert ranked_statuses([begun, opened])[0] is opened


def test_what_was_only_scheduled_is_no_status() -> None:
    scheduled = Status("p", Milestone.COMPLETED, proof(), scheduled=True)
    assert ranked_statuses([_told(scheduled, "2024")]) == []
