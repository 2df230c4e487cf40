"""What the commands have in common: how they speak, fail, find their settings and the graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from app.settings import Settings
from app.storage import open_graph
from graph.archive import Archive
from graph.collector import collector_paused
from graph.iris import Iris
from graph.knowledge import Snapshot, publish, read_snapshot
from graph.ledger import Ledger
from graph.live import LiveGraph
from graph.reference import read_references
from graph.store import StoreBusyError

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


def snapshot_in(settings: Settings, archive: Archive) -> Snapshot:
    """The graph of an open archive."""
    with console.status("reading the archive"):
        return read_snapshot(
            archive,
            read_references(settings.gazetteer),
            Iris(settings.base_iri),
            Ledger(settings.ledger_path).decisions(),
            audience=settings.audience,
        )


def live_graph_of(settings: Settings) -> LiveGraph:
    """The graph in a folder of data, to ask who is who; fails where there is none yet."""
    require_data(settings)
    with Archive(settings.archive_path) as archive, console.status("reading the archive"):
        graph = LiveGraph(
            read_references(settings.gazetteer),
            Iris(settings.base_iri),
            Ledger(settings.ledger_path).decisions(),
            audience=settings.audience,
        )
        with collector_paused():
            for extraction in archive.extractions():
                graph.put(extraction)
            graph.take_over()
    return graph


def require_data(settings: Settings) -> None:
    """Fail where nothing was ingested yet."""
    if not settings.archive_path.exists():
        fail(f"nothing in {settings.data} yet: run `sanmaek ingest PAGES --data {settings.data}`")


def publish_graph(settings: Settings, archive: Archive) -> str:
    """Bring the store up to the archive, or leave it to the server that has it open."""
    snapshot = snapshot_in(settings, archive)
    try:
        store = open_graph(settings)
    except StoreBusyError:
        return "the server that has the graph open takes it over by itself"
    publish(snapshot, store)
    store.close()
    view = snapshot.view
    return (
        f"{len(view.articles)} articles, {len(view.entities)} entities, "
        f"{len(view.statements)} claims in {settings.data}"
    )


def read_graph(data: Path | None) -> Snapshot:
    """The graph in a folder of data; fails where there is none yet."""
    settings = settings_with(data)
    require_data(settings)
    with Archive(settings.archive_path) as archive:
        return snapshot_in(settings, archive)
