"""Which of several values of one thing is told first, and what the others are to it. Here alone.

**One value.** Sums of one kind that are equal are one value, and so is a sum with its
approximation: one that is written with fewer digits (`447억` for `447억5000만`) and lies within one
unit of its last digit and within 1 %, or 5 % where the text hedges. The exact form is shown. How
many independent voices tell a value, and how sure that makes it, is in `graph.support`.

**Sums**, in this order: what was likelier read rightly than not (belief 0.5) before the rest; a
whole cost (`total`) before an investment, aid, one year's money, money secured, and a share only
where nothing else is known; the value that an independent voice told last (a near-copy is no
news); the one that more voices tell; the original's before its copy's; the surer reading; the one
told with more digits, before a round one (`3500억대`); the one that stands later in its article,
where news tells the newer figure. Exports, sales and wishes (`other`) and foreign money are never
accepted.

**The others** are kept and told beside it. *Superseded* is a value of the same kind that nobody
told as late as the accepted one without telling that one too; *conflicting* one that was told at
the same time: on the same day, by the same voice, or in an article without a day. A *part* is a
share, one year's money or money secured of a total that is not smaller, or a phase's own sum;
*other* is what cannot be compared.

**Statuses.** Of what has come about, not of what was scheduled, the latest by its own day, or by
its article's where none is told; among equals the step that comes later in a project's life. What
happens once (designated, started, completed, opened, cancelled) has one day: the one that most
voices tell, then the one told last, and of near-copies the original's. `2019-07` and `2019-07-23`
are one day, told less and more exactly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from graph.model import Budget, BudgetKind, Milestone, Status
from graph.statements import Statement
from graph.support import ALL_INDEPENDENT, Told, Voices, day_of, first_days, told, voice_of
from graph.values import Money, PartialDate

PREFERENCE: tuple[BudgetKind, ...] = (
    BudgetKind.TOTAL,
    BudgetKind.INVESTMENT,
    BudgetKind.SUPPORT,
    BudgetKind.ANNUAL,
    BudgetKind.SECURED,
    BudgetKind.SHARE,
)
LIKELY = 0.5
"""A sum that is less likely to have been read rightly comes behind all others."""
PARTS_OF_A_TOTAL = frozenset({BudgetKind.SHARE, BudgetKind.ANNUAL, BudgetKind.SECURED})
ONCE = frozenset(
    {
        Milestone.DESIGNATED,
        Milestone.STARTED,
        Milestone.COMPLETED,
        Milestone.OPENED,
        Milestone.CANCELLED,
    }
)

_ROUNDED_PERCENT, _HEDGED_PERCENT = 1, 5
_NEVER = PartialDate(9999).last_day.ordinal
_STEPS = tuple(Milestone)


class Standing(StrEnum):
    """What a value is to the accepted one."""

    SUPERSEDED = "superseded"
    CONFLICTING = "conflicting"
    PART = "part"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Other:
    """A value beside the accepted one, and what it is to it."""

    told: Told
    standing: Standing


def told_budgets(statements: Iterable[Statement], voices: Voices = ALL_INDEPENDENT) -> list[Told]:
    """A project's sums in won as values, the accepted one first; no foreign money, no `other`.

    Within a value the statement to show comes first: the most exact, then the newest.
    """
    accepted = [statement for statement in statements if _acceptable(statement)]
    values: dict[tuple[object, ...], list[list[Statement]]] = defaultdict(list)
    for statement in sorted(accepted, key=_exact_first):
        rivals = values[_comparable(_budget(statement))]
        near = next((value for value in rivals if _is_told_by(statement, value[0])), None)
        if near is None:
            rivals.append([statement])
        else:
            near.append(statement)
    days = first_days(accepted, voices)
    found = [
        told(sorted(value, key=partial(_shown_first, value[0], voices, days)), voices, days)
        for rivals in values.values()
        for value in rivals
    ]
    return sorted(found, key=_order)


def ranked_budgets(
    statements: Iterable[Statement], voices: Voices = ALL_INDEPENDENT
) -> list[Statement]:
    """The statements of a project's sums, value by value, the accepted one first."""
    return [one for value in told_budgets(statements, voices) for one in value.statements]


