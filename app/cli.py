"""The command `sanmaek`."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from app.commands.export import dump, export
from app.commands.terminal import Data, console, fail, settings_with, snapshot_in
from app.ingest import Failure, ingest, pages_in, read_pages
from app.settings import Settings
from app.workers import Crew, Extract, extract_all
from extractors.version import version_of
from graph.archive import Archive, ArchiveError, UnknownArticleError
from graph.interchange import write_document
from graph.knowledge import publish, rebuild_store
from graph.oxigraph import OxigraphStore
from graph.store import StoreBusyError

if TYPE_CHECKING:
    from extractors.pipeline import Pipeline

cli = typer.Typer(
    name="sanmaek",
    help="산맥: Korean news on regional industrial policy, read into a sourced knowledge graph.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Workers = Annotated[
    int | None,
    typer.Option(
        min=1, help="Processes that read pages at once.  [SANMAEK_WORKERS]", show_default=False
    ),
]


def main() -> None:
    """Run the command; known errors end it with one line, not a traceback."""
    try:
        cli()
    except (ArchiveError, StoreBusyError, UnknownArticleError) as error:
        fail(str(error))


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        auto_refresh=False,  # by a thread, and workers are forked meanwhile
        transient=True,
    )


def _tell(failures: list[Failure]) -> None:
    for failure in failures:
        console.print(f"{failure.file}: {failure.reason}", style="yellow", markup=False)


def _extractor(settings: Settings) -> tuple[Extract, Crew]:
    """What extracts an article, and by how many processes.

    The rules are loaded by the first article, for most runs have none.
    """

    @cache
    def pipeline() -> Pipeline:
        from extractors.pipeline import Pipeline  # noqa: PLC0415

        return Pipeline(settings.gazetteer)

    crew = Crew(settings.workers, lambda: pipeline().load())
    return lambda article: pipeline().extract(article), crew


def _publish(settings: Settings, archive: Archive) -> str:
    """Bring the store up to the archive, or leave it to the server that has it open."""
    snapshot = snapshot_in(settings, archive)
    try:
        store = OxigraphStore(settings.store_path)
    except StoreBusyError:
        return "the server that has the graph open takes it over by itself"
    publish(snapshot, store)
    store.close()
    view = snapshot.view
    return (
        f"{len(view.articles)} articles, {len(view.entities)} entities, "
        f"{len(view.statements)} claims in {settings.data}"
    )


@cli.command()
def extract(
    path: Annotated[Path, typer.Argument(exists=True, help="A page, or a folder of .txt pages.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Folder for one .json an article; else stdout."),
    ] = None,
    workers: Workers = None,
) -> None:
    """Read pages and write what they state as JSON, without a graph."""
    settings = settings_with(workers=workers)
    pages, failures = pages_in([path]), list[Failure]()
    if not pages:
        fail(f"{path} holds no .txt page")
    extractor, crew = _extractor(settings)
    place = {page: number for number, page in enumerate(pages, 1)}
    articles = read_pages(pages, settings.max_page_mb, failures)
    with _progress() as progress:
        task = progress.add_task("reading", total=len(pages))
        for page, extraction in extract_all(extractor, articles, crew):
            progress.update(task, completed=place[page], refresh=True)
            if isinstance(extraction, str):
                failures.append(Failure(page, extraction))
            elif output is None:
                sys.stdout.write(write_document(extraction))
            else:
                relative = page.relative_to(path) if path.is_dir() else Path(page.name)
                target = (output / relative).with_suffix(".json")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(write_document(extraction), encoding="utf-8")
    _tell(sorted(failures, key=lambda failure: place[failure.file]))
    console.print(f"{len(pages) - len(failures)} of {len(pages)} pages read")
    raise SystemExit(1 if failures else 0)


@cli.command("ingest")
def ingest_pages(
    paths: Annotated[list[Path], typer.Argument(exists=True, help="Pages or folders of pages.")],
    data: Data = None,
    workers: Workers = None,
) -> None:
    """Read pages into the archive and the graph. The same page again changes nothing."""
    settings = settings_with(data, workers=workers)
    extractor, crew = _extractor(settings)
    pages = pages_in(paths)
    if not pages:
        fail(f"no .txt page in {', '.join(map(str, paths))}")
    with Archive(settings.archive_path) as archive:
        with _progress() as progress:
            task = progress.add_task("reading", total=len(pages))
            report = ingest(
                pages,
                archive,
                version_of(settings.gazetteer),
                extractor,
                max_page_mb=settings.max_page_mb,
                advance=lambda: progress.update(task, advance=1, refresh=True),
                crew=crew,
            )
        _tell(report.failures)
        console.print(f"{len(pages)} pages: {report.summary()}")
        console.print(_publish(settings, archive))
    raise SystemExit(1 if report.failures else 0)


@cli.command()
def serve(
    data: Data = None,
    host: Annotated[str | None, typer.Option(help="Address.  [SANMAEK_HOST]")] = None,
    port: Annotated[int | None, typer.Option(help="Port, 0: a free one.  [SANMAEK_PORT]")] = None,
) -> None:
    """Serve REST, SPARQL and exports."""
    from app.serving import serve_forever  # noqa: PLC0415  only this command pays for the web

    settings = settings_with(data, host=host, port=port)
    if not settings.archive_path.exists():
        fail(f"nothing in {settings.data} yet: run `sanmaek ingest PAGES --data {settings.data}`")
    serve_forever(settings, console)


cli.command()(export)
cli.command()(dump)


@cli.command()
def rebuild(data: Data = None) -> None:
    """Make the graph anew from the archive; the result is the same."""
    settings = settings_with(data)
    with Archive(settings.archive_path) as archive:
        snapshot = snapshot_in(settings, archive)
        rebuild_store(snapshot, settings.store_path)
    console.print(f"{len(snapshot.view.articles)} articles, graph rebuilt in {settings.data}")


@cli.command()
def retract(
    article: Annotated[str, typer.Argument(help="Its id, the beginning of it, or its file name.")],
    data: Data = None,
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Take it back into the graph.")] = False,
) -> None:
    """Take an article and what it alone supports out of the graph; it won't come back by itself."""
    settings = settings_with(data)
    with Archive(settings.archive_path) as archive:
        found = archive.find(article).article
        done = archive.restore(found.id) if undo else archive.retract(found.id)
        told = "restored" if undo else "retracted"
        again = "" if done else " before; nothing changed"
        console.print(f"{found.id} {found.title or ''}: {told}{again}", markup=False)
        console.print(_publish(settings, archive))


@cli.command()
def info(data: Data = None) -> None:
    """Show the settings and what is in the graph."""
    settings = settings_with(data)
    table = Table("setting", "value", "what it is")
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
