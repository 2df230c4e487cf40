"""Each clause of the consensus rule decides, and only where those before it do not."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.consensus import (
    PREFERENCE,
    Standing,
    others_beside,
    ranked_budgets,
    ranked_statuses,
    told_budgets,
    told_statuses,
)
from graph.model import Article, Budget, BudgetKind, Funder, Milestone, Span, Status
from graph.statements import Statement
from graph.support import ALL_INDEPENDENT, Told, Voices
from graph.values import Approximation, Money, PartialDate, Period
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
    old = _told(budget("p", 1, better, confidence=0.5), "2001")
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


def test_the_newest_article_goes_first_where_it_was_likely_read_rightly() -> None:
    old = _told(budget("p", 10), "2024-05-01")
    new = _told(budget("p", 5, confidence=0.5), "2024-05-02", article="b")
    assert _first(old, new) is new


def test_a_sum_that_was_likely_read_wrongly_goes_last() -> None:
    doubtful = _told(budget("p", 5, BudgetKind.TOTAL, confidence=0.49), "2025")
    sure = _told(budget("p", 10, BudgetKind.SHARE), "2001", article="b")
    assert _first(doubtful, sure) is sure


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


def _values(*statements: Statement, copies: Voices = ALL_INDEPENDENT) -> list[tuple[int, int]]:
    """Amount and support of each value, the accepted one first."""
    turned = told_budgets(statements[::-1], copies)
    assert turned == told_budgets(statements, copies)
    return [(_won(value), value.support) for value in turned]


def _won(value: Told) -> int:
    claim = value.first.claim
    assert isinstance(claim, Budget)
    return claim.money.amount


def _standings(*statements: Statement, copies: Voices = ALL_INDEPENDENT) -> list[Standing]:
    return [other.standing for other in others_beside(told_budgets(statements, copies))]


def test_a_copy_is_no_news_and_no_second_voice() -> None:
    original = _told(budget("p", 10), "2022-03-31")
    newer = _told(budget("p", 20), "2022-04-01", "b")
    copy = _told(budget("p", 10), "2022-04-02", "c")
    assert _values(original, newer, copy) == [(10, 2), (20, 1)]
    assert _values(original, newer, copy, copies={"a": "a", "c": "a"}) == [(20, 1), (10, 1)]


def test_where_a_copy_differs_the_original_is_told_first_and_they_conflict() -> None:
    original = _told(budget("p", 10), "2022-03-31")
    copy = _told(budget("p", 20), "2022-04-01", "b")
    voices = {"a": "a", "b": "a"}
    assert _values(original, copy, copies=voices) == [(10, 1), (20, 1)]
    assert _standings(original, copy, copies=voices) == [Standing.CONFLICTING]
    assert _standings(original, copy) == [Standing.SUPERSEDED]


def test_on_one_day_more_voices_go_first() -> None:
    one, two = (_told(budget("p", 10, confidence=0.5), "2024", name) for name in "ab")
    other = _told(budget("p", 20), "2024", "c")
    assert _values(other, one, two) == [(10, 2), (20, 1)]


@pytest.mark.parametrize(
    ("short", "exact", "same"),
    [
        (44_700_000_000, 44_750_000_000, True),
        (33_500_000_000, 33_550_000_000, True),
        (434_300_000_000, 462_950_000_000, False),
        (430_000_000_000, 411_900_000_000, False),
        (400_000_000_000, 434_300_000_000, False),
        (70_000_000_000, 70_000_000_001, True),
    ],
)
def test_a_sum_with_fewer_digits_is_the_exact_one_which_is_shown(
    short: int,
    exact: int,
    same: bool,  # noqa: FBT001
) -> None:
    old, new = _told(budget("p", exact), "2023"), _told(budget("p", short), "2025", "b")
    expected = [(exact, 2)] if same else [(short, 1), (exact, 1)]
    assert _values(old, new) == expected


def test_a_hedged_sum_may_be_further_off() -> None:
    exact = _told(budget("p", 354_100_000_000), "2023")
    round_sum = Money(340_000_000_000)
    plain = dataclasses.replace(budget("p", 1), money=round_sum)
    hedged = dataclasses.replace(
        plain, money=dataclasses.replace(round_sum, approximation=Approximation.ABOUT)
    )
    assert len(_values(exact, _told(plain, "2024", "b"))) == 2
    assert len(_values(exact, _told(hedged, "2024", "b"))) == 2
    near = dataclasses.replace(hedged.money, amount=350_000_000_000)
    assert _values(exact, _told(dataclasses.replace(plain, money=near), "2024", "b")) == [
        (354_100_000_000, 2)
    ]


def test_of_one_article_the_sum_with_more_digits_goes_before_a_round_one() -> None:
    plan = _told(budget("p", 406_100_000_000, span=Span.of(TEXT, 0, 3)), "2019")
    review = _told(budget("p", 350_000_000_000, span=Span.of(TEXT, 9, 12)), "2019")
    assert _first(review, plan) is plan


def test_of_one_quote_the_sum_that_is_told_later_goes_first() -> None:
    before = _told(budget("p", 3165, span=Span.of(TEXT, 0, 9)), "2025")
    now = dataclasses.replace(before, index=1, claim=budget("p", 2964, span=Span.of(TEXT, 0, 9)))
    assert _first(before, now) is now


def test_what_an_older_article_told_is_superseded() -> None:
    old, new = _told(budget("p", 10), "2020"), _told(budget("p", 20), "2023", "b")
    assert _standings(old, new) == [Standing.SUPERSEDED]


def test_a_newer_article_that_tells_the_old_sum_too_makes_it_no_conflict() -> None:
    old = _told(budget("p", 10), "2020")
    both = [_told(budget("p", won, confidence=0.5 + won / 100), "2023", "b") for won in (10, 20)]
    assert _values(old, *both)[0][0] == 10, "two voices"
    assert _standings(old, *both) == [Standing.CONFLICTING]
    told_last = [*both, _told(budget("p", 20), "2024", "c")]
    assert _standings(old, *told_last) == [Standing.SUPERSEDED]


@pytest.mark.parametrize("days", [("2023", "2023"), ("", "2023"), ("", "")])
def test_what_was_told_at_the_same_time_or_at_an_unknown_one_conflicts(
    days: tuple[str, str],
) -> None:
    one, other = (_told(budget("p", n + 1), day, f"a{n}") for n, day in enumerate(days))
    assert _standings(one, other) == [Standing.CONFLICTING]


def test_in_one_article_two_totals_conflict_until_a_newer_one_comes() -> None:
    two = [_told(budget("p", won), "2019") for won in (4061, 3500)]
    assert _standings(*two) == [Standing.CONFLICTING]
    newer = _told(budget("p", 4119), "2023", "b")
    assert _standings(*two, newer) == [Standing.SUPERSEDED, Standing.SUPERSEDED]


@pytest.mark.parametrize(
    ("kind", "won", "standing"),
    [
        (BudgetKind.SHARE, 5, Standing.PART),
        (BudgetKind.ANNUAL, 5, Standing.PART),
        (BudgetKind.SECURED, 10, Standing.PART),
        (BudgetKind.SHARE, 11, Standing.CONFLICTING),
        (BudgetKind.INVESTMENT, 5, Standing.OTHER),
        (BudgetKind.SUPPORT, 5, Standing.OTHER),
    ],
)
def test_another_kind_of_money_is_a_part_of_the_total_or_something_else(
    kind: BudgetKind, won: int, standing: Standing
) -> None:
    total, other = _told(budget("p", 10), "2023"), _told(budget("p", won, kind), "2023")
    assert _standings(total, other) == [standing]


def test_what_different_funders_or_years_pay_cannot_be_compared() -> None:
    city, state = (
        _told(dataclasses.replace(budget("p", won, BudgetKind.SHARE), source=funder), "2023")
        for won, funder in ((7, Funder.NATIONAL), (3, Funder.CITY))
    )
    assert _standings(city, state) == [Standing.OTHER]
    years = [
        _told(dataclasses.replace(budget("p", won, BudgetKind.ANNUAL), period=Period(y, y)), "2023")
        for won, y in ((7, 2022), (3, 2023))
    ]
    assert _standings(*years) == [Standing.OTHER]


def test_what_begins_once_began_on_the_day_that_most_voices_tell() -> None:
    original = _reached(Milestone.STARTED, "2022-03-31", "2022-01")
    copy = _reached(Milestone.STARTED, "2022-04-01", "2022-02", "b")
    voices = {"a": "a", "b": "a"}
    assert ranked_statuses([copy, original], voices) == [original, copy]
    later = _reached(Milestone.STARTED, "2025-08-22", "2022-01", "c")
    found = told_statuses([copy, original, later], voices)
    assert [value.support for value in found] == [2, 1]
    assert found[0].statements == (later, original)


def test_a_day_told_less_exactly_is_the_same_day() -> None:
    exact = _reached(Milestone.DESIGNATED, "2019-07-25", "2019-07-23")
    month = _reached(Milestone.DESIGNATED, "2023-08-03", "2019-07", "b")
    undated = _reached(Milestone.DESIGNATED, "2024-08-03", "", "c")
    (value,) = told_statuses([undated, month, exact])
    assert value.first is exact
    assert value.support == 3


def test_what_may_happen_again_has_as_many_days_as_are_told() -> None:
    cabinet = _reached(Milestone.APPROVED, "2025-10-21", "2025-08-18")
    committee = _reached(Milestone.APPROVED, "2025-10-21", "2025-08-22", "b")
    under_way = _reached(Milestone.UNDER_WAY, "2026-01-01", "", "c")
    assert ranked_statuses([cabinet, under_way, committee]) == [under_way, committee, cabinet]
