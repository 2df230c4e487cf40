"""The lists of things beside projects: orders, groupings, rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from pydantic import BaseModel, Field

from app.language import label
from app.lists.envelope import ListRow
from app.lists.listing import Column, Key, Listing, day, named
from app.lists.orders import Value
from app.lists.shown import Viewed
from app.routers.bodies import EntityCard
from graph.canonical import CanonicalEntity
from graph.kinds import EntityType, Milestone
from graph.offices import offices_held
from graph.project_index import run_of
from graph.thing_index import ThingIndex
from graph.values import PartialDate
from graph.view import View


class ThingRow(ListRow):
    """A thing by id and name, how many projects it has to do with and articles name it."""

    id: str = Field(examples=["company/파나시아"])
    type: EntityType = Field(examples=["company"])
    name: str = Field(examples=["파나시아"])
    aliases: list[str]
    name_en: str | None
    iri: str
    lies_in: list[EntityCard]
    projects: int = Field(examples=[3])
    articles: int = Field(examples=[2])
    updated: str | None = Field(examples=["2024-05-13"])


class PlaceRow(ThingRow):
    """A region with its coordinates, in degrees (WGS 84)."""

    latitude: float | None = Field(examples=[35.2024])
    longitude: float | None = Field(examples=[128.5993])


class OfficeCard(BaseModel):
    """An office that a person holds or held."""

    title: str = Field(examples=["시장"])
    organization: EntityCard
    holds: bool
    acting: bool
    known_from: str | None = Field(examples=["2020-07-02"])
    last_known: str | None = Field(examples=["2022-02-07"])


class PersonRow(ThingRow):
    """A person with the offices that articles name, present ones first."""

    offices: list[OfficeCard]


class EventRow(ThingRow):
    """An event with what it has come to and the days that articles tell."""

    status: Milestone | None = Field(examples=["planned"])
    status_label: str | None = Field(examples=["계획"])
    since: str | None = Field(serialization_alias="from", examples=["2024-04"])
    until: str | None = Field(serialization_alias="to", examples=["2024-04"])
    leads: list[EntityCard]


def things(index: View) -> ThingIndex:
    """The index of a view."""
    return index.once(ThingIndex, ThingIndex)


def _common(viewed: Viewed, entity: CanonicalEntity) -> dict[str, object]:
    index = things(viewed.view)
    card = viewed.card(entity.path)
    return {
        "id": entity.path,
        "type": entity.type,
        "name": card.name,
        "aliases": list(entity.aliases),
        "name_en": entity.name_en,
        "iri": card.iri,
        "lies_in": viewed.cards(sorted(viewed.view.places_of(entity.path))),
        "projects": len(index.projects_of(entity)),
        "articles": len(index.articles_of(entity)),
        "updated": index.updated(entity),
    }


def _thing(viewed: Viewed, entity: CanonicalEntity) -> ThingRow:
    return ThingRow.model_validate(_common(viewed, entity))


def _place(viewed: Viewed, entity: CanonicalEntity) -> PlaceRow:
    where = {"latitude": entity.latitude, "longitude": entity.longitude}
    return PlaceRow.model_validate(_common(viewed, entity) | where)


def _person(viewed: Viewed, entity: CanonicalEntity) -> PersonRow:
    offices = [
        OfficeCard(
            title=office.title,
            organization=viewed.card(office.organization),
            holds=office.holds,
            acting=office.acting,
            known_from=str(office.known[0]) if office.known[0] else None,
            last_known=str(office.known[1]) if office.known[1] else None,
        )
        for office in offices_held(viewed.view, entity.path)
    ]
    return PersonRow.model_validate(_common(viewed, entity) | {"offices": offices})


def _event(viewed: Viewed, entity: CanonicalEntity) -> EventRow:
    view = viewed.view
    step = view.step_of(entity.path)
    since, until = run_of(view.about(entity.path))
    leads = dict.fromkeys(
        statement.paths["organization"][0]
        for statement in view.about(entity.path)
        if getattr(statement.claim, "part", None) == "lead"
    )
    return EventRow.model_validate(
        _common(viewed, entity)
        | {
            "status": step,
            "status_label": label(step, viewed.language) if step else None,
            "since": str(since) if since else None,
            "until": str(until) if until else None,
            "leads": viewed.cards(leads),
        }
    )


def _first_day(view: View, entity: CanonicalEntity) -> PartialDate | None:
    """The day on which an event begins; where only its end is known, that."""
    since, until = run_of(view.about(entity.path))
    return since or until


def _written(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def _by_type(_: Viewed, entity: CanonicalEntity) -> Iterator[Key]:
    yield entity.type.value, entity.type.value


def _by_region(levels: Sequence[str], viewed: Viewed, entity: CanonicalEntity) -> Iterator[Key]:
    for path in sorted(viewed.view.places_of(entity.path)):
        place = viewed.view.entities[path]
        reference = viewed.references.get(place.ref or "")
        if reference is not None and reference.level in levels:
            yield path, viewed.card(path).name


_COLUMNS = [
    Column("id", "id", lambda row: row.id),
    Column("name", "name", lambda row: row.name),
    Column("type", "type", lambda row: row.type.value),
    Column("aliases", "aliases", lambda row: "|".join(row.aliases)),
    Column("name_en", "name_en", lambda row: row.name_en),
    Column("lies_in", "lies_in", lambda row: named(row.lies_in)),
    Column("projects", "projects", lambda row: row.projects),
    Column("articles", "articles", lambda row: row.articles),
    Column("updated", "updated", lambda row: day(row.updated)),
    Column("iri", "iri", lambda row: row.iri),
]


def _listing(
    name: str,
    kinds: Sequence[EntityType],
    row: type[ThingRow] = ThingRow,
    body: Callable[[Viewed, CanonicalEntity], ThingRow] = _thing,
    *,
    more: Sequence[Column] = (),
    orders: Mapping[str, Callable[[View, CanonicalEntity], Value | None]] = MappingProxyType({}),
) -> Listing[CanonicalEntity]:
    return Listing(
        name=name,
        items=lambda view: [one for kind in kinds for one in things(view).of_type.get(kind, ())],
        key=lambda entity: entity.path,
        orders={
            "name": lambda _, entity: entity.name,
            "projects": lambda view, entity: len(things(view).projects_of(entity)),
            "articles": lambda view, entity: len(things(view).articles_of(entity)),
            "updated": lambda view, entity: things(view).updated(entity),
            **orders,
        },
        default="name",
        groupings={
            "type": _by_type,
            "region": partial(_by_region, ("city", "county", "district")),
            "province": partial(_by_region, ("province",)),
        },
        row=row,
        body=body,
        columns=[*_COLUMNS[:-1], *more, _COLUMNS[-1]],
    )


BODIES = (
    EntityType.GOVERNMENT,
    EntityType.INSTITUTE,
    EntityType.COMPANY,
    EntityType.UNIVERSITY,
    EntityType.ASSOCIATION,
)
"""Bodies that are no regions."""

REGIONS = _listing(
    "regions",
    (EntityType.REGION,),
    PlaceRow,
    _place,
    more=[
        Column("latitude", "latitude", lambda row: row.latitude),
        Column("longitude", "longitude", lambda row: row.longitude),
    ],
)
PEOPLE = _listing(
    "people",
    (EntityType.PERSON,),
    PersonRow,
    _person,
    more=[
        Column(
            "offices",
            "offices",
            lambda row: "|".join(f"{one.organization.name} {one.title}" for one in row.offices),
        )
    ],
)
ORGANIZATIONS = _listing("organizations", BODIES)
COMPANIES = _listing("companies", (EntityType.COMPANY,))
INSTITUTES = _listing("institutes", (EntityType.INSTITUTE,))
INDUSTRIES = _listing("industries", (EntityType.INDUSTRY,))
EVENTS = _listing(
    "events",
    (EntityType.EVENT,),
    EventRow,
    _event,
    more=[
        Column("status", "status", lambda row: row.status and row.status.value),
        Column("from", "since", lambda row: day(row.since)),
        Column("to", "until", lambda row: day(row.until)),
        Column("leads", "leads", lambda row: named(row.leads)),
    ],
    orders={"from": lambda view, entity: _written(_first_day(view, entity))},
)
