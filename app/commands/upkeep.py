"""`sanmaek info`, `rebuild` and `retract`: what is in the graph, made anew, taken out."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Column, Table

from app.commands.terminal import Data, console, fail, publish_graph, settings_with, snapshot_in
from app.settings import Settings
from app.storage import open_graph
from graph.archive import Archive
from graph.knowledge import rebuild_store, republish
from graph.store import StoreBusyError


def info(data: Data = None) -> None:
    """Show the settings and what is in the graph."""
    settings = settings_with(data)
    table = Table(Column("setting", no_wrap=True), "value", "what it is")
    for row in settings.described():
        table.add_row(*row)
    console.print(table, soft_wrap=False)
    if not settings.archive_path.exists():
        console.print(f"{settings.data} holds no archive yet")
        return
    with Archive(settings.archive_path) as archive:
        retracted = sum(row.retracted_at is not None for row in archive.articles())
        view = snapshot_in(settings, archive).view
        counts = Table("articles", "retracted", "entities", "claims", "revision")
        numbers = (len(view.articles), retracted, len(view.entities), len(view.statements))
        counts.add_row(*map(str, (*numbers, view.revision)))
        console.print(counts, soft_wrap=False)


def rebuild(data: Data = None) -> None:
    """Make the graph anew from the archive; the result is the same."""
    settings = settings_with(data)
    with Archive(settings.archive_path) as archive:
        snapshot = snapshot_in(settings, archive)
        if settings.store_url is None:
            rebuild_store(snapshot, settings.store_path)
        else:
            store = open_graph(settings)
            republish(snapshot, store)
            store.close()
    console.print(f"{len(snapshot.view.articles)} articles, graph rebuilt in {settings.data}")


def retract(
    article: Annotated[str, typer.Argument(help="Its id, the beginning of it, or its file name.")],
    data: Data = None,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Take it back into the graph.")] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete its text and all that was read from it, too.")
    ] = False,
) -> None:
    """Take an article and what it alone supports out of the graph; it won't come back by itself."""
    settings = settings_with(data)
    if undo and forget:
        fail("what is forgotten cannot be taken back: give --undo or --forget")
    with Archive(settings.archive_path) as archive:
        found = archive.find(article)
        if forget:
            done = archive.forget(found.article.id)
        elif undo:
            done = archive.restore(found.article.id)
        else:
            done = archive.retract(found.article.id)
        told = "forgotten" if forget else "restored" if undo else "retracted"
        again = "" if done else " before; nothing changed"
        again += "; its text was deleted, ingest it again" if undo and found.forgotten else ""
        console.print(
            f"{found.article.id} {found.article.title or ''}: {told}{again}", markup=False
        )
        console.print(_rewritten(settings, archive) if forget else publish_graph(settings, archive))


def _rewritten(settings: Settings, archive: Archive) -> str:
    """Make the store anew, for what was deleted from it stays in its files for a while."""
    snapshot = snapshot_in(settings, archive)
    try:
        rebuild_store(snapshot, settings.store_path)
    except StoreBusyError:
        return (
            "the server that has the graph open takes it out by itself; "
            "its quotes stay in the graph's files until `sanmaek rebuild`"
        )
    return f"{len(snapshot.view.articles)} articles, graph rebuilt in {settings.data}"
