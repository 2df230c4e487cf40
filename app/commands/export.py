"""`sanmaek export` and `sanmaek dump`: the graph as files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app.commands.terminal import Data, console, fail, settings_with, snapshot_in
from app.criteria import Criteria, CriterionError, selection_of
from graph.archive import Archive
from graph.exports import EXPORTS, Options, export_named
from graph.exports.versions import write_version
from graph.kinds import BudgetKind, Milestone
from graph.network.elements import NetworkView, Parallel

_PANEL = "Which projects, and what is around them"


def _criterion(help_: str, *names: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(
        *names, help=help_, show_default=False, rich_help_panel=_PANEL
    )
    return option


def export(  # noqa: PLR0917  typer passes by name
    file: Annotated[
        Path,
        typer.Argument(
            help="; ".join(f".{ending}: {kind.summary}" for ending, kind in EXPORTS.items())
        ),
    ],
    data: Data = None,
    view: Annotated[
        NetworkView, typer.Option(help="Which network, for the formats that hold one.")
    ] = NetworkView.FULL,
    parallel: Annotated[
        Parallel | None,
        typer.Option(
            help="Several relations of one pair: joined to one edge, or an edge each. "
            "GraphML joins them unless told otherwise, for Gephi loses them there.",
            show_default=False,
        ),
    ] = None,
    city: Annotated[str | None, _criterion("Region, by any name or code.", "--city")] = None,
    org: Annotated[str | None, _criterion("Organisation that takes part.", "--org")] = None,
    company: Annotated[str | None, _criterion("Company that takes part.", "--company")] = None,
    person: Annotated[str | None, _criterion("Person who signed or leads.", "--person")] = None,
    industry: Annotated[str | None, _criterion("Industry.", "--industry")] = None,
    status: Annotated[Milestone | None, _criterion("Where it stands.", "--status")] = None,
    budget_min: Annotated[str | None, _criterion("Least sum: 100억.", "--budget-min")] = None,
    budget_max: Annotated[str | None, _criterion("Largest sum.", "--budget-max")] = None,
    budget_kind: Annotated[
        BudgetKind | None, _criterion("Kind of the sum.", "--budget-kind")
    ] = None,
    since: Annotated[str | None, _criterion("Runs on or after: 2023-05.", "--from")] = None,
    until: Annotated[str | None, _criterion("Runs on or before.", "--to")] = None,
    words: Annotated[str | None, _criterion("Words of its name.", "-q", "--q")] = None,
) -> None:
    """Write the graph, or the part around some projects, to a file; its ending says the format."""
    settings = settings_with(data)
    named = export_named(file.name)
    if named is None:
        fail(f"{file}: the ending is none of {', '.join('.' + ending for ending in EXPORTS)}")
    criteria = Criteria(
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
    with Archive(settings.archive_path) as archive:
        snapshot = snapshot_in(settings, archive)
    try:
        selection = selection_of(criteria, snapshot.view, snapshot.references)
    except CriterionError as error:
        fail(str(error))
    opened = named[1].open(snapshot, Options(selection, view, parallel))
    unfinished = file.with_name(file.name + ".part")
    with unfinished.open("wb") as out:
        for block in opened.blocks:
            out.write(block)
    unfinished.replace(file)
    console.print(f"{file}: {file.stat().st_size:,} bytes, {named[1].summary}", markup=False)
    for line in opened.report.lines():
        console.print(f"  {line}", markup=False)


def dump(
    folder: Annotated[Path, typer.Argument(help="Folder of all versions.", file_okay=False)],
    data: Data = None,
) -> None:
    """Add a version of the whole graph as RDF to a folder, with what changed since the last one.

    Where nothing changed, nothing is written.
    """
    settings = settings_with(data)
    with Archive(settings.archive_path) as archive:
        snapshot = snapshot_in(settings, archive)
    version = write_version(snapshot, folder, datetime.now(UTC))
    if version is None:
        console.print(f"{folder}: the last version is of the same graph; nothing written")
        return
    told = (f"+{version.added:,} -{version.removed:,} quads",) if version.previous else ()
    console.print(
        ", ".join((f"{folder / version.name}: {version.quads:,} quads", *told)), markup=False
    )
