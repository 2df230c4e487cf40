"""The list of claims: what articles state, one by one, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import Field

from app.lists.envelope import ListRow
from app.lists.listing import Column, Key, Listing, day, named, proof_columns
from app.lists.shown import Viewed
from app.routers.bodies import EntityCard, Proof, claim_body
from graph.statements import Statement
from graph.values import PartialDate
from graph.view import View


class ClaimType(StrEnum):
    """The nine types of claim."""

    BUDGET = "budget"
    ROLE = "role"
    LOCATED = "located"
    PARTICIPATES = "participates"
    PART_OF = "part_of"
    STATUS = "status"
    AGREEMENT = "agreement"
    ABOUT = "about"
    PRODUCES = "produces"


class ClaimRow(ListRow):
    """One claim: its type, the entities in its slots, its values and its proof."""

    id: str = Field(examples=["a1b2c3d4e5f60718-0"])
    type: ClaimType = Field(examples=["status"])
    slots: dict[str, list[EntityCard]]
    values: dict[str, Any] = Field(examples=[{"status": "started", "date": "2022-03"}])
    date: str | None = Field(
        description="그 일이 있었거나 예정된 날; 없으면 null", examples=["2022-03"]
    )
    support: int
    belief: float
    proof: Proof


@dataclass(frozen=True, slots=True)
class ClaimCriteria:
    """Which claims: of a type, about entities, of days; None and () ask nothing."""

    type: ClaimType | None = None
    about: frozenset[str] | None = None
    scheduled: bool | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None


def chosen_claims(view: View, criteria: ClaimCriteria) -> set[str]:
    """The ids of the claims that fulfil all criteria."""
    if criteria.about is None:
        found: Iterator[Statement] = iter(view.statements)
    else:
        found = (statement for path in criteria.about for statement in view.about(path))
    return {statement.id for statement in found if _fulfils(statement, criteria)}


def _fulfils(statement: Statement, criteria: ClaimCriteria) -> bool:
    claim = statement.claim
    if criteria.type and criteria.type != claim.TYPE:
        return False
    if criteria.scheduled is not None and criteria.scheduled != getattr(claim, "scheduled", None):
        return False
    if criteria.since is None and criteria.until is None:
        return True
    date = date_of(statement)
    return date is not None and not (
        (criteria.since and date.last_day < criteria.since.first_day)
        or (criteria.until and date.first_day > criteria.until.last_day)
    )


def date_of(statement: Statement) -> PartialDate | None:
    """The day that a claim states of what it tells."""
    found = getattr(statement.claim, "date", None)
    return found if isinstance(found, PartialDate) else None


def _body(viewed: Viewed, statement: Statement) -> ClaimRow:
    body = claim_body(statement, viewed.view, viewed.iris, language=viewed.language)
    date = date_of(statement)
    return ClaimRow(date=str(date) if date else None, **dict(body))


def _by_type(_: Viewed, statement: Statement) -> Iterator[Key]:
    yield statement.claim.TYPE, statement.claim.TYPE


def _by_rule(_: Viewed, statement: Statement) -> Iterator[Key]:
    yield statement.claim.evidence.extractor, statement.claim.evidence.extractor


def _by_outlet(_: Viewed, statement: Statement) -> Iterator[Key]:
    if statement.article.outlet:
        yield statement.article.outlet, statement.article.outlet


def _days(view: View) -> Mapping[str, str | None]:
    """By article the day it was published, written once for all of its claims."""
    return view.once(
        "days of articles",
        lambda view: {key: str(one.published or "") or None for key, one in view.articles.items()},
    )


CLAIMS: Listing[Statement] = Listing(
    name="claims",
    items=lambda view: view.statements,
    key=lambda statement: statement.id,
    orders={
        "published": lambda view, one: _days(view)[one.article.id],
        "date": lambda _, one: str(date_of(one) or "") or None,
    },
    default="-published",
    groupings={"type": _by_type, "rule": _by_rule, "outlet": _by_outlet},
    row=ClaimRow,
    body=_body,
    columns=[
        Column("id", "id", lambda row: row.id),
        Column("type", "type", lambda row: row.type),
        Column(
            "entities",
            "slots",
            lambda row: "|".join(f"{slot}={named(cards)}" for slot, cards in row.slots.items()),
        ),
        Column(
            "values",
            "values",
            lambda row: "|".join(f"{name}={value}" for name, value in row.values.items()),
        ),
        Column("date", "date", lambda row: day(row.date)),
        Column("support", "support", lambda row: row.support),
        *proof_columns("proof", lambda row: row.proof),
    ],
)
