"""Paths of one property, `?s smk:locatedIn+ ?o`, looked up where their closure is at hand.

Both give each pair of the closure once, and which pattern of a group is joined first makes no
difference to what is found; so the answer is the same, whatever else stands in the query.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import pairwise

from pyoxigraph import NamedNode

from graph.store import QueryError
from graph.tokens import Token, prologue_length, resolved, tokens
from graph.triples_blocks import Pattern, Run, runs
from graph.vocabulary import BROADER, SUB_ORGANIZATION_OF, Property

TRANSITIVE = (Property.LOCATED_IN, Property.PART_OF, SUB_ORGANIZATION_OF, BROADER)
"""The properties that are asked for in several steps."""

CLOSURES = NamedNode("urn:x-sanmaek:closures")
"""The graph that holds the closures, under the properties' own names."""


def with_closed_paths(query: str, closed: Collection[NamedNode], base: str | None = None) -> str:
    """A query on the default graph, with each path `p+` of a closed property asked of `CLOSURES`.

    The query says nothing of graphs: in `GRAPH ?g` it would find that graph too. Only what is
    surely such a path is replaced; the rest is left to be followed step by step.

    >>> with_closed_paths("SELECT * { ?s a <http://x/T> ; <http://x/in>+ ?o }",
    ...                   [NamedNode("http://x/in")])
    'SELECT * { ?s a <http://x/T> . GRAPH <urn:x-sanmaek:closures> { ?s <http://x/in> ?o } }'
    """
    if "+" not in query:
        return query
    found = tokens(query)
    names = _names_of(closed, query, found, base)
    if not names:
        return query
    for run in reversed(runs(query, found)):
        paths = [pattern for pattern in run.patterns if _path_of(pattern) in names]
        if paths:
            query = query[: run.start] + _replaced(run, paths) + query[run.end :]
    return query


def _names_of(
    closed: Collection[NamedNode], query: str, found: Sequence[Token], base: str | None
) -> set[str]:
    """How the closed properties are written that stand before a `+`."""
    start = prologue_length(found)
    if start == len(found):
        return set()
    prologue = query[: found[start].start]
    written = {
        token.text
        for token, after in pairwise(found)
        if token.kind in ("iri", "name") and after.text == "+"
    }
    return {name for name in written if _meant(name, prologue, base) in closed}


@lru_cache(maxsize=64)
def _meant(name: str, prologue: str, base: str | None) -> NamedNode | None:
    """What a name stands for; None where its prefix is not declared."""
    try:
        return resolved(prologue, [name], base)[0]
    except QueryError:
        return None


def _path_of(pattern: Pattern) -> str | None:
    """The property of a path `p+`; None for any other."""
    if len(pattern.verb) == 2 and pattern.verb[1].text == "+":
        return pattern.verb[0].text
    return None


def _replaced(run: Run, paths: list[Pattern]) -> str:
    kept = " . ".join(str(pattern) for pattern in run.patterns if pattern not in paths)
    asked = " . ".join(f"{path.subject} {path.verb[0].text} {path.object}" for path in paths)
    return f"{kept}{' . ' if kept else ''}GRAPH {CLOSURES} {{ {asked} }}"
