"""`sanmaek validate`: whether the graph has its shapes, and where articles disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.commands.terminal import Data, console, read_graph
from app.korean_words import MILESTONES, won
from graph.conflicts import Conflict, conflicts
from graph.model import Budget, Status
from graph.support import Told
from graph.view import View

if TYPE_CHECKING:
    from graph.validation import Violation


def validate(data: Data = None) -> None:
    """Check the graph's shapes (SHACL) and report contradictions; exit code 1 for a broken shape.

    A contradiction is a warning: both values are kept, each with who says so.
    """
    from graph.validation import violations  # noqa: PLC0415  only this command pays for rdflib

    snapshot = read_graph(data)
    errors = warnings = 0
    with Progress(
        TextColumn("validating"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    ) as progress:
        task = progress.add_task("", total=len(snapshot.extractions) + 1)
        for found in violations(snapshot, advance=lambda: progress.update(task, advance=1)):
            errors += found.is_error
            warnings += not found.is_error
            typer.echo(_violation(found))
    for conflict in conflicts(snapshot.view):
        warnings += 1
        typer.echo(_conflict(conflict, snapshot.view))
    console.print(f"{len(snapshot.extractions)} articles: {errors} errors, {warnings} warnings")
    raise SystemExit(1 if errors else 0)


def _violation(found: Violation) -> str:
    where = f"article {found.article}" if found.article else "accepted view"
    value = f" ({found.value})" if found.value else ""
    return (
        f"{'error' if found.is_error else 'warning'}: {where}: {found.node}: {found.message}{value}"
    )


def _conflict(conflict: Conflict, view: View) -> str:
    name = view.entities[conflict.path].name
    first, second = (
        f"{_value(told)} [{_sources(told)}]" for told in (conflict.accepted, conflict.other)
    )
    return f"warning: {name} ({conflict.path}): {first} but {second}"


def _value(told: Told) -> str:
    claim = told.first.claim
    if isinstance(claim, Budget):
        return won(claim.money.amount)
    assert isinstance(claim, Status)
    return f"{MILESTONES[claim.status]} {claim.date or ''}".strip()


def _sources(told: Told) -> str:
    """Who says so, each article once, and the words of the first."""
    articles = dict.fromkeys(
        " ".join(filter(None, (one.article.outlet, str(one.article.published or ""))))
        or one.article.id
        for one in told.statements
    )
    return f"{', '.join(articles)}: “{told.first.claim.evidence.quote}”"
