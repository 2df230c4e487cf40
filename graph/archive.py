"""The archive: every article's text and its extraction, in one SQLite file. It is the truth.

Everything else (RDF store, views, exports) is derived from it and can be made again. Each change is
one transaction and takes the next *revision*, so that whoever derives something knows what is new.
A retracted article leaves a tombstone: its extraction no longer counts, and putting it again is
refused until it is restored. Forgetting it also deletes its text, its extraction and all that was
known of it but the id; the file holds none of it any more, nor does its write-ahead log.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType

from graph.interchange import from_json, to_json
from graph.model import Article, Extraction
from graph.values import PartialDate

_SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE article (
    id TEXT PRIMARY KEY,
    text TEXT,
    url TEXT,
    title TEXT,
    outlet TEXT,
    reporter TEXT,
    published TEXT,
    file TEXT,
    archived_at TEXT NOT NULL,
    retracted_at TEXT,
    extractor TEXT NOT NULL,
    document TEXT NOT NULL,
    revision INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX article_order ON article (published, id);
"""
_ARRIVALS = (
    "CREATE TABLE arrival (id TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT",
    "INSERT INTO arrival SELECT id, revision FROM article",
)
"""The revision in which each article came; archives from before this table get it when opened."""


class Outcome(StrEnum):
    """What putting an extraction changed."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    RETRACTED = "retracted"


class ArchiveError(Exception):
    """The archive cannot be opened or read; the message says what to do."""


class UnknownArticleError(LookupError):
    """No article, or more than one, goes by that id, id prefix or file name."""


class Kind(StrEnum):
    """What a change was to somebody who knew an earlier revision."""

    ADDED = "added"
    CHANGED = "changed"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True)
class Changed:
    """An article as it stands after its last change, and what that was."""

    kind: Kind
    archived: ArchivedArticle


@dataclass(frozen=True, slots=True)
class ArchivedArticle:
    """An article's row without its text or extraction; of a forgotten one only the id is left."""

    article: Article
    extractor: str
    archived_at: str
    retracted_at: str | None
    revision: int
    forgotten: bool = False