def others_beside(values: Sequence[Told]) -> tuple[Other, ...]:
    """Of a project's sums, the accepted one first, what each of the others is to it."""
    return tuple(Other(value, standing(value, values[0])) for value in values[1:])


def standing(value: Told, accepted: Told) -> Standing:
    """What a sum is to the accepted sum of its project."""
    claim, chosen = _budget(value.first), _budget(accepted.first)
    if claim.kind in PARTS_OF_A_TOTAL and chosen.kind is BudgetKind.TOTAL:
        if claim.money.amount <= chosen.money.amount:
            return Standing.PART
    elif _comparable(claim) != _comparable(chosen):
        return Standing.OTHER
    return by_time(value, accepted)


def by_time(value: Told, accepted: Told) -> Standing:
    """Whether the accepted value has taken another's place, or stands against it."""
    alone = [day for voice, day in value.days.items() if voice not in accepted.days]
    if alone and all(alone) and max(alone) < accepted.newest:
        return Standing.SUPERSEDED
    return Standing.CONFLICTING


def told_statuses(statements: Iterable[Statement], voices: Voices = ALL_INDEPENDENT) -> list[Told]:
    """What a project or event has come to as values, the accepted first; the scheduled left out.

    A value is a milestone with its day. Days that contradict the accepted day of what happens only
    once come last.
    """
    reached: dict[Milestone, list[Statement]] = defaultdict(list)
    for statement in statements:
        if isinstance(statement.claim, Status) and not statement.claim.scheduled:
            reached[statement.claim.status].append(statement)
    spoken = first_days((one for found in reached.values() for one in found), voices)
    settled: list[Told] = []
    contradicted: list[Told] = []
    for milestone, found in reached.items():
        days = _days_of(found, voices, spoken)
        if milestone in ONCE:
            days.sort(key=_better_day, reverse=True)
            contradicted += days[1:]
            days = days[:1]
        settled += days
    return [
        *sorted(settled, key=_status_order, reverse=True),
        *sorted(contradicted, key=_status_order, reverse=True),
    ]


def told_schedules(
    statements: Iterable[Statement], voices: Voices = ALL_INDEPENDENT
) -> list[list[Told]]:
    """What was announced of a project, milestone by milestone: its days, the one that holds first.

    The day that a voice told last holds; of near-copies the original's.
    """
    announced: dict[Milestone, list[Statement]] = defaultdict(list)
    for statement in statements:
        if isinstance(statement.claim, Status) and statement.claim.scheduled:
            announced[statement.claim.status].append(statement)
    spoken = first_days((one for found in announced.values() for one in found), voices)
    return [
        sorted(_days_of(announced[step], voices, spoken), key=_latest_word, reverse=True)
        for step in _STEPS
        if step in announced
    ]


def ranked_statuses(
    statements: Iterable[Statement], voices: Voices = ALL_INDEPENDENT
) -> list[Statement]:
    """The statements of what a project has come to, value by value, the accepted one first."""
    return [one for value in told_statuses(statements, voices) for one in value.statements]


def is_less_exact(money: Money, exact: Money) -> bool:
    """Whether a sum may be another one told with fewer digits.

    >>> is_less_exact(Money(44_700_000_000), Money(44_750_000_000))
    True
    >>> is_less_exact(Money(400_000_000_000), Money(434_300_000_000))
    False
    """
    unit, finer = _unit(money.amount), _unit(exact.amount)
    percent = _HEDGED_PERCENT if money.approximation else _ROUNDED_PERCENT
    difference = abs(money.amount - exact.amount)
    return unit > finer and difference < unit and difference * 100 <= exact.amount * percent


def _acceptable(statement: Statement) -> bool:
    claim = statement.claim
    return isinstance(claim, Budget) and claim.kind in PREFERENCE and claim.money.krw is not None


def _budget(statement: Statement) -> Budget:
    assert isinstance(statement.claim, Budget)
    return statement.claim


def _comparable(claim: Budget) -> tuple[object, ...]:
    """Sums that are alike in this are rivals. A total is one, whatever years it is told for."""
    if claim.kind is BudgetKind.TOTAL:
        return (claim.kind,)
    return (claim.kind, claim.source, claim.period)


