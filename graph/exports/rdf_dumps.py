"""The graph as RDF: sorted, so that the same graph is the same file, byte for byte."""

from __future__ import annotations

import heapq
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from graph.exports.chunks import in_blocks
from graph.exports.options import Scope
from graph.fingerprint import fingerprints
from graph.knowledge import Snapshot
from graph.vocabulary import Property

_LINES = 100_000
"""Lines that are sorted at once; more are merged from files."""


def write_nquads(snapshot: Snapshot, out: BinaryIO) -> None:
    """Everything as N-Quads: the accepted view in the default graph, each article in its own."""
    for block in nquads(Scope(snapshot)):
        out.write(block)


def nquads(scope: Scope) -> Iterator[bytes]:
    """What is wanted of the graph as N-Quads, sorted by line, each once."""
    return in_blocks(sorted_lines(f"{quad} .\n" for quad in scope_quads(scope)))


def turtle(scope: Scope) -> Iterator[bytes]:
    """What is wanted of the accepted view as Turtle."""
    triples = {quad.triple for quad in default_quads(scope)}
    with tempfile.TemporaryFile() as file:
        pyoxigraph.serialize(
            sorted(triples, key=_by_type_first),
            file,
            RdfFormat.TURTLE,
            prefixes=scope.snapshot.iris.prefixes(),
        )
        file.seek(0)
        while block := file.read(64 * 1024):
            yield block


def scope_quads(scope: Scope) -> Iterator[Quad]:
    """The quads that are wanted, the default graph first, then an article after the other."""
    yield from default_quads(scope)
    for article_id in scope.snapshot.extractions:
        yield from article_quads(scope, article_id)


def default_quads(scope: Scope) -> Iterator[Quad]:
    """The accepted view; of a part of the graph the triples about its entities among themselves.

    The description of the data set is left out there, for it counts the whole.
    """
    quads = scope.snapshot.default_quads()
    if scope.is_whole:
        yield from quads
        return
    iris = scope.snapshot.iris
    kept = {iris.entity(path).value for path in scope.view.entities}
    known = {iris.entity(path).value for path in scope.snapshot.view.entities}
    for quad in quads:
        ends = (quad.subject, quad.object)
        named = {end.value for end in ends if isinstance(end, NamedNode)}
        if named & kept and not (named & known) - kept:
            yield quad


def article_quads(scope: Scope, article_id: str) -> Iterator[Quad]:
    """An article's graph as far as it is wanted."""
    quads: Iterable[Quad] = scope.snapshot.article_quads(article_id)
    if not scope.is_whole:
        if article_id not in scope.view.articles:
            return
        quads = _about(list(quads), scope, article_id)
    yield from quads


def sorted_lines(lines: Iterable[str], at_once: int = _LINES) -> Iterator[str]:
    r"""Lines in order, each once; memory holds so many of them and no more.

    >>> list(sorted_lines(["b\n", "a\n", "b\n"], at_once=2))
    ['a\n', 'b\n']
    """
    ahead = iter(lines)
    with ExitStack() as stack:
        runs: list[Iterable[str]] = []
        while run := list(islice(ahead, at_once)):
            is_all = len(run) < at_once and not runs
            run = sorted(set(run))
            if is_all:
                yield from run
                return
            file = stack.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))
            file.writelines(run)
            file.seek(0)
            runs.append(file)
        for line, _ in groupby(heapq.merge(*runs)):
            yield line


def _about(quads: list[Quad], scope: Scope, article_id: str) -> Iterator[Quad]:
    """What an article's graph says of the wanted claims: all that leads on from them.

    Nothing leads from the article to its claims, and of what it mentions the wanted things count.
    """
    iris = scope.snapshot.iris
    said: dict[object, list[Quad]] = defaultdict(list)
    for quad in quads:
        said[quad.subject].append(quad)
    kept = {iris.entity(path) for path in scope.view.entities}
    reached = {iris.graph(article_id), iris.article(article_id), *_claims(scope, article_id)}
    ahead: list[object] = sorted(reached, key=str)
    seen: set[object] = set(ahead)
    while ahead:
        for quad in said[ahead.pop()]:
            if quad.predicate == Property.MENTIONS and quad.object not in kept:
                continue
            yield quad
            if quad.object not in seen:
                seen.add(quad.object)
                ahead.append(quad.object)


def _claims(scope: Scope, article_id: str) -> set[NamedNode]:
    prints = fingerprints(scope.snapshot.extractions[article_id])
    return {
        scope.snapshot.iris.claim(article_id, prints[statement.index])
        for statement in scope.view.statements
        if statement.article.id == article_id
    }


def _by_type_first(triple: Triple) -> tuple[str, bool, str]:
    is_type = str(triple.predicate).endswith("#type>")
    return str(triple.subject), not is_type, str(triple)
