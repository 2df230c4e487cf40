"""A query in the form that Oxigraph answers soonest; what it finds stays the same.

**Rarest first.** Oxigraph joins the patterns of a group by rules that know nothing of the data, and
takes what is equal by its rules in the order of the text. So patterns that stand behind one another
are written in the order of how rare they are. Which is joined first makes no difference to what is
found.

**Closures.** A path of one property, `?s smk:locatedIn+ ?o`, is looked up where its closure is at
hand. Both give each pair of the closure once, so it makes no difference what else is in the query.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from pyoxigraph import NamedNode

from graph.frequencies import Frequencies
from graph.store import QueryError
from graph.tokens import prologue_length, resolved, tokens
from graph.triples_blocks import Pattern, Run, runs
from graph.vocabulary import BROADER, RDF_TYPE, SUB_ORGANIZATION_OF, Property

TRANSITIVE = (Property.LOCATED_IN, Property.PART_OF, SUB_ORGANIZATION_OF, BROADER)
"""The properties that are asked for in several steps."""

CLOSURES = NamedNode("urn:x-sanmaek:closures")
"""The graph that holds the closures, under the properties' own names."""

_UNKNOWN = 1 << 62


def rewritten(
    query: str,
    default: Frequencies,
    named: Frequencies,
    closed: Collection[NamedNode] = (),
    base: str | None = None,
) -> str:
    """The query, with what is used in the default graph and in named ones.

    Paths `p+` of the properties `closed` are asked of `CLOSURES`: only for a query that says
    nothing of graphs, for in `GRAPH ?g` it would find that graph too. Only what is surely such a
    path is replaced.

    >>> rewritten("SELECT * { ?s a <http://x/T> ; <http://x/in>+ ?o }", Frequencies(),
    ...           Frequencies(), [NamedNode("http://x/in")])
    'SELECT * { ?s a <http://x/T> . GRAPH <urn:x-sanmaek:closures> { ?s <http://x/in> ?o } }'
    """
    found = tokens(query)
    changing = [
        run for run in runs(query, found) if len(run.patterns) > 1 or _path(run.patterns[0])
    ]
    if not changing:
        return query
    meant = _meant(
        query[: found[prologue_length(found)].start],
        tuple(dict.fromkeys(name for run in changing for name in _names(run))),
        base,
    )
    for run in reversed(changing):
        used = named if run.in_graph else default
        query = query[: run.start] + _written(run, meant, used, closed) + query[run.end :]
    return query


def _path(pattern: Pattern) -> str | None:
    """The property of a path `p+`; None for any other."""
    if len(pattern.verb) == 2 and pattern.verb[1].text == "+":
        return pattern.verb[0].text
    return None


def _names(run: Run) -> Sequence[str]:
    """What in a run must be known by its IRI: the properties, and the classes."""
    found = []
    for pattern in run.patterns:
        verb = pattern.verb[0]
        if verb.kind in ("iri", "name") and (len(pattern.verb) == 1 or _path(pattern)):
            found.append(verb.text)
        elif verb.text == "a" and pattern.object_kind in ("iri", "name"):
            found.append(pattern.object)
    return found


@lru_cache(maxsize=64)
def _meant(prologue: str, names: tuple[str, ...], base: str | None) -> Mapping[str, NamedNode]:
    """What names stand for; of a query whose prologue lacks one, nothing is known."""
    try:
        return dict(zip(names, resolved(prologue, names, base), strict=True))
    except QueryError:
        return {}


def _written(
    run: Run,
    meant: Mapping[str, NamedNode],
    used: Frequencies,
    closed: Collection[NamedNode],
) -> str:
    ordered = sorted(run.patterns, key=lambda pattern: _rarity(pattern, meant, used))
    groups: list[tuple[bool, list[str]]] = []
    for pattern in ordered:
        name = _path(pattern)
        lookup = name is not None and meant.get(name) in closed
        text = f"{pattern.subject} {name} {pattern.object}" if lookup else str(pattern)
        if not groups or groups[-1][0] != lookup:
            groups.append((lookup, []))
        groups[-1][1].append(text)
    last = len(groups) - 1
    pieces = []
    for place, (lookup, texts) in enumerate(groups):
        text = " . ".join(texts)
        if lookup:
            pieces.append(f"GRAPH {CLOSURES} {{ {text} }}")
        else:
            pieces.append(text if place == last and not run.ends_with_dot else f"{text} .")
    return " ".join(pieces)


def _rarity(pattern: Pattern, meant: Mapping[str, NamedNode], used: Frequencies) -> int:
    """About how many triples a pattern has by itself."""
    verb = pattern.verb[0]
    if verb.text == "a" and len(pattern.verb) == 1:
        kind = meant.get(pattern.object)
        return used.of_property(RDF_TYPE) if kind is None else used.of_class(kind)
    name = meant.get(verb.text) if len(pattern.verb) == 1 or _path(pattern) else None
    if name is None:
        return _UNKNOWN
    constant = pattern.object_kind != "var" or pattern.subject_kind != "var"
    return used.of_value(name) if constant else used.of_property(name)
