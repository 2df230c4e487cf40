"""The command `sanmaek`."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table

from app.commands import entities, history, review, validate
from app.documents import documents_in, ingest_documents, texts_in
from app.ingest import Failure, ingest, pages_in, read_pages
from app.settings import Settings
from app.terminal import Data, publish_graph
from app.terminal import console as _console
from app.terminal import fail as _fail
from app.terminal import settings_with as _settings
from app.terminal import snapshot_of as _snapshot
from app.workers import Crew, Extract, extract_all
from extractors.version import version_of
from graph.archive import Archive, ArchiveError, UnknownArticleError
from graph.exports import EXPORTS
from graph.interchange import write_document
from graph.knowledge import rebuild_store
from graph.ledger import LedgerError
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
cli.command()(history.history)
cli.command()(validate.validate)
cli.command()(review.review)
cli.command()(review.decide)
cli.command()(entities.entities)

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
    except (ArchiveError, LedgerError, StoreBusyError, UnknownArticleError) as error:
        _fail(str(error))


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=_console,
        auto_refresh=False,  # by a thread, and workers are forked meanwhile
        transient=True,
    )


def _tell(failures: list[Failure]) -> None:
    for failure in failures:
        _console.print(f"{failure.file}: {failure.reason}", style="yellow", markup=False)


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
    settings = _settings(workers=workers)
    pages, failures = pages_in([path]), list[Failure]()
    if not pages:
        _fail(f"{path} holds no .txt page")
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
    _console.print(f"{len(pages) - len(failures)} of {len(pages)} pages read")
    raise SystemExit(1 if failures else 0)


@cli.command("ingest")
def ingest_pages(
    paths: Annotated[
        list[Path] | None, typer.Argument(exists=True, help="Pages or folders of pages.")
    ] = None,
    extractions: Annotated[
        Path | None,
        typer.Option(
            exists=True, help="Folder of .json documents that say what articles state already."
        ),
    ] = None,
    texts: Annotated[
        Path | None,
        typer.Option(exists=True, help="Folder of those articles' pages, under the same stems."),
    ] = None,
    data: Data = None,
    workers: Workers = None,
) -> None:
    """Read pages into the archive and the graph. The same page again changes nothing."""
    settings = _settings(data, workers=workers)
    pages = pages_in(paths or [])
    documents = documents_in(extractions) if extractions else []
    if not pages and not documents:
        looked = ", ".join(map(str, [*(paths or []), *([extractions] if extractions else [])]))
        _fail(
            f"no .txt page in {looked}" if paths else f"no .json document in {looked or 'nothing'}"
        )
    if texts is not None and extractions is None:
        _fail("--texts are those of --extractions: give that folder too")
    extractor, crew = _extractor(settings)
    with Archive(settings.archive_path) as archive:
        with _progress() as progress:
            task = progress.add_task("reading", total=len(pages) + len(documents))

            def advance() -> None:
                progress.update(task, advance=1, refresh=True)

            report = ingest(
                pages,
                archive,
                version_of(settings.gazetteer),
                extractor,
                max_page_mb=settings.max_page_mb,
                advance=advance,
                crew=crew,
            )
            given = ingest_documents(
                documents,
                archive,
                texts_in(texts) if texts else {},
                max_page_mb=settings.max_page_mb,
                advance=advance,
            )
        for told, name in ((report, f"{len(pages)} pages"), (given, f"{len(documents)} documents")):
            _tell(told.failures)
            if told.failures or any(told.outcomes.values()):
                _console.print(f"{name}: {told.summary()}")
        _console.print(publish_graph(settings, archive))
    raise SystemExit(1 if report.failures or given.failures else 0)


@cli.command()
def serve(
    data: Data = None,
    host: Annotated[str | None, typer.Option(help="Address.  [SANMAEK_HOST]")] = None,
    port: Annotated[int | None, typer.Option(help="Port, 0: a free one.  [SANMAEK_PORT]")] = None,
) -> None:
    """Serve REST, SPARQL and exports."""
    from app.serving import serve_forever  # noqa: PLC0415  only this command pays for the web

    settings = _settings(data, host=host, port=port)
    if not settings.archive_path.exists():
        _fail(f"nothing in {settings.data} yet: run `sanmaek ingest PAGES --data {settings.data}`")
    serve_forever(settings, _console)


@cli.command()
def export(
    file: Annotated[
        Path,
        typer.Argument(
            help="; ".join(f".{ending}: {kind.summary}" for ending, kind in EXPORTS.items())
        ),
    ],
    data: Data = None,
) -> None:
    """Write the graph to a file; its ending says the format."""
    settings = _settings(data)
    kind = EXPORTS.get(file.suffix.lstrip("."))
    if kind is None:
        _fail(f"{file}: the ending is none of {', '.join('.' + ending for ending in EXPORTS)}")
    with Archive(settings.archive_path) as archive:
        snapshot = _snapshot(settings, archive)
    unfinished = file.with_name(file.name + ".part")
    with unfinished.open("wb") as out:
        kind.write(snapshot, out)
    unfinished.replace(file)
    _console.print(f"{file}: {file.stat().st_size:,} bytes, {kind.summary}", markup=False)


@cli.command()
def rebuild(data: Data = None) -> None:
    """Make the graph anew from the archive; the result is the same."""
    settings = _settings(data)
    with Archive(settings.archive_path) as archive:
        snapshot = _snapshot(settings, archive)
        rebuild_store(snapshot, settings.store_path)
    _console.print(f"{len(snapshot.view.articles)} articles, graph rebuilt in {settings.data}")


@cli.command()
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
    settings = _settings(data)
    if undo and forget:
        _fail("what is forgotten cannot be taken back: give --undo or --forget")
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
        _console.print(
            f"{found.article.id} {found.article.title or ''}: {told}{again}", markup=False
        )
        _console.print(
            _rewritten(settings, archive) if forget else publish_graph(settings, archive)
        )


def _rewritten(settings: Settings, archive: Archive) -> str:
    """Make the store anew, for what was deleted from it stays in its files for a while."""
    snapshot = _snapshot(settings, archive)
    try:
        rebuild_store(snapshot, settings.store_path)
    except StoreBusyError:
        return (
            "the server that has the graph open takes it out by itself; "
            "its quotes stay in the graph's files until `sanmaek rebuild`"
        )
    return f"{len(snapshot.view.articles)} articles, graph rebuilt in {settings.data}"


@cli.command()
def info(data: Data = None) -> None:
    """Show the settings and what is in the graph."""
    settings = _settings(data)
    table = Table(Column("setting", no_wrap=True), "value", "what it is")
    for row in settings.described():
        table.add_row(*row)
    _console.print(table, soft_wrap=False)
    if not settings.archive_path.exists():
        _console.print(f"{settings.data} holds no archive yet")
        return
    with Archive(settings.archive_path) as archive:
        retracted = sum(row.retracted_at is not None for row in archive.articles())
        view = _snapshot(settings, archive).view
        counts = Table("articles", "retracted", "entities", "claims", "revision")
        numbers = (len(view.articles), retracted, len(view.entities), len(view.statements))
        counts.add_row(*map(str, (*numbers, view.revision)))
        _console.print(counts, soft_wrap=False)