class Archive:
    """The articles and extractions in one SQLite file; a context manager.

    Several processes may have it open; SQLite lets one write at a time and readers never wait.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                path, timeout=30, isolation_level=None, check_same_thread=False
            )
        except (OSError, sqlite3.Error) as error:
            raise ArchiveError(f"{path} cannot be opened ({error})") from error
        try:
            self._prepare()
        except BaseException as error:
            self._db.close()
            if isinstance(error, sqlite3.OperationalError):
                raise ArchiveError(f"{path} cannot be opened ({error})") from error
            if isinstance(error, sqlite3.DatabaseError):
                raise ArchiveError(
                    f"{path} is not an archive of sanmaek's ({error}); restore it from a backup"
                ) from error
            raise

    def _prepare(self) -> None:
        with self._writing():
            (version,) = self._db.execute("PRAGMA user_version").fetchone()
            tables = {name for (name,) in self._db.execute("SELECT name FROM sqlite_master")}
            if tables and (version == 0 or "article" not in tables):
                raise ArchiveError(f"{self.path} is another program's database, not an archive")
            if version == 0:
                for statement in _SCHEMA.split(";"):
                    self._db.execute(statement)
                self._db.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")
            elif version != _SCHEMA_VERSION:
                raise ArchiveError(
                    f"{self.path} was written by a newer sanmaek (form {version}); update sanmaek"
                )
            if "arrival" not in tables:
                for statement in _ARRIVALS:
                    self._db.execute(statement)
        with suppress(sqlite3.OperationalError):  # whoever opens it at this moment does the same
            self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA secure_delete = ON")

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; further calls fail."""
        self._db.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    @property
    def revision(self) -> int:
        """The number of the last change; 0 for an empty archive."""
        (revision,) = self._db.execute("SELECT coalesce(max(revision), 0) FROM article").fetchone()
        return int(revision)

    def put(self, extraction: Extraction) -> Outcome:
        """Keep an article and its extraction, in one transaction.

        The same extraction again changes nothing; another one replaces the former. A retracted
        article stays retracted.
        """
        article = extraction.article
        document = json.dumps(to_json(extraction), ensure_ascii=False, separators=(",", ":"))
        with self._writing():
            row = self._db.execute(
                "SELECT document, text, retracted_at FROM article WHERE id = ?", (article.id,)
            ).fetchone()
            if row is not None and row[2] is not None:
                return Outcome.RETRACTED
            if row is not None and row[:2] == (document, article.text):
                return Outcome.UNCHANGED
            self._db.execute(
                """
                INSERT INTO article (id, text, url, title, outlet, reporter, published, file,
                                     archived_at, extractor, document, revision)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    text = excluded.text, url = excluded.url, title = excluded.title,
                    outlet = excluded.outlet, reporter = excluded.reporter,
                    published = excluded.published, file = excluded.file,
                    extractor = excluded.extractor, document = excluded.document,
                    revision = excluded.revision
                """,
                (
                    article.id,
                    article.text,
                    article.url,
                    article.title,
                    article.outlet,
                    article.reporter,
                    str(article.published) if article.published else None,
                    article.file,
                    _now(),
                    extraction.extractor,
                    document,
                    self.revision + 1,
                ),
            )
            self._db.execute(
                "INSERT OR IGNORE INTO arrival VALUES (?, ?)", (article.id, self.revision)
            )
        return Outcome.ADDED if row is None else Outcome.UPDATED

    def describe(self, article_id: str) -> ArchivedArticle | None:
        """What is archived under an id, text and extraction left out; None where nothing is."""
        row = self._db.execute(f"{_DESCRIBE} WHERE id = ?", (article_id,)).fetchone()
        return _described(row) if row else None

    def articles(self) -> Iterator[ArchivedArticle]:
        """Every archived article, retracted ones too, by day of publication and id."""
        for row in self._db.execute(f"{_DESCRIBE} ORDER BY published, id").fetchall():
            yield _described(row)

    def find(self, name: str) -> ArchivedArticle:
        """The one article whose id begins with `name` or whose file is called so.

        Raises UnknownArticleError where none or several are.
        """
        rows = self._db.execute(
            f"""{_DESCRIBE} WHERE substr(id, 1, ?) = ? OR file = ?
            ORDER BY id <> ?, file IS NOT ?, id LIMIT 4""",
            (len(name), name, name, name, name),
        ).fetchall()
        exact = [row for row in rows if name in (row[0], row[6])] or rows
        if exact and exact[0][0] == name:
            exact = exact[:1]
        if not name or not rows:
            raise UnknownArticleError(f"no article {name!r} in {self.path}")
        if len(exact) > 1:
            ids = ", ".join(row[0] for row in exact)
            raise UnknownArticleError(f"{name!r} could be {ids}: give more of the id")
        return _described(exact[0])

    def extractions(self) -> Iterator[Extraction]:
        """The extractions of all articles that are not retracted, by day of publication and id."""
        rows = self._db.execute(
            """SELECT document, text FROM article
            WHERE retracted_at IS NULL AND document <> '' ORDER BY published, id"""
        )
        for document, text in rows.fetchall():
            yield from_json(json.loads(document), text)

    def changes(self, since: int) -> Iterator[tuple[int, str, Extraction | None]]:
        """What was changed after a revision, in order: revision, article id, its extraction.

        The extraction of an article that is retracted is None.
        """
        rows = self._db.execute(
            """SELECT revision, id, document, text, retracted_at FROM article
            WHERE revision > ? ORDER BY revision""",
            (since,),
        )
        for revision, article_id, document, text, retracted_at in rows.fetchall():
            gone = retracted_at is not None or not document
            yield revision, article_id, None if gone else from_json(json.loads(document), text)

    def changed_since(self, revision: int, limit: int) -> list[Changed]:
        """The articles that changed after a revision, by their last change, at most `limit`.

        One that came and went since is told as retracted, one that came and was read anew as added.
        """
        rows = self._db.execute(
            f"{_DESCRIBE} WHERE revision > ? ORDER BY revision LIMIT ?", (revision, limit)
        )
        last = [_described(row) for row in rows.fetchall()]
        came = self._db.execute("SELECT id FROM arrival WHERE revision > ?", (revision,))
        new = {article for (article,) in came}
        found = []
        for archived in last:
            kind = Kind.ADDED if archived.article.id in new else Kind.CHANGED
            if archived.retracted_at is not None or archived.forgotten:
                kind = Kind.RETRACTED
            found.append(Changed(kind, archived))
        return found

    def retract(self, article_id: str) -> bool:
        """Leave a tombstone in place of an article; False where one stands there already."""
        return self._mark(article_id, _now())

    def restore(self, article_id: str) -> bool:
        """Take an article's tombstone away; False where there is none.

        A forgotten article is empty then, until it is put again.
        """
        return self._mark(article_id, None)

    def forget(self, article_id: str) -> bool:
        """Retract an article and delete all that was known of it but its id; False: done before.

        Its words are overwritten in the file, and the write-ahead log is emptied. Raises
        ArchiveError where another process reads from the log: the words are out of the graph then,
        and forgetting again empties it.
        """
        with self._writing():
            retracted_at, empty = self._state(article_id)
            changed = retracted_at is None or not empty
            if changed:
                self._db.execute(
                    """
                    UPDATE article SET text = NULL, url = NULL, title = NULL, outlet = NULL,
                        reporter = NULL, published = NULL, file = NULL, extractor = '',
                        document = '', retracted_at = ?, revision = ? WHERE id = ?
                    """,
                    (_now(), self.revision + 1, article_id),
                )
        self._overwrite()
        return changed

    def _overwrite(self) -> None:
        """Leave no deleted word in the file, its free pages or its log."""
        try:
            self._db.execute("VACUUM")
            (busy, _, _) = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.OperationalError as error:
            raise ArchiveError(f"{self.path} is in use ({error}); {_FORGET_AGAIN}") from error
        if busy:
            raise ArchiveError(f"{self.path} is being read; {_FORGET_AGAIN}")

    def _state(self, article_id: str) -> tuple[str | None, bool]:
        """Since when an article is retracted, and whether it is forgotten or empty."""
        row = self._db.execute(
            "SELECT retracted_at, document = '' FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        if row is None:
            raise UnknownArticleError(f"no article {article_id!r} in {self.path}")
        return row[0], bool(row[1])

    def _mark(self, article_id: str, retracted_at: str | None) -> bool:
        with self._writing():
            (before, _) = self._state(article_id)
            if (before is None) == (retracted_at is None):
                return False
            self._db.execute(
                "UPDATE article SET retracted_at = ?, revision = ? WHERE id = ?",
                (retracted_at, self.revision + 1, article_id),
            )
        return True


_DESCRIBE = """
SELECT id, url, title, outlet, reporter, published, file,
       extractor, archived_at, retracted_at, revision, document = '' FROM article
"""
_FORGET_AGAIN = "forget the article again when nothing else does, to empty its log"


def _described(row: tuple[str, ...]) -> ArchivedArticle:
    article_id, url, title, outlet, reporter, published, file, *rest = row
    extractor, archived_at, retracted_at, revision, forgotten = rest
    article = Article(article_id, None, url, title, outlet, reporter, None, file)
    if published:
        article = replace(article, published=PartialDate.parse(published))
    return ArchivedArticle(
        article, extractor, archived_at, retracted_at or None, int(revision), bool(forgotten)
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
