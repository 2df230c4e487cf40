"""What people write of projects they mean, read into a `Selection`: `창원`, `100억`, `2023-05`.

One reading for the command line and the web. What cannot be read, or could mean several things, is
an error that says what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.place_names import places_named
from app.problem_texts import Case
from extractors.money import find_money
from graph.canonical import CanonicalEntity, from_reference
from graph.kinds import ORGANIZATIONS, BudgetKind, EntityType, Milestone
from graph.reference import References
from graph.selection import Selection
from graph.values import PartialDate
from graph.view import View

_PLAIN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")
_SHOWN = 10


class CriterionError(ValueError):
    """A criterion that cannot be carried out; the message says why and what to write.

    `parameter` is its name, `kind` one of `unknown`, `ambiguous` and `unreadable`, `candidates` the
    entities that an ambiguous name could mean; `told` is what its Korean sentence tells.
    """

    def __init__(
        self,
        parameter: str,
        kind: str,
        message: str,
        candidates: Iterable[CanonicalEntity] = (),
        **told: str,
    ) -> None:
        super().__init__(message)
        self.parameter, self.kind, self.candidates = parameter, kind, tuple(candidates)
        self.case = Case(told.pop("case", kind), {"parameter": parameter, **told})


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria of a list of projects as they were written; None asks nothing."""

    city: str | None = None
    org: str | None = None
    company: str | None = None
    person: str | None = None
    industry: str | None = None
    status: Milestone | None = None
    budget_min: str | None = None
    budget_max: str | None = None
    budget_kind: BudgetKind | None = None
    since: str | None = None
    until: str | None = None
    words: str | None = None


def selection_of(criteria: Criteria, view: View, references: References) -> Selection:
    """What the criteria mean in this graph; `references` say which places there are.

    Raises CriterionError where a name is unknown or ambiguous, or an amount or day unreadable.
    """

    def path(parameter: str, name: str | None, types: Collection[EntityType]) -> str | None:
        return None if name is None else entity_named(view, parameter, name, types).path

    bodies = (
        organization_named(view, references, criteria.org) if criteria.org is not None else None,
        path("company", criteria.company, {EntityType.COMPANY}),
    )
    return Selection(
        regions=regions_named(view, references, criteria.city) if criteria.city is not None else (),
        organizations=tuple(body for body in bodies if body is not None),
        person=path("person", criteria.person, {EntityType.PERSON}),
        industry=path("industry", criteria.industry, {EntityType.INDUSTRY}),
        status=criteria.status,
        least=_won("budget_min", criteria.budget_min),
        most=_won("budget_max", criteria.budget_max),
        kind=criteria.budget_kind,
        since=read_day("from", criteria.since),
        until=read_day("to", criteria.until),
        words=criteria.words,
    )


def won(text: str) -> int:
    """An amount in won, as Koreans write it or as a plain number.

    >>> won("100억"), won("1조 4,000억원"), won("3천억"), won("49,000,000,000")
    (10000000000, 1400000000000, 300000000000, 49000000000)

    Raises ValueError for anything else.
    """
    written = text.strip()
    if _PLAIN.fullmatch(written):
        return int(written.replace(",", ""))
    for form in (written, f"{written}원"):
        for span in find_money(form):
            if (span.start, span.end) == (0, len(form)) and span.upper is None and span.money.krw:
                return span.money.krw
    raise ValueError(f"{text!r} is no amount in won: write 10000000000, 100억 or 1조 4,000억원")


def regions_named(view: View, references: References, name: str) -> tuple[str, ...]:
    """The paths of the region that goes by a name, an id or a code; of a former city, its wards.

    Raises CriterionError where there is none or several.
    """
    return tuple(place.path for place in places_meant(view, references, "city", name))


