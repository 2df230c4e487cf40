"""SPARQL 1.1 Update, worked out as a change: the quads to remove and the quads to add.

Oxigraph can carry an update out but not tell what it changed, and here the change must be looked at
before it happens. So the update is taken apart into its operations; Oxigraph reads every block of
data and finds the solutions of every WHERE, and the templates are filled in here. Empty graphs are
not recorded, as the standard allows: CREATE makes none and DROP of none succeeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
)

from graph.dataset_clause import MERGED, Dataset, merged_quads
from graph.sparql import refuse_remote
from graph.store import GraphName, QueryError
from graph.tokens import CLOSING, OPENING, Token, closing, prologue_length, resolved, tokens

_VARIABLE = "urn:x-sanmaek:variable:"
_Term = NamedNode | BlankNode | Literal | Triple
_Solution = Callable[[str], _Term | None]


@dataclass(frozen=True, slots=True)
class Change:
    """Quads that go and quads that come; none is in both, none goes that is not there."""

    removed: frozenset[Quad]
    added: frozenset[Quad]

    def to_bytes(self) -> bytes:
        """The change as N-Quads, what goes and what comes with an empty line between them."""
        return b"\n".join(
            pyoxigraph.serialize(quads, format=RdfFormat.N_QUADS) or b""
            for quads in (self.removed, self.added)
        )

    @classmethod
    def from_bytes(cls, written: bytes) -> Change:
        """The change that was written."""
        if written.startswith(b"\n"):
            removed, added = b"", written
        else:
            removed, _, added = written.partition(b"\n\n")
        return cls(*(frozenset(pyoxigraph.parse(w, RdfFormat.N_QUADS)) for w in (removed, added)))


def change_of(
    update: str, store: Store, base: str | None = None, using: Dataset | None = None
) -> Change:
    """What an update does to a store, which is changed by it, and in part where it is refused.

    `using` is the protocol's data set for WHERE. Raises QueryError for what is not an update, names
    a document to load, or has a data set of its own beside the protocol's.

    >>> change = change_of('INSERT DATA { <http://x/s> <http://x/p> "1" }', Store())
    >>> len(change.removed), len(change.added)
    (0, 1)
    """
    refuse_remote(update, update=True)
    return _Update(update, store, base, using).carried_out()


@dataclass
class _Update:
    text: str
    store: Store
    base: str | None
    using: Dataset | None
    at: int = 0
    prologue: str = ""
    removed: set[Quad] = field(default_factory=set)
    added: set[Quad] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.found = [*tokens(self.text), Token("end", "", len(self.text), len(self.text))]

    def carried_out(self) -> Change:
        self._check()
        while True:
            self._prologue()
            if self._next.kind == "end":
                return Change(frozenset(self.removed), frozenset(self.added))
            self._operation()
            if self._next.text == ";":
                self.at += 1

    def _check(self) -> None:
        """Raise QueryError for what is not an update.

        Oxigraph reads one operation after another, for it takes no PREFIX but before the first.
        """
        prologue, start, depth = "", 0, 0
        for index, token in enumerate(self.found):
            depth += (token.text in OPENING) - (token.text in CLOSING)
            if token.kind == "end" or (token.text == ";" and depth == 0):
                body = min(start + prologue_length(self.found, start), index)
                prologue += self.text[self.found[start].start : self.found[body].start]
                operation = self.text[self.found[body].start : token.start]
                if body == index and token.kind != "end":
                    raise QueryError("an operation is missing before a `;`")
                try:
                    Store().update(f"{prologue}{operation}", base_iri=self.base)
                except SyntaxError as error:
                    raise QueryError(str(error)) from error
                except (RuntimeError, OSError):
                    pass  # an empty store lacks the graphs that it names
                start = index + 1

    def _prologue(self) -> None:
        start = self.at
        self.at += prologue_length(self.found, start)
        if self.at > start:
            self.prologue += self.text[self.found[start].start : self.found[self.at].start]

    def _operation(self) -> None:
        if self._word("CLEAR", "DROP"):
            self._word("SILENT")
            for graph in self._graphs():
                self._apply(self._quads(graph), [])
        elif self._word("CREATE"):
            silent = self._word("SILENT")
            self._word("GRAPH")
            graph = self._iri()
            if not silent and any(self._quads(graph)):
                raise QueryError(f"the graph {graph} exists already")
        elif self._word("ADD"):
            self._copy(clear=False, move=False)
        elif self._word("COPY"):
            self._copy(clear=True, move=False)
        elif self._word("MOVE"):
            self._copy(clear=True, move=True)
        else:
            self._modify()

    def _modify(self) -> None:
        own = self._iri() if self._word("WITH") else None
        outside: GraphName = own or DefaultGraph()
        removed: list[Quad] = []
        added: list[Quad] = []
        if self._word("DELETE"):
            if self._word("DATA"):
                return self._apply(self._data(self._block()), [])
            if self._word("WHERE"):
                pattern = self._block()
                return self._fill(pattern, self._data(pattern), [], self.using)
            removed = self._data(self._block(), outside)
        if self._word("INSERT"):
            if self._word("DATA"):
                return self._apply([], self._data(self._block()))
            added = self._data(self._block(), outside)
        dataset = self._dataset(own)
        self._word("WHERE")
        return self._fill(self._block(), removed, added, dataset)

    def _dataset(self, own: NamedNode | None) -> Dataset | NamedNode | None:
        default: list[NamedNode] = []
        named: list[NamedNode] = []
        while self._word("USING"):
            (named if self._word("NAMED") else default).append(self._iri())
        clause = Dataset(tuple(default), tuple(named)) if default or named else None
        if self.using and (clause or own):
            raise QueryError(
                "the data set is named by USING or WITH and by the protocol's parameters; "
                "leave one of them out"
            )
        return clause or self.using or own

    def _fill(
        self,
        pattern: str,
        removed: Sequence[Quad],
        added: Sequence[Quad],
        dataset: Dataset | NamedNode | None,
    ) -> None:
        gone: set[Quad] = set()
        come: set[Quad] = set()
        for solution in self._solutions(pattern, dataset):
            gone.update(_filled(removed, solution))
            come.update(_filled(added, solution))
        self._apply(gone, come)

    def _solutions(self, pattern: str, dataset: Dataset | NamedNode | None) -> Iterator[_Solution]:
        default: list[NamedNode | BlankNode | DefaultGraph] | None = None
        named: list[NamedNode | BlankNode] | None = None
        if isinstance(dataset, NamedNode):
            default = [dataset]
        elif dataset is not None:
            default, named = list(dataset.default), list(dataset.named)
        merged: list[Quad] = []
        if default is not None and len(default) > 1:
            merged = merged_quads(self.store, default)
            self.store.extend(merged)
            default = [MERGED]
        rows = self.store.query(
            f"{self.prologue}\nSELECT * WHERE {pattern}",
            base_iri=self.base,
            default_graph=default,
            named_graphs=named,
        )
        assert isinstance(rows, QuerySolutions)
        names = {variable.value for variable in rows.variables}
        for row in rows:

            def value(name: str, row: QuerySolution = row) -> _Term | None:
                return row[name] if name in names else None

            yield value
        for quad in merged:
            self.store.remove(quad)

    def _data(self, block: str, outside: GraphName | None = None) -> list[Quad]:
        """The quads of a block; a variable stands in them as an IRI of its own."""
        pieces, end = [], 0
        for token in tokens(block):
            if token.kind == "var":
                pieces += [block[end : token.start], f"<{_VARIABLE}{token.text[1:]}>"]
                end = token.end
        readable = "".join(pieces) + block[end:]
        store = Store()
        try:
            store.update(f"{self.prologue}\nINSERT DATA {readable}", base_iri=self.base)
        except SyntaxError as error:
            raise QueryError(str(error)) from error
        return [
            Quad(quad.subject, quad.predicate, quad.object, outside)
            if outside is not None and isinstance(quad.graph_name, DefaultGraph)
            else quad
            for quad in store
        ]

    def _copy(self, *, clear: bool, move: bool) -> None:
        silent = self._word("SILENT")
        source = self._graph()
        self._word("TO")
        target = self._graph()
        if isinstance(source, NamedNode) and not self._quads(source):
            if not silent:
                raise QueryError(f"there is no graph {source}")
            return
        if source == target:
            return
        quads = [
            Quad(quad.subject, quad.predicate, quad.object, target) for quad in self._quads(source)
        ]
        if clear:
            self._apply(self._quads(target), [])
        self._apply(self._quads(source) if move else [], quads)

    def _graphs(self) -> list[GraphName]:
        if self._word("ALL"):
            return [DefaultGraph(), *_names(self.store)]
        if self._word("NAMED"):
            return list(_names(self.store))
        return [self._graph()]

    def _graph(self) -> GraphName:
        if self._word("DEFAULT"):
            return DefaultGraph()
        self._word("GRAPH")
        return self._iri()

    def _iri(self) -> NamedNode:
        token = self._next
        self.at += 1
        return resolved(self.prologue, [token.text], self.base)[0]

    def _block(self) -> str:
        start, end = self.at, closing(self.found, self.at)
        self.at = end + 1
        return self.text[self.found[start].start : self.found[end].end]

    @property
    def _next(self) -> Token:
        return self.found[self.at]

    def _word(self, *words: str) -> bool:
        if self._next.says(*words):
            self.at += 1
            return True
        return False

    def _quads(self, graph: GraphName) -> list[Quad]:
        return list(self.store.quads_for_pattern(None, None, None, graph))

    def _apply(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        for quad in removed:
            if quad in self.store:
                self.store.remove(quad)
                if quad in self.added:
                    self.added.discard(quad)
                else:
                    self.removed.add(quad)
        new = [quad for quad in added if quad not in self.store]
        self.store.extend(new)
        for quad in new:
            if quad in self.removed:
                self.removed.discard(quad)
            else:
                self.added.add(quad)


def _names(store: Store) -> Iterator[NamedNode]:
    for name in store.named_graphs():
        if isinstance(name, NamedNode):
            yield name


def _filled(template: Sequence[Quad], solution: _Solution) -> Iterator[Quad]:
    """The quads of a template; one with an unbound or a misplaced term is left out."""
    blanks: dict[BlankNode, BlankNode] = {}
    for quad in template:
        terms = [
            _value(term, solution, blanks)
            for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)
        ]
        if None not in terms and not isinstance(terms[3], BlankNode):
            with suppress(TypeError, ValueError):
                yield Quad(*terms)  # type: ignore[arg-type]


def _value(
    term: _Term | DefaultGraph, solution: _Solution, blanks: dict[BlankNode, BlankNode]
) -> _Term | DefaultGraph | None:
    if isinstance(term, NamedNode) and term.value.startswith(_VARIABLE):
        return solution(term.value.removeprefix(_VARIABLE))
    if isinstance(term, BlankNode):
        return blanks.setdefault(term, BlankNode())
    if isinstance(term, Triple):
        parts = (term.subject, term.predicate, term.object)
        with suppress(TypeError, ValueError):
            return Triple(*(_value(part, solution, blanks) for part in parts))  # type: ignore[arg-type]
        return None
    return term
