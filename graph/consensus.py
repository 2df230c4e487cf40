"""Which of several sums and statuses of one project is told first. Here alone it is decided.

Sums: a whole cost (`total`) before an investment, aid, one year's money, money secured, and a
share only where nothing else is known; among equals the article that appeared last, then the surer
reading, then the sum that stands later in the article, where news tells the newer figure.
Everything else is kept and told beside it. Exports, sales and wishes (`other`) are never accepted.

Statuses: of what has come about, not of what was scheduled, the latest by its own day, or by the
article's where the text gives none; among equals the step that comes later in a project's life.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Budget, BudgetKind, Milestone, Status
from graph.statements import Statement

PREFERENCE: tuple[BudgetKind, ...] = (
    BudgetKind.TOTAL,
    BudgetKind.INVESTMENT,
    BudgetKind.SUPPORT,
    BudgetKind.ANNUAL,
    BudgetKind.SECURED,
    BudgetKind.SHARE,
)

_STEPS = tuple(Milestone)


def ranked_budgets(statements: Iterable[Statement]) -> list[Statement]:
    """A project's sums in won, the accepted one first; foreign money and `other` left out."""
    return sorted(
        (
            statement
            for statement in statements
            if isinstance(statement.claim, Budget)
            and statement.claim.kind in PREFERENCE
            and statement.claim.money.krw is not None
        ),
        key=_order,
    )


def ranked_statuses(statements: Iterable[Statement]) -> list[Statement]:
    """What a project or event has come to, the accepted status first; the scheduled left out."""
    return sorted(
        (
            statement
            for statement in statements
            if isinstance(statement.claim, Status) and not statement.claim.scheduled
        ),
        key=_status_order,
        reverse=True,
    )


def _status_order(statement: Statement) -> tuple[object, ...]:
    claim, published = statement.claim, statement.article.published
    assert isinstance(claim, Status)
    day = claim.date or published
    return (
        day.last_day.ordinal if day else 0,
        published.ordinal if published else 0,
        _STEPS.index(claim.status),
        claim.evidence.confidence,
        statement.id,
    )


def _order(statement: Statement) -> tuple[object, ...]:
    claim = statement.claim
    assert isinstance(claim, Budget)
    span = claim.evidence.span
    published = statement.article.published
    return (
        PREFERENCE.index(claim.kind),
        -published.last_day.ordinal if published else 0,
        -claim.evidence.confidence,
        -span.start if span else 0,
        -claim.money.amount,
        statement.article.id,
    )
