"""Which of several sums for one project is told first. This is the one place that decides.

The rule: a whole cost (`total`) before an investment, aid, one year's money, money secured, and a
share only where nothing else is known; among equals the article that appeared last, then the surer
reading, then the sum that stands later in the article, where news tells the newer figure.
Everything else is kept and told beside it. Exports, sales and wishes (`other`) are never accepted.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Budget, BudgetKind
from graph.statements import Statement

PREFERENCE: tuple[BudgetKind, ...] = (
    BudgetKind.TOTAL,
    BudgetKind.INVESTMENT,
    BudgetKind.SUPPORT,
    BudgetKind.ANNUAL,
    BudgetKind.SECURED,
    BudgetKind.SHARE,
)


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
