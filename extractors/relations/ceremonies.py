"""Ceremonies that mark a step of a project: `‘X’ 기공식`, `X 센터 개소식`."""

from __future__ import annotations

import re

from extractors.reading import Occurrence, Reading
from graph.model import EntityType, Milestone

_MARKS = (
    (re.compile(r"(?:기공|착공|착수)식$"), Milestone.STARTED),
    (re.compile(r"(?:준공|완공)식$"), Milestone.COMPLETED),
    (re.compile(r"(?:개소|개관|개원|개통|개교|출범)식$"), Milestone.OPENED),
)
_NEXT = re.compile(r"[’'”\"」』]? (?:조성사업 |사업 |합동 )?")


def ceremony_of(reading: Reading, event: Occurrence) -> tuple[str, Milestone] | None:
    """The project whose step an event marks, and the step.

    It is the project that the event's name begins with, or that stands right before it.
    """
    name = reading.by_key[event.key].name
    milestone = next((step for mark, step in _MARKS if mark.search(name)), None)
    if milestone is None:
        return None
    named = [
        (len(form), entity.key)
        for entity in reading.entities
        if entity.type is EntityType.PROJECT
        for form in entity.names
        if name.startswith(form)
    ]
    if named:
        return max(named)[1], milestone
    text = reading.document.text
    for project in reading.within(event.start - 60, event.start, {EntityType.PROJECT}):
        if _NEXT.fullmatch(text[project.end : event.start]):
            return project.key, milestone
    return None
