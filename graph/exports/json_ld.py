"""The graph as JSON-LD: compact, its context within, an object a line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from graph.exports.chunks import in_blocks
from graph.exports.options import Scope
from graph.exports.rdf_dumps import article_quads, default_quads
from graph.vocabulary import CONTEXT_FILE, RDF_TYPE

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def json_ld(scope: Scope) -> Iterator[bytes]:
    """What is wanted of the graph: the default graph's things, then a graph an article."""
    return in_blocks(_rows(scope))


def _rows(scope: Scope) -> Iterator[str]:
    yield f'{{"@context":{_json(_context())},\n"graph":['
    between = "\n"
    for node in _nodes(default_quads(scope)):
        yield between + _json(node)
        between = ",\n"
    for article_id in scope.snapshot.extractions:
        nodes = list(_nodes(article_quads(scope, article_id)))
        if nodes:
            yield between + _json({"id": scope.snapshot.iris.graph(article_id).value})[:-1]
            yield ',"graph":[\n' + ",\n".join(map(_json, nodes)) + "]}"
            between = ",\n"
    yield "\n]}\n"


def _nodes(quads: Iterable[Quad]) -> Iterator[dict[str, Any]]:
    """What is said of each subject as one object, by its IRI."""
    triples = sorted({quad.triple for quad in quads}, key=str)
    for subject, said in groupby(triples, key=lambda triple: triple.subject):
        assert isinstance(subject, NamedNode)
        node: dict[str, Any] = {"id": subject.value}
        values: dict[str, list[Any]] = defaultdict(list)
        for triple in said:
            assert isinstance(triple.object, NamedNode | Literal)
            name, value = _compact(triple.predicate, triple.object)
            values[name].append(value)
        yield node | {name: _one(name, found) for name, found in values.items()}


def _one(name: str, values: list[Any]) -> Any:
    definition = _context().get(name)
    is_set = isinstance(definition, dict) and definition.get("@container") == "@set"
    return values if is_set or len(values) > 1 else values[0]


def _compact(predicate: NamedNode, value: NamedNode | Literal) -> tuple[str, Any]:
    """A property and its value under the term of the context that says both, else in full."""
    if predicate == RDF_TYPE:
        assert isinstance(value, NamedNode)
        return "type", _class(value.value)
    if isinstance(value, NamedNode):
        term = _terms().get((predicate.value, "@id", ""))
        return (term, value.value) if term else (predicate.value, {"@id": value.value})
    if value.language:
        term = _terms().get((predicate.value, "@language", value.language))
        full = {"@value": value.value, "@language": value.language}
        return (term, value.value) if term else (predicate.value, full)
    datatype = value.datatype.value
    term = _terms().get((predicate.value, "@type", "" if datatype == _STRING else datatype))
    if term:
        return term, value.value
    typed = {} if datatype == _STRING else {"@type": datatype}
    return predicate.value, {"@value": value.value, **typed}


@cache
def _context() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(CONTEXT_FILE.read_text("utf-8"))["@context"]
    return found


@cache
def _terms() -> Mapping[tuple[str, str, str], str]:
    """Terms by the IRI of the property and by what their values are."""
    found: dict[tuple[str, str, str], str] = {}
    for term, definition in _context().items():
        if isinstance(definition, dict):
            iri = _expanded(definition["@id"])
            if definition.get("@type") == "@id":
                found[iri, "@id", ""] = term
            elif "@type" in definition:
                found[iri, "@type", _expanded(definition["@type"])] = term
            elif "@language" in definition:
                found[iri, "@language", definition["@language"]] = term
        elif isinstance(definition, str) and ":" in definition and "//" not in definition:
            found[_expanded(definition), "@type", ""] = term
    return found


@cache
def _class(iri: str) -> str:
    terms = (
        term
        for term, definition in _context().items()
        if isinstance(definition, str) and "//" not in definition and _expanded(definition) == iri
    )
    return next(terms, iri)


@cache
def _expanded(name: str) -> str:
    prefix, colon, local = name.partition(":")
    base = _context().get(prefix)
    return f"{base}{local}" if colon and isinstance(base, str) else name


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
