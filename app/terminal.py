"""What the commands have in common: how they speak, fail, find their settings and the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from app.settings import Settings
from graph.archive import Archive
from graph.iris import Iris
from graph.knowledge import Snapshot, read_snapshot
from graph.reference import read_references

console = Console(stderr=True, highlight=False, soft_wrap=True)
"""For what is told beside a result; the result itself goes to standard output."""

Data = Annotated[
    Path | None,
    typer.Option(help="Folder of the archive and the graph.  [SANMAEK_DATA]", show_default=False),
]


def fail(message: str) -> NoReturn:
    """End the command with one line and exit code 1."""
    console.print(f"sanmaek: {message}", style="red", markup=False)
    raise SystemExit(1)


def settings_with(data: Path | None = None, **changed: object) -> Settings:
    """The settings of the environment, changed by what was given on the command line."""
    given = {name: value for name, value in changed.items() if value is not None}
    return Settings().model_copy(update=given | ({"data": data} if data is not None else {}))


def snapshot_of(settings: Settings, archive: Archive) -> Snapshot:
    """The graph of an open archive."""
    with console.status("reading the archive"):
        return read_snapshot(archive, read_references(settings.gazetteer), Iris(settings.base_iri))


def read_graph(data: Path | None) -> Snapshot:
    """The graph in a folder of data; fails where there is none yet."""
    settings = settings_with(data)
    if not settings.archive_path.exists():
        fail(f"nothing in {settings.data} yet: run `sanmaek ingest PAGES --data {settings.data}`")
    with Archive(settings.archive_path) as archive:
        return snapshot_of(settings, archive)
