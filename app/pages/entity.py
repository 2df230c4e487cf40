"""The page of one thing: its names, its sums with their quotes, what became of it, every claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi.responses import HTMLResponse

from app.korean_words import (
    CLAIMS,
    FUNDERS,
    KINDS,
    MILESTONES,
    PARTICIPATION,
    STANDINGS,
    STATES,
    TYPES,
    won,
)
from app.pages.templates import address, page
from app.routers.bodies import Proof, proof
from graph.canonical import CanonicalEntity
from graph.history import SumTold, history_of
from graph.iris import Iris
from graph.model import Budget, Claim, Participates, Produces, Role, Status
from graph.statements import Statement
from graph.support import Told
from graph.values import PartialDate
from graph.view import View

_MOST_CLAIMS = 200


@dataclass(frozen=True, slots=True)
class Link:
    """A thing's name and the address of its page."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: what is said in a few words, of whom, how surely, and the words that do."""

    said: str
    note: str
    things: tuple[Link, ...]
    support: int
    proof: Proof


def entity_page(view: View, iris: Iris, entity: CanonicalEntity, day: PartialDate) -> HTMLResponse:
    """The page of a thing as it is known on a day."""
    history = history_of(view, entity.path, day)
    told = view.about(entity.path)
    return page(
        "entity.html",
        name=entity.name,
        kind=TYPES[entity.type],
        iri=iris.entity(entity.path).value,
        id=entity.path,
        names=[*entity.aliases, *([entity.name_en] if entity.name_en else [])],
        places=[_link(view, iris, place) for place in sorted(view.places_of(entity.path))],
        wholes=[_link(view, iris, path) for path in history.wholes],
        parts=[_link(view, iris, path) for path in history.parts],
        day=str(day),
        sums=[
            _sum(view, iris, one, entity.path)
            for one in sorted(history.sums, key=lambda one: one.standing is not None)
        ],
        steps=[
            _line(view, iris, step.told, entity.path, STATES[step.state]) for step in history.steps
        ],
        claims=list(_claims(view, iris, entity.path)),
        count=len(told),
    )


def preview_page(view: View, entity: CanonicalEntity) -> HTMLResponse:
    """A small page of a thing, to be shown in a frame."""
    told = view.budgets(entity.path)
    return page(
        "preview.html",
        name=entity.name,
        kind=TYPES[entity.type],
        names=entity.aliases[:8],
        places=[view.entities[place].name for place in sorted(view.places_of(entity.path))],
        budget=_said(told[0].first.claim) if told else None,
        count=len(view.about(entity.path)),
    )


def _claims(view: View, iris: Iris, path: str) -> Iterator[Line]:
    """What is said of a thing, each value once, the newest first."""
    shown: set[str] = set()
    said = view.sayings_about(path)
    for statement in reversed(view.about(path)):
        if statement.id not in shown:
            value = said[statement.id]
            shown.update(one.id for one in value.statements)
            yield _line(view, iris, value, path, CLAIMS[statement.claim.TYPE])
        if len(shown) >= _MOST_CLAIMS:
            return


def _sum(view: View, iris: Iris, one: SumTold, path: str) -> Line:
    return _line(view, iris, one.told, path, STANDINGS[one.standing])


def _line(view: View, iris: Iris, told: Told, path: str, note: str) -> Line:
    statement: Statement = told.first
    others = dict.fromkeys(
        other for paths in statement.paths.values() for other in paths if other != path
    )
    said = _said(statement.claim)
    return Line(
        said=said,
        note=note if note != said else "",
        things=tuple(_link(view, iris, other) for other in others),
        support=told.support,
        proof=proof(statement),
    )


def _link(view: View, iris: Iris, path: str) -> Link:
    return Link(view.entities[path].name, address(iris.entity(path).value, iris.base))


def _said(claim: Claim) -> str:
    """A claim's values in a few Korean words; who it is about stands beside them."""
    return " ".join(word for word in _words(claim) if word)


def _words(claim: Claim) -> tuple[str, ...]:
    match claim:
        case Budget():
            money = claim.money
            amount = won(money.krw) if money.krw is not None else money.as_written
            source = FUNDERS[claim.source] if claim.source else ""
            period = str(claim.period or "").replace("-", "~")
            return KINDS[claim.kind], source, amount, period
        case Status():
            scheduled = "예정" if claim.scheduled else ""
            return MILESTONES[claim.status], str(claim.date or ""), scheduled
        case Role():
            acting = "직무대행" if claim.acting else ""
            return "전" if claim.former else "", claim.title, acting
        case Participates():
            return (PARTICIPATION[claim.part],)
        case Produces():
            return (claim.product,)
        case _:
            return (CLAIMS[claim.TYPE],)
