"""Carrying a job out on the worker's own copy of the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import IO, cast

import pyoxigraph
from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
)

from app.endpoint.jobs import Failure, Job, QueryFailedError, Work
from app.endpoint.media_types import GRAPHS, RESULTS
from app.endpoint.output import Output
from app.endpoint.resident import ResidentGraph
from graph.dataset_clause import MERGED, Dataset, dataset_of, merged_quads
from graph.store import QueryError
from graph.update import change_of


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and whether the store is still what it was."""

    media_type: str
    store_changed: bool = False


def carry_out(job: Job, graph: ResidentGraph, output: Output) -> Written:
    """Write the answer to `output`. Raises QueryFailedError where there is none."""
    try:
        match job.work:
            case Work.QUERY:
                return _query(job, graph, output)
            case Work.GRAPH:
                return _graph(job, graph.whole, output)
            case Work.UPDATE:
                return _update(job, graph.whole, output)
    except QueryFailedError:
        raise
    except MemoryError as error:
        raise QueryFailedError(Failure.MEMORY, "") from error
    except (QueryError, SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise output.failed or QueryFailedError(Failure.REFUSED, str(error)) from error


def _query(job: Job, graph: ResidentGraph, output: Output) -> Written:
    dataset = job.dataset or dataset_of(job.text, job.base)
    if dataset is None:
        return _written(graph.query(job.text, job.base), job, output)
    store, merged = graph.whole, len(dataset.default) > 1
    if merged:
        store.extend(merged_quads(store, dataset.default))
        dataset = Dataset((MERGED,), dataset.named)
    found = store.query(
        job.text,
        base_iri=job.base,
        default_graph=list(dataset.default),
        named_graphs=list(dataset.named),
    )
    return replace(_written(found, job, output), store_changed=merged)


def _written(
    found: QuerySolutions | QueryBoolean | QueryTriples, job: Job, output: Output
) -> Written:
    out = cast("IO[bytes]", output)
    if isinstance(found, QuerySolutions | QueryBoolean):
        form = RESULTS[_wanted(job.results, "SELECT and ASK", RESULTS)]
        if isinstance(found, QuerySolutions):
            output.count_rows(form)
        found.serialize(out, form)
        return Written(_media_type(form))
    kind = GRAPHS[_wanted(job.graph, "CONSTRUCT and DESCRIBE", GRAPHS)]
    _serialize(found, kind, job, output)
    return Written(_media_type(kind))


def _quads(store: Store, graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
    return iter(store.quads_for_pattern(None, None, None, graph))


def _graph(job: Job, store: Store, output: Output) -> Written:
    name = NamedNode(job.text) if job.text else DefaultGraph()
    quads = _quads(store, name)
    first = next(quads, None)
    if first is None and isinstance(name, NamedNode):
        raise QueryFailedError(Failure.GONE, f"There is no graph <{job.text}>.")
    kind = GRAPHS[_wanted(job.graph, "a graph", GRAPHS)]
    rest = (quad.triple for quad in quads)
    _serialize(() if first is None else _chain(first.triple, rest), kind, job, output)
    return Written(_media_type(kind))


def _chain(first: Triple, rest: Iterable[Triple]) -> Iterator[Triple]:
    yield first
    yield from rest


def _update(job: Job, store: Store, output: Output) -> Written:
    output.lift_length()
    output.write(change_of(job.text, store, job.base, job.dataset).to_bytes())
    return Written("application/n-quads", store_changed=True)


def _serialize(triples: Iterable[Triple], kind: RdfFormat, job: Job, output: Output) -> None:
    def counted() -> Iterator[Triple]:
        for triple in triples:
            output.count()
            yield triple

    pyoxigraph.serialize(counted(), cast("IO[bytes]", output), kind, prefixes=dict(job.prefixes))


def _wanted(media_type: str | None, what: str, offered: Iterable[str]) -> str:
    if media_type is None:
        raise QueryFailedError(Failure.NOT_ACCEPTABLE, f"For {what} there is {', '.join(offered)}.")
    return media_type


def _media_type(kind: QueryResultsFormat | RdfFormat) -> str:
    return kind.media_type
