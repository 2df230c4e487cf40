"""A store on another machine, over SPARQL 1.1: query, update and graph store protocol.

Reads are answered by the server and written out here, so that every server's answers look the
same. A query is first read by Oxigraph's parser, which also tells its form: what is refused of the
embedded store is refused of a remote one, and never sent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urlencode

import pyoxigraph
from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
)

from graph.sparql import refuse_remote
from graph.store import GraphName, QueryError, RemoteStoreError
from graph.transport import Answer, Body, Credentials, HttpClient
from graph.updates import changes_by_graph, update_text

_JSON = QueryResultsFormat.JSON
_LINES, _QUADS, _TURTLE = RdfFormat.N_TRIPLES, RdfFormat.N_QUADS, RdfFormat.TURTLE
_BOOLEAN = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
_Term = NamedNode | BlankNode | Literal | Triple
_AT_ONCE = 20_000
_NAMED_GRAPH = re.compile(r"\bGRAPH\s*<([^<>\"{}|^`\\\s]+)>", re.IGNORECASE)
_GONE = (404, 410)
_CUT_SHORT = ("X-SPARQL-MaxRows", "X-SQL-State")
"""Headers by which Virtuoso admits that an answer of status 200 is not whole."""


@dataclass(frozen=True, slots=True)
class RemoteServer:
    """Where a server answers, and what it is like.

    `graphs` is its graph store. `default_graph` names the graph that stands in for the default one
    on a server whose own default graph is the union of all. `below`: on a server that others use
    too, only graphs whose IRI begins so are this store's. `takes_quads`: the graph store takes
    N-Quads for all graphs at once. `max_update` is the most quads that one update may hold.
    """

    query: str
    update: str
    graphs: str
    default_graph: str | None = None
    below: str = ""
    takes_quads: bool = False
    max_update: int = 100_000


class RemoteStore:
    """The store on a server; safe to use from several threads.

    A change goes out as one request: one update, or all of it as N-Quads. Where it is too large for
    that, it goes graph after graph, each graph's in one request and the default graph's last: what
    was broken off then has no new version in the default graph and is made good by the next try.
    Whether one update is carried out wholly or not at all is the server's affair (SPARQL 1.1 Update
    asks for it; Oxigraph holds to it).

    Raises RemoteStoreError, which names the server and what it said.
    """

    def __init__(
        self,
        server: RemoteServer,
        credentials: Credentials | None = None,
        *,
        timeout: float = 60.0,
    ) -> None:
        self.server = server
        self._http = HttpClient(credentials, timeout=timeout)

    def apply(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        """Remove and add quads; SyntaxError for a blank node, before anything is sent."""
        going, coming = list(removed), list(added)
        for quad in (*going, *coming):
            if BlankNode in (type(quad.subject), type(quad.object), type(quad.graph_name)):
                raise SyntaxError(f"a blank node cannot be named to another server: {quad}")
        if not going and not coming:
            return
        if len(going) + len(coming) <= self.server.max_update:
            self._update(going, coming)
        elif not going and self.server.takes_quads:
            self._load(coming)
        else:
            self._graph_after_graph(going, coming)

    def quads(
        self,
        graph: GraphName | None = None,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """The quads of one graph, or of all; of one subject or predicate only where given."""
        pattern = f"{subject or '?s'} {predicate or '?p'} ?o"
        if graph is None:
            yield from self.quads(DefaultGraph(), subject, predicate)
            below = str(Literal(self.server.below))
            ours = f"FILTER(STRSTARTS(STR(?g), {below}))" if self.server.below else ""
            rows = self._rows(f"GRAPH ?g {{ {pattern} }} {ours}")
        else:
            name = self._name(graph)
            rows = self._rows(
                f"GRAPH {name} {{ {pattern} }}" if isinstance(name, NamedNode) else pattern
            )
        stand_in = self._name(DefaultGraph())
        for row in rows:
            found = graph or row["g"]
            if graph is not None or found != stand_in:
                yield Quad(subject or row["s"], predicate or row["p"], _as_stored(row["o"]), found)

    def query(self, query: str, results: QueryResultsFormat, graph: RdfFormat) -> tuple[bytes, str]:
        """The answer, written out here whatever the server can write."""
        refuse_remote(query)
        form = _form(query)
        if form is Triple:
            answer = self._ask(query, _LINES.media_type, self._dataset(query))
            try:
                triples = pyoxigraph.parse(answer.content, _LINES)
                return pyoxigraph.serialize(triples, format=graph) or b"", graph.media_type
            except (SyntaxError, ValueError) as error:
                raise self._not_understood(answer, error) from error
        answer = self._ask(query, _JSON.media_type, self._dataset(query))
        try:
            found = pyoxigraph.parse_query_results(answer.content, _JSON)
            if form is bool and isinstance(found, QuerySolutions):
                # Virtuoso answers ASK with one row or none.
                found = _yes_or_no(holds=next(found, None) is not None)
            return found.serialize(format=results) or b"", results.media_type
        except (SyntaxError, ValueError) as error:
            raise self._not_understood(answer, error) from error

    def put_graph(self, graph: GraphName, triples: Sequence[Triple]) -> None:
        """Make a graph hold exactly some triples, in one request; without any it is deleted."""
        url = self._graph_url(graph)
        if triples:
            # Turtle writes whole numbers bare: quoted, Virtuoso takes large ones for decimals.
            body = pyoxigraph.serialize(triples, format=_TURTLE) or b""
            self._checked("PUT", url, _TURTLE.media_type, body)
        else:
            self._http_delete(url)

    def close(self) -> None:
        """Close the connections to the server."""
        self._http.close()

    def _name(self, graph: GraphName) -> GraphName:
        """The graph's name on the server."""
        stand_in = self.server.default_graph
        if isinstance(graph, DefaultGraph) and stand_in is not None:
            return NamedNode(stand_in)
        return graph

    def _rows(self, where: str) -> QuerySolutions:
        """Rows and no CONSTRUCT: of rows, Virtuoso tells when it has cut them short."""
        answer = self._ask(f"SELECT * WHERE {{ {where} }}", _JSON.media_type)
        try:
            found = pyoxigraph.parse_query_results(answer.content, _JSON)
        except (SyntaxError, ValueError) as error:
            raise self._not_understood(answer, error) from error
        assert isinstance(found, QuerySolutions)
        return found

    def _not_understood(self, answer: Answer, error: Exception) -> RemoteStoreError:
        return RemoteStoreError(
            f"{self.server.query} answers in another form than it was asked for ({error}); "
            f"is it a SPARQL endpoint? It says: {answer.message}"
        )

    def _update(self, removed: Iterable[Quad], added: Iterable[Quad]) -> None:
        default = self._name(DefaultGraph())
        text = update_text(removed, added, default)
        self._checked("POST", self.server.update, "application/sparql-update", text.encode())

    def _load(self, added: Sequence[Quad]) -> None:
        def pieces() -> Iterator[bytes]:
            for start in range(0, len(added), _AT_ONCE):
                some = added[start : start + _AT_ONCE]
                yield pyoxigraph.serialize(some, format=_QUADS) or b""

        self._checked("POST", self.server.graphs, _QUADS.media_type, pieces)

    def _graph_after_graph(self, removed: list[Quad], added: list[Quad]) -> None:
        going: list[Quad] = []
        coming: list[Quad] = []
        for graph, (gone, new) in changes_by_graph(removed, added):
            size = len(gone) + len(new)
            if len(going) + len(coming) + size > self.server.max_update and (going or coming):
                self._update(going, coming)
                going, coming = [], []
            if size > self.server.max_update:
                left = set(self.quads(graph)) - set(gone) | set(new)
                self.put_graph(graph, [quad.triple for quad in left])
            else:
                going += gone
                coming += new
        if going or coming:
            self._update(going, coming)

    def _graph_url(self, graph: GraphName) -> str:
        name = self._name(graph)
        which = f"graph={quote(name.value, safe='')}" if isinstance(name, NamedNode) else "default"
        return f"{self.server.graphs}?{which}"

    def _dataset(self, query: str) -> list[tuple[str, str]]:
        """Protocol parameters that take the stand-in for the default graph.

        With them, Virtuoso finds a graph that `GRAPH <…>` names only where they name it as well.
        """
        if self.server.default_graph is None:
            return []
        named = dict.fromkeys(_NAMED_GRAPH.findall(query))
        return [
            ("default-graph-uri", self.server.default_graph),
            *(("named-graph-uri", graph) for graph in named),
        ]

    def _ask(self, query: str, media_type: str, dataset: Sequence[tuple[str, str]] = ()) -> Answer:
        form = [("query", query), *dataset]
        answer = self._http.send(
            "POST",
            self.server.query,
            {"Accept": media_type, "Content-Type": "application/x-www-form-urlencoded"},
            urlencode(form).encode("ascii"),
        )
        if answer.status == 400:
            raise QueryError(f"{self.server.query} says: {answer.message}")
        self._check(answer, self.server.query)
        for header in _CUT_SHORT:
            if header in answer.headers:
                raise RemoteStoreError(
                    f"{self.server.query} cut its answer short ({header}: "
                    f"{answer.headers[header]}); raise its limits or ask for less"
                )
        return answer

    def _checked(self, method: str, url: str, media_type: str, body: Body) -> None:
        headers = {"Content-Type": media_type, "Accept": "*/*"}
        self._check(self._http.send(method, url, headers, body), url)

    def _http_delete(self, url: str) -> None:
        answer = self._http.send("DELETE", url, {"Accept": "*/*"})
        if answer.status not in _GONE:
            self._check(answer, url)

    def _check(self, answer: Answer, url: str) -> None:
        if 200 <= answer.status < 300:
            return
        if answer.status in (401, 403):
            raise RemoteStoreError(
                f"{url} asks for other credentials ({answer.status}); check the store's user, "
                "password or token"
            )
        raise RemoteStoreError(f"{url} answered {answer.status}: {answer.message}")


@cache
def _nothing() -> pyoxigraph.Store:
    return pyoxigraph.Store()


def _form(query: str) -> type[bool] | type[Triple] | None:
    """What a query asks for: yes or no, triples, or (None) rows. QueryError for what is none."""
    try:
        found = _nothing().query(query)
    except (SyntaxError, ValueError, RuntimeError) as error:
        raise QueryError(str(error)) from error
    if isinstance(found, QueryBoolean):
        return bool
    return None if isinstance(found, QuerySolutions) else Triple


def _yes_or_no(*, holds: bool) -> QueryBoolean:
    text = json.dumps({"head": {}, "boolean": holds})
    made = pyoxigraph.parse_query_results(text, _JSON)
    assert isinstance(made, QueryBoolean)
    return made


def _as_stored(value: _Term) -> _Term:
    """A value as it was written: Virtuoso's JSON tells a boolean as 1 or 0."""
    if isinstance(value, Literal) and value.datatype == _BOOLEAN and value.value in ("0", "1"):
        return Literal("true" if value.value == "1" else "false", datatype=_BOOLEAN)
    return value
