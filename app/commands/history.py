"""`sanmaek history`: what became of a project, as it was known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.table import Table

from app.commands.terminal import Data, fail, read_graph
from app.korean_words import FUNDERS, KINDS, MILESTONES, PARTS, STANDINGS, STATES, won
from app.today import today
from graph.canonical import CanonicalEntity
from graph.history import History, history_of
from graph.model import Budget, Participates
from graph.support import Told
from graph.values import PartialDate
from graph.view import View


def history(
    name: Annotated[
        str, typer.Argument(metavar="PROJECT", help="A project or anything else, by name or id.")
    ],
    data: Data = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Only what had been published by then: 2022-12-31."),
    ] = None,
) -> None:
    """Show what became of a project: sums, milestones, parts, leads; on any day in the past."""
    day = today() if as_of is None else _day(as_of)
    view = read_graph(data).view
    entity = _named(view, name)
    known = view if as_of is None else view.as_of(day)
    if entity.path not in known.entities:
        fail(f"no article had told of {entity.name} ({entity.path}) by {day}")
    _show(history_of(known, entity.path, day), known)


def _day(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text).last_day
    except ValueError as error:
        fail(f"--as-of: {error}")


def _named(view: View, name: str) -> CanonicalEntity:
    """The one thing of that id or name, a project before others."""
    if name in view.entities:
        return view.entities[name]
    found = view.named(name)
    projects = [entity for entity in found if entity.type == "project"]
    candidates = projects or found
    if not candidates:
        fail(f"no article names {name!r}")
    if len(candidates) > 1:
        listed = ", ".join(f"{entity.path} ({entity.name})" for entity in candidates)
        fail(f"{name!r} could be {listed}: give the id")
    return candidates[0]


def _show(history: History, view: View) -> None:
    console = Console(highlight=False)
    entity = view.entities[history.path]
    console.print(
        f"{entity.name}  {history.path}  {history.day}까지 알려진 것", style="bold", markup=False
    )
    for table in (
        _sums(history),
        _steps(history),
        _parts(history, view),
        _leads(history, view),
        _offices(history, view),
    ):
        if table.row_count:
            console.print(table)


def _table(title: str, *columns: str) -> Table:
    return Table(*columns, title=title, title_justify="left", box=box.SIMPLE_HEAD)


def _sums(history: History) -> Table:
    table = _table("사업비", "알려진 날", "금액", "종류", "기간", "관계", "출처", "근거")
    for one in history.sums:
        claim = one.told.first.claim
        assert isinstance(claim, Budget)
        table.add_row(
            _first_known(one.told),
            won(claim.money.amount),
            " ".join((KINDS[claim.kind], FUNDERS[claim.source] if claim.source else "")).strip(),
            str(claim.period or ""),
            STANDINGS[one.standing],
            *_sources(one.told),
        )
    return table


def _steps(history: History) -> Table:
    table = _table("추진 단계", "날", "단계", "상태", "알려진 날", "출처", "근거")
    for step in history.steps:
        table.add_row(
            str(step.status.date or ""),
            MILESTONES[step.status.status],
            STATES[step.state],
            _first_known(step.told),
            *_sources(step.told),
        )
    return table


def _parts(history: History, view: View) -> Table:
    table = _table("부분 사업과 상위 사업", "관계", "이름", "금액", "단계")
    rows = [("부분", path) for path in history.parts] + [("상위", path) for path in history.wholes]
    for relation, path in rows:
        budget, step = next(iter(view.budgets(path)), None), view.step_of(path)
        claim = budget.first.claim if budget else None
        table.add_row(
            relation,
            view.entities[path].name,
            won(claim.money.amount) if isinstance(claim, Budget) else "",
            MILESTONES[step] if step else "",
        )
    return table


def _leads(history: History, view: View) -> Table:
    table = _table("주관", "몫", "기관", "알려진 날", "출처", "근거")
    for told in history.leads:
        claim = told.first.claim
        assert isinstance(claim, Participates)
        body = view.entities[told.first.paths["organization"][0]]
        table.add_row(PARTS[claim.part], body.name, _first_known(told), *_sources(told))
    return table


def _offices(history: History, view: View) -> Table:
    table = _table("직위", "기관", "직위", "이름", "상태", "알려진 동안", "출처", "근거")
    for office in history.offices:
        first, last = (str(day or "") for day in office.known)
        holds = "대행" if office.acting and office.holds else "현직" if office.holds else "이전"
        table.add_row(
            view.entities[office.organization].name,
            office.title,
            view.entities[office.person].name,
            holds,
            first if first == last else f"{first}–{last}",
            *_sources(office.told),
        )
    return table


def _first_known(told: Told) -> str:
    return min(_days(told), default="")


def _days(told: Told) -> Iterable[str]:
    return (str(one.article.published) for one in told.statements if one.article.published)


def _sources(told: Told) -> tuple[str, str]:
    """How many independent sources there are, and the article and words of the one shown."""
    first = told.first
    outlet = " ".join(filter(None, (first.article.outlet, str(first.article.published or ""))))
    return str(told.support), f"{outlet} “{first.claim.evidence.quote}”"
