"""`sanmaek extract` and `sanmaek ingest`: pages and documents in."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from app.commands.terminal import Data, console, fail, publish_graph, settings_with
from app.documents import documents_in, ingest_documents, texts_in
from app.ingest import Failure, ingest, pages_in, read_pages
from app.settings import Settings
from app.workers import Crew, Extract, extract_all
from extractors.version import version_of
from graph.archive import Archive
from graph.interchange import write_document

if TYPE_CHECKING:
    from extractors.pipeline import Pipeline

Workers = Annotated[
    int | None,
    typer.Option(
        min=1, help="Processes that read pages at once.  [SANMAEK_WORKERS]", show_default=False
    ),
]


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
    settings = settings_with(data, workers=workers)
    pages = pages_in(paths or [])
    documents = documents_in(extractions) if extractions else []
    if not pages and not documents:
        looked = ", ".join(map(str, [*(paths or []), *([extractions] if extractions else [])]))
        fail(
            f"no .txt page in {looked}" if paths else f"no .json document in {looked or 'nothing'}"
        )
    if texts is not None and extractions is None:
        fail("--texts are those of --extractions: give that folder too")
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
                console.print(f"{name}: {told.summary()}")
        console.print(publish_graph(settings, archive))
    raise SystemExit(1 if report.failures or given.failures else 0)


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
