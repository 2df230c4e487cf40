"""What commands share: the console, the settings of a run, the snapshot of an archive."""

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

Data = Annotated[
    Path | None,
    typer.Option(help="Folder of the archive and the graph.  [SANMAEK_DATA]", show_default=False),
]


def fail(message: str) -> NoReturn:
    """End the command with one line on stderr and exit code 1."""
    console.print(f"sanmaek: {message}", style="red", markup=False)
    raise SystemExit(1)


def settings_with(data: Path | None = None, **changed: object) -> Settings:
    """The settings of the environment, with what the command line gives instead."""
    given = {name: value for name, value in changed.items() if value is not None}
    return Settings().model_copy(update=given | ({"data": data} if data is not None else {}))


def snapshot_in(settings: Settings, archive: Archive) -> Snapshot:
    """The graph of an archive."""
    with console.status("reading the archive"):
        return read_snapshot(archive, read_references(settings.gazetteer), Iris(settings.base_iri))
