"""Things by type: regions, people, bodies, industries, events, and the sums of projects."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response

from app.criteria import entity_named, organization_named, places_meant, read_day
from app.lists import Asking, ListBody, Listing, Shown, Viewed, answer, asking
from app.lists.budgets import BUDGETS, BudgetRow, of_project
from app.lists.criteria import (
    City,
    Industry,
    Org,
    ProjectCriteria,
    Since,
    Status,
    Until,
    Words,
    card_of,
    meant,
    places_told,
    understood,
)
from app.lists.documentation import list_responses
from app.lists.envelope import Understood
from app.lists.things import (
    COMPANIES,
    EVENTS,
    INDUSTRIES,
    INSTITUTES,
    ORGANIZATIONS,
    PEOPLE,
    REGIONS,
    EventRow,
    PersonRow,
    PlaceRow,
    ThingRow,
    things,
)
from graph.canonical import CanonicalEntity
from graph.folding import fold
from graph.kinds import EntityType
from graph.project_index import ProjectIndex, run_of
from graph.selection import ALL_PROJECTS, overlaps, selected

router = APIRouter(prefix="/v1", tags=["things"])


@dataclass(frozen=True, slots=True)
class ThingCriteria:
    """The criteria of a list of things as they were written; None asks nothing."""

    city: str | None = None
    org: str | None = None
    industry: str | None = None
    words: str | None = None


async def _of_place(city: City = None, words: Words = None) -> ThingCriteria:
    return ThingCriteria(city=city, words=words)


async def _of_person(city: City = None, org: Org = None, words: Words = None) -> ThingCriteria:
    return ThingCriteria(city=city, org=org, words=words)


async def _of_body(
    city: City = None, industry: Industry = None, words: Words = None
) -> ThingCriteria:
    return ThingCriteria(city=city, industry=industry, words=words)


async def _of_event(
    city: City = None, org: Org = None, industry: Industry = None, words: Words = None
) -> ThingCriteria:
    return ThingCriteria(city, org, industry, words)


def _chosen(
    listing: Listing[CanonicalEntity], criteria: ThingCriteria, viewed: Viewed
) -> tuple[Collection[str] | None, dict[str, Understood]]:
    """The paths that fulfil all criteria, and how these were understood."""
    view, references = viewed.view, viewed.references
    index = things(view)
    told: dict[str, Understood] = {}
    found: list[Collection[str]] = []
    if criteria.city is not None:
        name = criteria.city
        places = meant(viewed, lambda: places_meant(view, references, "city", name))
        paths = [place.path for place in places]
        told["city"] = places_told(paths, viewed)
        kinds = {entity.type for entity in listing.items(view)}
        if listing is INDUSTRIES:
            inside = view.once(ProjectIndex, ProjectIndex).in_region
            projects = [view.project(one) for path in paths for one in inside.get(path, ())]
            found.append({industry for one in projects for industry in one.industries})
        else:
            found.append(index.lying_in(paths, kinds))
    if criteria.org is not None:
        org = criteria.org
        body = meant(viewed, lambda: organization_named(view, references, org))
        told["org"] = card_of(body, viewed)
        found.append(index.with_body(body))
    if criteria.industry is not None:
        industry = criteria.industry
        entity = meant(
            viewed, lambda: entity_named(view, "industry", industry, {EntityType.INDUSTRY})
        )
        told["industry"] = card_of(entity.path, viewed)
        found.append(index.with_industry(entity.path))
    if criteria.words:
        wanted = [fold(word) for word in criteria.words.split()]
        told["q"] = criteria.words
        found.append({one.path for one in listing.items(view) if index.is_named(one, wanted)})
    if not found:
        return None, told
    return set(found[0]).intersection(*found[1:]), told


class RegionsBody(ListBody[PlaceRow]):
    """A page of regions."""


class PeopleBody(ListBody[PersonRow]):
    """A page of people."""


class ThingsBody(ListBody[ThingRow]):
    """A page of bodies or industries."""


class EventsBody(ListBody[EventRow]):
    """A page of events."""


class BudgetsBody(ListBody[BudgetRow]):
    """A page of sums."""


def _add(
    listing: Listing[CanonicalEntity],
    body: type[ListBody[Any]],
    read: Callable[..., Awaitable[ThingCriteria]],
    summary: str,
) -> None:
    def listed(viewed: Shown, criteria: ThingCriteria, asked: Asking) -> Response:
        chosen, interpreted = _chosen(listing, criteria, viewed)
        return answer(listing, asked, viewed, chosen, interpreted)

    listed.__doc__ = summary
    listed.__annotations__ |= {
        "viewed": Shown,
        "criteria": Annotated[ThingCriteria, Depends(read)],
        "asked": Annotated[Asking, Depends(asking(listing))],
        "return": Response,
    }
    router.add_api_route(
        f"/{listing.name}",
        listed,
        operation_id=f"list_{listing.name}",
        response_model=body,
        responses=list_responses(),
    )


_add(REGIONS, RegionsBody, _of_place, "지역: `city`는 그 안에 있는 지역을 고른다.")
_add(PEOPLE, PeopleBody, _of_person, "인물과 그 직책. `city`는 소속 기관이 있는 곳이다.")
_add(ORGANIZATIONS, ThingsBody, _of_body, "기관과 기업: 지방자치단체는 `/v1/regions`에 있다.")
_add(COMPANIES, ThingsBody, _of_body, "기업: `city`에 있거나 `industry`의 사업에 참여한 곳.")
_add(INSTITUTES, ThingsBody, _of_body, "연구기관: `city`에 있거나 `industry`의 사업에 참여한 곳.")
_add(INDUSTRIES, ThingsBody, _of_place, "산업 분야: `city`는 그곳 사업의 분야를 고른다.")


@router.get(
    "/events", operation_id="list_events", response_model=EventsBody, responses=list_responses()
)
def events(  # noqa: PLR0917  FastAPI passes query parameters by name
    viewed: Shown,
    criteria: Annotated[ThingCriteria, Depends(_of_event)],
    asked: Annotated[Asking, Depends(asking(EVENTS))],
    status: Status = None,
    since: Since = None,
    until: Until = None,
) -> Response:
    """행사: 열리는 날과 곳, 주관 기관."""
    view = viewed.view
    chosen, told = _chosen(EVENTS, criteria, viewed)
    first = meant(viewed, lambda: read_day("from", since))
    last = meant(viewed, lambda: read_day("to", until))
    told |= {name: str(day) for name, day in (("from", first), ("to", last)) if day}
    if status:
        told["status"] = status.value
    if first or last or status:
        paths = (one.path for one in EVENTS.items(view)) if chosen is None else chosen
        chosen = {
            path
            for path in paths
            if (status is None or view.step_of(path) is status)
            and (not (first or last) or overlaps(run_of(view.about(path)), first, last))
        }
    return answer(EVENTS, asked, viewed, chosen, told)


@router.get(
    "/budgets", operation_id="list_budgets", response_model=BudgetsBody, responses=list_responses()
)
def budgets(
    viewed: Shown,
    criteria: ProjectCriteria,
    asked: Annotated[Asking, Depends(asking(BUDGETS))],
) -> Response:
    """사업의 예산 값 전부, 큰 것부터. `standing`은 채택된 값에 무엇인지 말한다.

    조건은 사업의 조건이며, `budget_min`, `budget_max`, `budget_kind`는 값 하나하나에 걸린다.
    """
    selection, told = understood(criteria, viewed)
    if selection == ALL_PROJECTS:
        return answer(BUDGETS, asked, viewed, None, told)
    projects = selected(viewed.view, selection.without_sums())
    index = viewed.view.once(ProjectIndex, ProjectIndex)
    chosen = {
        item.told.first.id
        for path in projects
        for item in of_project(index.by_path[path])
        if selection.allows(item.claim)
    }
    return answer(BUDGETS, asked, viewed, chosen, told)
