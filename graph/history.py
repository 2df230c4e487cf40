"""What became of one thing: its sums, milestones, parts and leads as they became known, by a day.

Stand on a day with `view.as_of(day)`: it holds what had been published by then and nothing later.

**Overdue.** A milestone that was announced for a day which has passed, without an article that
confirms it, is overdue and not done. It is confirmed by a later article that tells the same
milestone or a later step of the project (`opened` confirms `completed`), unless that came about
before it was announced. Announced anew for another day, the former day is *moved*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.consensus import ONCE, Standing, by_time, standing
from graph.model import EntityType, Milestone, Part, Participates, Status
from graph.offices import Office, office_holders, offices
from graph.statements import Statement
from graph.support import Told, day_of, told
from graph.values import PartialDate
from graph.view import View

_STEPS = tuple(Milestone)


class State(StrEnum):
    """How far a milestone has come on a day."""

    REACHED = "reached"
    CONFLICTING = "conflicting"
    SUPERSEDED = "superseded"
    AHEAD = "ahead"
    OVERDUE = "overdue"
    CONFIRMED = "confirmed"
    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class SumTold:
    """A sum of a project; `standing` is what it is to the accepted one, None for that one."""

    told: Told
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Step:
    """A milestone of a project with its day, and how far it has come."""

    told: Told
    state: State

    @property
    def status(self) -> Status:
        """What is told of it."""
        assert isinstance(self.told.first.claim, Status)
        return self.told.first.claim


@dataclass(frozen=True, slots=True)
class History:
    """What is known of one thing on a day.

    `sums` come in the order in which they became known, `steps` by their own day; `parts`, `wholes`
    and the entities in `leads` and `offices` are paths. A project's offices are those of the bodies
    that lead it or that won it.
    """

    path: str
    day: PartialDate
    sums: tuple[SumTold, ...]
    steps: tuple[Step, ...]
    parts: tuple[str, ...]
    wholes: tuple[str, ...]
    leads: tuple[Told, ...]
    offices: tuple[Office, ...]

    @property
    def accepted(self) -> Told | None:
        """The accepted sum."""
        return next((one.told for one in self.sums if one.standing is None), None)


def history_of(view: View, path: str, day: PartialDate) -> History:
    """The history of an entity, seen on a day from a view of what was known by then.

    KeyError where the view knows no such entity.
    """
    entity = view.entities[path]
    leads = tuple(_leads(view, path))
    if entity.type in (EntityType.PROJECT, EntityType.EVENT):
        bodies = dict.fromkeys(lead.first.paths["organization"][0] for lead in leads)
        held = tuple(one for body in bodies for one in office_holders(view, body))
    else:
        held = offices(view, path)
    return History(
        path=path,
        day=day,
        sums=tuple(sorted(_sums(view, path), key=lambda one: _became_known(one.told))),
        steps=tuple(sorted(steps_of(view, path, day), key=_by_day)),
        parts=view.parts_of(path),
        wholes=view.wholes_of(path),
        leads=leads,
        offices=held,
    )


def steps_of(view: View, path: str, day: PartialDate) -> Iterator[Step]:
    """A project's milestones, those reached and those announced, and how far each has come."""
    accepted: dict[Milestone, Told] = {}
    for value in view.statuses(path):
        step = Step(value, State.REACHED)
        first = accepted.setdefault(step.status.status, value)
        if first is not value and step.status.status in ONCE:
            step = Step(value, State(by_time(value, first).value))
        yield step
    reached = [one for value in view.statuses(path) for one in value.statements]
    for days in view.schedules(path):
        for value in days:
            moved = value is not days[0] and by_time(value, days[0]) is Standing.SUPERSEDED
            yield Step(value, State.MOVED if moved else _state(value, reached, day))


def _sums(view: View, path: str) -> Iterator[SumTold]:
    values = view.budgets(path)
    for value in values:
        yield SumTold(value, None if value is values[0] else standing(value, values[0]))


def _leads(view: View, path: str) -> Iterator[Told]:
    """The bodies that lead or won a project, in the order in which they became known."""
    found: dict[tuple[str, Part], list[Statement]] = {}
    for statement in view.about(path):
        claim = statement.claim
        if (
            isinstance(claim, Participates)
            and claim.part in (Part.LEAD, Part.SELECTED)
            and statement.path("project") == path
        ):
            found.setdefault((statement.paths["organization"][0], claim.part), []).append(statement)
    yield from sorted((told(one, view.voices) for one in found.values()), key=_became_known)


def _state(value: Told, reached: Iterable[Statement], day: PartialDate) -> State:
    claim = value.first.claim
    assert isinstance(claim, Status)
    announced = min(map(day_of, value.statements))
    confirming = [one.claim for one in reached if _confirms(one, claim.status, announced)]
    if confirming:
        steps = {claim.status for claim in confirming if isinstance(claim, Status)}
        return State.CANCELLED if steps == {Milestone.CANCELLED} else State.CONFIRMED
    if claim.date is not None and claim.date.last_day < day.first_day:
        return State.OVERDUE
    return State.AHEAD


def _confirms(statement: Statement, step: Milestone, announced: int) -> bool:
    claim = statement.claim
    assert isinstance(claim, Status)
    came_about = claim.date or statement.article.published
    return (
        _STEPS.index(claim.status) >= _STEPS.index(step)
        and day_of(statement) > announced
        and came_about is not None
        and came_about.last_day.ordinal >= announced
    )


def _became_known(value: Told) -> tuple[int, str]:
    first = min(value.statements, key=lambda one: (day_of(one), one.id))
    return (day_of(first), first.id)


def _by_day(step: Step) -> tuple[int, int, int, str]:
    first = step.told.first
    day = step.status.date or (None if step.status.scheduled else first.article.published)
    return (
        day.last_day.ordinal if day else PartialDate(9999).last_day.ordinal,
        day_of(first),
        _STEPS.index(step.status.status),
        first.id,
    )
