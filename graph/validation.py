"""Whether the graph has its shapes: `shapes.ttl` over every article's graph and the accepted view.

pyshacl validates in memory and takes about 0.4 ms a quad, so it gets one article's graph at a time,
and the default graph in batches of subjects with the types of all that they point to: memory stays
the same however many articles there are, and time grows with their number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import rdflib
from pyoxigraph import Quad, RdfFormat, Triple, serialize
from rdflib import SH
from rdflib.term import Node

from graph.knowledge import Snapshot
from graph.vocabulary import ONTOLOGY_FILE, RDF_TYPE, SHAPES_FILE

_SUBJECTS_AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that has not its shape. `article` is the one in whose graph; None: the accepted view.

    `is_error` is whether the writer is broken; else articles disagree.
    """

    is_error: bool
    article: str | None
    node: str
    path: str | None
    value: str | None
    message: str


def violations(
    snapshot: Snapshot,
    *,
    language: str = "en",
    advance: Callable[[], object] = lambda: None,
) -> Iterator[Violation]:
    """All that has not its shape; `advance` is called after each article and at the end."""
    for article in snapshot.extractions:
        yield from _validated(snapshot.article_quads(article), article, language)
        advance()
    for batch, subjects in _batches(snapshot.default_quads()):
        yield from (found for found in _validated(batch, None, language) if found.node in subjects)
    advance()


def _validated(quads: Iterable[Quad], article: str | None, language: str) -> Iterator[Violation]:
    import pyshacl  # noqa: PLC0415  only validation pays for it

    _, report, _ = pyshacl.validate(
        _graph(quads), shacl_graph=_parsed(SHAPES_FILE), ont_graph=_parsed(ONTOLOGY_FILE)
    )
    found = [
        Violation(
            is_error=report.value(result, SH.resultSeverity) == SH.Violation,
            article=article,
            node=str(report.value(result, SH.focusNode)),
            path=_text(report.value(result, SH.resultPath)),
            value=_text(report.value(result, SH.value)),
            message=_message(report, result, language),
        )
        for result in report.subjects(rdflib.RDF.type, SH.ValidationResult)
    ]
    yield from sorted(found, key=lambda one: (one.node, one.message, str(one.value)))


def _batches(quads: Iterable[Quad]) -> Iterator[tuple[list[Quad], set[str]]]:
    """The quads by some hundred subjects, with the types of what they point to."""
    by_subject: dict[object, list[Quad]] = defaultdict(list)
    types: dict[object, list[Quad]] = defaultdict(list)
    for quad in quads:
        by_subject[quad.subject].append(quad)
        if quad.predicate == RDF_TYPE:
            types[quad.subject].append(quad)
    subjects = sorted(by_subject, key=str)
    for start in range(0, len(subjects), _SUBJECTS_AT_ONCE):
        chosen = subjects[start : start + _SUBJECTS_AT_ONCE]
        own = [quad for subject in chosen for quad in by_subject[subject]]
        pointed = dict.fromkeys(quad.object for quad in own)
        around = [quad for node in pointed for quad in types.get(node, ())]
        yield own + around, {str(subject).strip("<>") for subject in chosen}


def _graph(quads: Iterable[Quad]) -> rdflib.Graph:
    triples = [Triple(quad.subject, quad.predicate, quad.object) for quad in quads]
    written = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert written is not None
    return rdflib.Graph().parse(data=written, format="nt")


@cache
def _parsed(file: object) -> rdflib.Graph:
    return rdflib.Graph().parse(str(file))


def _message(report: rdflib.Graph, result: Node, language: str) -> str:
    messages = list(report.objects(result, SH.resultMessage))
    wanted = [one for one in messages if getattr(one, "language", None) == language]
    return str((wanted or messages)[0])


def _text(node: Node | None) -> str | None:
    return None if node is None else str(node)
