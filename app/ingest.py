"""Ingest: pages in, the archive brought up to them. Every page is one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.workers import ALONE, Crew, Extract, extract_all
from extractors.readers import UnreadablePage, read_page
from graph.archive import Archive, Outcome
from graph.model import Article

PAGE_SUFFIX = ".txt"


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be read, and why."""

    file: Path
    reason: str


@dataclass
class Report:
    """What an ingest did: pages by outcome, and those that could not be read."""

    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    failures: list[Failure] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether the archive is another than before."""
        return bool(self.outcomes[Outcome.ADDED] or self.outcomes[Outcome.UPDATED])

    def summary(self) -> str:
        """One line that says what happened."""
        told = [f"{count} {outcome.value}" for outcome, count in self.outcomes.items() if count] + (
            [f"{len(self.failures)} could not be read"] if self.failures else []
        )
        return ", ".join(told) or "no pages found"


def pages_in(paths: Iterable[Path]) -> list[Path]:
    """The pages that paths stand for: files as given, folders searched for `.txt`, in order."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(path.rglob(f"*{PAGE_SUFFIX}"))))
        else:
            found[path] = None
    return list(found)


def read_pages(
    pages: Iterable[Path], max_page_mb: int, failures: list[Failure]
) -> Iterator[tuple[Path, Article]]:
    """The pages that can be read, each as an article; the others go to `failures`."""
    for page in pages:
        try:
            yield page, read_page(page, max_bytes=max_page_mb * 1_000_000)
        except UnreadablePage as unreadable:
            failures.append(Failure(page, unreadable.reason))
        except OSError as error:
            failures.append(Failure(page, error.strerror or str(error)))


def ingest(
    pages: Sequence[Path],
    archive: Archive,
    version: str,
    extract: Extract,
    *,
    max_page_mb: int,
    advance: Callable[[], object] = lambda: None,
    crew: Crew = ALONE,
) -> Report:
    """Read, extract and archive pages; what that version has extracted before is left alone."""
    report = Report()
    found: Iterable[tuple[Path, Article]] = read_pages(
        _counted(pages, advance), max_page_mb, report.failures
    )
    while found:
        again: list[tuple[Path, Article]] = []
        wanted = _wanted(found, archive, version, report, again)
        for page, extraction in extract_all(extract, wanted, crew):
            if isinstance(extraction, str):
                report.failures.append(Failure(page, extraction))
            else:
                report.outcomes[archive.put(extraction)] += 1
        found = again
    order = {page: place for place, page in enumerate(pages)}
    report.failures.sort(key=lambda failure: order[failure.file])
    return report


def _wanted(
    found: Iterable[tuple[Path, Article]],
    archive: Archive,
    version: str,
    report: Report,
    again: list[tuple[Path, Article]],
) -> Iterator[tuple[Path, Article]]:
    """The articles to extract. One that is being read already waits in `again` for its outcome."""
    started: set[str] = set()
    for page, article in found:
        known = archive.describe(article.id)
        if article.id in started:
            again.append((page, article))
        elif known is not None and known.retracted_at is not None:
            report.outcomes[Outcome.RETRACTED] += 1
        elif known is not None and known.extractor == version:
            report.outcomes[Outcome.UNCHANGED] += 1
        else:
            started.add(article.id)
            yield page, article


def _counted(pages: Sequence[Path], advance: Callable[[], object]) -> Iterator[Path]:
    for page in pages:
        yield page
        advance()
