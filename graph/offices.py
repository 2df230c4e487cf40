"""Who holds which office, as far as articles tell: they name holders, hardly ever terms.

Of those whom articles name in one office, the one named last holds it, unless the last word on him
or her is that the office is held no more; then nobody known holds it. Where the times overlap in
which two people were named, several hold it side by side (`부원장`), and each does until called
former.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.folding import fold
from graph.model import EntityType, Role
from graph.statements import Statement
from graph.support import Told, day_of, told
from graph.values import PartialDate
from graph.view import View


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a body and one who holds it or did, as articles tell.

    `known` are the days of the first and the last article that name the holder in it, as present
    holder where any does.
    """

    title: str
    person: str
    organization: str
    holds: bool
    acting: bool
    known: tuple[PartialDate | None, PartialDate | None]
    told: Told


def office_holders(view: View, organization: str) -> tuple[Office, ...]:
    """The offices of a body with those named in them, by title, present holders first."""
    named: dict[str, list[Statement]] = defaultdict(list)
    for statement in view.about(organization):
        claim = statement.claim
        if isinstance(claim, Role) and statement.path("organization") == organization:
            named[fold(claim.title)].append(statement)
    found = [office for of_title in named.values() for office in _holders(of_title, view)]
    return tuple(
        sorted(found, key=lambda one: (fold(one.title), not one.holds, -_last(one), one.person))
    )


def offices_held(view: View, person: str) -> tuple[Office, ...]:
    """The offices that a person is named in, present ones first."""
    bodies = dict.fromkeys(
        body
        for statement in view.about(person)
        if isinstance(statement.claim, Role) and (body := statement.path("organization"))
    )
    found = [one for body in bodies for one in office_holders(view, body) if one.person == person]
    return tuple(sorted(found, key=lambda one: (not one.holds, -_last(one), one.title)))


def offices(view: View, path: str) -> tuple[Office, ...]:
    """The offices that a person holds, or that there are in any other body."""
    entity = view.entities.get(path)
    held_by = entity is not None and entity.type is EntityType.PERSON
    return offices_held(view, path) if held_by else office_holders(view, path)


def _holders(of_title: Iterable[Statement], view: View) -> list[Office]:
    by_person: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(of_title, key=lambda one: (day_of(one), one.id)):
        by_person[statement.paths["person"][0]].append(statement)
    times = {
        person: (day_of(present[0]), day_of(present[-1]))
        for person, found in by_person.items()
        if (present := [one for one in found if not _role(one).former])
    }
    shared = any(
        first <= other_last and other_first <= last
        for (first, last), (other_first, other_last) in combinations(times.values(), 2)
    )
    newest = max((last for _, last in times.values()), default=0)
    return [
        _office(
            found,
            view,
            holds=person in times
            and (shared or times[person][1] == newest)
            and not _is_former(found),
        )
        for person, found in by_person.items()
    ]


def _office(found: Sequence[Statement], view: View, *, holds: bool) -> Office:
    newest = found[-1]
    present = [one for one in found if not _role(one).former] or found
    return Office(
        title=_role(newest).title,
        person=newest.paths["person"][0],
        organization=newest.paths["organization"][0],
        holds=holds,
        acting=_role(newest).acting,
        known=(present[0].article.published, present[-1].article.published),
        told=told(found[::-1], view.voices),
    )


def _is_former(found: Sequence[Statement]) -> bool:
    """Whether the last word is that the office is held no more."""
    last = day_of(found[-1])
    return all(_role(one).former for one in found if day_of(one) == last)


def _role(statement: Statement) -> Role:
    assert isinstance(statement.claim, Role)
    return statement.claim


def _last(office: Office) -> int:
    return office.known[1].ordinal if office.known[1] else 0
