"""Full text search over entity names and the quotes of claims, by SQLite's FTS5.

What a token is, is injected: `graph.grams` unless something else is given. Each word of a question
must stand in what is found, its tokens one behind the other; FTS5's own syntax is never seen.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from itertools import groupby
from pathlib import Path

from graph.canonical import CanonicalEntity
from graph.folding import fold
from graph.grams import folded, grams
from graph.iris import split_path
from graph.kinds import EntityType
from graph.quotes import shown_quote
from graph.statements import Statement
from graph.view import View

Tokens = Callable[[str], Iterable[str]]
"""Splits a text into what is compared; the same function reads texts and questions."""

MAX_QUESTION = 200
"""The letters of a question that are read."""

_AT_ONCE = 500
"""How many of the best quotes are looked at: one entity may stand in many of them."""

_SCHEMA = """
CREATE TABLE entity (path TEXT PRIMARY KEY, kind TEXT NOT NULL, digest BLOB NOT NULL);
CREATE TABLE article (id TEXT PRIMARY KEY, digest BLOB NOT NULL);
CREATE TABLE name (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL, kind TEXT NOT NULL, matched TEXT NOT NULL,
    text TEXT NOT NULL, folded TEXT NOT NULL);
CREATE INDEX name_by_path ON name (path);
CREATE INDEX name_by_folded ON name (folded);
CREATE TABLE quote (
    id INTEGER PRIMARY KEY, article TEXT NOT NULL, text TEXT NOT NULL, paths TEXT NOT NULL);
CREATE INDEX quote_by_article ON quote (article);
CREATE VIRTUAL TABLE name_words USING fts5(words, content='', tokenize="{tokenize}");
CREATE VIRTUAL TABLE quote_words USING fts5(words, content='', tokenize="{tokenize}");
"""
_TOKENIZE = "unicode61 remove_diacritics 0 categories 'L* M* N* S* P* Co'"


class Matched(StrEnum):
    """Where a question was found."""

    NAME = "name"
    ALIAS = "alias"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity that was found: by `text`, one of its names, or a quote of the article `article`.

    `score` lies between 0 and 1: 1 for its whole name, above 0.5 for a part of a name, below for a
    quote. It orders the hits of one question and means nothing across questions.
    """

    path: str
    score: float
    matched: Matched
    text: str
    article: str | None = None