def places_meant(
    view: View, references: References, parameter: str, name: str
) -> list[CanonicalEntity]:
    """The region that goes by a name, an id or a code, or the wards of a former city.

    Raises CriterionError where there is none or several.
    """
    written = name.strip()
    code = written.removeprefix(f"{EntityType.REGION.value}/")
    entity = view.entities.get(f"{EntityType.REGION.value}/{code}")
    if entity is not None:
        return [entity]
    listed = references.get(f"{EntityType.REGION.value}:{code}")
    meanings = (
        [[from_reference(listed, references)]]
        if listed is not None
        else places_named(written, view, references)
    )
    if not meanings:
        raise CriterionError(
            parameter,
            "unknown",
            f"{parameter}: neither the public lists nor an article know a region {name!r}.",
            value=name,
        )
    if len(meanings) > 1:
        found = [place for meaning in meanings for place in meaning]
        lying = {place.path: _place_name(place, view, references) for place in found}
        listed_names = ", ".join(f"{lying[one.path]} ({one.path})" for one in found[:_SHOWN])
        raise CriterionError(
            parameter,
            "ambiguous",
            f"{parameter}: {name!r} could be {listed_names}. "
            f"Give the id, such as {found[0].path!r}, or the province with it, "
            f"such as {lying[found[-1].path]!r}.",
            found,
            value=name,
            meanings=listed_names,
            example=found[0].path,
        )
    return meanings[0]


def organization_named(view: View, references: References, name: str) -> str:
    """The path of the one body of a name or id; a local government goes by its region's names.

    Raises CriterionError where there is none or several.
    """
    try:
        return entity_named(view, "org", name, ORGANIZATIONS - {EntityType.REGION}).path
    except CriterionError as error:
        if error.kind != "unknown":
            raise
        unknown = error
    try:
        return places_meant(view, references, "org", name)[0].path
    except CriterionError as error:
        if error.kind == "unknown":
            raise unknown from None
        raise


def _place_name(place: CanonicalEntity, view: View, references: References) -> str:
    """A place's name behind that of its province."""
    over = [path for path in place.parents if path != "region/KR"]
    names = [
        view.entities[path].name
        if path in view.entities
        else references[path.replace("/", ":", 1)].name
        for path in reversed(over)
        if path in view.entities or path.replace("/", ":", 1) in references
    ]
    return " ".join([*names, place.name])


def entity_named(
    view: View, parameter: str, name: str, types: Collection[EntityType]
) -> CanonicalEntity:
    """The one entity of some types that goes by a name, an id or a region's code.

    Raises CriterionError where there is none or several.
    """
    written = name.strip()
    for path in (written, *(f"{kind.value}/{written}" for kind in types)):
        entity = view.entities.get(path)
        if entity is not None and entity.type in types:
            return entity
    found = view.named(written, types)
    if not found:
        raise CriterionError(
            parameter,
            "unknown",
            f"{parameter}: no article speaks of {_kinds(types)} {name!r}.",
            value=name,
        )
    if len(found) > 1:
        listed = ", ".join(f"{_full_name(view, one)} ({one.path})" for one in found[:_SHOWN])
        raise CriterionError(
            parameter,
            "ambiguous",
            f"{parameter}: {name!r} could be {listed}. Give the id, such as {found[0].path!r}.",
            found,
            value=name,
            meanings=listed,
            example=found[0].path,
        )
    return found[0]


def _full_name(view: View, entity: CanonicalEntity) -> str:
    over = [view.entities[path].name for path in reversed(entity.parents)]
    return " ".join([*over, entity.name])


def _kinds(types: Collection[EntityType]) -> str:
    return f"a {next(iter(types)).value}" if len(types) == 1 else "an organisation"


def _won(parameter: str, text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return won(text)
    except ValueError as error:
        message = f"{parameter}: {error}."
        raise CriterionError(
            parameter, "unreadable", message, value=text, case="unreadable/amount"
        ) from error


def read_day(parameter: str, text: str | None) -> PartialDate | None:
    """A day, month or year; None where nothing was written. Raises CriterionError else."""
    if text is None:
        return None
    try:
        return PartialDate.parse(text.strip())
    except ValueError as error:
        message = f"{parameter}: {error}."
        raise CriterionError(
            parameter, "unreadable", message, value=text, case="unreadable/day"
        ) from error
