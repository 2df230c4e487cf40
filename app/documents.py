"""Ingest of documents: what articles state, annotated or extracted elsewhere, into the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from app.ingest import PAGE_SUFFIX, Failure, Report
from extractors.readers import UnreadablePage, read_page
from graph.archive import Archive
from graph.interchange import read_document
from graph.model import Extraction
from graph.offsets import with_offsets

DOCUMENT_SUFFIX = ".json"


def documents_in(folder: Path) -> list[Path]:
    """The `.json` documents of a folder and those below it, in order; a file stands for itself."""
    return sorted(folder.rglob(f"*{DOCUMENT_SUFFIX}")) if folder.is_dir() else [folder]


def texts_in(folder: Path) -> dict[str, Path]:
    """The pages of a folder and those below it by stem, under which a document looks for its text.

    Of several with one stem the first counts.
    """
    return {path.stem: path for path in sorted(folder.rglob(f"*{PAGE_SUFFIX}"), reverse=True)}


def ingest_documents(
    documents: Sequence[Path],
    archive: Archive,
    texts: dict[str, Path],
    *,
    max_page_mb: int,
    advance: Callable[[], object] = lambda: None,
) -> Report:
    """Archive documents of the interchange form, a document a transaction, by the rules of pages.

    Where `texts` has a page of the same stem its text is archived and quotes get their offsets.
    """
    report = Report()
    for path in _counted(documents, advance):
        try:
            extraction = _read(path, texts.get(path.stem), max_page_mb)
        except UnreadablePage as unreadable:
            report.failures.append(Failure(path, f"{unreadable.file}: {unreadable.reason}"))
        except OSError as error:
            report.failures.append(Failure(path, error.strerror or str(error)))
        except ValueError as error:
            report.failures.append(Failure(path, str(error)))
        else:
            report.outcomes[archive.put(extraction)] += 1
    return report


def _read(path: Path, page: Path | None, max_page_mb: int) -> Extraction:
    """One document; its article is called after the document where it names no file itself.

    The article's own name for its file is the stem's, so that members of an entity can be told.
    """
    document = path.read_text(encoding="utf-8")
    text = None
    if page is not None:
        text = read_page(page, max_bytes=max_page_mb * 1_000_000).text
    read = read_document(document, text)
    article = read.article
    if article.file is None:
        article = replace(article, file=page.name if page else path.name)
    read = replace(read, article=article)
    return read if text is None else with_offsets(read, text)


def _counted(documents: Iterable[Path], advance: Callable[[], object]) -> Iterable[Path]:
    for document in documents:
        yield document
        advance()