class TextIndex:
    """An index in memory, or in a file, which outlives the process; safe to use from any thread.

    `bring_to` makes it follow a view and touches only what changed. A reader waits for a change
    that is being written and never sees half of it.
    """

    def __init__(self, tokens: Tokens = grams, file: Path | None = None) -> None:
        self._tokens = tokens
        self._lock = threading.Lock()
        self._rows = sqlite3.connect(
            ":memory:" if file is None else file, check_same_thread=False, isolation_level=None
        )
        self._rows.execute("PRAGMA synchronous = OFF")
        if not self._rows.execute("SELECT 1 FROM sqlite_schema").fetchone():
            self._rows.executescript(_SCHEMA.format(tokenize=_TOKENIZE))

    @classmethod
    def of(cls, view: View, tokens: Tokens = grams, file: Path | None = None) -> TextIndex:
        """The index of a view."""
        index = cls(tokens, file)
        index.bring_to(view)
        return index

    def close(self) -> None:
        """Let go of the memory or the file."""
        self._rows.close()

    def bring_to(self, view: View) -> None:
        """Make the index that of a view, in one transaction."""
        with self._change():
            held = dict(self._rows.execute("SELECT path, digest FROM entity"))
            for path in held.keys() - view.entities.keys():
                self._drop_entity(path)
            for path, entity in view.entities.items():
                digest = _digest(_names(entity))
                if held.get(path) != digest:
                    self._put_entity(entity, digest)
            held = dict(self._rows.execute("SELECT id, digest FROM article"))
            for article, told in groupby(view.statements, lambda one: one.article.id):
                quotes = _quotes(told)
                digest = _digest(quotes)
                if held.pop(article, None) != digest:
                    self._put_article(article, quotes, digest)
            for article in held:
                self._drop_article(article)

    def follow(self, view: View, entities: Collection[str], articles: Collection[str]) -> None:
        """Make the index that of a view, where no more than some entities and articles changed."""
        told: dict[str, list[Statement]] = {article: [] for article in articles}
        for statement in view.statements if told else ():
            if statement.article.id in told:
                told[statement.article.id].append(statement)
        with self._change():
            for path in entities:
                entity = view.entities.get(path)
                if entity is None:
                    self._drop_entity(path)
                else:
                    self._put_entity(entity, _digest(_names(entity)))
            for article, statements in told.items():
                if article in view.articles:
                    quotes = _quotes(statements)
                    self._put_article(article, quotes, _digest(quotes))
                else:
                    self._drop_article(article)

    def put_entity(self, entity: CanonicalEntity) -> None:
        """Add an entity, or put its names in the place of those it had."""
        with self._change():
            self._put_entity(entity, _digest(_names(entity)))

    def drop_entity(self, path: str) -> None:
        """Forget an entity's names; no fault where there are none."""
        with self._change():
            self._drop_entity(path)

    def put_article(self, article: str, statements: Iterable[Statement]) -> None:
        """Add the quotes of an article's statements, in the place of those it had."""
        quotes = _quotes(statements)
        with self._change():
            self._put_article(article, quotes, _digest(quotes))

    def drop_article(self, article: str) -> None:
        """Forget an article's quotes; no fault where there are none."""
        with self._change():
            self._drop_article(article)

    def search(
        self, text: str, limit: int = 20, kinds: Iterable[EntityType] = EntityType
    ) -> list[Hit]:
        """The entities of some kinds that a text finds, the surest first, each once.

        Names go before quotes, the whole name before a part, and the shorter before the longer.
        """
        phrases = list(self._phrases(text[:MAX_QUESTION]))
        wanted = frozenset(kinds)
        if not phrases or limit < 1 or not wanted:
            return []
        question = " AND ".join(phrases)
        with self._lock:
            found = self._by_name(question, fold(_storable(text[:MAX_QUESTION])), limit, wanted)
            if len(found) < limit:
                for hit in self._by_quote(question, wanted):
                    found.setdefault(hit.path, hit)
        return sorted(found.values(), key=lambda hit: (-hit.score, hit.path))[:limit]

    def _by_name(
        self, question: str, name: str, limit: int, kinds: frozenset[EntityType]
    ) -> dict[str, Hit]:
        found: dict[str, Hit] = {}
        rows = self._rows.execute(
            """
            SELECT name.path, name.matched, name.text, name.folded = ?1, length(name.folded)
            FROM name_words JOIN name ON name.id = name_words.rowid
            WHERE name_words MATCH ?2 AND name.kind IN (SELECT value FROM json_each(?4))
            ORDER BY name.folded = ?1 DESC, length(name.folded), name.matched = 'alias', name.path
            LIMIT ?3
            """,
            (name, question, 4 * limit, json.dumps(sorted(kinds))),
        )
        for path, matched, text, whole, length in rows:
            score = 1.0 if whole else 0.5 + 0.4 * min(1.0, len(name) / max(1, length))
            if matched == Matched.ALIAS:
                score -= 0.02
            if path not in found or score > found[path].score:
                found[path] = Hit(path, round(score, 4), Matched(matched), text)
        return found

    def _by_quote(self, question: str, kinds: frozenset[EntityType]) -> Iterator[Hit]:
        rows = self._rows.execute(
            """
            SELECT quote.article, quote.text, quote.paths, best.rank
            FROM (SELECT rowid, rank FROM quote_words WHERE quote_words MATCH ?
                  ORDER BY rank LIMIT ?) AS best
            JOIN quote ON quote.id = best.rowid
            ORDER BY best.rank, quote.article, quote.id
            """,
            (question, _AT_ONCE),
        )
        for article, text, paths, rank in rows:
            for path in json.loads(paths):
                if split_path(path)[0] in kinds:
                    score = 0.5 * -rank / (1.0 - rank)
                    yield Hit(path, round(max(0.0, score), 4), Matched.QUOTE, text, article)

    def _phrases(self, text: str) -> Iterator[str]:
        """One FTS5 phrase a word; a lone letter and a Latin word find what begins with them."""
        for word in folded(text).split():
            kept = [token for token in map(_plain, self._tokens(word)) if token]
            if len(kept) > 1 and len(kept[0]) == 1 and not kept[0].isascii():
                # in a text the lone letter may end a pair: `제2단지` in `대구 제2단지`
                kept = kept[1:]
            if kept:
                last = kept[-1]
                goes_on = len(last) == 1 or (last.isascii() and not last.isdecimal())
                yield f'"{" ".join(kept)}"{"*" if goes_on else ""}'

    def _words(self, text: str) -> str:
        return " ".join(self._tokens(text))

    def _put_entity(self, entity: CanonicalEntity, digest: bytes) -> None:
        self._drop_entity(entity.path)
        kind = entity.type.value
        self._rows.execute("INSERT INTO entity VALUES (?, ?, ?)", (entity.path, kind, digest))
        for matched, name in _names(entity):
            written = self._rows.execute(
                "INSERT INTO name (path, kind, matched, text, folded) VALUES (?, ?, ?, ?, ?)",
                (entity.path, kind, matched, _storable(name), fold(_storable(name))),
            )
            self._index("name", written.lastrowid, name)

    def _drop_entity(self, path: str) -> None:
        self._unindex("name", "path", path)
        self._rows.execute("DELETE FROM entity WHERE path = ?", (path,))

    def _put_article(
        self, article: str, quotes: Sequence[tuple[str, list[str]]], digest: bytes
    ) -> None:
        self._drop_article(article)
        self._rows.execute("INSERT INTO article VALUES (?, ?)", (article, digest))
        for quote, paths in quotes:
            written = self._rows.execute(
                "INSERT INTO quote (article, text, paths) VALUES (?, ?, ?)",
                (article, _storable(quote), json.dumps(paths)),
            )
            self._index("quote", written.lastrowid, quote)

    def _drop_article(self, article: str) -> None:
        self._unindex("quote", "article", article)
        self._rows.execute("DELETE FROM article WHERE id = ?", (article,))

    def _index(self, table: str, row: int | None, text: str) -> None:
        self._rows.execute(
            f"INSERT INTO {table}_words (rowid, words) VALUES (?, ?)",  # noqa: S608
            (row, self._words(_storable(text))),
        )

    def _unindex(self, table: str, column: str, value: str) -> None:
        """Take rows out. FTS5 keeps no text, so it is told again which words it had."""
        gone = self._rows.execute(
            f"SELECT id, text FROM {table} WHERE {column} = ?",  # noqa: S608
            (value,),
        ).fetchall()
        for row, text in gone:
            self._rows.execute(
                f"INSERT INTO {table}_words ({table}_words, rowid, words) "  # noqa: S608
                "VALUES ('delete', ?, ?)",
                (row, self._words(text)),
            )
        self._rows.execute(f"DELETE FROM {table} WHERE {column} = ?", (value,))  # noqa: S608

    def _change(self) -> _Change:
        return _Change(self._lock, self._rows)


