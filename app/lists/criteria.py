"""The criteria of projects as query parameters, and how they were understood."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, TypeVar

from fastapi import Depends, Query

from app.amounts import amount_text
from app.criteria import Criteria, CriterionError, selection_of
from app.lists.envelope import AskedSum, Understood
from app.lists.shown import Viewed
from app.problems import Problem
from app.routers.asked import WRITTEN_DAY
from app.routers.bodies import EntityCard, entity_card
from graph.canonical import from_reference
from graph.kinds import BudgetKind, Milestone
from graph.selection import Selection

_Meant = TypeVar("_Meant")

_AMOUNT = {"pattern": r"^([0-9]{1,3}(,[0-9]{3})+|[0-9]+)([조억만천]+[0-9,조억만천 ]*)? ?원?$"}
_NAME = 200
"""The longest name that is looked up."""

City = Annotated[
    str | None,
    Query(
        description="지역(어떤 이름이든, 또는 코드)이나 단지. 상위 지역은 하위 지역을 포함한다",
        examples=["창원"],
        max_length=_NAME,
    ),
]
Org = Annotated[
    str | None, Query(description="참여 기관 또는 기업", examples=["재료연"], max_length=_NAME)
]
Industry = Annotated[
    str | None, Query(description="산업 분야", examples=["첨단소재"], max_length=_NAME)
]
Status = Annotated[Milestone | None, Query(description="현재 단계", examples=["started"])]
Since = Annotated[
    str | None,
    Query(
        alias="from",
        description="이날(달, 해)이나 그 뒤",
        examples=["2023-05"],
        json_schema_extra=WRITTEN_DAY,
        max_length=10,
    ),
]
Until = Annotated[
    str | None,
    Query(
        alias="to",
        description="이날(달, 해)이나 그 앞",
        examples=["2025"],
        json_schema_extra=WRITTEN_DAY,
        max_length=10,
    ),
]
Words = Annotated[
    str | None, Query(alias="q", description="이름에 든 낱말", examples=["실증"], max_length=_NAME)
]


async def _criteria(  # noqa: PLR0917  FastAPI passes query parameters by name
    city: City = None,
    org: Org = None,
    company: Annotated[
        str | None, Query(description="참여 기업", examples=["파나시아"], max_length=_NAME)
    ] = None,
    person: Annotated[
        str | None,
        Query(
            description="협약에 서명했거나 참여 기관의 직을 맡은 사람",
            examples=["허성무"],
            max_length=_NAME,
        ),
    ] = None,
    industry: Industry = None,
    status: Status = None,
    budget_min: Annotated[
        str | None,
        Query(
            description="예산 하한(원)",
            examples=["100억"],
            max_length=60,
            json_schema_extra=_AMOUNT,
        ),
    ] = None,
    budget_max: Annotated[
        str | None,
        Query(
            description="예산 상한(원)",
            examples=["1조 4,000억원"],
            max_length=60,
            json_schema_extra=_AMOUNT,
        ),
    ] = None,
    budget_kind: Annotated[
        BudgetKind | None, Query(description="예산의 종류", examples=["total"])
    ] = None,
    since: Since = None,
    until: Until = None,
    words: Words = None,
) -> Criteria:
    return Criteria(
        city,
        org,
        company,
        person,
        industry,
        status,
        budget_min,
        budget_max,
        budget_kind,
        since,
        until,
        words,
    )


ProjectCriteria = Annotated[Criteria, Depends(_criteria)]


def understood(criteria: Criteria, viewed: Viewed) -> tuple[Selection, dict[str, Understood]]:
    """What some criteria mean, and the same as the answer tells it.

    Raises Problem 404 where a name is unknown, 422 where it is ambiguous or cannot be read.
    """
    selection = meant(viewed, lambda: selection_of(criteria, viewed.view, viewed.references))
    told: dict[str, Understood] = {}
    if selection.regions:
        told["city"] = places_told(selection.regions, viewed)
    names = ("org",) * bool(criteria.org) + ("company",) * bool(criteria.company)
    for name, path in zip(names, selection.organizations, strict=True):
        told[name] = card_of(path, viewed)
    for name, named in (("person", selection.person), ("industry", selection.industry)):
        if named:
            told[name] = card_of(named, viewed)
    for name, won in (("budget_min", selection.least), ("budget_max", selection.most)):
        if won is not None:
            told[name] = AskedSum(krw=won, text=amount_text(won, viewed.language))
    for name, value in (
        ("status", selection.status),
        ("budget_kind", selection.kind),
        ("from", selection.since),
        ("to", selection.until),
        ("q", selection.words),
    ):
        if value:
            told[name] = str(value)
    return selection, told


def places_told(paths: Iterable[str], viewed: Viewed) -> Understood:
    """Places as the answer tells them: one, or the wards of a former city."""
    cards = [card_of(path, viewed) for path in paths]
    return cards[0] if len(cards) == 1 else cards


def card_of(path: str, viewed: Viewed) -> EntityCard:
    """The card of an entity, which the public lists alone may know."""
    if path in viewed.view.entities:
        return viewed.card(path)
    listed = viewed.references[path.replace("/", ":", 1)]
    return entity_card(from_reference(listed, viewed.references), viewed.iris, viewed.language)


def meant(viewed: Viewed, read: Callable[[], _Meant]) -> _Meant:
    """What `read` gives; a CriterionError becomes a Problem, with the candidates."""
    try:
        return read()
    except CriterionError as error:
        cards = [entity_card(one, viewed.iris).model_dump() for one in error.candidates]
        raise Problem(
            404 if error.kind == "unknown" else 422,
            f"{error.kind}-{error.parameter}",
            f"A parameter is {error.kind}",
            str(error),
            case=error.case,
            candidates=cards or None,
        ) from None
