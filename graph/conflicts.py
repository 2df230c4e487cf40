"""Where articles contradict each other: values of one thing, told at one time, that cannot both be.

A conflict is reported and never decided away: the consensus rule (`graph.consensus`) only says
which of the two is told first. What a newer article has superseded is no conflict.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.consensus import Standing
from graph.history import State, steps_of
from graph.model import UNDERTAKINGS
from graph.support import Told
from graph.values import PartialDate
from graph.view import View


class Matter(StrEnum):
    """What two articles disagree about."""

    SUM = "sum"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two values of one project or event; `accepted` is the one told first."""

    path: str
    matter: Matter
    accepted: Told
    other: Told


def conflicts(view: View) -> Iterator[Conflict]:
    """All conflicts of a view, by path."""
    sums = {
        project.entity.path: [
            Conflict(project.entity.path, Matter.SUM, project.told, other.told)
            for other in project.others
            if project.told is not None and other.standing is Standing.CONFLICTING
        ]
        for project in view.projects
    }
    for path in sorted(view.entities):
        if view.entities[path].type in UNDERTAKINGS:
            yield from sums.get(path, ())
            yield from _days(view, path)


def _days(view: View, path: str) -> Iterator[Conflict]:
    steps = [step for step in steps_of(view, path, PartialDate(9999)) if not step.status.scheduled]
    accepted = {step.status.status: step.told for step in steps if step.state is State.REACHED}
    for step in steps:
        if step.state is State.CONFLICTING:
            yield Conflict(path, Matter.DAY, accepted[step.status.status], step.told)