class _Change:
    """A transaction that readers wait for; what fails in it is undone."""

    def __init__(self, lock: threading.Lock, rows: sqlite3.Connection) -> None:
        self._lock = lock
        self._rows = rows

    def __enter__(self) -> None:
        self._lock.acquire()
        self._rows.execute("BEGIN")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._rows.execute("COMMIT" if kind is None else "ROLLBACK")
        self._lock.release()


def _names(entity: CanonicalEntity) -> list[tuple[Matched, str]]:
    others = dict.fromkeys((*entity.aliases, entity.name_en or ""))
    aliases = [(Matched.ALIAS, name) for name in others if name and name != entity.name]
    return [(Matched.NAME, entity.name), *aliases]


def _quotes(statements: Iterable[Statement]) -> list[tuple[str, list[str]]]:
    """Each quote of one article that may be shown with the entities that it says something of."""
    quotes: dict[str, dict[str, None]] = {}
    for statement in statements:
        words = shown_quote(statement)
        if words is None:
            continue
        paths = quotes.setdefault(words, {})
        for slot in statement.paths.values():
            paths.update(dict.fromkeys(slot))
    return [(quote, list(paths)) for quote, paths in quotes.items() if paths]


def _digest(content: object) -> bytes:
    return blake2b(repr(content).encode("utf-8", "surrogatepass"), digest_size=8).digest()


def _storable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")


def _plain(token: str) -> str:
    return _storable(token).replace('"', "").strip()
