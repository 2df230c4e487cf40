"""Budgets: what a project costs, who pays which share, what firms invest.

`budget_amounts` says which sums are budgets and which belong together, `budget_projects` whose
they are; here the two meet, a period is found, and a sum that stands twice is kept once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.document import Sentence, Zone
from extractors.reading import Reading, once
from extractors.relations.budget_amounts import Bundle, Sum, bundles
from extractors.relations.budget_owner import Chooser
from extractors.relations.budget_projects import owner_of
from extractors.relations.budget_purse import (
    allotted,
    is_of_state,
    is_one_years,
    is_out_of,
    is_put_in,
    purse_of,
)
from extractors.relations.budget_scene import scene_of
from extractors.relations.budget_setting import Owner, shares_out
from extractors.relations.phrases import phrases
from extractors.relations.themes import themes_of
from extractors.relations.timeline import Timeline, timeline_of
from graph.model import Budget, BudgetKind, Funder
from graph.values import Period

_TERM = re.compile(r"(?:사업|추진|조성|공사|개발|운영) ?기간[은이]")
_LARGE = 10**11
"""From what on a headline leaves out the smaller units."""
_HEADLINES = frozenset({Zone.TITLE, Zone.SUBTITLE})


def relate(reading: Reading) -> Iterator[Budget]:
    """The budgets of an article, each sum once."""
    body: list[Budget] = []
    headlines: list[Budget] = []
    for budget, zone in _read(reading):
        (headlines if zone in _HEADLINES else body).append(budget)
    kept = _once(body)
    told = list(kept)
    for budget in _once(headlines):
        if budget.evidence.confidence >= 0.8 and not any(
            _rounds(budget.money.amount, other.money.amount)
            or (other.project == budget.project and _cuts(budget, other))
            for other in told
            if other.money.currency == budget.money.currency
        ):
            kept.append(budget)
    yield from kept


def _read(reading: Reading) -> Iterator[tuple[Budget, Zone]]:
    timeline = timeline_of(reading)
    for bundle, item, owner in owned_sums(reading):
        yield _budget(reading, timeline, bundle, item, owner), bundle.sentence.zone


def ruled_sums(reading: Reading) -> Iterator[tuple[Bundle, Owner | None]]:
    """Every bundle of sums that are budgets with the rules' choice of its owner, in order."""
    themes = themes_of(reading)
    last: Owner | None = None
    paragraph = -1
    for sentence in reading.document.sentences:
        if sentence.paragraph > paragraph + 1:
            last = None
        sums = bundles(reading, sentence)
        found = phrases(reading, sentence) if sums else ()
        for bundle in sums:
            owner = owner_of(reading, bundle, found, themes, last)
            if owner is not None and not bundle.only_shares:
                last, paragraph = owner, sentence.paragraph
            yield bundle, owner


@once
def _owned(reading: Reading) -> tuple[tuple[Bundle, Owner], ...]:
    chooser: Chooser | None = None
    found: list[tuple[Bundle, Owner]] = []
    for bundle, ruled in ruled_sums(reading):
        chooser = chooser or Chooser(scene_of(reading))
        owner = chooser.owner(bundle, ruled)
        if owner is not None:
            found.append((bundle, owner))
    return tuple(found)


def owned_sums(reading: Reading) -> Iterator[tuple[Bundle, Sum, Owner]]:
    """Every sum that is a budget with its bundle and its owner, in order of the text."""
    for bundle, owner in _owned(reading):
        if not shares_out(reading.document.text, bundle, owner):
            yield from ((bundle, item, owner) for item in bundle.sums)
            continue
        sums = bundle.sums if len(bundle.sums) > 1 else bundle.sums * len(owner.each)
        for item, project in zip(sums, owner.each, strict=True):
            yield bundle, item, replace(owner, project=project)


def _budget(
    reading: Reading,
    timeline: Timeline,
    bundle: Bundle,
    item: Sum,
    owner: Owner,
) -> Budget:
    kind, source, year = _purpose(reading, bundle, item, owner)
    period = year
    if period is None and (
        kind in {BudgetKind.TOTAL, BudgetKind.ANNUAL, BudgetKind.INVESTMENT}
        or (kind is BudgetKind.SHARE and len(bundle.sums) == 1)
    ):
        period = _period(timeline, bundle.sentence, item)
    if kind is BudgetKind.TOTAL and period is None:
        period = _told_beside(reading, timeline, bundle)
    if kind is BudgetKind.ANNUAL and period is None:
        period = _year(timeline, bundle.sentence, item) or timeline.budget_year
    return Budget(
        owner.project,
        item.money,
        kind,
        reading.evidence(
            owner.start,
            max(owner.end, item.end),
            f"budgets/{owner.rule}",
            owner.confidence,
            item.start,
        ),
        source=source,
        period=period,
    )