def _unit(amount: int) -> int:
    """The worth of the last digit that is not nought: 100 of 1700."""
    unit = 1
    while amount % (unit * 10) == 0:
        unit *= 10
    return unit


def _digits(amount: int) -> int:
    """How many digits a sum is told with: 3 of 1,230,000."""
    return len(str(amount // _unit(amount)))


def _is_told_by(statement: Statement, exact: Statement) -> bool:
    money, other = _budget(statement).money, _budget(exact).money
    return money.amount == other.amount or is_less_exact(money, other)


def _exact_first(statement: Statement) -> tuple[object, ...]:
    money = _budget(statement).money
    return (_unit(money.amount), -day_of(statement), -money.amount, statement.id)


def _shown_first(
    exact: Statement, voices: Voices, days: Mapping[str, int], statement: Statement
) -> tuple[object, ...]:
    """The exact form; of it the newest voice; of a voice its first article; then the surer."""
    return (
        _budget(statement).money.amount != _budget(exact).money.amount,
        *_newest_first(statement, voices, days),
    )


def _newest_first(
    statement: Statement, voices: Voices, days: Mapping[str, int]
) -> tuple[object, ...]:
    evidence = statement.claim.evidence
    return (
        -days[voice_of(statement, voices)],
        _earliest(statement),
        -evidence.confidence,
        -(evidence.span.start if evidence.span else 0),
        statement.article.id,
        statement.index,
    )


def _earliest(statement: Statement) -> int:
    """Orders a voice's articles: the original before its copies, and those without a day last."""
    return day_of(statement) or _NEVER


def _order(value: Told) -> tuple[object, ...]:
    first = value.first
    claim, span = _budget(first), first.claim.evidence.span
    return (
        value.belief < LIKELY,
        PREFERENCE.index(claim.kind),
        -value.newest,
        -value.support,
        _earliest(first),
        -max(value.sureness.values()),
        -_digits(claim.money.amount),
        -(span.start if span else 0),
        -first.index,
        -claim.money.amount,
        first.article.id,
    )


def _days_of(
    statements: Sequence[Statement], voices: Voices, days: Mapping[str, int]
) -> list[Told]:
    """One milestone's statements by the day that they tell.

    What happens once and is told without a day is what the others tell with theirs.
    """
    found: list[list[Statement]] = []
    for statement in sorted(statements, key=_exact_day_first):
        same = next((known for known in found if _is_same_day(statement, known[0])), None)
        if same is None:
            found.append([statement])
        else:
            same.append(statement)
    return [
        told(sorted(day, key=partial(_exact_day_shown, day[0], voices, days)), voices, days)
        for day in found
    ]


def _status(statement: Statement) -> Status:
    assert isinstance(statement.claim, Status)
    return statement.claim


def _is_same_day(statement: Statement, exact: Statement) -> bool:
    claim, other = _status(statement), _status(exact)
    if claim.date is None:
        return other.date is None or claim.status in ONCE
    return other.date is not None and claim.date.covers(other.date)


def _exact_day_first(statement: Statement) -> tuple[object, ...]:
    date = _status(statement).date
    return (
        (0, 0) if date is None else (-bool(date.day), -bool(date.month)),
        date is None,
        -day_of(statement),
        str(date),
        statement.id,
    )


def _exact_day_shown(
    exact: Statement, voices: Voices, days: Mapping[str, int], statement: Statement
) -> tuple[object, ...]:
    return (
        _status(statement).date != _status(exact).date,
        *_newest_first(statement, voices, days),
    )


def _better_day(value: Told) -> tuple[object, ...]:
    return (value.support, value.newest, -_earliest(value.first), *_status_order(value))


def _latest_word(value: Told) -> tuple[object, ...]:
    return (value.newest, -_earliest(value.first), value.support, *_status_order(value))


def _status_order(value: Told) -> tuple[object, ...]:
    first = value.first
    claim, published = _status(first), first.article.published
    day = claim.date or published
    return (
        day.last_day.ordinal if day else 0,
        published.ordinal if published else 0,
        _STEPS.index(claim.status),
        claim.evidence.confidence,
        first.id,
    )
