"""Timelines: what became of one thing, and what was known of it on a day."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.problems import ProblemBody
from app.routers.asked import AskedDay
from app.routers.bodies import (
    ArticleCard,
    EntityCard,
    Proof,
    ToldSum,
    entity_card,
    proof,
    sources,
    told_sum,
)
from app.routers.current import CurrentSnapshot
from app.routers.entities import entity_of
from app.routers.failures import JOINED
from graph.history import State, Step, history_of
from graph.iris import Iris
from graph.model import Milestone, Part, Participates
from graph.offices import Office
from graph.support import Told
from graph.view import View

router = APIRouter(prefix="/v1", tags=["entities"])


class MilestoneBody(BaseModel):
    """A milestone with its day, and how far it had come on the day asked about.

    `overdue` was announced for a day that has passed and is confirmed by no article; `moved` was
    announced anew for another day; `confirmed` was announced and has come about.
    """

    status: Milestone
    date: str | None = Field(examples=["2024-10"])
    scheduled: bool
    state: State
    support: int
    belief: float
    sources: list[ArticleCard]
    proof: Proof


class PartBody(EntityCard):
    """A phase or sub-project with its accepted sum and status."""

    budget: ToldSum | None
    status: Milestone | None


class LeadBody(BaseModel):
    """Who leads a project, or won it (`selected`)."""

    organization: EntityCard
    part: Part
    support: int
    belief: float
    sources: list[ArticleCard]


class OfficeBody(BaseModel):
    """An office and one who holds it, or did; known from the first article that says so."""

    title: str
    person: EntityCard
    organization: EntityCard
    holds: bool
    acting: bool
    known_from: str | None
    last_known: str | None
    support: int
    proof: Proof


class TimelineBody(EntityCard):
    """What was known of one thing on a day.

    Sums come in the order in which they became known, milestones by their own day. The offices of a
    project are those of the bodies that lead it or won it.
    """

    as_of: str
    sums: list[ToldSum]
    milestones: list[MilestoneBody]
    parts: list[PartBody]
    part_of: list[EntityCard]
    leads: list[LeadBody]
    offices: list[OfficeBody]


@router.get(
    "/entities/{entity_id:path}/timeline",
    operation_id="get_timeline",
    responses={**JOINED, 404: {"model": ProblemBody, "description": "No such entity by that day"}},
)
def timeline(entity_id: str, snapshot: CurrentSnapshot, asked: AskedDay) -> TimelineBody:
    """An entity's history as it was known on a day, each line with its article and quote."""
    view, iris = asked.view, snapshot.iris
    found = entity_of(view, entity_id)
    history = history_of(view, found.path, asked.day)
    return TimelineBody(
        **entity_card(found, iris).model_dump(),
        as_of=str(asked.day),
        sums=[told_sum(one.told, one.standing, view, iris) for one in history.sums],
        milestones=[_milestone(step) for step in history.steps],
        parts=[_part(path, view, iris) for path in history.parts],
        part_of=[entity_card(view.entities[path], iris) for path in history.wholes],
        leads=[_lead(told, view, iris) for told in history.leads],
        offices=[_office(office, view, iris) for office in history.offices],
    )


def _milestone(step: Step) -> MilestoneBody:
    return MilestoneBody(
        status=step.status.status,
        date=str(step.status.date) if step.status.date else None,
        scheduled=step.status.scheduled,
        state=step.state,
        support=step.told.support,
        belief=step.told.belief,
        sources=sources(step.told),
        proof=proof(step.told.first),
    )


def _part(path: str, view: View, iris: Iris) -> PartBody:
    budget, step = next(iter(view.budgets(path)), None), view.step_of(path)
    return PartBody(
        **entity_card(view.entities[path], iris).model_dump(),
        budget=told_sum(budget, None, view, iris) if budget else None,
        status=step,
    )


def _lead(told: Told, view: View, iris: Iris) -> LeadBody:
    claim = told.first.claim
    assert isinstance(claim, Participates)
    return LeadBody(
        organization=entity_card(view.entities[told.first.paths["organization"][0]], iris),
        part=claim.part,
        support=told.support,
        belief=told.belief,
        sources=sources(told),
    )


def _office(office: Office, view: View, iris: Iris) -> OfficeBody:
    first, last = office.known
    return OfficeBody(
        title=office.title,
        person=entity_card(view.entities[office.person], iris),
        organization=entity_card(view.entities[office.organization], iris),
        holds=office.holds,
        acting=office.acting,
        known_from=str(first) if first else None,
        last_known=str(last) if last else None,
        support=office.told.support,
        proof=proof(office.told.first),
    )