def _purpose(
    reading: Reading, bundle: Bundle, item: Sum, owner: Owner
) -> tuple[BudgetKind, Funder | None, Period | None]:
    """The kind and payer of a sum, and its year where the article's purse tells that."""
    kind, source = item.kind, item.source
    if kind is BudgetKind.TOTAL and allotted(reading, bundle.sentence, item):
        return BudgetKind.ANNUAL, source, None
    purse = purse_of(reading)
    national = source in {None, Funder.NATIONAL}
    if purse is not None and not owner.firm and national and is_out_of(reading, bundle, item):
        lone = kind is BudgetKind.SHARE and len(bundle.sums) == 1
        if kind is BudgetKind.TOTAL or lone:
            return purse.kind, purse.source, purse.year
        if kind in {BudgetKind.ANNUAL, BudgetKind.SECURED}:
            return kind, purse.source, purse.year
    if kind is BudgetKind.ANNUAL and _is_over_years(reading, bundle, item):
        kind = BudgetKind.TOTAL
    if kind is BudgetKind.TOTAL and not owner.firm and is_one_years(reading, bundle, item):
        return BudgetKind.ANNUAL, source, None
    if kind is BudgetKind.TOTAL and (
        owner.firm
        or (owner.project is None and _invests(reading, bundle))
        or is_put_in(reading, bundle, item)
    ):
        kind = BudgetKind.INVESTMENT
    if kind is BudgetKind.SECURED and source is None and "국비" in _lead(reading, item):
        source = Funder.NATIONAL
    if kind is BudgetKind.ANNUAL and source is None and is_of_state(reading, bundle, item):
        source = Funder.NATIONAL
    return kind, source, None


def _is_over_years(reading: Reading, bundle: Bundle, item: Sum) -> bool:
    """Whether a sum that was voted is told to be for several years: `2028년까지 쓸 40억원`."""
    period = _period(timeline_of(reading), bundle.sentence, item)
    return period is not None and period.end is not None and period.start != period.end


def _told_beside(reading: Reading, timeline: Timeline, bundle: Bundle) -> Period | None:
    """The period that a sentence beside tells as the project's: `사업 기간은 2028년까지다`."""
    sentences = reading.document.sentences
    here = reading.document.number_at(bundle.start)
    for number in (here - 1, here + 1):
        if not 0 <= number < len(sentences):
            continue
        beside = sentences[number]
        if beside.paragraph == bundle.sentence.paragraph and _TERM.search(
            reading.document.surface(beside)
        ):
            for span in timeline.within(beside.start, beside.end):
                if span.period is not None:
                    return span.period
    return None


def _invests(reading: Reading, bundle: Bundle) -> bool:
    words = reading.document.surface(bundle.sentence)
    return re.search(r"투자|기업|공장|협약", words) is not None and "국비" not in words


def _lead(reading: Reading, item: Sum) -> str:
    return reading.document.text[max(0, item.start - 12) : item.start]


def _period(timeline: Timeline, sentence: Sentence, item: Sum) -> Period | None:
    """The period of a sum's sentence: the nearest before the sum, else behind it."""
    spans = [
        span for span in timeline.within(sentence.start, sentence.end) if span.period is not None
    ]
    before = [span for span in spans if span.end <= item.start]
    if before:
        return before[-1].period
    behind = [span for span in spans if span.start >= item.end and span.start - item.end < 60]
    return behind[0].period if behind else None


def _year(timeline: Timeline, sentence: Sentence, item: Sum) -> Period | None:
    """The year that one year's money is for: the one named before it."""
    years = [
        span.date.year
        for span in timeline.within(sentence.start, item.start)
        if span.date is not None and not span.date.month
    ]
    return Period(years[-1], years[-1]) if years else None


_RANK = {BudgetKind.SHARE: 0, BudgetKind.TOTAL: 1, BudgetKind.INVESTMENT: 2, BudgetKind.ANNUAL: 3}


def _once(budgets: list[Budget]) -> list[Budget]:
    """One budget for each project and sum; one without a project gives way to one with it."""
    best: dict[tuple[str | None, int, str, Funder | None], Budget] = {}
    for budget in budgets:
        spot = (budget.project, budget.money.amount, budget.money.currency, budget.source)
        known = best.get(spot)
        if known is None:
            best[spot] = budget
        elif _RANK.get(budget.kind, 4) < _RANK.get(known.kind, 4):
            best[spot] = replace(budget, period=budget.period or known.period)
        elif known.period is None and budget.kind is known.kind and budget.period:
            best[spot] = replace(known, period=budget.period)
    owned = {spot[1:3] for spot in best if spot[0] is not None}
    return [
        budget
        for spot, budget in best.items()
        if spot[0] is not None or budget.kind is BudgetKind.SHARE or spot[1:3] not in owned
    ]


def _rounds(short: int, full: int) -> bool:
    """Whether a headline's sum is the body's, cut or rounded: `4629억` for 4,629.5억."""
    return short == full or abs(short - full) * 50 <= full


def _cuts(headline: Budget, body: Budget) -> bool:
    """Whether a headline's sum of one digit is the body's, cut farther: `3조` for 3조 4,000억."""
    short, full = headline.money.amount, body.money.amount
    unit = 10 ** (len(str(short)) - 1)
    return short >= _LARGE and short % unit == 0 and short <= full < short + unit
