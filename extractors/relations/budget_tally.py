"""Which bundles of sums add up to another: a whole and what it is spent on, or who pays it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from extractors.reading import Reading, once
from extractors.relations.budget_amounts import Bundle, bundles
from graph.model import BudgetKind

_MOST = 12
"""How many parts a whole may have."""
_REACH = 6
"""How many paragraphs of a list a whole's parts may fill."""


@dataclass(frozen=True, slots=True)
class Tally:
    """A bundle that others add up to, by where they start; `ahead` where it stands before them."""

    whole: int
    parts: tuple[int, ...]
    ahead: bool


@once
def tallies(reading: Reading) -> Mapping[int, Tally]:
    """The tally that each bundle of an article is the whole or a part of, by where it starts."""
    found = [one for sentence in reading.document.sentences for one in bundles(reading, sentence)]
    amounts = [_amount(bundle) for bundle in found]
    told: dict[int, Tally] = {}
    for number, bundle in enumerate(found):
        for ahead in (False, True):
            rest = range(number + 1, len(found)) if ahead else range(number - 1, -1, -1)
            parts = _parts(found, amounts, number, rest)
            if parts and bundle.start not in told:
                tally = Tally(bundle.start, parts, ahead)
                told.update(dict.fromkeys(parts, tally))
                told[bundle.start] = tally
    return told


def _parts(
    found: Sequence[Bundle], amounts: Sequence[int], whole: int, rest: Sequence[int]
) -> tuple[int, ...]:
    """Where the next bundles start, if two or more of them add up to `whole`."""
    left, taken = amounts[whole], list[int]()
    for number in islice(rest, _MOST):
        left -= amounts[number]
        apart = abs(found[number].sentence.paragraph - found[whole].sentence.paragraph)
        if left < 0 or amounts[number] <= 0 or apart > _REACH:
            break
        taken.append(found[number].start)
        if left == 0 and len(taken) > 1:
            return tuple(taken)
    return ()


def _amount(bundle: Bundle) -> int:
    """What a bundle comes to: its total, or its shares together; 0 where it has two totals."""
    totals = [item.money.amount for item in bundle.sums if item.kind is not BudgetKind.SHARE]
    if not totals:
        return sum(item.money.amount for item in bundle.sums)
    return totals[0] if len(totals) == 1 else 0
