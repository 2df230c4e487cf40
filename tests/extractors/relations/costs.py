"""What made-up sentences cost: their budgets in short, and the owners that rules tell."""

from __future__ import annotations

from extractors.relations.budgets import ruled_sums
from extractors.relations.demonstratives import settle
from graph.model import Budget
from tests.extractors.relations.told import claims_of, reading_of

EOK = 10**8


def sums(text: str, **named: str) -> set[tuple[str | None, int, str, str | None]]:
    """The project, hundred millions, kind and payer of each budget."""
    return {
        (budget.project, budget.money.amount // EOK, budget.kind.value, budget.source)
        for budget in claims_of(Budget, text, **named)
    }


def ruled(text: str, **named: str) -> list[str | None]:
    """The owners that the rules alone tell, "?" where they tell none."""
    found = ruled_sums(settle(reading_of(text, **named)))
    return [owner.project if owner else "?" for _, owner in found]
