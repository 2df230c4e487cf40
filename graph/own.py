"""People's own quads: what was added over SPARQL Update or the graph store, beside what is derived.

The archive is the truth of what articles state, and the graph is derived from it; what people add
themselves is kept here, in one small file beside the archive, so that a graph made anew has both.
A quad that an article states is not theirs to remove.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    NamedNode,
    Quad,
    QueryResultsFormat,
    RdfFormat,
    Triple,
)

from graph.oxigraph import OxigraphStore
from graph.store import GraphName, Store

_SCHEMA = """
CREATE TABLE IF NOT EXISTS quad (
    quad TEXT PRIMARY KEY,
    own INTEGER NOT NULL,      -- 0: being removed
    derived INTEGER NOT NULL   -- 1: an article states it as well
) STRICT, WITHOUT ROWID
"""
_T = TypeVar("_T")
Listener = Callable[[Iterable[Quad], Iterable[Quad]], None]


class DerivedError(ValueError):
    """Quads that articles state were to be removed; `quads` are some of them."""

    def __init__(self, quads: list[Quad]) -> None:
        super().__init__(
            "what articles state is not removed by hand: retract the article, or decide against "
            f"the claim in review; this is derived: {' '.join(map(str, quads))}"
        )
        self.quads = quads


class OwnQuads:
    """The file; it is made with the first quad.

    Each change is one transaction, and what it began is finished when the file is opened next.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db: sqlite3.Connection | None = None
        if path.exists():
            self._open()

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(
                self._path, timeout=30, isolation_level=None, check_same_thread=False
            )
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute(_SCHEMA)
        return self._db

    def close(self) -> None:
        """Close the file."""
        if self._db is not None:
            self._db.close()
            self._db = None

    def read(self) -> tuple[set[Quad], set[Quad], set[Quad]]:
        """The quads that are theirs alone, theirs and derived, and being removed."""
        found: tuple[set[Quad], set[Quad], set[Quad]] = (set(), set(), set())
        if self._db is not None:
            for line, own, derived in self._db.execute("SELECT quad, own, derived FROM quad"):
                quad = next(pyoxigraph.parse(f"{line} .", RdfFormat.N_QUADS))
                found[2 if not own else 1 if derived else 0].add(quad)
        return found

    def begin(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Keep a change, before the store has it."""
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            db.executemany("UPDATE quad SET own = 0 WHERE quad = ?", _lines(removed))
            db.executemany("INSERT OR REPLACE INTO quad VALUES (?, 1, 0)", _lines(added))

    def finish(self) -> None:
        """Say that the store has what was begun."""
        if self._db is not None:
            self._db.execute("DELETE FROM quad WHERE own = 0")

    def mark(self, quads: Iterable[Quad], *, derived: bool) -> None:
        """Say whether articles state some of the quads as well."""
        with self._open() as db:
            db.execute("BEGIN IMMEDIATE")
            db.executemany(f"UPDATE quad SET derived = {derived:d} WHERE quad = ?", _lines(quads))  # noqa: S608  a number


class WithOwn:
    """A store of derived quads with people's own beside them.

    As a `Store` it is the derived part alone, for whoever publishes; `everything` and `query` have
    both. Opened over an empty store it puts people's quads into it. Whoever listens is told every
    change after the store has it; then `revision` goes up. A blank node of people's is an IRI in
    the store below, for SPARQL cannot name a blank node and no store could remove it.
    """

    def __init__(self, base: Store, own: OwnQuads) -> None:
        self._base, self._own = base, own
        self._listeners: list[Listener] = []
        self.revision = 0
        self._alone, self._both, leaving = own.read()
        self._shown: dict[Quad, Quad] = {}
        if self._both and next(iter(base.quads()), None) is None:
            own.mark(self._both, derived=False)
            self._alone, self._both = self._alone | self._both, set()
        if self._alone or leaving:
            base.apply(self._kept(leaving), self._kept(self._alone))
            own.finish()

    def listen(self, listener: Listener) -> None:
        """Tell of every change from now on."""
        self._listeners.append(listener)

    def apply(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Change what is derived; what people have said themselves stays."""
        removed, added = list(removed), list(added)
        if self._alone or self._both:
            released = self._both.intersection(removed) - set(added)
            confirmed = self._alone.intersection(added)
            self._mark(released, confirmed)
            removed = [quad for quad in removed if quad not in self._alone]
        self._base.apply(removed, added)
        self._tell(removed, added)

    def _mark(self, released: set[Quad], confirmed: set[Quad]) -> None:
        if released:
            self._own.mark(released, derived=False)
        if confirmed:
            self._own.mark(confirmed, derived=True)
        self._alone = (self._alone | released) - confirmed
        self._both = (self._both | confirmed) - released

    def change_own(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Remove and add quads of people's own, as one change.

        Raises DerivedError, and changes nothing, where one to be removed is stated by an article.
        """
        removed, added = list(removed), list(added)
        derived = list(islice((quad for quad in removed if quad not in self._alone), 3))
        if derived:
            raise DerivedError(derived)
        if removed or added:
            self._own.begin(removed, added)
            self._base.apply(self._kept(removed), self._kept(added))
            self._own.finish()
            self._alone = (self._alone - set(removed)) | set(added)
            self._tell(removed, added)

    def everything(self, graph: GraphName | None = None) -> Iterator[Quad]:
        """The quads of a graph or of all, derived and own."""
        found = self._base.quads(graph)
        return (self._shown.get(quad, quad) for quad in found) if self._shown else found

    def quads(
        self,
        graph: GraphName | None = None,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The derived quads of one graph, or of all."""
        found = self._base.quads(graph, subject, predicate)
        if not self._alone:
            return found
        shown = (self._shown.get(quad, quad) for quad in found)
        return (quad for quad in shown if quad not in self._alone)

    def query(self, query: str, results: QueryResultsFormat, graph: RdfFormat) -> tuple[bytes, str]:
        """The answer to a read-only query, on derived and own quads."""
        return self._base.query(query, results, graph)

    def close(self) -> None:
        """Let go of the store and of the file."""
        self._base.close()
        self._own.close()

    def _kept(self, quads: Iterable[Quad]) -> list[Quad]:
        """The quads as the store below has them."""
        kept = []
        for quad in quads:
            subject, object_ = _named(quad.subject), _named(quad.object)
            kept.append(Quad(subject, quad.predicate, object_, quad.graph_name))
            if kept[-1] != quad:
                self._shown[kept[-1]] = quad
        return kept

    def _tell(self, removed: list[Quad], added: list[Quad]) -> None:
        for listener in self._listeners:
            listener(removed, added)
        self.revision += 1


def open_store(folder: Path) -> WithOwn:
    """The embedded store in a folder, with people's own quads from the file beside it.

    Raises StoreBusyError where another process holds the folder.
    """
    base = OxigraphStore(folder)
    try:
        return WithOwn(base, OwnQuads(folder.with_name("own.sqlite")))
    except BaseException:
        base.close()
        raise


def _named(term: _T) -> _T | NamedNode | Triple:
    if isinstance(term, BlankNode):
        return NamedNode(f"urn:x-sanmaek:blank:{term.value}")
    if isinstance(term, Triple):
        return Triple(_named(term.subject), term.predicate, _named(term.object))
    return term


def _lines(quads: Iterable[Quad]) -> list[tuple[str]]:
    return [(str(quad),) for quad in quads]
